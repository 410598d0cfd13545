import { explainRow } from '../../analysis/explainRow.ts';
import { listGroups } from '../../analysis/listGroups.ts';
import { numberOfRow } from '../../analysis/rowOfNumber.ts';
import { rowsByScore } from '../../analysis/rowOrder.ts';
import type { ScoredDataset } from '../../analysis/scoredDataset.ts';
import { scoreOf } from '../../analysis/scoreOf.ts';
import type { Arguments } from './arguments.ts';
import { describeDataset } from './dataset.ts';
import { LabelledQueue, readLabels } from './labels.ts';
import { writeCsv, writeJson } from './output.ts';
import { readArguments } from './readFiles.ts';

/** `score FILE…`: the numbers by score, highest first, each with the detectors that found it and its reasons. */
export async function printScores(args: Arguments): Promise<void> {
  const labels = args.labels === null ? null : await readLabels(args.labels);
  const dataset = await readArguments(args);
  const labelled = labels === null ? null : new LabelledQueue(args.labels!, labels, dataset);
  const rows = rowsByScore(dataset);
  const top = rows.subarray(0, Math.min(args.top, rows.length));
  if (args.format === 'csv') {
    await writeCsv(['number', 'score', 'coverage', 'detectors', 'reasons', ...(labelled === null ? [] : ['label'])], csvRows(dataset, top, labelled));
  } else {
    const head = { dataset: describeDataset(dataset), baseRate: dataset.baseRate, groups: listGroups(dataset), ...(labelled === null ? {} : { labels: labelled.measures(rows, dataset) }) };
    await writeJson(head, 'suspects', suspects(dataset, top, labelled));
  }
}

function* suspects(dataset: ScoredDataset, rows: Uint32Array, labelled: LabelledQueue | null) {
  for (const row of rows) {
    const { reasons, findings } = explainRow(dataset, row);
    yield {
      number: numberOfRow(dataset, row),
      score: scoreOf(dataset.scores.logOdds[row]!),
      coverage: dataset.scores.coverage[row]!,
      detectors: findings.map(({ id, evidence, counterEvidence }) => ({ id, evidence, counterEvidence })),
      reasons,
      ...(labelled === null ? {} : { label: labelled.labelOf(row) }),
    };
  }
}

/** One line per number, for a spreadsheet: lists as words with semicolons. */
function* csvRows(dataset: ScoredDataset, rows: Uint32Array, labelled: LabelledQueue | null) {
  for (const { number, score, coverage, detectors, reasons, label } of suspects(dataset, rows, labelled)) {
    yield {
      number,
      score: score.toFixed(1),
      coverage: coverage.toFixed(2),
      detectors: detectors.map(({ id }) => id).join('; '),
      reasons: reasons.map(({ feature, value, contribution }) => `${feature}=${value === null ? '' : Number(value.toPrecision(4))} (${contribution > 0 ? '+' : ''}${contribution.toFixed(2)})`).join('; '),
      label,
    };
  }
}
