import { secondDeviceAtTimes } from '../member.ts';
import { settleIn } from '../privateLife.ts';
import { anyOutlet } from './newCard.ts';
import type { Role } from './role.ts';

/** Someone with a family, friends, work and a phone; one in eight has a second phone, some are never at the same place. */
export const person: Role = {
  name: 'person',
  side: 'ordinary',
  weight: 1,
  cast(count, stage) {
    for (let i = 0; i < count; i++) {
      const member = stage.addPhone('person', 'ordinary');
      // A few bought theirs where the rings sell, too.
      if (stage.random.chance(0.01)) stage.supply.facts.set(member.id, { outlet: anyOutlet(stage), contract: null, holder: member.id });
      if (stage.random.chance(0.125)) {
        member.imeis = [member.imeis[0]!, stage.handsets.phone()];
        member.device = secondDeviceAtTimes;
      }
      settleIn(member, stage);
    }
  },
};
