import type { Habit } from '../member.ts';
import { ownDevice, sharedAddress } from '../privateLife.ts';
import { mix32 } from '../random.ts';
import { rhythms } from '../rhythm.ts';
import type { Role } from './role.ts';

/** Phones on the desks of a software house: codes from many services every working day, accounts made and thrown away. */
export const testLab: Role = {
  name: 'testLab',
  side: 'lookAlike',
  weight: 4,
  cast(count, stage) {
    const { random } = stage;
    for (let left = count; left > 0;) {
      const phones = Math.min(left, random.whole(3, 10));
      left -= phones;
      const office = random.below(stage.places.count);
      const address = sharedAddress(mix32(random.u32()));
      for (let i = 0; i < phones; i++) {
        const member = stage.addPhone('testLab', 'lookAlike', office);
        member.work = office;
        member.roaming = 0;
        member.habits = [tests(random.logNormal(7, 0.5), random.unit(), address)];
      }
    }
  },
};

/** @param colleagues where in the public those stand whom it calls now and then, 0–1 */
function tests(codes: number, colleagues: number, address: string): Habit {
  return (self, day) => {
    const { random, stage } = day;
    if (day.isWeekend) return;
    for (let left = random.poisson(codes); left > 0; left--) {
      const index = random.below(stage.messageSenders.length);
      const at = day.moment(rhythms.office);
      day.text(stage.messageSenders[index]!, self, at);
      if (random.chance(0.4)) day.signUp(self, stage.platforms[index]!, at + random.whole(10, 120), ownDevice(self), address);
    }
    for (let left = random.poisson(0.6); left > 0; left--) {
      const other = stage.public[Math.floor(colleagues * (stage.public.length - 5)) + random.below(5)]!.inUseOn(day.index);
      const [from, to] = random.chance(0.5) ? [self, other] : [other, self];
      day.call(from, to, day.moment(rhythms.office), day.talk(60, 0.8, 0.85));
    }
  };
}
