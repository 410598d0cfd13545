import { rotatingDevice, type Habit, type Member } from '../member.ts';
import { mix32 } from '../random.ts';
import { rhythms } from '../rhythm.ts';
import { blockBetween, dealDisguises, firstGeneration } from './disguise.ts';
import { drawReception, LeadList, pitches, type Pitch } from './leads.ts';
import type { Role } from './role.ts';

/** A box of modems with many cards in few slots, moved round so that none stands out; it stands in one place, unattended. */
export const simBox: Role = {
  name: 'simBox',
  side: 'fraud',
  weight: 4,
  cast(count, stage) {
    const { random } = stage;
    const notes = dealDisguises(firstGeneration(count), stage);
    while (notes.length > 0) {
      const gang = stage.nameGang('simBox');
      const cards = notes.splice(0, notes.length < 16 ? notes.length : random.whole(8, 32));
      const slots = Array.from({ length: Math.max(2, Math.round(cards.length / random.between(3, 6))) }, () => stage.handsets.modem());
      const flat = random.below(stage.places.count);
      const leads = new LeadList(stage, []);
      const begins = Math.floor(stage.days * random.between(0, 0.5));
      const ends = Math.min(stage.days - 1, begins + random.whole(20, 60));
      const rhythm = random.chance(0.5) ? rhythms.gangRoom : rhythms.gangEvening;
      const dutyShare = random.between(0.4, 0.75);
      const crew: Member[] = [];

      const insert = (number: string): Member => {
        const member = stage.add(number, 'simBox', 'fraud');
        member.home = flat;
        member.work = flat;
        member.imeis = slots;
        member.device = rotatingDevice;
        crew.push(member);
        return member;
      };
      const numbers = stage.numbers.mobileRun(cards.length);
      for (const [i, note] of cards.entries()) {
        const member = insert(numbers[i]!);
        member.firstDay = Math.min(stage.days - 1, begins + random.below(Math.max(1, ends - begins - 6)));
        member.lastDay = Math.min(ends, member.firstDay + random.whole(5, 25));
        const pitch: Pitch = {
          callsPerDay: note.isLowVolume ? random.between(5, 11) : random.logNormal(26, 0.35) * (note.hasPersonalUse ? 0.5 : 1),
          ...drawReception(random), rhythm, leads, talkS: random.logNormal(46, 0.2), victims: [],
        };
        const isOnDuty = (self: Member, day: number) => (mix32(self.id * 613 + day) >>> 0) / 2 ** 32 < dutyShare;
        const habits = note.hasPersonalUse ? [pitches(pitch, isOnDuty), seemsHuman(crew)] : [pitches(pitch, isOnDuty)];
        member.habits = habits;
        stage.fraudNotes.set(member, { ...note, gang });
        if (note.isBlocked) {
          blockBetween(member, member.firstDay + 2, Math.min(member.lastDay, stage.days - 5), stage, () => {
            const successor = insert(stage.numbers.mobile());
            successor.habits = habits;
            stage.fraudNotes.set(successor, { ...note, gang, isBlocked: false });
            return successor;
          });
        }
      }
    }
  },
};

/** Cards that call one another and get a code now and then, to look like somebody's. */
function seemsHuman(crew: readonly Member[]): Habit {
  return (self, day) => {
    const { random, stage } = day;
    for (let left = random.poisson(6); left > 0; left--) {
      const other = crew[(self.id + random.below(3) + 1) % crew.length]!;
      const [from, to] = random.chance(0.5) ? [self, other] : [other, self];
      day.call(from, to, day.moment(rhythms.private), day.talk(60, 0.8, 0.95));
    }
    if (random.chance(0.2)) day.text(random.pick(stage.messageSenders), self, day.moment(rhythms.shopping));
  };
}
