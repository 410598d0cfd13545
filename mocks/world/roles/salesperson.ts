import { settleIn } from '../privateLife.ts';
import type { Role } from './role.ts';

/** Sells houses, insurance or repairs from a phone of their own: strangers every day, most of them once, beside a private life. */
export const salesperson: Role = {
  name: 'salesperson',
  side: 'lookAlike',
  weight: 16,
  cast(count, stage) {
    for (let i = 0; i < count; i++) {
      const member = stage.addPhone('salesperson', 'lookAlike');
      member.roaming = 0.4;
      member.roamingCells = 10;
      settleIn(member, stage);
      member.strangerCalls = stage.random.logNormal(5, 0.7);
    }
  },
};
