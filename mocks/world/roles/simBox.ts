import { rotatingDevice, type Habit, type Member } from '../member.ts';
import { rhythms } from '../rhythm.ts';
import { dealDisguises, disguise, firstGeneration } from './disguise.ts';
import { drawReception, LeadList, pitches, worksExceptOneDayIn, type Pitch } from './leads.ts';
import type { Role } from './role.ts';

/** A box of modems with many cards in few slots, moved round so that none stands out; it stands in one place, unattended. */
export const simBox: Role = {
  name: 'simBox',
  side: 'fraud',
  weight: 4,
  cast(count, stage) {
    const { random } = stage;
    const plans = dealDisguises(firstGeneration(count), stage);
    while (plans.length > 0) {
      const gang = stage.formGang('simBox');
      const cards = plans.splice(0, plans.length < 16 ? plans.length : random.whole(8, 32));
      const slots = Array.from({ length: Math.max(2, Math.round(cards.length / random.between(3, 6))) }, () => stage.handsets.modem());
      const flat = random.below(stage.places.count);
      const leads = new LeadList(stage, []);
      const begins = Math.floor(stage.days * random.between(0, 0.5));
      const ends = Math.min(stage.days - 1, begins + random.whole(20, 60));
      const rhythm = random.chance(0.5) ? rhythms.gangRoom : rhythms.gangEvening;
      const restsOneIn = random.whole(2, 4);
      const crew: Member[] = [];
      for (const plan of cards) {
        const member = stage.recruit(gang, flat);
        crew.push(member);
        member.imeis = slots;
        member.device = rotatingDevice;
        member.firstDay = Math.min(stage.days - 1, begins + random.below(Math.max(1, ends - begins - 6)));
        member.lastDay = Math.min(stage.days - 1, ends, member.firstDay + random.whole(5, 30));
        const pitch: Pitch = {
          callsPerDay: plan.isLowVolume ? random.between(1.5, 4) : random.logNormal(16, 0.6) * (plan.hasPersonalUse ? 0.5 : 1),
          ...drawReception(random), rhythm, leads, talkS: random.logNormal(36, 0.2), victims: [],
        };
        const work = pitches(pitch, worksExceptOneDayIn(restsOneIn));
        member.habits = plan.hasPersonalUse || random.chance(0.25) ? [work, seemsHuman(crew, random.between(2, 7))] : [work];
        disguise(member, plan, stage, (successor) => crew.push(successor));
      }
    }
  },
};

/** Cards that call one another and get a code now and then, to look like somebody's. */
export function seemsHuman(crew: readonly Member[], callsPerDay: number): Habit {
  return (self, day) => {
    const { random, stage } = day;
    for (let left = random.poisson(callsPerDay); left > 0; left--) {
      const other = crew[(self.person + random.below(3) + 1) % crew.length]!.inUseOn(day.index);
      const [from, to] = random.chance(0.5) ? [self, other] : [other, self];
      day.call(from, to, day.moment(rhythms.private), day.talk(60, 0.8, 0.95));
    }
    if (random.chance(0.2)) day.text(random.pick(stage.messageSenders), self, day.moment(rhythms.shopping));
  };
}
