import type { PathAnswer, PathQuery, PathStep } from './answers.ts';
import type { ContactTable } from '../features/contactTable.ts';
import { contactsOfRecords } from '../features/contactTable.ts';
import { MAX_DURATION_S, IS_OUT, IS_TEXT, OFFSET_SHIFT } from '../records/communication.ts';
import { localTimeText } from '../records/days.ts';
import { isServiceNumber } from '../features/serviceNumbers.ts';
import { interactionsOf } from './listContacts.ts';
import { firstAtOrAfter } from './recordSpan.ts';
import { numberOfRow, rowOfNumber } from './rowOfNumber.ts';
import type { ScoredDataset } from './scoredDataset.ts';

/** Two people who both called a hotline did not meet there. A number called by more than this share of all numbers is a hub. Assumed. */
const HUB_SHARE = 0.01;
/** However few numbers there are, nobody called by fewer is a hub. Assumed. */
const LEAST_HUB_CALLERS = 100;

/** One contact of a path, between rows. */
interface Hop {
  readonly from: number;
  readonly to: number;
  /** The contact's start in local seconds and its offset, where the path is in time. */
  readonly at: { readonly local: number; readonly offsetS: number } | null;
}

/**
 * The fewest contacts that lead from one number to another. It passes hubs (services, and numbers that a hundredth of all
 * numbers called) only where nothing else leads there. Of several shortest paths, the one whose weakest
 * contact has most records; in time, the one that arrives first.
 */
export function findPath(dataset: ScoredDataset, { from, to, isInTime }: PathQuery): PathAnswer {
  const start = rowOfNumber(dataset, from);
  const end = rowOfNumber(dataset, to);
  const unknown = [...(start < 0 ? [from] : []), ...(end < 0 && to !== from ? [to] : [])];
  if (unknown.length > 0) return { unknown, steps: null, hubs: [] };
  if (start === end) return { unknown, steps: [], hubs: [] };
  const isHub = hubTest(dataset);
  const search = isInTime ? searchInTime : searchBothWays;
  const hops = search(dataset, start, end, (row) => !isHub(row)) ?? search(dataset, start, end, () => true);
  const hubs = (hops ?? []).slice(0, -1).filter((hop) => isHub(hop.to)).map((hop) => numberOfRow(dataset, hop.to));
  return { unknown, steps: hops?.map((hop) => stepOf(dataset, hop)) ?? null, hubs };
}

function hubTest(dataset: ScoredDataset): (row: number) => boolean {
  const most = Math.max(LEAST_HUB_CALLERS, HUB_SHARE * dataset.features.numbers.length);
  return (row) => dataset.features.columns.in_degree[row]! > most || isServiceNumber(dataset.features, row);
}

function stepOf(dataset: ScoredDataset, { from, to, at }: Hop): PathStep {
  return {
    from: numberOfRow(dataset, from),
    to: numberOfRow(dataset, to),
    records: Math.max(recordsBetween(dataset, from, to), recordsBetween(dataset, to, from)),
    at: at === null ? null : localTimeText(at.local, at.offsetS),
  };
}

/** As one end's records have it; a file about one subscriber may know a pair that the other end's file lacks. */
function recordsBetween(dataset: ScoredDataset, row: number, other: number): number {
  const contacts = contactsAt(dataset, row);
  const entry = contacts.other.indexOf(dataset.features.numbers[other]!);
  return entry < 0 ? 0 : interactionsOf(contacts, entry);
}

/** Not kept: a search reads each number's contacts once. */
function contactsAt({ records }: ScoredDataset, row: number): ContactTable {
  return contactsOfRecords(records.recordsOf(row), records.recordWords);
}

/** What one end of the search has reached. Arrays have an entry per row. */
class Side {
  /** Steps from this end; -1 where it has not been. */
  readonly distance: Int32Array;
  readonly before: Int32Array;
  /** Records of the weakest contact on the best shortest path from this end. */
  readonly weakest: Float64Array;
  frontier: readonly number[];

  constructor(rows: number, origin: number) {
    this.distance = new Int32Array(rows).fill(-1);
    this.before = new Int32Array(rows).fill(-1);
    this.weakest = new Float64Array(rows);
    this.distance[origin] = 0;
    this.weakest[origin] = Infinity;
    this.frontier = [origin];
  }

  /** Rows from the origin to `row`. */
  trace(row: number): number[] {
    const rows = [];
    for (let at = row; at >= 0; at = this.before[at]!) rows.push(at);
    return rows.reverse();
  }
}

/**
 * Breadth first from both ends, level by level, the smaller frontier first, until they meet. Within a level each row keeps
 * the predecessor with the strongest weakest contact, so that the path is the strongest of the shortest.
 */
function searchBothWays(dataset: ScoredDataset, start: number, end: number, mayPass: (row: number) => boolean): Hop[] | null {
  const rows = dataset.features.numbers.length;
  const forth = new Side(rows, start);
  const back = new Side(rows, end);
  while (forth.frontier.length > 0 && back.frontier.length > 0) {
    const side = forth.frontier.length <= back.frontier.length ? forth : back;
    const opposite = side === forth ? back : forth;
    const reached: number[] = [];
    let met: { readonly near: number; readonly far: number } | null = null;
    let best = 0;
    for (const row of side.frontier) {
      const level = side.distance[row]! + 1;
      const contacts = contactsAt(dataset, row);
      for (let entry = 0; entry < contacts.other.length; entry++) {
        const next = dataset.rowOf(contacts.other[entry]!);
        if (next < 0 || next === row) continue;
        const weakest = Math.min(side.weakest[row]!, interactionsOf(contacts, entry));
        if (opposite.distance[next]! >= 0) {
          const whole = Math.min(weakest, opposite.weakest[next]!);
          if (whole > best) {
            best = whole;
            met = { near: row, far: next };
          }
        } else if (side.distance[next] === -1) {
          if (!mayPass(next)) continue;
          side.distance[next] = level;
          side.before[next] = row;
          side.weakest[next] = weakest;
          reached.push(next);
        } else if (side.distance[next] === level && weakest > side.weakest[next]!) {
          side.before[next] = row;
          side.weakest[next] = weakest;
        }
      }
    }
    if (met !== null) {
      const near = side.trace(met.near);
      const far = opposite.trace(met.far);
      const path = side === forth ? [...near, ...far.reverse()] : [...far, ...near.reverse()];
      return path.slice(1).map((to, i) => ({ from: path[i]!, to, at: null }));
    }
    side.frontier = reached;
  }
  return null;
}

/** A row reached by a contact after those before it. */
interface Arrival {
  readonly row: number;
  readonly before: Arrival | null;
  /** When the contact was over, UTC seconds; -Infinity at the origin. */
  readonly over: number;
  readonly at: Hop['at'];
}

/**
 * Level by level: who can have heard after one contact, after two, and so on, and by when at the earliest. A call carries
 * word both ways, a message only to whom it was sent.
 */
function searchInTime(dataset: ScoredDataset, start: number, end: number, mayPass: (row: number) => boolean): Hop[] | null {
  const { records, context } = dataset;
  const words = records.recordWords;
  const leastOffset = Math.min(0, ...context.offsetsS);
  /** Earliest end of a contact by which each row was reached, whatever the level. */
  const heard = new Float64Array(dataset.features.numbers.length).fill(Infinity);
  heard[start] = -Infinity;
  let frontier: Arrival[] = [{ row: start, before: null, over: -Infinity, at: null }];
  while (frontier.length > 0) {
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
        if (next < 0 || !(ended < heard[next]!) || (next !== end && !mayPass(next))) continue;
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
