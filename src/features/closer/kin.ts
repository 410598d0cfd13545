import { DEVICE_WORD } from '../../records/communication.ts';
import type { RecordStore } from '../../records/recordStore.ts';
import { firstAtLeast } from '../../records/sortedKeys.ts';
import type { Pauses } from '../../records/steps.ts';
import type { CloserFeatureName } from '../featureNames.ts';
import type { CloserColumns } from './closerColumns.ts';
import type { Scene } from './closerFeature.ts';
import { inReadingOrder, isTurn } from './closerFeature.ts';
import { numbersNear } from './numbersNear.ts';

/** Numbers so near lie in one block of a pool. Assumed. */
const NEAR = 100;
/** Fewer flagged neighbours may be chance in any block. */
const FEWEST_NEAR = 2;
/** A device that more numbers used is a placeholder in the records, not a device. Assumed. */
export const MOST_ON_A_DEVICE = 500;

/** What a first and a closer look found, and what the closer look learned on the way. */
export interface Found {
  /** Rows above the line, most suspicious first. */
  readonly flagged: readonly number[];
  /** Rows that call from the same cells in the same hours of the same days, by row. */
  readonly rooms: ReadonlyMap<number, readonly number[]>;
  /** Rows that may have shared a device, most suspicious first. */
  readonly sharers: readonly number[];
  /** Rows that were not there from the beginning, most suspicious first. */
  readonly newcomers: readonly number[];
  /** Rows on a list of seized or blocked numbers, most suspicious first. */
  readonly seized: readonly number[];
}

/**
 * How many flagged numbers share a device, a block of numbers or a room with a number, itself not counted: gangs keep their
 * members under every threshold, but not apart from each other. Answers the rows of which it tells something.
 */
export function* findKin(scene: Scene, found: Found, closer: CloserColumns): Pauses<readonly number[]> {
  const kin = new Set<number>();
  const tell = (name: CloserFeatureName, row: number, count: number) => {
    if (count <= 0) return;
    closer.set(name, row, count);
    kin.add(row);
  };
  const isFlagged = new Set(found.flagged);
  for (const [row, others] of found.rooms) tell('flagged_in_room', row, others.filter((other) => isFlagged.has(other)).length);
  for (const [row, count] of yield* flaggedNear(scene, found.flagged)) tell('flagged_in_block', row, count);
  yield;
  for (const [row, count] of yield* mostOnDevice(scene, found, isFlagged)) tell('flagged_on_device', row, count);
  if (found.seized.length > 0) for (const [row, count] of yield* mostOnDevice(scene, found, new Set(found.seized))) tell('seized_on_device', row, count);
  return [...kin];
}

/** Those of other rows whose numbers lie in one block with the row's, the nearest first. */
export function inOneBlock({ features: { numbers } }: Scene, row: number, others: readonly number[]): readonly number[] {
  const distance = (other: number) => Math.abs(numbers[other]! - numbers[row]!);
  return others.filter((other) => other !== row && distance(other) <= NEAR).toSorted((a, b) => distance(a) - distance(b));
}

/** Those of other rows that used a device of the row's. */
export function onOneDevice({ records }: Scene, row: number, others: readonly number[]): readonly number[] {
  const own = devicesOfRow(records, row);
  return own.size === 0 ? [] : others.filter((other) => other !== row && [...devicesOfRow(records, other)].some((device) => own.has(device)));
}

function devicesOfRow(records: RecordStore, row: number): Set<number> {
  const words = records.recordWords;
  const devices = new Set<number>();
  if (words <= DEVICE_WORD) return devices;
  const { f64, from, to } = records.recordsOf(row);
  for (let at = from * words + DEVICE_WORD; at < to * words; at += words) if (f64[at] !== 0) devices.add(f64[at]!);
  return devices;
}

/** Flagged numbers within NEAR of a number, beyond what the share of flagged numbers gives by chance. */
function* flaggedNear({ features: { numbers }, rowOf }: Scene, flagged: readonly number[]): Pauses<readonly (readonly [number, number])[]> {
  const counts: (readonly [number, number])[] = [];
  if (flagged.length < FEWEST_NEAR) return counts;
  const keys = Float64Array.from(flagged, (row) => numbers[row]!).sort();
  // The neighbours of those near a flagged one are counted, too.
  const sorted = yield* numbersNear(numbers, keys, 2 * NEAR);
  const share = flagged.length / numbers.length;
  let last = -1;
  for (const key of keys) {
    const to = firstAtLeast(sorted, key + NEAR + 1);
    for (let i = Math.max(last + 1, firstAtLeast(sorted, key - NEAR)); i < to; i++) {
      last = i;
      const own = sorted[i]!;
      const isOne = keys[firstAtLeast(keys, own)] === own ? 1 : 0;
      const near = firstAtLeast(keys, own + NEAR + 1) - firstAtLeast(keys, own - NEAR) - isOne;
      if (near < FEWEST_NEAR) continue;
      const neighbours = firstAtLeast(sorted, own + NEAR + 1) - firstAtLeast(sorted, own - NEAR) - 1;
      counts.push([rowOf(own), Math.round(near - neighbours * share)]);
    }
  }
  return counts;
}

/** The most numbers of a set on any of a number's devices, itself not counted. */
function* mostOnDevice({ records }: Scene, { sharers }: Found, set: ReadonlySet<number>): Pauses<readonly (readonly [number, number])[]> {
  const devicesOf = new Map<number, readonly number[]>();
  const users = new Map<number, { all: number; ofSet: number }>();
  for (const [place, row] of inReadingOrder(sharers).entries()) {
    if (isTurn(place)) yield;
    const devices = devicesOfRow(records, row);
    devicesOf.set(row, [...devices]);
    for (const device of devices) {
      const known = users.get(device) ?? { all: 0, ofSet: 0 };
      known.all++;
      if (set.has(row)) known.ofSet++;
      users.set(device, known);
    }
  }
  return [...devicesOf].map(([row, devices]) => {
    const own = set.has(row) ? 1 : 0;
    let most = 0;
    for (const device of devices) {
      const { all, ofSet } = users.get(device)!;
      if (all <= MOST_ON_A_DEVICE) most = Math.max(most, ofSet - own);
    }
    return [row, most];
  });
}
