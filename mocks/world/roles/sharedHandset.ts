import { anyOfDevices } from '../member.ts';
import { settleIn } from '../privateLife.ts';
import type { Role } from './role.ts';

/** A household, dormitory or repair shop whose cards take turns in one or two handsets. */
export const sharedHandset: Role = {
  name: 'sharedHandset',
  side: 'lookAlike',
  weight: 12,
  cast(count, stage) {
    const { random } = stage;
    for (let left = count; left > 0;) {
      const cards = Math.min(left, random.whole(3, 7));
      left -= cards;
      const imeis = Array.from({ length: random.whole(1, 2) }, () => stage.handsets.phone());
      const home = random.below(stage.places.count);
      for (let i = 0; i < cards; i++) {
        const member = stage.addPhone('sharedHandset', 'lookAlike', home);
        member.imeis = imeis;
        member.device = anyOfDevices;
        settleIn(member, stage, 0.6);
      }
    }
  },
};
