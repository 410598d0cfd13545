/**
 * UTC offsets of an IANA zone at local and at UTC times, fast enough for every record of a file.
 *
 * `Intl` knows the zones but takes microseconds per question, so each year's changes of offset are looked up once and
 * kept as spans; within a span the answer is a comparison.
 */
import type { LocalSeconds } from './communication.ts';

export interface Zone {
  /** IANA name, as given. */
  readonly name: string;
  /**
   * Offset in seconds, east positive, of a wall clock time. Of a time that occurs twice (clocks set back) the first is
   * meant; one that never occurs (clocks set forward) is read with the offset before the change. That is what Temporal
   * calls "compatible".
   */
  offsetAtLocal(at: LocalSeconds): number;
  /** Offset in seconds, east positive, at a UTC time in seconds since 1970. */
  offsetAtUtc(utc: number): number;
}

/** Steps of 12 days find every change: the shortest time between two that zones have had since 1990 is Ramadan's month. */
const STEP_S = 12 * 86_400;
/** Spans are looked up in blocks of this many steps, a little over a year. */
const BLOCK_S = 32 * STEP_S;

interface Change {
  /** UTC second at which `after` begins. */
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

/** True if this platform knows the zone. */
export function isZone(name: string): boolean {
  try {
    return name !== '' && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

interface Clock {
  /** Offset at a UTC time. */
  readonly ask: (utc: number) => number;
  /** Changes in a block, in order. */
  readonly changesIn: (block: number) => readonly Change[];
}

/** What was looked up of each zone; it holds good for all readers. */
const clocks = new Map<string, Clock>();

function clockOf(name: string): Clock {
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: name, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  });
  const ask = (utc: number): number => {
    const parts: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(utc * 1000)) parts[type] = Number(value);
    return Date.UTC(parts['year']!, parts['month']! - 1, parts['day'], parts['hour'], parts['minute'], parts['second']) / 1000 - utc;
  };
  const blocks = new Map<number, readonly Change[]>();
  const changesIn = (block: number): readonly Change[] => {
    const known = blocks.get(block);
    if (known) return known;
    const changes = findChanges(ask, block * BLOCK_S, (block + 1) * BLOCK_S);
    blocks.set(block, changes);
    return changes;
  };
  return { ask, changesIn };
}

/**
 * @param name IANA zone, such as `Asia/Shanghai`
 * @throws RangeError if the platform does not know it
 */
export function makeZone(name: string): Zone {
  const clock = clocks.get(name) ?? clockOf(name);
  clocks.set(name, clock);
  const { ask, changesIn } = clock;

  // The span of the last answer: [from, to) with one offset; local and UTC spans are kept apart.
  let localFrom = 0;
  let localTo = 0;
  let localOffset = 0;
  let utcFrom = 0;
  let utcTo = 0;
  let utcOffset = 0;

  const seekUtc = (utc: number): number => {
    const block = Math.floor(utc / BLOCK_S);
    const changes = changesIn(block);
    utcFrom = block * BLOCK_S;
    utcTo = utcFrom + BLOCK_S;
    utcOffset = changes.length > 0 ? changes[0]!.before : ask(utcFrom);
    for (const change of changes) {
      if (change.at > utc) {
        utcTo = change.at;
        break;
      }
      utcFrom = change.at;
      utcOffset = change.after;
    }
    return utcOffset;
  };
  const seekLocal = (at: number): number => {
    // A change from offset a to b at UTC second t shows on the wall at t + max(a, b): before it every time is read with
    // a, also those that the clocks skip or repeat. Offsets are below a day, so the neighbouring days hold all that matters.
    localFrom = at - 86_400;
    localTo = at + 86_400;
    localOffset = seekUtc(at - 2 * 86_400);
    const last = Math.floor((at + 2 * 86_400) / BLOCK_S);
    for (let block = Math.floor((at - 2 * 86_400) / BLOCK_S); block <= last; block++) {
      for (const change of changesIn(block)) {
        if (change.at <= at - 2 * 86_400) continue;
        const wall = change.at + Math.max(change.before, change.after);
        if (wall > at) {
          localTo = Math.min(localTo, wall);
          return localOffset;
        }
        localFrom = Math.max(localFrom, wall);
        localOffset = change.after;
      }
    }
    return localOffset;
  };

  return {
    name,
    offsetAtLocal: (at) => (at >= localFrom && at < localTo ? localOffset : seekLocal(at)),
    offsetAtUtc: (utc) => (utc >= utcFrom && utc < utcTo ? utcOffset : seekUtc(utc)),
  };
}

/** All changes of offset in the UTC span (from, to], each to the second. */
function findChanges(ask: (utc: number) => number, from: number, to: number): Change[] {
  const changes: Change[] = [];
  let low = from;
  let before = ask(low);
  for (let high = from + STEP_S; high <= to; high += STEP_S) {
    const after = ask(high);
    if (after !== before) {
      let left = low;
      let right = high;
      while (right - left > 1) {
        const middle = Math.floor((left + right) / 2);
        if (ask(middle) === before) left = middle;
        else right = middle;
      }
      changes.push({ at: right, before, after });
    }
    low = high;
    before = after;
  }
  return changes;
}
