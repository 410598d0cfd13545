import type { Habit, Member } from '../member.ts';
import { ordinaryHabits, settleIn } from '../privateLife.ts';
import { rhythms } from '../rhythm.ts';
import type { Stage } from '../stage.ts';
import { dealDisguises, disguise, firstGeneration } from './disguise.ts';
import { drawReception, keepsInTouch, LeadList, pitches, type Pitch } from './leads.ts';
import type { Role } from './role.ts';

/** A card that is bought, kept, used for a few days without restraint, and thrown away. */
export const burner: Role = {
  name: 'burner',
  side: 'fraud',
  weight: 3,
  cast(count, stage) {
    const { random } = stage;
    const plans = dealDisguises(firstGeneration(count), stage);
    while (plans.length > 0) {
      const gang = stage.formGang('burner');
      const hideout = random.below(stage.places.count);
      const leads = new LeadList(stage, []);
      const rhythm = random.chance(0.5) ? rhythms.gangRoom : rhythms.gangEvening;
      // Handsets cost money: some burners of a gang come out of the same one, one after the other.
      const handsets = Array.from({ length: random.whole(1, 4) }, () => stage.handsets.phone());
      for (const plan of plans.splice(0, random.whole(2, 6))) {
        const burstDays = random.whole(2, 6);
        const burstDay = Math.max(0, plan.block === null
          ? Math.min(stage.days - 1, Math.floor(stage.days * random.between(0.2, 0.92)))
          : plan.block.day - random.whole(3, 8));
        const boughtDay = Math.max(0, burstDay - random.whole(8, 40));
        const pitch: Pitch = {
          callsPerDay: plan.isLowVolume ? random.between(2, 6) : random.logNormal(42, 0.6),
          ...drawReception(random), rhythm, leads, talkS: random.logNormal(33, 0.2), victims: [],
        };
        const burst = pitches(pitch, (_, day) => day >= burstDay);
        const member = stage.recruit(gang, hideout);
        const circle = keepsInTouch(random.between(0.2, 1.4), stage);
        if (plan.hasPersonalUse) sellLater(member, boughtDay, [burst, circle], stage);
        else {
          member.imeis = [random.pick(handsets)];
          member.habits = [testsCard(boughtDay), burst, (self, day) => {
            if (day.index >= burstDay) circle(self, day);
          }];
        }
        member.firstDay = plan.hasPersonalUse ? 0 : boughtDay;
        member.lastDay = Math.min(stage.days - 1, burstDay + burstDays - 1);
        disguise(member, plan, stage, (successor) => {
          successor.habits = [burst, circle];
        });
      }
    }
  },
};

/** Bought cards are tried once, and topped up. */
export function testsCard(boughtDay: number): Habit {
  return (self, day) => {
    if (day.index !== boughtDay && !day.random.chance(0.02)) return;
    day.text(day.random.pick(day.stage.messageSenders), self, day.moment(rhythms.shopping));
  };
}

/** A card with a life of its own until its owner sells it. */
export function sellLater(member: Member, soldDay: number, afterwards: readonly Habit[], stage: Stage): void {
  settleIn(member, stage, 2);
  member.habits = [
    (self, day) => {
      if (day.index < soldDay) for (const habit of ordinaryHabits) habit(self, day);
    },
    ...afterwards.map((habit): Habit => (self, day) => {
      if (day.index >= soldDay) habit(self, day);
    }),
  ];
}
