/** Which columns hold the two ends of a call: caller and callee, or a subscriber and the other end with a direction. */
import type { CommunicationField } from '../records/communication.ts';
import type { ColumnRole } from './columnNames.ts';
import type { WayOf } from './directionCodes.ts';
import type { HeadRow } from './headRows.ts';
import type { ColumnMapping } from './inspection.ts';

type Ends = Partial<Record<CommunicationField, number | undefined>>;

/** Share of the calls that came in which must name the subscriber first for columns to be taken as subscriber and other. */
const CLEAR = 0.9;

/**
 * @param find the best unused column with a role, by name and values
 * @param reserve marks a column as used
 * @param given what the user has said about any field
 * @param direction column of the direction, -1 if there is none
 * @param rows the first rows
 * @param wayOf what the direction says of them
 */
export function assignEnds(
  find: (role: ColumnRole) => number | undefined, reserve: (column: number) => void, given: ColumnMapping, direction: number, rows: readonly HeadRow[], wayOf: WayOf,
): Ends {
  if (given.caller !== undefined || given.callee !== undefined) {
    return { caller: find('caller') ?? find('aParty') ?? find('number'), callee: find('callee') ?? find('bParty') ?? find('other') };
  }
  const isOwnGiven = given.number !== undefined || given.other !== undefined;
  const isDirected = direction >= 0;
  const [named, callee, aParty, bParty, number, other] = (['caller', 'callee', 'aParty', 'bParty', 'number', 'other'] as const).map(find);
  // A bill's origin is the town that the subscriber called from.
  const isTown = named !== undefined && number !== undefined && !hasDigits(rows, named) && hasDigits(rows, number);
  const caller = isTown ? undefined : named;

  if (!isOwnGiven && caller !== undefined && callee !== undefined) {
    // Some reports call the subscriber the calling number even where it was called.
    const isFirst = isDirected ? isSubscriberFirst(rows, caller, callee, wayOf) : null;
    if (isFirst === true) return { number: caller, other: callee, direction };
    // Exchanges write the subscriber once, and only the far end as calling or called number.
    const served = number !== undefined && hasGaps(rows, caller, callee) ? { number, ...(isDirected ? { direction } : {}) } : {};
    return { caller, callee, ...served, ...(isFirst === false ? { direction } : {}) };
  }
  if (!isOwnGiven && number === undefined && aParty !== undefined && bParty !== undefined) {
    const isOwn = isDirected && (isSubscriberFirst(rows, aParty, bParty, wayOf) ?? rows.some((row) => wayOf(row) === 'in'));
    return isOwn ? { number: aParty, other: bParty, direction } : { caller: aParty, callee: bParty };
  }

  const own = given.number ?? number ?? aParty ?? caller;
  const peer = given.other ?? other ?? bParty ?? (callee === own ? undefined : callee);
  if (!isOwnGiven && !isDirected) {
    // A subscriber and whom it called, with no direction: a list of outgoing calls.
    if (own !== undefined && peer !== undefined && other === undefined) return { caller: own, callee: peer };
    // Only one of the two ends is there: that is what to say, not that a direction is missing.
    if ((peer === undefined && caller !== undefined) || (own === undefined && callee !== undefined)) return { caller, callee };
  }
  const way = isDirected ? { direction } : {};
  if (peer !== undefined) return { number: own, other: peer, ...way };
  if (own === undefined) return way;
  // One column of numbers in a phone's own log: the other ends. Two: the first is the subscriber.
  reserve(own);
  const second = find('number') ?? find('caller');
  return second === undefined && isDirected ? { other: own, ...way } : { number: own, other: second, ...way };
}

/**
 * Whether the calls that came in name the subscriber in the first column, as those that went out do, or in the second, where the
 * callee belongs; null if the rows do not tell, as when they are of many subscribers calling each other.
 */
export function isSubscriberFirst(rows: readonly HeadRow[], first: number, second: number, wayOf: WayOf): boolean | null {
  const subscribers = new Set(rows.filter((row) => wayOf(row) === 'out').map(({ cells }) => cells[first] ?? ''));
  const incoming = rows.filter((row) => wayOf(row) === 'in');
  if (incoming.length === 0) return null;
  if (subscribers.size === 0) {
    // Only calls that came in: the end that is always the same is the subscriber.
    const [a, b] = [first, second].map((column) => new Set(incoming.map(({ cells }) => cells[column] ?? '')).size);
    return a === b || Math.min(a!, b!) > 1 ? null : a === 1;
  }
  const share = (column: number, apart: number) =>
    incoming.filter(({ cells }) => subscribers.has(cells[column] ?? '') && !subscribers.has(cells[apart] ?? '')).length / incoming.length;
  if (share(first, second) >= CLEAR) return true;
  return share(second, first) >= CLEAR ? false : null;
}

const hasDigits = (rows: readonly HeadRow[], column: number) => rows.some(({ cells }) => /\d/.test(cells[column] ?? ''));

/** True if most rows name only one of the two ends. */
function hasGaps(rows: readonly HeadRow[], first: number, second: number): boolean {
  const gaps = rows.filter(({ cells }) => ((cells[first] ?? '') === '') !== ((cells[second] ?? '') === '')).length;
  return gaps * 2 > rows.length;
}
