import type { Habit } from '../member.ts';
import { settleIn } from '../privateLife.ts';
import { rhythms } from '../rhythm.ts';
import type { Role } from './role.ts';

/** A school bus or a water carrier: rings once when at the door and hangs up; some call back to ask. */
export const ringsAtTheDoor: Role = {
  name: 'ringsAtTheDoor',
  side: 'lookAlike',
  weight: 5,
  cast(count, stage) {
    const { random } = stage;
    for (let i = 0; i < count; i++) {
      const member = stage.addPhone('ringsAtTheDoor', 'lookAlike');
      member.roaming = 0.8;
      member.roamingCells = random.whole(5, 12);
      member.habits = [rings(random.logNormal(16, 0.3), random.unit(), random.whole(60, 320))];
      settleIn(member, stage, 0.8);
    }
  },
};

/** @param first where in the public its households begin, 0–1 */
function rings(doors: number, first: number, households: number): Habit {
  return (self, day) => {
    const { random, stage } = day;
    if (day.isWeekend && (stage.startDay + day.index) % 7 === self.id % 7) return;
    const round = Math.max(1, Math.min(households, stage.public.length >> 1));
    for (let left = random.poisson(doors); left > 0; left--) {
      const house = stage.public[(Math.floor(first * stage.public.length) + random.below(round)) % stage.public.length]!.inUseOn(day.index);
      const at = day.moment(rhythms.delivery);
      day.call(self, house, at, random.chance(0.2) ? random.whole(2, 15) : 0);
      if (random.chance(0.2)) day.call(house, self, at + random.whole(20, 900), day.talk(20, 0.6, 0.9));
    }
  };
}
