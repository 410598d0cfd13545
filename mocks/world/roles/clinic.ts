import type { Habit } from '../member.ts';
import { rhythms } from '../rhythm.ts';
import type { Role } from './role.ts';

/** The front desk of a clinic or school: patients call in, and a day ahead it reminds those who are due. */
export const clinic: Role = {
  name: 'clinic',
  side: 'lookAlike',
  weight: 3,
  cast(count, stage) {
    const { random } = stage;
    for (let i = 0; i < count; i++) {
      const member = stage.add(stage.numbers.landline(), 'clinic', 'lookAlike');
      member.habits = [receivesPatients(random.logNormal(16, 0.4), random.logNormal(12, 0.5), random.unit())];
    }
  },
};

/** @param quarter where in the public its patients begin, 0–1 */
function receivesPatients(callsIn: number, reminders: number, quarter: number): Habit {
  return (self, day) => {
    const { random, stage } = day;
    const patients = Math.max(1, Math.min(2_500, stage.public.length >> 1));
    const patient = () => stage.public[(Math.floor(quarter * stage.public.length) + random.below(patients)) % stage.public.length]!;
    for (let left = random.poisson(day.isWeekend ? callsIn / 3 : callsIn); left > 0; left--) {
      day.call(patient(), self, day.moment(rhythms.frontDesk), day.talk(65, 0.7, 0.8));
    }
    if (day.isWeekend) return;
    for (let left = random.poisson(reminders); left > 0; left--) {
      const called = patient();
      const at = day.moment(rhythms.frontDesk);
      const durationS = day.talk(42, 0.6, 0.68);
      day.call(self, called, at, durationS);
      if (durationS === 0 && random.chance(0.3)) day.call(called, self, at + random.whole(120, 9_000), day.talk(50, 0.7, 0.8));
    }
  };
}
