import { mainDevice, newDeviceFrom } from '../member.ts';
import { settleIn } from '../privateLife.ts';
import type { Role } from './role.ts';

/** Buys a new phone and keeps the number; some break it and try two or three in a month. */
export const newPhone: Role = {
  name: 'newPhone',
  side: 'lookAlike',
  weight: 9,
  cast(count, stage) {
    const { random } = stage;
    for (let i = 0; i < count; i++) {
      const member = stage.addPhone('newPhone', 'lookAlike');
      settleIn(member, stage);
      let rule = mainDevice;
      let day = Math.floor(stage.days * random.between(0.1, 0.8));
      for (let phones = random.pick([1, 1, 1, 2, 3]); phones > 0; phones--, day += random.whole(1, 8)) rule = newDeviceFrom(day, stage.handsets.phone(), rule);
      member.device = rule;
    }
  },
};
