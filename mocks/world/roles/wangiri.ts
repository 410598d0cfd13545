import type { Habit } from '../member.ts';
import { rhythms } from '../rhythm.ts';
import { dealDisguises, disguise, employ, firstGeneration } from './disguise.ts';
import { keepsInTouch, LeadList, worksExceptOneDayIn } from './leads.ts';
import type { Role } from './role.ts';

/** Rings once and hangs up, so that people call back and pay for it. */
export const wangiri: Role = {
  name: 'wangiri',
  side: 'fraud',
  weight: 2,
  cast(count, stage) {
    const { random } = stage;
    const plans = dealDisguises(firstGeneration(count), stage);
    while (plans.length > 0) {
      const gang = stage.formGang('wangiri');
      const flat = random.below(stage.places.count);
      const leads = new LeadList(stage, []);
      const begins = Math.floor(stage.days * random.between(0, 0.75));
      for (const plan of plans.splice(0, random.whole(1, 4))) {
        const member = stage.recruit(gang, flat);
        employ(member, begins, random.whole(4, 16), stage);
        const rings = ringsOnce((plan.isLowVolume ? random.between(4, 12) : random.logNormal(55, 0.6)) * (plan.hasPersonalUse ? 0.6 : 1), random.between(0.08, 0.22), leads);
        member.habits = [rings, keepsInTouch(plan.hasPersonalUse ? random.between(3, 6) : random.between(0.2, 1), stage)];
        disguise(member, plan, stage, () => undefined);
      }
    }
  },
};

function ringsOnce(calls: number, returned: number, leads: LeadList): Habit {
  const works = worksExceptOneDayIn(6);
  return (self, day) => {
    const { random, stage } = day;
    if (!works(self, day.index)) return;
    for (let left = random.poisson(calls); left > 0; left--) {
      const lead = leads.next(stage, false).inUseOn(day.index);
      let at = day.moment(rhythms.private);
      day.call(self, lead, at, random.chance(0.06) ? random.whole(1, 3) : 0);
      if (random.chance(0.25)) day.call(self, lead, (at += random.whole(120, 5_000)), 0);
      if (!random.chance(returned)) continue;
      // The longer one waits on the line, the more it costs.
      const durationS = day.talk(52, 0.8, 0.97);
      day.call(lead, self, at + random.whole(20, 4_000), durationS);
      stage.harm(self, lead).calls++;
    }
  };
}
