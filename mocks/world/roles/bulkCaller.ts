import type { Member } from '../member.ts';
import { settleIn } from '../privateLife.ts';
import { rhythms } from '../rhythm.ts';
import { dealDisguises, disguise, employ, firstGeneration } from './disguise.ts';
import { drawReception, keepsInTouch, LeadList, pitches, reports, worksExceptOneDayIn, type Pitch } from './leads.ts';
import { raid } from './raid.ts';
import type { Role } from './role.ts';

/** A room of callers who work through lists, day after day, from one place. */
export const bulkCaller: Role = {
  name: 'bulkCaller',
  side: 'fraud',
  weight: 4,
  cast(count, stage) {
    const { random } = stage;
    const plans = dealDisguises(firstGeneration(count), stage);
    let raided = stage.campaign.first('raid');
    while (plans.length > 0) {
      const gang = stage.formGang('bulkCaller');
      const room = random.below(stage.places.count);
      const range = random.chance(0.4) ? stage.numbers.mobileRun(random.whole(30, 30 + Math.min(400, Math.round(stage.size / 30)))).map((number) => stage.addOutside(number)) : [];
      const leads = new LeadList(stage, range);
      const rhythm = random.chance(0.6) ? rhythms.gangRoom : rhythms.gangEvening;
      const orders = reports(random.between(0.2, 0.8));
      const isRaided = raided !== null;
      const begins = raided === null ? Math.floor(stage.days * random.between(-0.1, 0.8)) : Math.max(0, raided.day - 16);
      const crew: Member[] = [];
      for (const plan of plans.splice(0, random.whole(3, 7))) {
        const member = stage.recruit(gang, room);
        // Most numbers burn within two weeks, as others report them; a few last for months.
        employ(member, begins, isRaided ? 30 : random.logNormal(11, 0.9), stage);
        const pitch: Pitch = {
          callsPerDay: (plan.isLowVolume ? random.between(1.5, 5) : random.logNormal(30, 0.7)) * (plan.hasPersonalUse ? 0.15 : 1),
          ...drawReception(random), rhythm, leads, talkS: random.logNormal(34, 0.2), victims: [],
        };
        member.habits = [pitches(pitch, worksExceptOneDayIn(8)), orders, keepsInTouch(random.between(0.3, 1.6), stage)];
        if (plan.hasPersonalUse) settleIn(member, stage, 4);
        crew.push(member);
        disguise(member, plan, stage, (successor) => crew.push(successor));
      }
      if (raided !== null) raid(raided, gang, crew, stage);
      raided = null;
    }
  },
};
