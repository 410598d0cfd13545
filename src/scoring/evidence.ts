import type { FeatureTable } from '../features/featureNames.ts';
import type { EvidenceKind } from './scorecard.ts';

/** Calls or messages of each row; a missing count is none. */
export function evidenceOf(features: FeatureTable, kind: EvidenceKind): Float64Array {
  const out = features.columns[kind === 'calls' ? 'number_of_calls_out' : 'number_of_texts_out'];
  const into = features.columns[kind === 'calls' ? 'number_of_calls_in' : 'number_of_texts_in'];
  const evidence = new Float64Array(out.length);
  for (let row = 0; row < evidence.length; row++) {
    const records = out[row]! + into[row]!;
    evidence[row] = records > 0 ? records : 0;
  }
  return evidence;
}

/** The same for one row. */
export function evidenceAt(features: FeatureTable, kind: EvidenceKind, row: number): number {
  const { columns } = features;
  const records = kind === 'calls'
    ? columns.number_of_calls_out[row]! + columns.number_of_calls_in[row]!
    : columns.number_of_texts_out[row]! + columns.number_of_texts_in[row]!;
  return records > 0 ? records : 0;
}
