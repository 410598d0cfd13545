import { settleIn } from '../privateLife.ts';
import { anyOutlet } from './newCard.ts';
import type { Role } from './role.ts';

/** Another card in somebody's phone: used now and then, for few people or for selling and letting; silent for weeks. */
export const secondCard: Role = {
  name: 'secondCard',
  side: 'lookAlike',
  weight: 14,
  cast(count, stage) {
    const { random } = stage;
    const owners = stage.people.slice();
    for (let i = 0; i < count; i++) {
      const resold = random.chance(0.5) ? stage.supply.resaleCard() : null;
      const member = stage.addPhone('secondCard', 'lookAlike', undefined, resold?.number);
      let holder = member.id;
      if (owners.length > 0) {
        const owner = random.pick(owners);
        member.imeis = [owner.imeis[0] ?? member.imeis[0]!];
        member.home = owner.home;
        member.work = owner.work;
        holder = owner.id;
      }
      stage.supply.facts.set(member.id, { outlet: anyOutlet(stage), contract: resold?.contract ?? null, holder });
      settleIn(member, stage, random.between(0.1, 0.4));
      if (random.chance(0.5)) member.strangerCalls += random.logNormal(0.5, 0.8);
    }
  },
};
