/** Whom a gang calls, and what becomes of those who listen. */
import { bankCardOf, foreignBankCard } from '../bankCards.ts';
import type { Day } from '../day.ts';
import type { Habit, Member } from '../member.ts';
import { mix32, type Random } from '../random.ts';
import { rhythms, type Rhythm } from '../rhythm.ts';
import type { Stage } from '../stage.ts';
import { leaderOf } from './disguise.ts';

/** Share of the public whose numbers are on the lists that are sold. */
const LISTED_SHARE = 0.6;

/** Whom a caller has in hand at once. */
const MOST_NURTURED = 14;

/** A bought list or a dialled-through range: nobody twice before everybody once. */
export class LeadList {
  readonly #range: readonly Member[];
  readonly #start: number;
  readonly #step: number;
  #next = 0;
  #nextInRange = 0;

  /** @param range numbers side by side that are dialled in order, among the others; may be empty */
  constructor(stage: Stage, range: readonly Member[]) {
    this.#range = range;
    this.#start = stage.random.unit();
    this.#step = stage.random.unit();
  }

  next(stage: Stage, inRange: boolean): Member {
    if (inRange && this.#nextInRange < this.#range.length) return this.#range[this.#nextInRange++]!;
    // Lists are copied from one another: the same part of the public gets most of it.
    const size = Math.ceil(stage.public.length * LISTED_SHARE);
    let step = 1 + Math.floor(this.#step * (size - 1));
    while (greatestCommonDivisor(step, size) > 1) step++;
    return stage.public[(Math.floor(this.#start * size) + step * this.#next++) % size]!;
  }
}

/** How a caller of a gang works. */
export interface Pitch {
  readonly callsPerDay: number;
  readonly rhythm: Rhythm;
  readonly answered: number;
  /** Median seconds of a conversation. */
  readonly talkS: number;
  /** Share of missed calls that it tries again, as often as need be. */
  readonly persistence: number;
  /** Share of missed calls that are returned: some gangs live by it. */
  readonly returned: number;
  /** Share of calls that go to those it has spoken with of late: some live by few people whom they call again and again. */
  readonly nurtures: number;
  readonly leads: LeadList;
  /** Those who listened and will be called again; shared with whoever takes the caller's place. */
  readonly victims: Member[];
  /** When it can call at all, as a second of the day; −1 when it cannot. By its rhythm if left out. */
  readonly when?: (self: Member, day: Day) => number;
}

/** How a caller's calls are received: most are refused, but some callers hang up first and wait to be called. */
export function drawReception(random: Random): Pick<Pitch, 'answered' | 'returned' | 'persistence' | 'nurtures'> {
  const nurtures = random.chance(0.1) ? random.between(0.6, 0.92) : random.between(0, 0.1);
  const persistence = random.chance(0.2) ? random.between(0.4, 0.9) : random.between(0, 0.25);
  return random.chance(0.25)
    ? { answered: random.between(0.12, 0.3), returned: random.between(0.25, 0.5), persistence, nurtures }
    : { answered: random.between(0.35, 0.6), returned: random.between(0.02, 0.15), persistence, nurtures };
}

/** Works through the list, and stays with those who listen. */
export function pitches(pitch: Pitch, worksOn: (self: Member, day: number) => boolean): Habit {
  const when = pitch.when ?? ((_: Member, day: Day) => day.moment(pitch.rhythm));
  const nurtured: Member[] = [];
  return (self, day) => {
    const { random, stage } = day;
    if (!worksOn(self, day.index)) return;
    for (let left = random.poisson(pitch.callsPerDay); left > 0; left--) {
      const isNurtured = nurtured.length > 0 && random.chance(pitch.nurtures);
      const lead = (isNurtured ? random.pick(nurtured) : pitch.leads.next(stage, random.chance(0.6))).inUseOn(day.index);
      let at = when(self, day);
      if (at < 0) continue;
      let durationS = day.talk(pitch.talkS, 1.05, isNurtured ? 0.75 : pitch.answered);
      day.call(self, lead, at, durationS);
      if (!isNurtured && durationS > 0) nurtured.push(lead);
      if (nurtured.length > MOST_NURTURED) nurtured.shift();
      while (durationS === 0 && random.chance(pitch.persistence)) {
        at += random.whole(30, 3_600);
        durationS = day.talk(pitch.talkS, 1.05, pitch.answered);
        day.call(self, lead, at, durationS);
        left--;
      }
      if (durationS === 0) {
        if (random.chance(pitch.returned)) day.call(lead, self, at + random.whole(60, 9_000), day.talk(30, 0.9, 0.5));
      } else if (durationS > 80 && random.chance(0.08)) {
        pitch.victims.push(lead);
        stage.harm(self, lead).calls++;
      }
    }
    for (const victim of pitch.victims.slice(-4)) worksOnVictim(self, victim.inUseOn(day.index), day, when);
    // Nobody is kept for long: the money is gone or the victim has understood.
    if (pitch.victims.length > 0 && random.chance(0.25)) pitch.victims.shift();
  };
}

/** Long talks with somebody who believes, and the payment in the end. */
function worksOnVictim(self: Member, victim: Member, day: Day, when: (self: Member, day: Day) => number): void {
  const { random, stage } = day;
  for (let left = random.poisson(0.9); left > 0; left--) {
    const at = when(self, day);
    if (at < 0) return;
    const [from, to] = random.chance(0.75) ? [self, victim] : [victim, self];
    const durationS = day.talk(210, 0.9, 0.9);
    day.call(from, to, at, durationS);
    const harm = stage.harm(self, victim);
    harm.calls++;
    if (durationS > 100 && random.chance(0.25)) {
      const yuan = Math.round(random.logNormal(7_000, 1) / 100) * 100;
      harm.paid += yuan;
      payGang(self, victim, yuan, at + durationS + random.whole(60, 1_500), day);
    }
  }
}

/** The victim pays to a mule's card; the mule splits the money within the hour and passes it on. */
function payGang(self: Member, victim: Member, yuan: number, second: number, day: Day): void {
  const { random, stage } = day;
  const ring = self.gang!.ring;
  const mules = ring.mules.filter((mule) => mule.isActiveOn(day.index));
  const mule = mules.length === 0 ? null : random.pick(mules);
  // Some rings' cards are of people whose numbers are not known.
  const card = mule === null ? foreignBankCard(mix32(self.id) >>> 8) : bankCardOf(mule, mix32(mule.id * 5 + day.index) & 1);
  const holder = mule === null ? '' : mule.number;
  day.transfer(bankCardOf(victim), victim.number, card, holder, yuan, second);
  if (mule === null) return;
  if (stage.financeSenders.length > 0) day.text(random.pick(stage.financeSenders), mule, second + random.whole(2, 20));
  for (let left = random.whole(1, 3), rest = yuan; left > 0; left--) {
    const part = left === 1 ? rest : Math.round((rest * random.between(0.3, 0.6)) / 10) * 10;
    rest -= part;
    // The second layer is common to the ring; its holders are abroad.
    const next = foreignBankCard(9_000_000 + Number(ring.name.slice(5)) * 20 + random.below(4));
    day.transfer(card, holder, next, '', part, second + random.whole(200, 3_000));
  }
}

/** Reports to whoever leads the gang, and takes orders. */
export function reports(callsPerDay: number): Habit {
  return (self, day) => {
    const leader = leaderOf(self.gang!, day.index);
    if (self === leader) return;
    for (let left = day.random.poisson(callsPerDay); left > 0; left--) {
      const [from, to] = day.random.chance(0.4) ? [self, leader] : [leader, self];
      day.call(from, to, day.moment(rhythms.gangEvening), day.talk(35, 0.8, 0.95));
    }
  };
}

/**
 * The few whom the person behind a number calls whatever it is called: at home, the landlord, somebody of the gang. Two in three
 * of them go on after a change of number.
 */
export function keepsInTouch(callsPerDay: number, stage: Stage): Habit {
  const { random } = stage;
  const lots = Array.from({ length: random.whole(3, 6) }, () => ({ at: random.unit(), lasts: random.chance(0.67) }));
  return (self, day) => {
    const isFirst = self.person === self.id;
    for (let left = day.random.poisson(callsPerDay); left > 0; left--) {
      const lot = lots[Math.floor(day.random.unit() * day.random.unit() * lots.length)]!;
      if (!isFirst && !lot.lasts) continue;
      const friend = stage.public[Math.floor(lot.at * stage.public.length)]!.inUseOn(day.index);
      const [from, to] = day.random.chance(0.6) ? [self, friend] : [friend, self];
      day.call(from, to, day.moment(rhythms.private), day.talk(48, 1, 0.85));
    }
  };
}

/** One day in so many is off, for everyone on another day. */
export function worksExceptOneDayIn(days: number): (self: Member, day: number) => boolean {
  return (self, day) => (mix32(self.person * 977 + day) >>> 0) % days !== 0;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
