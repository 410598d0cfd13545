import type { Member } from '../member.ts';
import { settleIn } from '../privateLife.ts';
import { mix32 } from '../random.ts';
import { rhythms } from '../rhythm.ts';
import { blockBetween, dealDisguises, firstGeneration } from './disguise.ts';
import { drawReception, LeadList, pitches, reportsTo, type Pitch } from './leads.ts';
import type { Role } from './role.ts';

/** A room of callers who work through lists, day after day, from one place. */
export const bulkCaller: Role = {
  name: 'bulkCaller',
  side: 'fraud',
  weight: 3,
  cast(count, stage) {
    const { random } = stage;
    const notes = dealDisguises(firstGeneration(count), stage);
    while (notes.length > 0) {
      const gang = stage.nameGang('bulkCaller');
      const room = random.below(stage.places.count);
      const range = random.chance(0.4) ? stage.numbers.mobileRun(random.whole(30, 30 + Math.min(400, Math.round(stage.size / 30)))).map((number) => stage.addOutside(number)) : [];
      const leads = new LeadList(stage, range);
      const rhythm = random.chance(0.6) ? rhythms.gangRoom : rhythms.gangEvening;
      const begins = Math.floor(stage.days * random.between(-0.1, 0.8));

      const reports = random.between(0, 1.5);
      let leader: Member | null = null;

      const join = (): Member => {
        const member = stage.addPhone('bulkCaller', 'fraud', room);
        member.work = room;
        member.roaming = 0.05;
        return member;
      };
      for (const note of notes.splice(0, random.whole(3, 7))) {
        const member = join();
        member.firstDay = Math.min(stage.days - 1, Math.max(0, begins + random.below(6)));
        // Most numbers burn within two weeks, as others report them; a few last for months.
        member.lastDay = Math.min(stage.days - 1, member.firstDay + Math.round(random.logNormal(9, 0.8)));
        const pitch: Pitch = {
          callsPerDay: (note.isLowVolume ? random.between(6, 16) : random.logNormal(48, 0.45)) * (note.hasPersonalUse ? 0.15 : 1),
          ...drawReception(random), rhythm, leads, talkS: random.logNormal(41, 0.2), victims: [],
        };
        leader ??= member;
        const work = [pitches(pitch, worksMostDays), reportsTo(leader, reports)];
        member.habits = work;
        stage.fraudNotes.set(member, { ...note, gang });
        if (note.isBlocked) {
          blockBetween(member, member.firstDay + 2, Math.min(member.lastDay, stage.days - 5), stage, () => {
            const successor = join();
            successor.habits = work;
            stage.fraudNotes.set(successor, { ...note, gang, isBlocked: false });
            return successor;
          });
        }
        if (note.hasPersonalUse) settleIn(member, stage, 4);
      }
    }
  },
};

/** One day in eight is off, for everyone on another day. */
function worksMostDays(self: Member, day: number): boolean {
  return (mix32(self.id * 977 + day) >>> 0) % 8 !== 0;
}
