import type { Habit, Member } from '../member.ts';
import { rhythms } from '../rhythm.ts';
import type { Role } from './role.ts';

/** Meters, trackers and payment terminals: batches of cards that report to one number, day and night, for ever. */
export const machine: Role = {
  name: 'machine',
  side: 'lookAlike',
  weight: 14,
  cast(count, stage) {
    const { random } = stage;
    for (let left = count; left > 0;) {
      const cards = Math.min(left, random.whole(8, 40));
      left -= cards;
      const server = stage.add(stage.numbers.messageSender(), 'service', 'ordinary');
      const reports = random.between(0.4, 3);
      // Alarm panels call; meters write.
      const calls = random.chance(0.25);
      const numbers = stage.numbers.machines(cards);
      const contract = stage.supply.companyContract(numbers[0]!, numbers.at(-1)!);
      for (const number of numbers) {
        const member = stage.add(number, 'machine', 'lookAlike');
        stage.supply.facts.set(member.id, { outlet: stage.supply.outlets[0]!, contract, holder: server.id });
        member.imeis = [stage.handsets.modem()];
        member.home = random.below(stage.places.count);
        member.work = member.home;
        member.habits = [reportsTo(server, reports, calls)];
      }
    }
  },
};

function reportsTo(server: Member, reports: number, calls: boolean): Habit {
  return (self, day) => {
    for (let left = day.random.poisson(reports); left > 0; left--) {
      const at = day.moment(rhythms.machine);
      if (calls) day.call(self, server, at, day.random.whole(4, 12));
      else day.text(self, server, at);
      if (day.random.chance(0.1)) day.text(server, self, at + day.random.whole(1, 20));
    }
  };
}
