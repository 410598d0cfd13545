import { IS_OUT, MAX_DURATION_S } from '../../records/communication.ts';
import { numberText } from '../../records/numberKey.ts';
import { timeTextAt } from '../recordSpan.ts';
import { numberOfRow, rowOfNumber, scoreOfRow } from '../rowOfNumber.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import { chanceAmong, falseDiscoveryRates } from './chance.ts';
import type { Sequence, SequenceEnd, SequenceQuery, Sequences } from './sequences.ts';
import { DayRing } from './sightings.ts';

/** What happened less often is no habit (assumed). */
const LEAST_TIMES = 3;
const MOST_ROWS = 200;
const MOST_OCCASIONS = 20;
/** Of a number with very many, the most frequent pairs are held against chance. */
const MOST_CANDIDATES = 3000;
/** Contacts looked at after each: in a burst of calls everything follows everything. */
const MOST_AHEAD = 12;
const PAUSE_EVERY = 50_000;

/** All contacts of a number with another in one direction, in order of time: local seconds. */
interface Stream {
  readonly key: number;
  readonly isOut: boolean;
  readonly at: number[];
  readonly end: number[];
}

interface Found {
  readonly row: number;
  readonly first: Stream;
  readonly second: Stream;
  readonly follows: readonly Follow[];
  readonly expected: number;
  readonly chance: number;
}

/**
 * Who is called within minutes after whom, again and again: a message passed on, a lookout, a report to the one above. Times found
 * stand beside the times that the two habits alone would give: the first contact's days are turned round against the second's.
 * Yields the share of the work done, 0–1.
 */
export function* findSequences(dataset: ScoredDataset, { numbers, minutes }: SequenceQuery): Generator<number, Sequences> {
  const rows = [...new Set(numbers.map((number) => rowOfNumber(dataset, number)))].filter((row) => row >= 0);
  const ring = new DayRing(dataset);
  const turns = ring.turns();
  const withinS = minutes * 60;
  const found: Found[] = [];
  let tested = 0;
  for (const [i, row] of rows.entries()) {
    yield i / rows.length;
    const { events, streams } = contactsInTime(dataset, row);
    const often = streams.filter(({ at }) => at.length >= LEAST_TIMES);
    tested += often.length * Math.max(0, often.length - 1);
    const pairs = new Map<number, number>();
    for (let event = 0; event < events.length; event++) {
      if (event % PAUSE_EVERY === PAUSE_EVERY - 1) yield (i + event / events.length) / rows.length;
      countFollowers(events, event, withinS, streams.length, pairs);
    }
    const candidates = [...pairs].filter(([, times]) => times >= LEAST_TIMES).sort(([, a], [, b]) => b - a).slice(0, MOST_CANDIDATES);
    for (const [pair] of candidates) {
      const [first, second] = [streams[Math.floor(pair / streams.length)]!, streams[pair % streams.length]!];
      const follows = followsOf(first, second, withinS, null, 0);
      if (follows.length < LEAST_TIMES) continue;
      const comparable = turns.map((turn) => followsOf(first, second, withinS, ring, turn).length);
      found.push({ row, first, second, follows, ...chanceAmong(follows.length, comparable.length > 0 ? comparable : [rateOf(first, second, withinS, ring)]) });
    }
  }
  const rates = falseDiscoveryRates(found.map(({ chance }) => chance), tested);
  const answers = found
    .map((each, i) => describe(dataset, each, rates[i]!))
    .sort((a, b) => a.chance - b.chance || b.times - a.times);
  return { unknown: numbers.filter((number) => rowOfNumber(dataset, number) < 0), tested, rows: answers.slice(0, MOST_ROWS) };
}

interface Event {
  readonly at: number;
  readonly end: number;
  /** Index of its stream. */
  readonly stream: number;
  readonly key: number;
}

function contactsInTime({ records, features }: ScoredDataset, row: number): { readonly events: Event[]; readonly streams: Stream[] } {
  const { f64, u32, from, to } = records.recordsOf(row);
  const words = records.recordWords;
  const own = features.numbers[row]!;
  const indices = [new Map<number, number>(), new Map<number, number>()] as const;
  const streams: Stream[] = [];
  const events: Event[] = [];
  for (let record = from; record < to; record++) {
    const key = f64[record * words + 1]!;
    if (key === own) continue;
    const traits = u32[record * words * 2 + 5]!;
    const isOut = (traits & IS_OUT) !== 0;
    const index = indices[isOut ? 1 : 0];
    let stream = index.get(key);
    if (stream === undefined) {
      stream = streams.push({ key, isOut, at: [], end: [] }) - 1;
      index.set(key, stream);
    }
    const at = u32[record * words * 2 + 4]!;
    const end = at + (traits & MAX_DURATION_S);
    streams[stream]!.at.push(at);
    streams[stream]!.end.push(end);
    events.push({ at, end, stream, key });
  }
  return { events, streams };
}

function countFollowers(events: readonly Event[], index: number, withinS: number, streamCount: number, pairs: Map<number, number>): void {
  const first = events[index]!;
  for (let next = index + 1; next < events.length && next <= index + MOST_AHEAD; next++) {
    const second = events[next]!;
    if (second.at > first.end + withinS) break;
    if (second.key === first.key) continue;
    const pair = first.stream * streamCount + second.stream;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
}

interface Follow {
  readonly at: number;
  readonly second: number;
  readonly gapS: number;
}

/** Second contacts that begin after a first one did and at most `withinS` after it ended, each once. @param ring,turn the first ones' days are turned round by so many */
function followsOf(first: Stream, second: Stream, withinS: number, ring: DayRing | null, turn: number): Follow[] {
  const follows: Follow[] = [];
  const used = new Set<number>();
  for (let i = 0; i < first.at.length; i++) {
    const at = ring === null ? first.at[i]! : ring.turned(first.at[i]!, turn);
    const end = at + first.end[i]! - first.at[i]!;
    const next = firstAfter(second.at, at);
    if (next >= second.at.length || second.at[next]! > end + withinS || used.has(next)) continue;
    used.add(next);
    follows.push({ at, second: second.at[next]!, gapS: Math.max(0, second.at[next]! - end) });
  }
  return follows;
}

/** Where the days are too few to be turned round: second contacts at any time. */
function rateOf(first: Stream, second: Stream, withinS: number, ring: DayRing): number {
  return first.at.length * (1 - Math.exp((-second.at.length * withinS) / (ring.days * 86_400)));
}

function firstAfter(times: readonly number[], at: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function describe(dataset: ScoredDataset, { row, first, second, follows, expected, chance }: Found, falseDiscovery: number): Sequence {
  const gaps = follows.map(({ gapS }) => gapS).sort((a, b) => a - b);
  return {
    via: numberOfRow(dataset, row), first: endOf(dataset, first), second: endOf(dataset, second), times: follows.length, of: first.at.length,
    expected, chance, falseDiscovery, gapS: gaps[Math.floor(gaps.length / 2)]!,
    occasions: follows.slice(-MOST_OCCASIONS).map((follow) => ({ at: timeTextAt(dataset, row, follow.at), secondAt: timeTextAt(dataset, row, follow.second) })),
  };
}

function endOf(dataset: ScoredDataset, { key, isOut }: Stream): SequenceEnd {
  return { number: numberText(key, dataset.oddNumbers), score: scoreOfRow(dataset, dataset.rowOf(key)), direction: isOut ? 'out' : 'in' };
}
