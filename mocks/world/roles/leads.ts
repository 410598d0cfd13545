/** Whom a gang calls, and what becomes of those who listen. */
import type { Habit, Member } from '../member.ts';
import type { Random } from '../random.ts';
import { rhythms, type Rhythm } from '../rhythm.ts';
import type { Stage } from '../stage.ts';

/** Share of the public whose numbers are on the lists that are sold. */
const LISTED_SHARE = 0.6;

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
  readonly leads: LeadList;
  /** Those who listened and will be called again; shared with whoever takes the caller's place. */
  readonly victims: Member[];
}

/** How a caller's calls are received: most are refused, but some callers hang up first and wait to be called. */
export function drawReception(random: Random): Pick<Pitch, 'answered' | 'returned' | 'persistence'> {
  const persistence = random.chance(0.3) ? random.between(0.4, 0.9) : random.between(0, 0.2);
  return random.chance(0.2)
    ? { answered: random.between(0.12, 0.3), returned: random.between(0.25, 0.5), persistence }
    : { answered: random.between(0.35, 0.6), returned: random.between(0.02, 0.15), persistence };
}

/** Works through the list, and stays with those who listen. */
export function pitches(pitch: Pitch, worksOn: (self: Member, day: number) => boolean): Habit {
  return (self, day) => {
    const { random, stage } = day;
    if (!worksOn(self, day.index)) return;
    for (let left = random.poisson(pitch.callsPerDay); left > 0; left--) {
      const lead = pitch.leads.next(stage, random.chance(0.6));
      let at = day.moment(pitch.rhythm);
      let durationS = day.talk(pitch.talkS, 1.05, pitch.answered);
      day.call(self, lead, at, durationS);
      while (durationS === 0 && random.chance(pitch.persistence)) {
        at += random.whole(30, 3_600);
        durationS = day.talk(pitch.talkS, 1.05, pitch.answered);
        day.call(self, lead, at, durationS);
        left--;
      }
      if (durationS === 0) {
        if (random.chance(pitch.returned)) day.call(lead, self, at + random.whole(60, 9_000), day.talk(30, 0.9, 0.5));
      } else if (durationS > 90 && random.chance(0.06)) pitch.victims.push(lead);
    }
    for (const victim of pitch.victims.slice(-4)) {
      for (let left = random.poisson(1.2); left > 0; left--) {
        const [from, to] = random.chance(0.75) ? [self, victim] : [victim, self];
        day.call(from, to, day.moment(pitch.rhythm), day.talk(420, 0.9, 0.9));
      }
    }
    // Nobody is kept for long: the money is gone or the victim has understood.
    if (pitch.victims.length > 0 && random.chance(0.4)) pitch.victims.shift();
  };
}

/** Reports to whoever leads the gang, and takes orders. */
export function reportsTo(leader: Member, callsPerDay: number): Habit {
  return (self, day) => {
    if (self === leader) return;
    for (let left = day.random.poisson(callsPerDay); left > 0; left--) {
      const [from, to] = day.random.chance(0.4) ? [self, leader] : [leader, self];
      day.call(from, to, day.moment(rhythms.gangEvening), day.talk(35, 0.8, 0.95));
    }
  };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
