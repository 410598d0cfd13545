/** What is known of numbers, to hold the queue against: a CSV of number and label, or a simulated world's `truth.json`. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { rowOfNumber } from '../../analysis/rowOfNumber.ts';
import type { ScoredDataset } from '../../analysis/scoredDataset.ts';
import { foldName, rolesOfName } from '../../ingest/columnNames.ts';
import { detectEncoding } from '../../ingest/encoding.ts';
import { splitHead, type HeadRow } from '../../ingest/headRows.ts';
import { areaUnderRoc, recallAtFalsePositiveRate } from '../../scoring/training/metrics.ts';
import { UnreadableFile } from '../pipeline.ts';

export type Label = 'fraud' | 'innocent';

/** Words people label with, folded; in English, Chinese and as figures. */
const words: ReadonlyMap<string, Label> = new Map([
  ...['1', 'true', 't', 'yes', 'y', 'fraud', 'fraudulent', 'fraudster', 'scam', 'scammer', 'spam', 'spammer', 'positive', 'bad', 'malicious', 'guilty', 'confirmed', 'black', 'blacklist', '是', '诈骗', '涉诈', '欺诈', '诈骗号码', '涉诈号码', '骗子', '嫌疑', '涉案', '黑', '黑名单', '黑样本', '已确认', '阳性', '异常']
    .map((word) => [word, 'fraud'] as const),
  ...['0', 'false', 'f', 'no', 'n', 'innocent', 'normal', 'legitimate', 'legit', 'benign', 'negative', 'good', 'ham', 'genuine', 'clean', 'dismissed', 'white', 'whitelist', '否', '正常', '无辜', '非诈骗', '非涉诈', '清白', '普通', '白', '白名单', '白样本', '已排除', '阴性']
    .map((word) => [word, 'innocent'] as const),
]);
const LABEL_NAME = /label|fraud|class|target|truth|verdict|spam|scam|标签|标记|涉诈|诈骗|欺诈|类别|结论|是否/i;
const DELIMITERS = [',', '\t', ';', '|'];

/** Label by number, as the file writes numbers. Throws UnreadableFile, which says where and why. */
export async function readLabels(path: string): Promise<ReadonlyMap<string, Label>> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new UnreadableFile(path, null, `--labels ${path}: does not exist or may not be read`, { cause: error });
  });
  const { encoding, bomBytes } = detectEncoding(bytes.subarray(0, 1 << 18));
  const text = new TextDecoder(encoding).decode(bytes.subarray(bomBytes));
  const labels = text.trimStart().startsWith('{') ? labelsOfTruth(text, path) : labelsOfTable(text, path);
  if (labels.size === 0) throw new UnreadableFile(path, null, `--labels ${path}: holds no labels`);
  return labels;
}

function labelsOfTable(text: string, path: string): ReadonlyMap<string, Label> {
  const utf8 = new TextEncoder().encode(text);
  const rows = DELIMITERS.map((delimiter) => splitHead(utf8, delimiter, Infinity)).reduce((best, other) => ((other[0]?.cells.length ?? 0) > (best[0]?.cells.length ?? 0) ? other : best));
  const [first] = rows;
  if (first === undefined) throw new UnreadableFile(path, null, `--labels ${path}: is empty`);
  if (first.cells.length < 2) throw new UnreadableFile(path, null, `--labels ${path}:${first.line}: needs two columns, a number and a label such as fraud or innocent`);
  // A header may be called “fraud”, which is also a label.
  const isHeader = !first.cells.some((cell) => /\d{3}/.test(cell))
    && (!first.cells.some((cell) => words.has(foldName(cell))) || first.cells.every((cell) => rolesOfName(cell).length > 0 || LABEL_NAME.test(cell)));
  const numberAt = isHeader ? Math.max(0, first.cells.findIndex((name) => !LABEL_NAME.test(name) && rolesOfName(name).some(({ role }) => role === 'number' || role === 'caller'))) : 0;
  const named = isHeader ? first.cells.findIndex((name, column) => column !== numberAt && LABEL_NAME.test(name)) : -1;
  const labelAt = named >= 0 ? named : numberAt === 0 ? 1 : 0;
  const labels = new Map<string, Label>();
  for (const row of isHeader ? rows.slice(1) : rows) {
    const number = row.cells[numberAt] ?? '';
    if (number !== '') labels.set(number, labelOf(row, labelAt, path));
  }
  return labels;
}

