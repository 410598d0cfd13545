/**
 * Small worlds in which people change their phones at a date, for holding the search for successors against: communities of
 * people with friends, hubs and habits; some of them, alone or as whole circles, are reachable under another number from a
 * day on. Others come and go in the same weeks without having to do with one another.
 */
import { DAY_S, dayText, parseDay } from '../src/records/days.ts';
import type { WrittenRecord } from './buildDataset.ts';
import { Random } from './world/random.ts';

export interface ChangeOptions {
  readonly seed: number;
  readonly people?: number;
  readonly days?: number;
  /** Index of the day on which the phones are changed. */
  readonly changeDay?: number;
  readonly callsPerDay?: number;
  /** People of about how many know one another. */
  readonly communitySize?: number;
  /** Circles (a leader, lieutenants who have people of their own) that change all their phones together. */
  readonly circles?: number;
  readonly circleSize?: number;
  /** Share of all others who change alone, 0–1. */
  readonly share?: number;
  /** Days after the change within which those who change alone are back, each at a time of their own. */
  readonly delayDays?: number;
  /** Share of the people who are new or gone for good, each at a day of its own, 0–1. */
  readonly turnover?: number;
  /** The same, all on the day of the change: the hardest to tell apart. Numbers of people. */
  readonly gone?: number;
  readonly born?: number;
  /** Calls that the old phones still make after the change, on average, and the new ones before it. */
  readonly holdovers?: number;
  /** How much of their contacts people keep after the change, 0–1. */
  readonly loyalty?: number;
  readonly cells?: boolean;
  /** Share of people whose device is seen and goes along with them to the new number; null when no device is written at all. */
  readonly keptDevices?: number | null;
}

export interface ChangeOfPhones {
  readonly records: readonly WrittenRecord[];
  readonly cut: string;
  /** Old number → new number. */
  readonly successors: ReadonlyMap<string, string>;
}

const FIRST_DAY = '2026-03-02';
const CELLS = 30;

interface Person {
  readonly old: string;
  readonly new: string;
  /** Seconds from the start at which `new` takes over; Infinity when never. */
  readonly changesAt: number;
  /** Days between which the person lives here, [from, to). */
  readonly from: number;
  readonly to: number;
  readonly callsPerDay: number;
  readonly peakHour: number;
  readonly talkS: number;
  readonly home: number;
  readonly work: number;
  readonly device: string;
  readonly newDevice: string;
  /** Whom it calls before and after the change, more often the earlier in the list. */
  before: number[];
  after: number[];
}

