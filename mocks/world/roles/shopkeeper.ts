import { roundYuan, settleIn } from '../privateLife.ts';
import type { Habit } from '../member.ts';
import { rhythms } from '../rhythm.ts';
import type { Role } from './role.ts';

/** Keeps a shop or lets rooms: money from many strangers every day, passed on to suppliers in large sums. */
export const shopkeeper: Role = {
  name: 'shopkeeper',
  side: 'lookAlike',
  weight: 6,
  cast(count, stage) {
    const { random } = stage;
    for (let i = 0; i < count; i++) {
      const member = stage.addPhone('shopkeeper', 'lookAlike');
      member.work = member.home;
      member.habits = [sells(random.logNormal(4, 0.6), random.unit())];
      settleIn(member, stage, 1.1);
    }
  },
};

/** @param supplier where in the public the supplier stands, 0–1 */
function sells(sales: number, supplier: number): Habit {
  return (self, day) => {
    const { random, stage } = day;
    for (let left = random.poisson(sales); left > 0; left--) {
      const customer = stage.stranger(random);
      const at = day.moment(rhythms.shopping);
      if (customer.isSubscriber) day.pay(customer, self, roundYuan(random.logNormal(140, 1.2)), at);
      if (random.chance(0.3)) day.call(customer, self, at - random.below(Math.min(at, 3_000) + 1), day.talk(35, 0.7, 0.85));
    }
    if (!random.chance(0.25)) return;
    const other = stage.public[Math.floor(supplier * stage.public.length)]!.inUseOn(day.index);
    const at = day.moment(rhythms.office);
    day.call(self, other, at, day.talk(80, 0.7, 0.9));
    if (other.isSubscriber) day.pay(self, other, roundYuan(random.logNormal(3_000, 0.8)), at + random.whole(120, 3_000));
  };
}