function labelOf({ cells, line }: HeadRow, column: number, path: string): Label {
  const word = cells[column] ?? '';
  const label = words.get(foldName(word)) ?? words.get(foldName(word.replace(/\.0+$/, '')));
  if (label === undefined) throw new UnreadableFile(path, null, `--labels ${path}:${line}: “${word}” is neither fraud nor innocent; write fraud or innocent, 1 or 0, 诈骗 or 正常`);
  return label;
}

/** `{fraud: [{number}], roles: {number: role}}`, as `npm run world` writes it: whoever has a role and is no fraud is innocent. */
function labelsOfTruth(text: string, path: string): ReadonlyMap<string, Label> {
  try {
    const { fraud, roles } = JSON.parse(text) as { readonly fraud: readonly { readonly number: string }[]; readonly roles: Readonly<Record<string, string>> };
    const labels = new Map<string, Label>(Object.keys(roles).map((number) => [number, 'innocent']));
    for (const { number } of fraud) labels.set(number, 'fraud');
    return labels;
  } catch (error) {
    throw new UnreadableFile(path, null, `--labels ${path}: is neither a table of number and label nor a simulated world's truth.json`, { cause: error });
  }
}

/** Lengths of the queue's top at which precision is told. */
const TOPS = [10, 50, 100, 500];

/** Labels of a dataset's rows, and how well the queue agrees with them. */
export class LabelledQueue {
  readonly #labelOfRow = new Map<number, Label>();
  readonly #file: string;
  readonly #absent: number;

  constructor(path: string, labels: ReadonlyMap<string, Label>, dataset: ScoredDataset) {
    this.#file = basename(path);
    let absent = 0;
    for (const [number, label] of labels) {
      const row = rowOfNumber(dataset, number);
      if (row >= 0) this.#labelOfRow.set(row, label);
      else absent++;
    }
    this.#absent = absent;
  }

  labelOf(row: number): Label | null {
    return this.#labelOfRow.get(row) ?? null;
  }

  /**
   * Measures over the labelled numbers alone: the chance that fraud stands above an innocent number (`auc`), the share of fraud among the first
   * N (`precisionAt`), and the share found while 1 % of the innocent are flagged. Null where there is nothing to measure with.
   *
   * @param rows all rows of the dataset, highest score first
   */
  measures(rows: Uint32Array, { scores }: ScoredDataset) {
    const labelled = Array.from(rows).filter((row) => this.#labelOfRow.has(row));
    const logOdds = Float64Array.from(labelled, (row) => scores.logOdds[row]!);
    const isFraud = Uint8Array.from(labelled, (row) => (this.#labelOfRow.get(row) === 'fraud' ? 1 : 0));
    const fraud = isFraud.reduce((sum, one) => sum + one, 0);
    const hasBoth = fraud > 0 && fraud < labelled.length;
    const precisionAt = Object.fromEntries(TOPS.filter((top) => top <= labelled.length).map((top) => [top, isFraud.subarray(0, top).reduce((sum, one) => sum + one, 0) / top]));
    return {
      file: this.#file,
      fraud,
      innocent: labelled.length - fraud,
      /** Numbers of the label file that have no records. */
      absent: this.#absent,
      unlabelled: rows.length - labelled.length,
      auc: hasBoth ? areaUnderRoc(logOdds, isFraud) : null,
      precisionAt,
      recallAt1Percent: hasBoth ? recallAtFalsePositiveRate(logOdds, isFraud, 0.01) : null,
    };
  }
}
