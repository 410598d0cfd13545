import type { Finding, Reason } from './answers.ts';
import { tableOfRow } from '../features/featureColumns.ts';
import { featureNames } from '../features/featureNames.ts';
import type { FeatureName, FeatureTable } from '../features/featureNames.ts';
import { Percentiles } from '../scoring/percentiles.ts';
import type { ScoreTerm } from '../scoring/score.ts';
import { explainerOf } from '../scoring/score.ts';
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
  const { terms, findings } = explainerOf(rowTable(dataset, row), dataset.baseRate, dataset.refitted?.card)(0);
  return { reasons: terms.map((term) => reasonOf(dataset, term)), findings };
}

/**
 * The strongest reasons of each of some rows.
 * @param table those rows, in the same order
 * @param most of them for a row
 */
export function reasonsOf(dataset: ScoredDataset, rows: Uint32Array, table: FeatureTable, most: number): (readonly Reason[])[] {
  const explain = explainerOf(table, dataset.baseRate, dataset.refitted?.card);
  return Array.from(rows, (row, i) => (isLeftAlone(dataset, row) ? [] : explain(i).terms.slice(0, most).map((term) => reasonOf(dataset, term))));
}

function reasonOf(dataset: ScoredDataset, term: ScoreTerm): Reason {
  return { ...term, percentile: term.value !== null && isFeature(term.feature) ? percentileOf(dataset, term.feature, term.value) : null };
}

const features: ReadonlySet<string> = new Set(featureNames);

function isFeature(name: string): name is FeatureName {
  return features.has(name);
}
