import type { Habit } from '../member.ts';
import { settleIn } from '../privateLife.ts';
import { rhythms } from '../rhythm.ts';
import type { Role } from './role.ts';

/** Brings parcels: many short calls to whoever has one that day, on a round through many cells; one day a week off. */
export const courier: Role = {
  name: 'courier',
  side: 'lookAlike',
  weight: 10,
  cast(count, stage) {
    const { random } = stage;
    for (let i = 0; i < count; i++) {
      const member = stage.addPhone('courier', 'lookAlike');
      member.work = stage.places.near(member.home, random.whole(1, 6));
      member.roaming = 0.85;
      member.roamingCells = random.whole(6, 14);
      member.habits = [delivers(random.logNormal(20, 0.35), random.unit(), random.between(0.3, 0.6), random.below(7))];
      settleIn(member, stage, 0.7);
    }
  },
};

/** @param district where in the public its round begins, 0–1; @param size of the round as a share of the public */
function delivers(parcels: number, district: number, size: number, dayOff: number): Habit {
  return (self, day) => {
    const { random, stage } = day;
    if ((stage.startDay + day.index) % 7 === dayOff) return;
    const round = Math.max(1, Math.min(1_400, Math.floor(size * stage.public.length)));
    const first = Math.floor(district * stage.public.length);
    for (let left = random.poisson(parcels); left > 0; left--) {
      // Some households get a parcel a week, most one a month.
      const house = Math.floor(round * random.unit() * (0.35 + 0.65 * random.unit()));
      const customer = stage.public[(first + house) % stage.public.length]!;
      const at = day.moment(rhythms.delivery);
      const durationS = day.talk(19, 0.6, 0.74);
      day.call(self, customer, at, durationS);
      if (durationS === 0 && random.chance(0.45)) day.call(customer, self, at + random.whole(60, 7_200), day.talk(22, 0.6, 0.8));
      else if (durationS === 0 && random.chance(0.5)) day.text(self, customer, at + random.whole(20, 200));
    }
  };
}
