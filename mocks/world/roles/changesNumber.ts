import { liveOn, settleIn } from '../privateLife.ts';
import type { Member } from '../member.ts';
import type { Role } from './role.ts';

/** Changes the number, often with the whole family for a better offer: an old one falls silent, a new one knows the same people. */
export const changesNumber: Role = {
  name: 'changesNumber',
  side: 'lookAlike',
  weight: 10,
  cast(count, stage) {
    const { random } = stage;
    for (let left = count; left > 0;) {
      const household = Math.min(left, random.pick([1, 1, 2, 3, 4]));
      left -= household * 2;
      const day = Math.floor(stage.days * random.between(0.25, 0.75));
      const home = random.below(stage.places.count);
      const family: Member[] = [];
      for (let i = 0; i < household; i++) {
        const old = stage.addPhone('changesNumber', 'lookAlike', home);
        settleIn(old, stage, 1.6);
        old.lastDay = Math.max(0, day - 1);
        const { number, contract } = stage.supply.resaleCard();
        const next = stage.addPhone('changesNumber', 'lookAlike', home, number);
        liveOn(old, next);
        next.habits = old.habits;
        next.work = old.work;
        next.firstDay = day;
        old.successor = next;
        stage.supply.facts.set(next.id, { outlet: random.pick(stage.supply.outlets), contract, holder: old.id });
        // Most keep the phone.
        if (random.chance(0.7)) next.imeis = old.imeis;
        for (const relative of family) stage.circles.tie(old, relative, 6, random);
        family.push(old);
        stage.replacements.push({ old, new: next, cut: day, isFraud: false });
      }
    }
  },
};
