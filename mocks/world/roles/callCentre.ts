import type { Habit } from '../member.ts';
import { rhythms } from '../rhythm.ts';
import type { Role } from './role.ts';

/** Lines of a bank's or insurer's call centre: fixed lines that call strangers all day, in office hours, for years. */
export const callCentre: Role = {
  name: 'callCentre',
  side: 'lookAlike',
  weight: 3,
  cast(count, stage) {
    const { random } = stage;
    for (let left = count; left > 0;) {
      const lines = Math.min(left, random.whole(2, 8));
      left -= lines;
      const worksSaturday = random.chance(0.3);
      const answered = random.between(0.3, 0.5);
      for (let i = 0; i < lines; i++) {
        const member = stage.add(stage.numbers.landline(), 'callCentre', 'lookAlike');
        member.habits = [callsCustomers(random.logNormal(48, 0.4), answered, worksSaturday)];
      }
    }
  },
};

function callsCustomers(calls: number, answered: number, worksSaturday: boolean): Habit {
  return (self, day) => {
    const { random, stage } = day;
    if (day.isWeekend && !(worksSaturday && stage.isWeekend(day.index + 1))) return;
    for (let left = random.poisson(calls); left > 0; left--) {
      const customer = stage.stranger(random);
      const at = day.moment(rhythms.office);
      const durationS = day.talk(38, 1, answered);
      day.call(self, customer, at, durationS);
      if (durationS === 0 && random.chance(0.09)) day.call(customer, self, at + random.whole(120, 9_000), day.talk(40, 0.9, 0.7));
    }
  };
}
