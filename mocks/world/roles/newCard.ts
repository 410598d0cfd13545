import { settleIn } from '../privateLife.ts';
import type { Role } from './role.ts';

/** A new number, some in a new town: few days on record, and at first more strangers (rooms, jobs, deliveries) than friends. */
export const newCard: Role = {
  name: 'newCard',
  side: 'lookAlike',
  weight: 18,
  cast(count, stage) {
    const { random } = stage;
    for (let i = 0; i < count; i++) {
      const member = stage.addPhone('newCard', 'lookAlike');
      member.firstDay = Math.floor(stage.days * random.between(0.5, 0.95));
      settleIn(member, stage, 1.2);
      if (random.chance(0.6)) member.strangerCalls += random.logNormal(0.8, 0.7);
    }
  },
};
