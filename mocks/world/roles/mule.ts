import type { Habit, Member } from '../member.ts';
import { rhythms } from '../rhythm.ts';
import { sellLater, testsCard } from './burner.ts';
import { dealDisguises, disguise, employ, firstGeneration } from './disguise.ts';
import type { Role } from './role.ts';

/** The number behind a bank card that takes victims' money in: hardly used, but for the bank's messages and whoever handles it. */
export const mule: Role = {
  name: 'mule',
  side: 'fraud',
  weight: 1.5,
  cast(count, stage) {
    const { random } = stage;
    const plans = dealDisguises(firstGeneration(count), stage);
    while (plans.length > 0) {
      const gang = stage.formGang('mule');
      const place = random.below(stage.places.count);
      const handler = stage.addPhone('handler', 'accomplice', place);
      const begins = Math.floor(stage.days * random.between(0, 0.8));
      for (const plan of plans.splice(0, random.whole(2, 6))) {
        const member = stage.recruit(gang, place);
        employ(member, begins, random.whole(6, 22), stage);
        const work: Habit[] = [isHandled(handler, plan.isLowVolume ? 0.4 : random.between(0.8, 2.5)), handsOn];
        if (plan.hasPersonalUse) {
          const soldDay = member.firstDay;
          sellLater(member, soldDay, work, stage);
          member.firstDay = 0;
        } else member.habits = [testsCard(member.firstDay), ...work];
        gang.ring.mules.push(member);
        disguise(member, plan, stage, (successor) => {
          successor.habits = work;
          gang.ring.mules.push(successor);
        });
      }
    }
  },
};

/** Short calls from whoever holds the reins, around each payment. */
function isHandled(handler: Member, callsPerDay: number): Habit {
  return (self, day) => {
    const { random, stage } = day;
    for (let left = random.poisson(callsPerDay); left > 0; left--) {
      const [from, to] = random.chance(0.7) ? [handler, self] : [self, handler];
      day.call(from, to, day.moment(rhythms.gangEvening), day.talk(28, 0.8, 0.9));
    }
    for (let left = random.poisson(callsPerDay); left > 0; left--) {
      if (stage.financeSenders.length > 0) day.text(random.pick(stage.financeSenders), self, day.moment(rhythms.shopping));
    }
  };
}

/** Calls the bank, a courier, a machine's hotline: whoever has to do with cards and parcels. */
const handsOn: Habit = (self, day) => {
  const { random, stage } = day;
  for (let left = random.poisson(0.7); left > 0; left--) {
    const other = stage.stranger(random);
    const [from, to] = random.chance(0.6) ? [self, other] : [other, self];
    day.call(from, to, day.moment(rhythms.private), day.talk(35, 0.9, 0.75));
  }
};