/** The same options give the same records. */
export function changeOfPhones(options: ChangeOptions): ChangeOfPhones {
  const {
    seed, people = 400, days = 10, changeDay = 7, callsPerDay = 2.4, communitySize = 25, circles = 0, circleSize = 5, share = 0,
    delayDays = 0, turnover = 0.03, gone = 0, born = 0, holdovers = 0.3, loyalty = 0.85, cells = true, keptDevices = null,
  } = options;
  const random = new Random(seed, 77);
  const changeAt = changeDay * DAY_S + random.below(6) * 3600;
  const names = shuffledNames(people * 2, random);
  const communities = Math.max(1, Math.round(people / communitySize));
  const inCircle = (i: number) => i < circles * circleSize;
  const cast: Person[] = Array.from({ length: people }, (_, i) => {
    const alone = !inCircle(i) && random.chance(share);
    const changes = inCircle(i) || alone;
    const comes = !changes && random.chance(turnover / 2);
    const goes = !changes && !comes && random.chance(turnover / 2);
    const home = random.below(CELLS);
    const number = names[i]!;
    const device = String(35_000_000_000_000 + Math.floor(random.unit() * 1e9));
    return {
      old: number, new: names[people + i]!,
      changesAt: !changes ? Infinity : inCircle(i) ? changeAt : changeAt + Math.floor(random.unit() * delayDays * DAY_S),
      from: comes ? random.below(days) : 0, to: goes ? random.below(days) : days,
      callsPerDay: inCircle(i) ? random.between(1.2, 2.4) * callsPerDay : random.logNormal(callsPerDay * 0.8, 0.7),
      peakHour: random.between(10, 20), talkS: random.logNormal(120, 0.6), home, work: random.below(CELLS),
      device, newDevice: random.chance(keptDevices ?? 0) ? device : String(35_000_000_000_000 + Math.floor(random.unit() * 1e9)), before: [], after: [],
    };
  });
  for (let i = 0; i < gone; i++) Object.assign(cast[people - 1 - i]!, { changesAt: Infinity, from: 0, to: changeAt / DAY_S });
  for (let i = 0; i < born; i++) Object.assign(cast[people - 1 - gone - i]!, { changesAt: Infinity, from: changeAt / DAY_S, to: days });

  const communityOf = (i: number) => (inCircle(i) ? Math.floor(i / circleSize) : i) % communities;
  const members: number[][] = Array.from({ length: communities }, () => []);
  for (let i = 0; i < people; i++) members[communityOf(i)]!.push(i);
  for (const [i, person] of cast.entries()) {
    const friends = new Set<number>();
    if (inCircle(i)) {
      const first = Math.floor(i / circleSize) * circleSize;
      for (let j = first; j < first + circleSize; j++) if (j !== i && (i === first || j === first || random.chance(0.6))) friends.add(j);
    }
    // A leader speaks with the lieutenants and hardly anybody else.
    const isLeader = inCircle(i) && i % circleSize === 0;
    const wanted = friends.size + (isLeader ? random.whole(1, 2) : inCircle(i) ? random.whole(5, 14) : random.whole(3, 12));
    while (friends.size < Math.min(wanted, people - 1)) {
      const other = random.chance(0.75) ? random.pick(members[communityOf(i)]!) : random.below(people);
      // Nobody outside has a leader's number.
      if (other !== i && !(inCircle(other) && other % circleSize === 0)) friends.add(other);
      else if (random.chance(0.02)) break;
    }
    person.before = inCircle(i) ? [...friends] : random.shuffle([...friends]);
    person.after = person.before.map((friend) => (inCircle(friend) && inCircle(i) ? friend : random.chance(loyalty) ? friend : random.below(people)));
  }

  const records: WrittenRecord[] = [];
  const numberAt = (person: Person, at: number) => (at >= person.changesAt ? person.new : person.old);
  const call = (from: Person, to: Person, at: number, caller: string, callee: string) => {
    if (caller === callee) return;
    const hour = Math.floor(at / 3600) % 24;
    const cell = random.chance(0.1) ? random.below(CELLS) : hour >= 9 && hour < 18 ? from.work : from.home;
    records.push({
      caller, callee, at: timeText(at), durationS: Math.round(random.logNormal((from.talkS + to.talkS) / 2, 0.7)),
      ...(cells ? { cell: `cell-${cell}` } : {}),
      ...(keptDevices === null ? {} : { imei: at >= from.changesAt ? from.newDevice : from.device }),
    });
  };
  for (let day = 0; day < days; day++) {
    for (const person of cast) {
      for (let left = random.poisson(person.callsPerDay); left > 0; left--) {
        const at = day * DAY_S + Math.floor(((person.peakHour + random.normal() * 4 + 24) % 24) * 3600);
        const friends = at >= changeAt ? person.after : person.before;
        if (friends.length === 0) continue;
        const other = cast[random.chance(0.04) ? random.below(people) : friends[Math.floor(friends.length * random.unit() ** 1.7)]!]!;
        const here = (one: Person) => at >= one.from * DAY_S && at < one.to * DAY_S;
        if (here(person) && here(other)) call(person, other, at, numberAt(person, at), numberAt(other, at));
      }
    }
  }
  const successors = new Map<string, string>();
  for (const person of cast) {
    if (person.changesAt >= days * DAY_S) continue;
    successors.set(person.old, person.new);
    for (let left = random.poisson(holdovers); left > 0; left--) {
      const isLate = random.chance(0.5);
      const at = isLate ? person.changesAt + random.unit() * (days * DAY_S - person.changesAt) : random.unit() * person.changesAt;
      const other = cast[random.below(people)]!;
      call(person, other, Math.floor(at), isLate ? person.old : person.new, numberAt(other, at));
    }
  }
  return { records, cut: dayText(parseDay(FIRST_DAY) + changeDay), successors };
}

/** The numbers 0 … count − 1 in random order, so that no number says who has it. */
function shuffledNames(count: number, random: Random): string[] {
  return random.shuffle(Array.from({ length: count }, (_, i) => String(i)));
}

function timeText(at: number): string {
  return new Date((parseDay(FIRST_DAY) * DAY_S + Math.floor(at)) * 1000).toISOString().slice(0, 19);
}
