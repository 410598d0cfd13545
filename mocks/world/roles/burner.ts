import type { Habit, Member } from '../member.ts';
import { ordinaryHabits, settleIn } from '../privateLife.ts';
import { rhythms } from '../rhythm.ts';
import type { Stage } from '../stage.ts';
import { blockBetween, dealDisguises, firstGeneration } from './disguise.ts';
import { drawReception, LeadList, pitches, type Pitch } from './leads.ts';
import type { Role } from './role.ts';

/** A card that is bought, kept, used for a few days without restraint, and thrown away. */
export const burner: Role = {
  name: 'burner',
  side: 'fraud',
  weight: 3,
  cast(count, stage) {
    const { random } = stage;
    const notes = dealDisguises(firstGeneration(count), stage);
    while (notes.length > 0) {
      const gang = stage.nameGang('burner');
      const hideout = random.below(stage.places.count);
      const leads = new LeadList(stage, []);
      const rhythm = random.chance(0.5) ? rhythms.gangRoom : rhythms.gangEvening;
      // Handsets cost money: some burners of a gang come out of the same one, one after the other.
      const handsets = Array.from({ length: random.whole(1, 4) }, () => stage.handsets.phone());

      for (const note of notes.splice(0, random.whole(2, 6))) {
        const burstDays = random.whole(2, 6);
        const burstDay = Math.min(stage.days - 1, Math.floor(stage.days * random.between(0.3, 0.92)));
        const boughtDay = Math.max(0, burstDay - random.whole(8, 40));
        const pitch: Pitch = {
          callsPerDay: note.isLowVolume ? random.between(8, 20) : random.logNormal(85, 0.35),
          ...drawReception(random), rhythm, leads, talkS: random.logNormal(40, 0.2), victims: [],
        };
        const member = stage.addPhone('burner', 'fraud', hideout);
        member.work = hideout;
        member.firstDay = boughtDay;
        member.lastDay = Math.min(stage.days - 1, burstDay + burstDays - 1);
        stage.fraudNotes.set(member, { ...note, gang });
        const burst = pitches(pitch, (_, day) => day >= burstDay);
        if (note.hasPersonalUse) sellLater(member, boughtDay, burst, stage);
        else {
          member.imeis = [random.pick(handsets)];
          member.habits = [testsCard(boughtDay), burst];
        }
        if (note.isBlocked) {
          blockBetween(member, burstDay + 1, burstDay + burstDays - 1, stage, () => {
            const successor = stage.addPhone('burner', 'fraud', hideout);
            successor.work = hideout;
            successor.habits = [pitches(pitch, () => true)];
            stage.fraudNotes.set(successor, { ...note, gang, isBlocked: false });
            return successor;
          });
        }
      }
    }
  },
};

/** Bought cards are tried once, and topped up. */
function testsCard(boughtDay: number): Habit {
  return (self, day) => {
    if (day.index !== boughtDay && !day.random.chance(0.02)) return;
    day.text(day.random.pick(day.stage.messageSenders), self, day.moment(rhythms.shopping));
  };
}

/** A card with a life of its own until its owner sells it. */
function sellLater(member: Member, soldDay: number, burst: Habit, stage: Stage): void {
  member.firstDay = 0;
  settleIn(member, stage, 2);
  member.habits = [
    (self, day) => {
      if (day.index < soldDay) for (const habit of ordinaryHabits) habit(self, day);
    },
    burst,
  ];
}
