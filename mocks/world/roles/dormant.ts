import { rhythms } from '../rhythm.ts';
import { testsCard } from './burner.ts';
import { dealDisguises, disguise, firstGeneration } from './disguise.ts';
import { drawReception, keepsInTouch, LeadList, pitches, type Pitch } from './leads.ts';
import type { Role } from './role.ts';

/** A number of a forged pool contract that the register lists as vacant: silent for weeks, then awake overnight. */
export const dormant: Role = {
  name: 'dormant',
  side: 'fraud',
  weight: 2,
  cast(count, stage) {
    const { random } = stage;
    const plans = dealDisguises(firstGeneration(count), stage);
    while (plans.length > 0) {
      const gang = stage.formGang('dormant');
      const place = random.below(stage.places.count);
      const leads = new LeadList(stage, []);
      const wakes = Math.floor(stage.days * random.between(0.35, 0.85));
      for (const plan of plans.splice(0, random.whole(2, 8))) {
        const member = stage.recruit(gang, place, true);
        const facts = stage.supply.facts.get(member.id)!;
        if (facts.contract !== null) stage.supply.facts.set(member.id, { ...facts, isListedVacant: true });
        const wakeDay = Math.min(stage.days - 1, plan.block === null ? wakes + random.below(3) : Math.min(wakes, plan.block.day - random.whole(3, 6)));
        member.firstDay = Math.max(0, wakeDay - random.whole(20, 50));
        member.lastDay = Math.min(stage.days - 1, wakeDay + random.whole(4, 20));
        const pitch: Pitch = {
          callsPerDay: (plan.isLowVolume ? random.between(1.5, 5) : random.logNormal(26, 0.6)) * (plan.hasPersonalUse ? 0.5 : 1),
          ...drawReception(random), rhythm: random.pick([rhythms.gangRoom, rhythms.gangEvening]), leads, talkS: random.logNormal(34, 0.2), victims: [],
        };
        const circle = keepsInTouch(plan.hasPersonalUse ? random.between(3, 6) : random.between(0.3, 1.5), stage);
        const awake = pitches(pitch, (_, day) => day >= wakeDay);
        member.habits = [testsCard(member.firstDay), awake, (self, day) => {
          if (day.index >= wakeDay) circle(self, day);
        }];
        const sleptFrom = member.firstDay;
        disguise(member, plan, stage, () => undefined);
        // A block moves the beginning of work, not the day on which the card was first tried.
        member.firstDay = Math.min(member.firstDay, sleptFrom);
      }
    }
  },
};
