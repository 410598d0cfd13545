import type { Habit, Member } from '../member.ts';
import { rhythms } from '../rhythm.ts';
import { dealDisguises, disguise, employ, firstGeneration } from './disguise.ts';
import { LeadList, worksExceptOneDayIn } from './leads.ts';
import type { Role } from './role.ts';

/** A card that passes calls on: somebody abroad calls it, and within a minute or two it calls a victim with a local number. */
export const relayHub: Role = {
  name: 'relayHub',
  side: 'fraud',
  weight: 1.5,
  cast(count, stage) {
    const { random } = stage;
    const plans = dealDisguises(firstGeneration(count), stage);
    while (plans.length > 0) {
      const gang = stage.formGang('relayHub');
      const flat = random.below(stage.places.count);
      const leads = new LeadList(stage, []);
      const bosses = Array.from({ length: random.whole(1, 4) }, () => stage.addOutside(stage.numbers.abroad()));
      const begins = Math.floor(stage.days * random.between(0, 0.7));
      for (const plan of plans.splice(0, random.whole(1, 4))) {
        const member = stage.recruit(gang, flat);
        employ(member, begins, random.whole(8, 25), stage);
        member.habits = [passesOn(plan.isLowVolume ? random.between(2, 6) : random.logNormal(16, 0.4), bosses, leads)];
        disguise(member, plan, stage, () => undefined);
      }
    }
  },
};

function passesOn(calls: number, bosses: readonly Member[], leads: LeadList): Habit {
  const works = worksExceptOneDayIn(7);
  const regulars: Member[] = [];
  return (self, day) => {
    const { random, stage } = day;
    if (!works(self, day.index)) return;
    for (let left = random.poisson(calls); left > 0; left--) {
      const isRegular = regulars.length > 0 && random.chance(0.3);
      const lead = (isRegular ? random.pick(regulars) : leads.next(stage, false)).inUseOn(day.index);
      const at = day.moment(rhythms.gangRoom);
      const durationS = day.talk(isRegular ? 180 : 38, 0.9, isRegular ? 0.9 : 0.5);
      const waits = random.whole(8, 110);
      day.call(random.pick(bosses), self, at, durationS + waits + random.whole(2, 9));
      day.call(self, lead, at + waits, durationS);
      if (durationS < 80) continue;
      stage.harm(self, lead).calls++;
      if (!isRegular && random.chance(0.2)) regulars.push(lead);
      if (regulars.length > 4) regulars.shift();
    }
  };
}
