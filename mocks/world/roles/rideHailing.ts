import type { Habit } from '../member.ts';
import { settleIn } from '../privateLife.ts';
import { rhythms } from '../rhythm.ts';
import type { Role } from './role.ts';

/** Drives for a ride-hailing service: strangers all day and into the night, once each, a few words either way. */
export const rideHailing: Role = {
  name: 'rideHailing',
  side: 'lookAlike',
  weight: 9,
  cast(count, stage) {
    const { random } = stage;
    for (let i = 0; i < count; i++) {
      const member = stage.addPhone('rideHailing', 'lookAlike');
      member.roaming = 0.9;
      member.roamingCells = random.whole(12, 30);
      member.habits = [takesRides(random.logNormal(9, 0.35), random.below(7))];
      settleIn(member, stage, 0.8);
    }
  },
};

function takesRides(rides: number, dayOff: number): Habit {
  return (self, day) => {
    const { random, stage } = day;
    if ((stage.startDay + day.index) % 7 === dayOff) return;
    for (let left = random.poisson(rides); left > 0; left--) {
      const passenger = stage.stranger(random);
      const at = day.moment(rhythms.ride);
      const [from, to] = random.chance(0.62) ? [self, passenger] : [passenger, self];
      day.call(from, to, at, day.talk(16, 0.5, 0.86));
      if (random.chance(0.18)) day.call(to, from, at + random.whole(40, 600), day.talk(14, 0.5, 0.9));
    }
  };
}
