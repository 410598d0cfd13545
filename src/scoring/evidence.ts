import type { FeatureTable } from '../features/featureNames.ts';
import type { EvidenceKind } from './scorecard.ts';

/**
 * Records that each row's terms of a kind rest on; a missing count is none. Messages count only beside calls: the labelled
 * subscribers both called and wrote, and of a mere sender of messages they tell nothing.
 */
export function evidenceOf({ numbers, columns }: FeatureTable, kind: EvidenceKind): Float64Array {
  const evidence = new Float64Array(numbers.length);
  const callsOut = columns.number_of_calls_out;
  const callsIn = columns.number_of_calls_in;
  const [out, into] = kind === 'calls' ? [callsOut, callsIn] : [columns.number_of_texts_out, columns.number_of_texts_in];
  for (let row = 0; row < evidence.length; row++) {
    const records = out[row]! + into[row]!;
    if (callsOut[row]! + callsIn[row]! > 0 && records > 0) evidence[row] = records;
  }
  return evidence;
}

/** The same for one row. */
export function evidenceAt({ columns }: FeatureTable, kind: EvidenceKind, row: number): number {
  const calls = columns.number_of_calls_out[row]! + columns.number_of_calls_in[row]!;
  if (!(calls > 0)) return 0;
  if (kind === 'calls') return calls;
  const texts = columns.number_of_texts_out[row]! + columns.number_of_texts_in[row]!;
  return texts > 0 ? texts : 0;
}
