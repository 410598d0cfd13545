import { ordinaryHabits, settleIn } from '../privateLife.ts';
import type { Habit } from '../member.ts';
import type { Role } from './role.ts';

/** The number of somebody who is here for a season, or away at sea: silent for weeks, then an ordinary life at once. */
export const seasonal: Role = {
  name: 'seasonal',
  side: 'lookAlike',
  weight: 8,
  cast(count, stage) {
    const { random } = stage;
    for (let i = 0; i < count; i++) {
      const member = stage.addPhone('seasonal', 'lookAlike');
      settleIn(member, stage, random.between(1.5, 4));
      if (random.chance(0.5)) member.strangerCalls += random.logNormal(1.5, 0.8);
      const back = Math.floor(stage.days * random.between(0.4, 0.9));
      const left = Math.floor(stage.days * random.between(-0.3, 0.15));
      member.habits = [livesHere(left, back)];
    }
  },
};

function livesHere(left: number, back: number): Habit {
  return (self, day) => {
    if (day.index >= left && day.index < back) {
      if (day.random.chance(0.02) && day.stage.messageSenders.length > 0) day.text(day.random.pick(day.stage.messageSenders), self, day.random.below(80_000));
      return;
    }
    for (const habit of ordinaryHabits) habit(self, day);
  };
}
