import { firstAtOrAfter } from '../analysis/recordSpan.ts';
import { withLists } from '../analysis/numberMarks.ts';
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import type { CloserColumns } from '../features/closer/closerColumns.ts';
import { isCloser } from '../features/closer/closerColumns.ts';
import type { Scene } from '../features/closer/closerFeature.ts';
import { FeatureBuilder } from '../features/featureBuilder.ts';
import { lazyFeatures } from '../features/featureColumns.ts';
import { featureNames } from '../features/featureNames.ts';
import type { FeaturePart } from '../features/featurePart.ts';
import { fillNumbersPerDevice } from '../features/devices.ts';
import type { DayWindow } from '../records/days.ts';
import { DAY_S, parseDay } from '../records/days.ts';
import { NumberIndex } from '../records/numberIndex.ts';
import type { RecordStore, RecordViews } from '../records/recordStore.ts';
import { scoreClosely, scorePieces } from '../scoring/scoreClosely.ts';

/**
 * The dataset as if only the records of a window had been opened: features, links and scores of those alone; numbers
 * without a record in the window are not in it. The whole dataset when the window covers it.
 */
export function windowDataset(dataset: ScoredDataset, window: DayWindow | null): ScoredDataset {
  if (window === null) return dataset;
  const fromDay = parseDay(window.from);
  const toDay = parseDay(window.to);
  if (fromDay <= dataset.firstDay && toDay >= dataset.lastDay) return dataset;
  const fromS = fromDay * DAY_S;
  const toS = (toDay + 1) * DAY_S; // exclusive
  const builder = new FeatureBuilder(Math.min(toDay, dataset.lastDay));
  const { recordWords } = dataset.records;
  const rows: number[] = [];
  let recordCount = 0;
  for (let day = Math.max(fromDay, dataset.firstDay); day <= toDay && day <= dataset.lastDay; day++) {
    recordCount += dataset.recordsByDay[day - dataset.firstDay]!;
  }
  for (let row = 0; row < dataset.features.numbers.length; row++) {
    const { f64, u32, from, to } = within(dataset.records.recordsOf(row), recordWords, fromS, toS);
    if (from === to) continue;
    builder.add(f64, u32, from, to, recordWords);
    rows.push(row);
  }
  const { numbers, columns, presence, linkCount, deviceKeys, deviceRows } = builder.take();
  fillNumbersPerDevice(columns.numbers_per_imei, deviceKeys, deviceRows);
  const index = new NumberIndex(numbers);
  const rowOf = (key: number) => index.rowOf(key);
  const records = new WindowedRecords(dataset.records, Uint32Array.from(rows), fromS, toS);
  const { features, scores } = scoredColumns({ numbers, columns, presence, records, linkCount, rowOf }, dataset.baseRate);
  return withLists({
    ...dataset,
    whole: dataset.whole ?? dataset,
    recordCount,
    linkCount,
    window,
    features,
    presence,
    scores,
    lookCloser: null,
    records,
    rowOf,
  });
}

/** Features and scores, at a closer look too, of numbers whose columns are all in memory. */
function scoredColumns(
  { numbers, columns, ...rest }: Pick<FeaturePart, 'numbers' | 'columns'> & Pick<Scene, 'presence' | 'records' | 'linkCount' | 'rowOf'>, baseRate: number,
): Pick<ScoredDataset, 'features' | 'scores'> {
  const missing = new Float64Array(numbers.length).fill(NaN);
  const tableWith = (closer: CloserColumns | null) => lazyFeatures(
    numbers, (name) => (isCloser(name) ? closer?.column(name) ?? missing : columns[name]),
    (row) => Float64Array.from(featureNames, (name) => (isCloser(name) ? closer?.get(name, row) ?? NaN : columns[name][row]!)),
  );
  let features = tableWith(null);
  const pieces = () => [{ firstRow: 0, features }];
  const first = scorePieces(pieces(), numbers.length, baseRate);
  const steps = scoreClosely({ features, pieces, ...rest }, first, (closer) => {
    features = tableWith(closer);
    return pieces();
  }, baseRate);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { features, scores: step.value };
  }
}

/** A store seen through a window: its rows are those of the window's tables. */
class WindowedRecords implements RecordStore {
  readonly recordWords: number;
  readonly #whole: RecordStore;
  readonly #rows: Uint32Array;
  readonly #fromS: number;
  readonly #toS: number;

  constructor(whole: RecordStore, rows: Uint32Array, fromS: number, toS: number) {
    this.recordWords = whole.recordWords;
    this.#whole = whole;
    this.#rows = rows;
    this.#fromS = fromS;
    this.#toS = toS;
  }

  recordsOf(row: number): RecordViews {
    return within(this.#whole.recordsOf(this.#rows[row]!), this.recordWords, this.#fromS, this.#toS);
  }
}

/** The part of a number's records, which are in time order, with a start in [fromS, toS). */
function within(views: RecordViews, recordWords: number, fromS: number, toS: number): RecordViews {
  const from = firstAtOrAfter(views, recordWords * 2, fromS);
  return { ...views, from, to: firstAtOrAfter({ ...views, from }, recordWords * 2, toS) };
}
