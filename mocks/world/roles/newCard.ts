import { settleIn } from '../privateLife.ts';
import type { Stage } from '../stage.ts';
import type { Outlet } from '../supply.ts';
import type { Role } from './role.ts';

/** A new number, some in a new town: few days on record, and at first more strangers (rooms, jobs, deliveries) than friends. */
export const newCard: Role = {
  name: 'newCard',
  side: 'lookAlike',
  weight: 18,
  cast(count, stage) {
    const { random } = stage;
    for (let i = 0; i < count; i++) {
      const resold = random.chance(0.35) ? stage.supply.resaleCard() : null;
      const member = stage.addPhone('newCard', 'lookAlike', undefined, resold?.number);
      if (resold !== null) stage.supply.facts.set(member.id, { outlet: anyOutlet(stage), contract: resold.contract, holder: member.id });
      member.firstDay = Math.floor(stage.days * random.between(0.5, 0.95));
      settleIn(member, stage, 1.2);
      if (random.chance(0.6)) member.strangerCalls += random.logNormal(0.8, 0.7);
    }
  },
};

/** Honest buyers go to any outlet, and so to those of the rings as well. */
export function anyOutlet(stage: Stage): Outlet {
  const { random, supply } = stage;
  return random.chance(0.08) ? random.pick(random.pick(supply.rings).outlets) : random.pick(supply.outlets);
}
