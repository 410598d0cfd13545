import type { FeatureTable } from '../features/featureNames.ts';
import type { EvidenceKind, ScorecardTerm } from './scorecard.ts';

/** Records that each row's terms of a kind rest on; a missing count is none. */
export function evidenceOf({ numbers, columns }: FeatureTable, kind: EvidenceKind): Float64Array {
  const evidence = new Float64Array(numbers.length);
  // Taken once: a column that is not in memory is looked up each time it is named.
  const { callsOut, callsIn, out, into } = columnsOf(columns, kind);
  for (let row = 0; row < evidence.length; row++) evidence[row] = recordsThatCount(callsOut[row]! + callsIn[row]!, out[row]! + into[row]!);
  return evidence;
}

/** What a term's shape counts by these records, 0–1. */
export function weightsOf(records: Float64Array, { halfEvidence }: Pick<ScorecardTerm, 'halfEvidence'>): Float64Array {
  const weights = new Float64Array(records.length);
  for (let row = 0; row < weights.length; row++) weights[row] = records[row]! / (records[row]! + halfEvidence);
  return weights;
}

/** The same for one row. */
export function evidenceAt({ columns }: FeatureTable, kind: EvidenceKind, row: number): number {
  const { callsOut, callsIn, out, into } = columnsOf(columns, kind);
  return recordsThatCount(callsOut[row]! + callsIn[row]!, out[row]! + into[row]!);
}

function columnsOf(columns: FeatureTable['columns'], kind: EvidenceKind) {
  const callsOut = columns.number_of_calls_out;
  const callsIn = columns.number_of_calls_in;
  return kind === 'calls' ? { callsOut, callsIn, out: callsOut, into: callsIn } : { callsOut, callsIn, out: columns.number_of_texts_out, into: columns.number_of_texts_in };
}

/**
 * Of a row's records of a kind. Messages count only beside calls: the labelled subscribers both called and wrote, and of a mere sender
 * of messages they tell nothing.
 */
function recordsThatCount(calls: number, records: number): number {
  return calls > 0 && records > 0 ? records : 0;
}
