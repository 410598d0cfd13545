/** Habits that everyone with a private life shares, and the making of families, friends and workplaces. */
import type { Habit, Member } from './member.ts';
import { rhythms } from './rhythm.ts';
import type { Stage } from './stage.ts';

/** Calls and messages within one's circle. */
export const callsCircle: Habit = (self, day) => {
  const { random, stage } = day;
  const count = random.poisson(self.privateCalls * (day.isWeekend ? 1.15 : 0.95));
  for (let i = 0; i < count; i++) {
    const other = stage.circles.draw(self, random);
    if (other < 0) return;
    const friend = stage.members[other]!;
    const [from, to] = random.chance(self.initiative / (self.initiative + friend.initiative)) ? [self, friend] : [friend, self];
    const at = day.moment(rhythms.private);
    if (random.chance(0.08)) {
      day.text(from, to, at);
      continue;
    }
    const durationS = day.talk(52, 1.15, 0.82);
    day.call(from, to, at, durationS);
    // A missed call is often returned, and sometimes tried again.
    if (durationS > 0) continue;
    if (random.chance(0.4)) day.call(to, from, at + random.whole(60, 5_400), day.talk(45, 1.1, 0.9));
    else if (random.chance(0.3)) day.call(from, to, at + random.whole(20, 900), day.talk(45, 1.1, 0.6));
  }
};

/** Verification codes and notices, each from one of the senders the person deals with. */
export const getsCodes: Habit = (self, day) => {
  const { random, stage } = day;
  const count = random.poisson(self.codes);
  if (count === 0 || stage.messageSenders.length === 0) return;
  const senders = stage.messageSenders;
  for (let i = 0; i < count; i++) {
    // Everyone's few favourite services, spread over all senders by the person's id.
    const sender = senders[(self.id * 13 + Math.floor(random.unit() * random.unit() * 24)) % senders.length]!;
    day.text(sender, self, day.moment(rhythms.shopping));
  }
};

/** One calls strangers, too: a shop, a repairer, someone selling a bicycle; a few live by it. */
export const callsStrangers: Habit = (self, day) => {
  const { random, stage } = day;
  for (let left = random.poisson(self.strangerCalls); left > 0; left--) {
    const stranger = stage.stranger(random);
    const at = day.moment(rhythms.private);
    const durationS = day.talk(44, 1, 0.72);
    day.call(self, stranger, at, durationS);
    if (durationS === 0 && random.chance(0.3)) day.call(stranger, self, at + random.whole(60, 3_600), day.talk(40, 0.9, 0.9));
  }
};

export const ordinaryHabits: readonly Habit[] = [callsCircle, getsCodes, callsStrangers];

/** Gives a member an ordinary person's life, at this share of the usual pace. */
export function settleIn(member: Member, stage: Stage, pace = 1): void {
  stage.people.push(member);
  member.habits = member.habits.length === 0 ? ordinaryHabits : [...ordinaryHabits, ...member.habits];
  // Most people write elsewhere and hardly call; some call all day.
  member.privateCalls = pace * stage.random.logNormal(0.4, 1.05);
  // Some always ring, others let themselves be rung.
  member.initiative = stage.random.logNormal(1, 1.4);
  member.strangerCalls = pace * stage.random.logNormal(0.1, 1.3);
  member.codes = pace * stage.random.logNormal(0.12, 0.7);
}

/** Ties all `stage.people` into families, workplaces and friendships, and to numbers of other operators. */
export function tieCircles(stage: Stage): void {
  const { circles, outside, random } = stage;
  const people = random.shuffle(stage.people.slice());
  for (let first = 0; first < people.length;) {
    const family = people.slice(first, first + random.pick([1, 2, 3, 3, 4, 5]));
    for (let i = 0; i < family.length; i++) {
      const member = family[i]!;
      if (member.home >= 0 && random.chance(0.8)) member.home = family[0]!.home;
      for (let j = 0; j < i; j++) circles.tie(member, family[j]!, 6, random);
    }
    first += family.length;
  }
  const shuffled = random.shuffle(people.slice());
  for (let first = 0; first < shuffled.length;) {
    const team = shuffled.slice(first, first + random.whole(2, 9));
    for (let i = 0; i < team.length; i++) {
      if (team[i]!.work >= 0) team[i]!.work = team[0]!.work;
      for (let j = 0; j < i; j++) if (random.chance(0.5)) circles.tie(team[i]!, team[j]!, 1, random);
    }
    first += team.length;
  }
  for (const member of people) {
    const friends = random.whole(1, 4);
    for (let i = 0; i < friends; i++) circles.tie(member, random.pick(people), 1.4, random);
    const elsewhere = random.whole(1, 4);
    for (let i = 0; i < elsewhere && outside.length > 0; i++) circles.tie(member, random.pick(outside), 1.4, random);
  }
}
