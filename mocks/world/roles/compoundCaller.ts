import { Compound } from '../compound.ts';
import { rhythms } from '../rhythm.ts';
import { dealDisguises, disguise, employ, firstGeneration } from './disguise.ts';
import { drawReception, keepsInTouch, LeadList, pitches, reports, worksExceptOneDayIn, type Pitch } from './leads.ts';
import type { Role } from './role.ts';

/** About how many numbers one compound uses. */
const CREW = 20;

/** A caller in a compound (园区) across the border: shared border cells, one shift, one power supply. */
export const compoundCaller: Role = {
  name: 'compoundCaller',
  side: 'fraud',
  weight: 5,
  cast(count, stage) {
    const { random, places } = stage;
    const plans = dealDisguises(firstGeneration(count), stage);
    // At least one where the network is cut and one where the power is, if there are enough to be crews.
    const compounds = Math.max(plans.length >= 6 ? 2 : 1, Math.round(plans.length / CREW));
    for (let i = 0; i < compounds; i++) {
      const gang = stage.formGang('compoundCaller');
      const compound = new Compound(gang, i % (places.borderPlaces - 1), stage);
      stage.compounds.push(compound);
      const leads = new LeadList(stage, []);
      const orders = reports(random.between(0.2, 0.8));
      const crew = plans.splice(0, Math.ceil(plans.length / (compounds - i)));
      for (const plan of crew) {
        const member = stage.recruit(gang, places.borderCell(compound.borderPlace, 0));
        employ(member, Math.floor(stage.days * random.between(-0.1, 0.3)), random.logNormal(55, 0.5), stage);
        const pitch: Pitch = {
          callsPerDay: (plan.isLowVolume ? random.between(1.5, 5) : random.logNormal(16, 0.6)) * (plan.hasPersonalUse ? 0.4 : 1),
          ...drawReception(random), rhythm: rhythms.gangRoom, leads, talkS: random.logNormal(40, 0.3), victims: [], when: compound.when,
        };
        member.habits = [pitches(pitch, worksExceptOneDayIn(10)), orders, keepsInTouch(plan.hasPersonalUse ? random.between(4, 8) : random.between(0.3, 1.4), stage)];
        disguise(member, plan, stage, (successor) => compound.houseInPlaceOf(member, successor));
        compound.house(member);
        if (member.successor !== null) compound.houseInPlaceOf(member, member.successor);
      }
    }
  },
};
