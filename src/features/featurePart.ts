import { fillNumbersPerDevice } from './devices.ts';
import type { FeatureName, FeatureTable } from './featureNames.ts';
import { featureNames } from './featureNames.ts';

/** When each number was there, and how many contacts it has: by row. */
export interface Presence {
  /** Local seconds of its first and last record. */
  readonly first: Uint32Array;
  readonly last: Uint32Array;
  readonly contacts: Uint32Array;
}

/** Features of some of a dataset's numbers, made apart from the others. */
export interface FeaturePart {
  readonly numbers: Float64Array<ArrayBuffer>;
  readonly columns: Readonly<Record<FeatureName, Float64Array<ArrayBuffer>>>;
  readonly presence: Presence;
  /** Distinct (device, row) pairs by rising row. */
  readonly deviceKeys: Float64Array<ArrayBuffer>;
  readonly deviceRows: Uint32Array<ArrayBuffer>;
  /** Directed pairs told from the sender's side. */
  readonly linkCount: number;
}

export interface JoinedFeatures {
  readonly features: FeatureTable;
  readonly presence: Presence;
  readonly linkCount: number;
}

/**
 * The dataset's tables: the parts' rows one after another, and the features that need all numbers. `core` is left as
 * NaN: `coreNumbers` is for when there is time.
 */
export function joinFeatures(parts: readonly FeaturePart[]): JoinedFeatures {
  const only = parts.length === 1 ? parts[0] : undefined;
  const columns = only
    ? only.columns
    : (Object.fromEntries(featureNames.map((name) => [name, joinedF64(parts.map((part) => part.columns[name]))])) as Record<FeatureName, Float64Array>);
  const numbers = only ? only.numbers : joinedF64(parts.map((part) => part.numbers));
  fillNumbersPerDevice(
    columns.numbers_per_imei,
    joinedF64(parts.map((part) => part.deviceKeys)),
    joinedU32(parts.map((part) => part.deviceRows), parts.map((part) => part.numbers.length)),
  );
  return {
    features: { numbers, columns },
    presence: only ? only.presence : {
      first: joinedU32(parts.map(({ presence }) => presence.first)),
      last: joinedU32(parts.map(({ presence }) => presence.last)),
      contacts: joinedU32(parts.map(({ presence }) => presence.contacts)),
    },
    linkCount: parts.reduce((sum, part) => sum + part.linkCount, 0),
  };
}

function joinedF64(pieces: readonly Float64Array[]): Float64Array {
  const joined = new Float64Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

/** @param steps added to the values of the pieces behind each */
function joinedU32(pieces: readonly Uint32Array[], steps?: readonly number[]): Uint32Array {
  const joined = new Uint32Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  let base = 0;
  for (const [i, piece] of pieces.entries()) {
    joined.set(piece, at);
    if (base > 0) for (let k = at; k < at + piece.length; k++) joined[k]! += base;
    at += piece.length;
    base += steps?.[i] ?? 0;
  }
  return joined;
}
