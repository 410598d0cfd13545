import { tableOfRow } from '../features/featureColumns.ts';
import { evidenceAt } from '../scoring/evidence.ts';
import { scorecard } from '../scoring/scorecard.ts';
import type { EvidencePresent } from './answers.ts';
import { oncePerDataset } from './datasetCache.ts';

const BINS = 200;

/** How much of the score's evidence the dataset's files give, and which of its features they never give. */
export const evidencePresent = oncePerDataset(({ features, scores: { coverage } }): EvidencePresent => {
  const bins = new Uint32Array(BINS + 1);
  let best = -1;
  for (let row = 0; row < coverage.length; row++) {
    bins[Math.round(coverage[row]! * BINS)]!++;
    if (best < 0 || coverage[row]! > coverage[best]!) best = row;
  }
  if (best < 0) return { median: 0, most: 0, missing: [] };
  let left = coverage.length / 2;
  const median = bins.findIndex((count) => (left -= count) <= 0) / BINS;
  // What the number of which most is known lacks, the files do not tell.
  const table = tableOfRow(features, best);
  const missing = scorecard.groups.flatMap(({ terms }) => {
    const isThere = terms.some(({ feature, evidence }) => !Number.isNaN(table.columns[feature][0]!) && evidenceAt(table, evidence, 0) > 0);
    return isThere ? [] : terms.map(({ feature }) => feature);
  });
  return { median, most: coverage[best]!, missing };
});
