import { explainRow } from '../../analysis/explainRow.ts';
import { numberOfRow } from '../../analysis/rowOfNumber.ts';
import { rowsByScore } from '../../analysis/rowOrder.ts';
import type { ScoredDataset } from '../../analysis/scoredDataset.ts';
import { scoreOf } from '../../analysis/scoreOf.ts';
import type { Arguments } from './arguments.ts';
import { describeDataset } from './dataset.ts';
import { writeCsv, writeJson } from './output.ts';
import { readArguments } from './readFiles.ts';

/** `score FILE…`: the numbers by score, highest first, each with the detectors that found it and its reasons. */
export async function printScores(args: Arguments): Promise<void> {
  const dataset = await readArguments(args);
  if (args.format === 'csv') {
    await writeCsv(['number', 'score', 'coverage', 'detectors', 'reasons'], csvRows(dataset, args.top));
  } else {
    await writeJson({ dataset: describeDataset(dataset), baseRate: dataset.baseRate }, 'suspects', suspects(dataset, args.top));
  }
}

function* suspects(dataset: ScoredDataset, top: number) {
  for (const row of rowsByScore(dataset).subarray(0, Math.min(top, dataset.features.numbers.length))) {
    const { reasons, findings } = explainRow(dataset, row);
    yield {
      number: numberOfRow(dataset, row),
      score: scoreOf(dataset.scores.logOdds[row]!),
      coverage: dataset.scores.coverage[row]!,
      detectors: findings.map(({ id, evidence, counterEvidence }) => ({ id, evidence, counterEvidence })),
      reasons,
    };
  }
}

/** One line per number, for a spreadsheet: lists as words with semicolons. */
function* csvRows(dataset: ScoredDataset, top: number) {
  for (const { number, score, coverage, detectors, reasons } of suspects(dataset, top)) {
    yield {
      number,
      score: score.toFixed(1),
      coverage: coverage.toFixed(2),
      detectors: detectors.map(({ id }) => id).join('; '),
      reasons: reasons.map(({ feature, value, contribution }) => `${feature}=${value === null ? '' : Number(value.toPrecision(4))} (${contribution > 0 ? '+' : ''}${contribution.toFixed(2)})`).join('; '),
    };
  }
}
