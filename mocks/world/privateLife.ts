/** Habits that everyone with a private life shares, and the making of families, friends and workplaces. */
import type { Day } from './day.ts';
import type { Habit, Member } from './member.ts';
import { mix32 } from './random.ts';
import { rhythms } from './rhythm.ts';
import type { Stage } from './stage.ts';
import { hexadecimal } from './supply.ts';

/** Calls and messages within one's circle. */
const callsCircle: Habit = (self, day) => {
  const { random, stage } = day;
  // Some days are busy, on others the phone stays in the pocket.
  const count = random.poisson(self.privateCalls * (day.isWeekend ? 1.15 : 0.95) * (random.chance(0.17) ? 4.2 : 0.34));
  let last = 0;
  for (let i = 0; i < count; i++) {
    const other = stage.circles.draw(self, random);
    if (other < 0) return;
    const friend = stage.members[other]!.inUseOn(day.index);
    const [from, to] = random.chance(self.initiative / (self.initiative + friend.initiative)) ? [self, friend] : [friend, self];
    // One call leads to the next: arrangements, errands, somebody to be told.
    const at = i > 0 && random.chance(0.68) ? last + random.whole(40, 1_500) : day.moment(rhythms.private);
    last = at;
    // Rent, a shared meal, money for the parents.
    if (friend.isSubscriber && random.chance(0.05)) day.pay(from, to, roundYuan(random.logNormal(260, 1.3)), at + random.whole(30, 7_200));
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
const getsCodes: Habit = (self, day) => {
  const { random, stage } = day;
  const count = random.poisson(self.codes);
  if (count === 0 || stage.messageSenders.length === 0) return;
  const senders = stage.messageSenders;
  for (let i = 0; i < count; i++) {
    // Everyone's few favourite services, spread over all senders by the person's id.
    const sender = (self.person * 13 + Math.floor(random.unit() * random.unit() * 24)) % senders.length;
    const at = day.moment(rhythms.shopping);
    day.text(senders[sender]!, self, at);
    if (random.chance(SIGN_UPS)) day.signUp(self, stage.platforms[sender]!, at + random.whole(15, 90), ownDevice(self), homeAddress(self, day));
  }
};

/** Of the codes that one gets, how many are for a new account. */
const SIGN_UPS = 0.2;

/** The phone as an application sees it. */
export function ownDevice(self: Member): string {
  return `d${hexadecimal(self.person, 0x3ac1)}${hexadecimal(self.person, 0x77e5)}`;
}

/** An address of the operator's shared range (RFC 6598), another every few days. */
export function homeAddress(self: Member, day: Day): string {
  return sharedAddress(mix32(self.person * 64 + (day.index >> 2)));
}

export function sharedAddress(lot: number): string {
  return `100.${64 + (lot & 63)}.${(lot >>> 8) & 255}.${1 + ((lot >>> 16) % 254)}`;
}

/** As people pay: small sums to the jiao, large ones in tens. */
export function roundYuan(yuan: number): number {
  return yuan < 100 ? Math.round(yuan * 10) / 10 : Math.round(yuan / 10) * 10;
}

/** One calls strangers, too: a shop, a repairer, someone selling a bicycle; a few live by it. */
const callsStrangers: Habit = (self, day) => {
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
  member.privateCalls = pace * stage.random.logNormal(0.75, 0.9);
  // Some always ring, others let themselves be rung.
  member.initiative = stage.random.logNormal(1, 1.4);
  member.strangerCalls = pace * stage.random.logNormal(0.16, 1.35);
  member.codes = pace * stage.random.logNormal(0.12, 0.7);
}

/** The same life with another number: `to` takes over what `from` was wont to do, and whom it knows. */
export function liveOn(from: Member, to: Member): void {
  to.person = from.person;
  to.privateCalls = from.privateCalls;
  to.initiative = from.initiative;
  to.strangerCalls = from.strangerCalls;
  to.codes = from.codes;
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
    const elsewhere = random.whole(0, 3);
    for (let i = 0; i < elsewhere && outside.length > 0; i++) circles.tie(member, random.pick(outside), 1.4, random);
  }
}
