import type { Finding, Reason } from './answers.ts';
import { tableOfRow } from '../features/featureColumns.ts';
import { featureNames } from '../features/featureNames.ts';
import type { FeatureName, FeatureTable } from '../features/featureNames.ts';
import { Percentiles } from '../scoring/percentiles.ts';
import { explainNumber } from '../scoring/score.ts';
import { completeFeatures } from './completeFeatures.ts';
import { oncePerDataset, recentPerDataset } from './datasetCache.ts';
import { isLeftAlone } from './numberMarks.ts';
import type { ScoredDataset } from './scoredDataset.ts';

const percentiles = oncePerDataset((dataset) => new Percentiles(dataset.features));
const completePercentiles = oncePerDataset((dataset) => new Percentiles(completeFeatures(dataset)));

/** Share of the dataset's numbers with a lower value of the feature, 0–100; null for a missing value. */
export function percentileOf(dataset: ScoredDataset, feature: FeatureName, value: number): number | null {
  return (feature === 'core' ? completePercentiles : percentiles)(dataset).of(feature, value);
}

/** The features of one row, as a table of that row alone. The last ones are kept, since several answers in turn are about the same number. */
export const rowTable = recentPerDataset(64, (row: number) => String(row), ({ features }, row): FeatureTable => tableOfRow(features, row));

/** Why a number has its score: all terms with a contribution other than 0, strongest first, and the findings. */
export function explainRow(dataset: ScoredDataset, row: number): { readonly reasons: readonly Reason[]; readonly findings: readonly Finding[] } {
  if (isLeftAlone(dataset, row)) return { reasons: [], findings: [] };
  const { terms, findings } = explainNumber(rowTable(dataset, row), 0, dataset.baseRate, dataset.refitted?.card);
  const reasons = terms.map((term): Reason => ({
    ...term,
    percentile: term.value !== null && isFeature(term.feature) ? percentileOf(dataset, term.feature, term.value) : null,
  }));
  return { reasons, findings };
}

const features: ReadonlySet<string> = new Set(featureNames);

function isFeature(name: string): name is FeatureName {
  return features.has(name);
}
