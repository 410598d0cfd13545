import type { Habit, Member } from '../member.ts';
import { rhythms } from '../rhythm.ts';
import type { Role } from './role.ts';

/** Sends out plumbers, taxis or movers: whoever calls, a moment later it calls one of its own, or back. */
export const dispatcher: Role = {
  name: 'dispatcher',
  side: 'lookAlike',
  weight: 5,
  cast(count, stage) {
    const { random } = stage;
    for (let i = 0; i < count; i++) {
      const member = stage.addPhone('dispatcher', 'lookAlike');
      member.work = member.home;
      const fitters = Array.from({ length: random.whole(2, 7) }, () => random.unit());
      member.habits = [sendsOut(random.logNormal(14, 0.4), fitters)];
    }
  },
};

/** @param fitters where in the public those stand whom it sends, 0–1 */
function sendsOut(orders: number, fitters: readonly number[]): Habit {
  return (self, day) => {
    const { random, stage } = day;
    const own = (): Member => stage.public[Math.floor(random.pick(fitters) * stage.public.length)]!.inUseOn(day.index);
    for (let left = random.poisson(day.isWeekend ? orders * 0.7 : orders); left > 0; left--) {
      const customer = stage.stranger(random);
      const at = day.moment(rhythms.delivery);
      const durationS = day.talk(50, 0.6, 0.93);
      day.call(customer, self, at, durationS);
      const passedOnAt = at + durationS + random.whole(10, 240);
      day.call(self, own(), passedOnAt, day.talk(35, 0.7, 0.85));
      if (random.chance(0.35)) day.call(self, customer, passedOnAt + random.whole(60, 1_800), day.talk(30, 0.7, 0.85));
    }
  };
}
