import { secondDeviceAtTimes } from '../member.ts';
import { settleIn } from '../privateLife.ts';
import type { Role } from './role.ts';

/** Someone with a family, friends, work and a phone; one in eight has a second phone, some are never at the same place. */
export const person: Role = {
  name: 'person',
  side: 'ordinary',
  weight: 1,
  cast(count, stage) {
    for (let i = 0; i < count; i++) {
      const member = stage.addPhone('person', 'ordinary');
      if (stage.random.chance(0.125)) {
        member.imeis = [member.imeis[0]!, stage.handsets.phone()];
        member.device = secondDeviceAtTimes;
      }
      settleIn(member, stage);
    }
  },
};
