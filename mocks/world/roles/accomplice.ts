import type { Habit, Member } from '../member.ts';
import { settleIn } from '../privateLife.ts';
import { rhythms } from '../rhythm.ts';
import type { Gang } from '../gang.ts';
import type { Role } from './role.ts';

/** The private phones of each ring's number merchant and insider: ordinary lives, and a few calls too many between them and the gangs. */
export const accomplice: Role = {
  name: 'merchant',
  side: 'accomplice',
  weight: 1,
  cast(_, stage) {
    const { random, supply } = stage;
    for (const ring of supply.rings) {
      const merchant = stage.addPhone('merchant', 'accomplice');
      const insider = stage.addPhone('insider', 'accomplice');
      settleIn(merchant, stage, 1.5);
      settleIn(insider, stage, 1);
      const gangs = stage.gangs.filter((gang) => gang.ring === ring);
      merchant.habits = [...merchant.habits, dealsWith(insider, gangs, random.between(0.2, 0.6))];
    }
  },
};

function dealsWith(insider: Member, gangs: readonly Gang[], callsPerDay: number): Habit {
  return (self, day) => {
    const { random } = day;
    for (let left = random.poisson(callsPerDay); left > 0; left--) {
      const gang = gangs.length === 0 || random.chance(0.4) ? null : random.pick(gangs);
      const other = gang === null ? insider : gang.members[0]!.inUseOn(day.index);
      const [from, to] = random.chance(0.5) ? [self, other] : [other, self];
      day.call(from, to, day.moment(rhythms.gangEvening), day.talk(50, 0.8, 0.9));
    }
  };
}
