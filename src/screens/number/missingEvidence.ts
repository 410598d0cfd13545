/** What the records do not tell about a number, or tell too seldom, by the field that would tell it. */
import type { Dossier } from '../../analysis/answers.ts';
import type { FeatureName } from '../../features/featureNames.ts';
import { scorecard } from '../../scoring/scorecard.ts';
import type { EvidenceKind } from '../../scoring/scorecard.ts';

/** Fields of the records, each with the features of score and detectors that cannot be had without it. */
const fields = {
  duration: ['call_duration_mean', 'call_duration_median', 'short_call_share'],
  answered: ['answered_share'],
  imei: ['imeis', 'numbers_per_imei'],
  cell: ['number_of_antennas', 'top_antenna_share'],
} as const satisfies Record<string, readonly FeatureName[]>;

/** Kinds of records that the score rests on, by the features that count them. */
const counts = {
  calls: ['number_of_calls_out', 'number_of_calls_in'],
  texts: ['number_of_texts_out', 'number_of_texts_in'],
} as const satisfies Record<EvidenceKind, readonly FeatureName[]>;

export type EvidenceField = keyof typeof fields | EvidenceKind;

export interface EvidenceGaps {
  readonly missing: readonly EvidenceField[];
  /** Kinds of records of which there are fewer than a term of the score needs to count half. */
  readonly few: readonly { readonly kind: EvidenceKind; readonly records: number }[];
}

const terms = scorecard.groups.flatMap((group) => group.terms);

/** @param features as in a dossier; those absent count as unknown */
export function evidenceGaps(features: Dossier['features']): EvidenceGaps {
  const values = new Map(features.map((entry) => [entry.feature, entry.value]));
  const kinds = (Object.keys(counts) as EvidenceKind[]).map((kind) => ({
    kind,
    records: counts[kind].reduce((sum, feature) => sum + (values.get(feature) ?? 0), 0),
    needed: Math.max(0, ...terms.filter((term) => term.evidence === kind).map((term) => term.halfEvidence)),
  }));
  const isUnknown = (feature: FeatureName) => (values.get(feature) ?? null) === null;
  return {
    missing: [
      ...kinds.filter(({ records }) => records === 0).map(({ kind }) => kind),
      ...(Object.keys(fields) as (keyof typeof fields)[]).filter((field) => fields[field].every(isUnknown)),
    ],
    few: kinds.filter(({ records, needed }) => records > 0 && records < needed).map(({ kind, records }) => ({ kind, records })),
  };
}
