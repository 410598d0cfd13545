import type { Habit, Member } from '../member.ts';
import { rhythms } from '../rhythm.ts';
import type { Role } from './role.ts';

/** An operator's test probes: modems that call one another and a test line round the clock, and read back codes. */
export const probe: Role = {
  name: 'probe',
  side: 'lookAlike',
  weight: 4,
  cast(count, stage) {
    const { random } = stage;
    for (let left = count; left > 0;) {
      const probes = Math.min(left, random.whole(4, 12));
      left -= probes;
      const testLine = stage.add(stage.numbers.landline(), 'testLine', 'ordinary');
      const fleet: Member[] = [];
      const calls = random.logNormal(14, 0.4);
      const numbers = stage.numbers.machines(probes);
      const contract = stage.supply.companyContract(numbers[0]!, numbers.at(-1)!);
      for (const number of numbers) {
        const member = stage.add(number, 'probe', 'lookAlike');
        member.imeis = [stage.handsets.modem()];
        member.home = random.below(stage.places.count);
        member.work = member.home;
        member.habits = [tests(fleet, testLine, calls)];
        stage.supply.facts.set(member.id, { outlet: stage.supply.outlets[0]!, contract, holder: testLine.id });
        fleet.push(member);
      }
    }
  },
};

function tests(fleet: readonly Member[], testLine: Member, calls: number): Habit {
  return (self, day) => {
    const { random, stage } = day;
    for (let left = random.poisson(calls); left > 0; left--) {
      const other = random.chance(0.5) ? testLine : random.pick(fleet);
      day.call(self, other, day.moment(rhythms.machine), random.chance(0.97) ? random.whole(9, 12) : 0);
      if (random.chance(0.1)) day.text(random.pick(stage.messageSenders), self, day.moment(rhythms.machine));
    }
  };
}
