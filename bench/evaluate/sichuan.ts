import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { featureNames } from '../../src/features/featureNames.ts';
import type { FeatureName, FeatureTable } from '../../src/features/featureNames.ts';
import type { TrainingSet } from '../../src/scoring/training/trainingSet.ts';

/** Where the file lies in a data directory, and whose it is. */
export const SICHUAN_FILE = 'sichuan/features_labelled.csv';
export const SICHUAN_SOURCE = 'Sichuan telecom fraud subscribers (2020 Digital Sichuan Innovation Competition), as published in the GAT-COBO repository';
export const SICHUAN_LICENCE = 'Apache-2.0';

/** The file's columns, NaN where a cell is empty. */
export interface SichuanRows {
  readonly columns: ReadonlyMap<string, Float64Array>;
  readonly labels: Uint8Array;
}

/** Reads the labelled subscribers. @throws when the file or a column is missing */
export function readSichuan(directory: string): SichuanRows {
  const [header, ...lines] = readFileSync(join(directory, SICHUAN_FILE), 'utf8').trimEnd().split(/\r?\n/);
  const names = header!.split(',');
  const cells = lines.map((line) => line.split(','));
  const columns = new Map(names.slice(1).map((name, i) => [
    name,
    Float64Array.from(cells, (row) => (row[i + 1] === '' ? NaN : Number(row[i + 1]))),
  ]));
  const labels = columns.get('label');
  if (labels === undefined) throw new Error(`${SICHUAN_FILE} has no column label`);
  return { columns, labels: Uint8Array.from(labels) };
}

/**
 * Which of our features a Sichuan column is, row by row. The file describes calls that were connected (voc, call, phone2)
 * and messages (sms, calltype_rate); its authors counted call types 1 as outgoing, and IMEIs over outgoing calls only.
 * Left out on purpose: counts that grow with the window (calls, contacts, days, totals), `voc_day_nunique`, which
 * counts days of the month, and data volume and bills, which call records do not hold.
 */
const formulas: Partial<Readonly<Record<FeatureName, (cell: (name: string) => number) => number>>> = {
  // How many records the ratios rest on; themselves no terms of the score.
  number_of_calls_out: (cell) => zero(cell('voccalltype1')),
  number_of_calls_in: (cell) => zero(cell('opposite_count')) - zero(cell('voccalltype1')),
  number_of_texts_in: (cell) => zero(cell('calltype_2')),
  number_of_texts_out: (cell) => cell('sms_count') - zero(cell('calltype_2')),

  calls_per_contact: (cell) => cell('phone2opposite_mean'),
  percent_initiated_interactions: (cell) => cell('voc_calltype1'),
  imeis: (cell) => cell('imeis'),
  active_hours: (cell) => cell('voc_hour_nunique'),
  incoming_text_share: (cell) => cell('calltype_rate'),
  // A contact that both called and wrote counts twice here: the file has only the two counts.
  interactions_per_contact: (cell) =>
    (cell('sms_count') + zero(cell('opposite_count'))) / (cell('sms_nunique') + zero(cell('opposite_unique'))),
};

/** The labelled subscribers as a table of our features; all others are missing. */
export function sichuanTrainingSet({ columns, labels }: SichuanRows): TrainingSet {
  const rows = labels.length;
  const column = (name: FeatureName): Float64Array => {
    const formula = formulas[name];
    if (formula === undefined) return new Float64Array(rows).fill(NaN);
    return Float64Array.from({ length: rows }, (_, row) => formula((column) => {
      const values = columns.get(column);
      if (values === undefined) throw new Error(`${SICHUAN_FILE} has no column ${column}`);
      return values[row]!;
    }));
  };
  return {
    features: {
      numbers: Float64Array.from({ length: rows }, (_, row) => row + 1),
      columns: Object.fromEntries(featureNames.map((name) => [name, column(name)])) as FeatureTable['columns'],
    },
    labels,
  };
}

function zero(value: number): number {
  return Number.isNaN(value) ? 0 : value;
}
