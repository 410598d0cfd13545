/** What the records do not tell about a number, by the field that would tell it. */
import type { Dossier } from '../../analysis/answers.ts';
import type { FeatureName } from '../../features/featureNames.ts';

/** Fields of the records, each with the features that cannot be had without it. */
const fields = {
  calls: ['calls_per_contact', 'percent_initiated_interactions'],
  duration: ['call_duration_mean', 'call_duration_median', 'call_duration_std', 'short_call_share'],
  answered: ['answered_share'],
  imei: ['imeis', 'numbers_per_imei'],
  cell: ['number_of_antennas', 'entropy_of_antennas', 'top_antenna_share'],
} as const satisfies Record<string, readonly FeatureName[]>;

export type EvidenceField = keyof typeof fields;
export const evidenceFields = Object.keys(fields) as readonly EvidenceField[];

/** Fields none of whose features has a value. */
export function missingEvidence(features: Dossier['features']): readonly EvidenceField[] {
  const known = new Set(features.filter((entry) => entry.value !== null).map((entry) => entry.feature));
  return evidenceFields.filter((field) => fields[field].every((feature) => !known.has(feature)));
}
