/**
 * Small call networks as they are published for exercises: some hundred phones, some ten days, in which a chief and the
 * lieutenants around him change all their phones at once. The chief speaks with hardly anybody but them, so his contacts are
 * changed phones themselves. The others keep theirs; those who ring seldom fall silent or begin late by chance.
 */
import { DAY_S, dayText, parseDay } from '../src/records/days.ts';
import type { WrittenRecord } from './buildDataset.ts';
import { Random } from './world/random.ts';

export interface RingOptions {
  readonly seed: number;
  /** Phones in the records, old and new. */
  readonly phones?: number;
  /** How many of them change: the chief and the lieutenants. */
  readonly changing?: number;
  readonly days?: number;
  /** Index of the first day without the old phones. */
  readonly changeDay?: number;
  /** Days over which they change, one after the other; 0 for all at once in the night. */
  readonly spreadDays?: number;
  /** Calls that a phone makes in all the days, on average. */
  readonly callsPerPhone?: number;
  readonly towers?: number;
  /** Share of calls to anybody at all rather than to acquaintances, 0–1. */
  readonly atRandom?: number;
  /** Share of acquaintances that a lieutenant keeps, 0–1. */
  readonly loyalty?: number;
  /** Mobile numbers instead of small ids. */
  readonly areMobiles?: boolean;
  /** Others that fall silent for good on the day of the change, and others that begin on it: they have nothing to do with each other. */
  readonly gone?: number;
  readonly born?: number;
  /** One of the old phones is rung once more after the change. */
  readonly isRungOnce?: boolean;
}

export interface RingOfPhones {
  readonly records: readonly WrittenRecord[];
  /** Day from which the new phones are used. */
  readonly cut: string;
  /** Old number → new number. */
  readonly successors: ReadonlyMap<string, string>;
}

const FIRST_DAY = '2006-06-01';
const DIGITS = 3;

/** The same options give the same records, in order of time. */
export function ringOfPhones(options: RingOptions): RingOfPhones {
  const {
    seed, phones = 400, changing = 5, days = 10, changeDay = 7, spreadDays = 0, callsPerPhone = 25, towers = 30, atRandom = 0.2, loyalty = 0.8, areMobiles = false, isRungOnce = false, gone = 0, born = 0,
  } = options;
  const random = new Random(seed, 2006);
  const names = random.shuffle(Array.from({ length: phones }, (_, i) => (areMobiles ? `13${random.whole(0, 9)}${String(random.below(1e5)).padStart(5, '0')}${String(i).padStart(DIGITS, '0')}` : String(i))));
  const people = phones - changing;
  const changeAt = Array.from({ length: changing }, () => Math.floor((changeDay + random.unit() * spreadDays) * DAY_S) + random.below(6) * 3600);
  const nameAt = (person: number, at: number) => (person < changing && at >= changeAt[person]! ? names[people + person]! : names[person]!);

  // Acquaintances: whoever is known by many becomes known by more. Nobody outside knows the chief, person 0.
  const known: number[] = [];
  const acquaintances = Array.from({ length: people }, (_, person) => {
    const own = new Set<number>();
    if (person < changing) for (let other = 0; other < changing; other++) if (other !== person && (person === 0 || other === 0 || random.chance(0.5))) own.add(other);
    for (let left = person === 0 ? random.below(3) : person < changing ? random.whole(6, 16) : random.whole(3, 12); left > 0; left--) {
      const other = known.length > 0 && random.chance(0.4) ? random.pick(known) : random.whole(changing, people - 1);
      if (other === person) continue;
      own.add(other);
      if (other >= changing) known.push(other);
    }
    if (person > 0 && person < changing) known.push(person);
    return [...own];
  });
  const afterwards = acquaintances.map((own, person) => (person >= changing ? own : own.map((other) => (other < changing || random.chance(loyalty) ? other : random.whole(changing, people - 1)))));
  const places = Array.from({ length: people }, () => [random.below(towers), random.below(towers)] as const);
  const share = Array.from({ length: people }, (_, person) => (person < changing ? random.between(0.8, 2) : random.logNormal(0.9, 0.5)));

  const written: { readonly at: number; readonly record: WrittenRecord }[] = [];
  const call = (from: number, to: number, at: number, callee = nameAt(to, at)) => {
    const hour = Math.floor(at / 3600) % 24;
    const tower = random.chance(0.25) ? random.below(towers) : places[from]![hour >= 9 && hour < 18 ? 1 : 0];
    written.push({ at, record: { caller: nameAt(from, at), callee, at: timeText(at), durationS: Math.max(1, Math.round(random.logNormal(900, 0.4))), ...(towers > 0 ? { cell: String(tower + 1) } : {}) } });
  };
  const isThere = (person: number, at: number) => {
    if (person < people - gone - born) return true;
    return person < people - born === at < changeDay * DAY_S;
  };
  for (let person = 0; person < people; person++) {
    for (let left = random.poisson(callsPerPhone * share[person]!); left > 0; left--) {
      const at = Math.floor(random.unit() * days * DAY_S);
      const own = (person < changing && at >= changeAt[person]! ? afterwards : acquaintances)[person]!;
      const other = own.length === 0 || (person > 0 && random.chance(atRandom)) ? random.whole(changing, people - 1) : own[Math.floor(own.length * random.unit() ** 1.4)]!;
      if (other !== person && isThere(person, at) && isThere(other, at)) call(person, other, at);
    }
  }
  if (isRungOnce) call(random.whole(changing, people - 1), 1, Math.floor((changeDay + spreadDays + random.unit() * (days - changeDay - spreadDays)) * DAY_S), names[1]);
  return {
    records: written.sort((a, b) => a.at - b.at).map(({ record }) => record),
    cut: dayText(parseDay(FIRST_DAY) + changeDay),
    successors: new Map(changeAt.map((_, person) => [names[person]!, names[people + person]!])),
  };
}

function timeText(at: number): string {
  return new Date((parseDay(FIRST_DAY) * DAY_S + at) * 1000).toISOString().slice(0, 19);
}
