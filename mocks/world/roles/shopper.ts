import type { Habit } from '../member.ts';
import { homeAddress, ownDevice, settleIn } from '../privateLife.ts';
import { rhythms } from '../rhythm.ts';
import type { Role } from './role.ts';

/** Buys, sells and signs up everywhere: codes from dozens of senders every day, and an ordinary life besides. */
export const shopper: Role = {
  name: 'shopper',
  side: 'lookAlike',
  weight: 12,
  cast(count, stage) {
    for (let i = 0; i < count; i++) {
      const member = stage.addPhone('shopper', 'lookAlike');
      member.habits = [signsUp(stage.random.logNormal(3.2, 0.5))];
      settleIn(member, stage);
    }
  },
};

function signsUp(codes: number): Habit {
  return (self, day) => {
    for (let left = day.random.poisson(codes); left > 0; left--) {
      const index = day.random.below(day.stage.messageSenders.length);
      const sender = day.stage.messageSenders[index]!;
      const at = day.moment(rhythms.shopping);
      day.text(sender, self, at);
      if (day.random.chance(0.3)) day.signUp(self, day.stage.platforms[index]!, at + day.random.whole(15, 90), ownDevice(self), homeAddress(self, day));
      if (day.random.chance(0.15)) day.text(sender, self, at + day.random.whole(30, 180));
    }
  };
}
