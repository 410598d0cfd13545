import { settleIn } from '../privateLife.ts';
import type { Role } from './role.ts';

/** Lives and trades in a border town, on the very cells that a compound uses: without network when it is. */
export const borderResident: Role = {
  name: 'borderResident',
  side: 'lookAlike',
  weight: 9,
  cast(count, stage) {
    const { random, places } = stage;
    for (let i = 0; i < count; i++) {
      const place = random.below(places.borderPlaces);
      const member = stage.addPhone('borderResident', 'lookAlike', places.borderCell(place, random.below(6)));
      member.work = places.borderCell(place, random.below(6));
      member.roaming = 0.2;
      settleIn(member, stage, 1.2);
      if (random.chance(0.4)) member.strangerCalls += random.logNormal(2, 0.8);
    }
  },
};
