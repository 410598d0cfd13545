import { IS_OUT, IS_TEXT, MAX_DURATION_S, OFFSET_SHIFT } from '../../records/communication.ts';
import { firstAtOrAfter } from '../recordSpan.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import { searchBothWays } from './searchBothWays.ts';
import type { Hop } from './ties.ts';
import { Ties } from './ties.ts';

/** A row reached by a contact after those before it. */
interface Arrival {
  readonly row: number;
  readonly before: Arrival | null;
  /** When the contact was over, UTC seconds; -Infinity at the origin. */
  readonly over: number;
  readonly at: Hop['at'];
}

/** Lengths beyond that of the shortest path in which one in time is looked for among near numbers first. */
const LONGER = 3;

/**
 * The shortest path in time is seldom much longer than the shortest at all: paths of that length and a little more are tried
 * first, and no number is passed from which the end is too far, whatever the time. What is found is the same,
 * where the records of both ends know of a contact.
 */
export function searchInTime(dataset: ScoredDataset, start: number, end: number, mayPass: (row: number) => boolean): Hop[] | null {
  const fewest = searchBothWays(dataset, start, end, mayPass)?.length;
  if (fewest === undefined) return null;
  const steps = new StepsToEnd(dataset, end, mayPass);
  for (let length = fewest; length < fewest + LONGER; length++) {
    // Of the far half of the way it is known how far the end is; the near half is followed as it comes.
    steps.lookTo(Math.floor(length / 2));
    const hops = arriveInTime(dataset, start, end, (row, level) => (row === end || mayPass(row)) && steps.mayBeWithin(row, length - level));
    if (hops !== null) return hops;
  }
  return arriveInTime(dataset, start, end, (row) => row === end || mayPass(row));
}

/** Fewest contacts, whatever their time, from rows to the end; known as far as was looked. */
class StepsToEnd {
  readonly #distance: Int32Array;
  readonly #ties: Ties;
  readonly #mayPass: (row: number) => boolean;
  #frontier: readonly number[];
  #known = 0;

  constructor(dataset: ScoredDataset, end: number, mayPass: (row: number) => boolean) {
    this.#ties = new Ties(dataset);
    this.#mayPass = mayPass;
    this.#distance = new Int32Array(dataset.features.numbers.length).fill(-1);
    this.#distance[end] = 0;
    this.#frontier = [end];
  }

  lookTo(depth: number): void {
    for (; this.#known < depth; this.#known++) {
      const reached: number[] = [];
      for (const row of this.#frontier) {
        for (const next of this.#ties.of(row)) {
          if (this.#distance[next] !== -1 || !this.#mayPass(next)) continue;
          this.#distance[next] = this.#known + 1;
          reached.push(next);
        }
      }
      this.#frontier = reached;
    }
  }

  /** False where the end is surely more than `steps` contacts away. */
  mayBeWithin(row: number, steps: number): boolean {
    const distance = this.#distance[row]!;
    return distance === -1 ? steps > this.#known : distance <= steps;
  }
}

/**
 * Level by level: who can have heard after one contact, after two, and so on, and by when at the earliest. A call carries
 * word both ways, a message only to whom it was sent.
 * @param mayHear whether a row may be passed, or arrived at, after so many contacts
 */
function arriveInTime(dataset: ScoredDataset, start: number, end: number, mayHear: (row: number, level: number) => boolean): Hop[] | null {
  const { records, context } = dataset;
  const words = records.recordWords;
  const leastOffset = Math.min(0, ...context.offsetsS);
  /** Earliest end of a contact by which each row was reached, whatever the level. */
  const heard = new Float64Array(dataset.features.numbers.length).fill(Infinity);
  heard[start] = -Infinity;
  let frontier: Arrival[] = [{ row: start, before: null, over: -Infinity, at: null }];
  for (let level = 1; frontier.length > 0; level++) {
    const reached = new Map<number, Arrival>();
    for (const arrival of frontier) {
      const { row, over } = arrival;
      const views = records.recordsOf(row);
      for (let record = over === -Infinity ? views.from : firstAtOrAfter(views, words * 2, over + leastOffset); record < views.to; record++) {
        const half = record * words * 2;
        const traits = views.u32[half + 5]!;
        if ((traits & IS_TEXT) !== 0 && (traits & IS_OUT) === 0) continue;
        const local = views.u32[half + 4]!;
        const offsetS = context.offsetsS[traits >>> OFFSET_SHIFT] ?? 0;
        const began = local - offsetS;
        const ended = began + (traits & MAX_DURATION_S);
        if (began < over) continue;
        const next = dataset.rowOf(views.f64[record * words + 1]!);
        if (next < 0 || !(ended < heard[next]!) || !mayHear(next, level)) continue;
        heard[next] = ended;
        reached.set(next, { row: next, before: arrival, over: ended, at: { local, offsetS } });
      }
    }
    const arrived = reached.get(end);
    if (arrived !== undefined) return trace(arrived);
    frontier = [...reached.values()];
  }
  return null;
}

function trace(arrival: Arrival): Hop[] {
  const hops: Hop[] = [];
  for (let at = arrival; at.before !== null; at = at.before) hops.push({ from: at.before.row, to: at.row, at: at.at });
  return hops.reverse();
}
