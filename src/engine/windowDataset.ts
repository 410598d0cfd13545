import { firstAtOrAfter } from '../analysis/recordSpan.ts';
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import type { CloserColumns } from '../features/closer/closerColumns.ts';
import { isCloser } from '../features/closer/closerColumns.ts';
import type { Scene } from '../features/closer/closerFeature.ts';
import { FeatureBuilder } from '../features/featureBuilder.ts';
import { lazyFeatures } from '../features/featureColumns.ts';
import { featureNames } from '../features/featureNames.ts';
import type { FeatureTable } from '../features/featureNames.ts';
import type { FeaturePart } from '../features/featurePart.ts';
import { fillNumbersPerDevice } from '../features/devices.ts';
import type { DayWindow } from '../records/days.ts';
import { DAY_S, parseDay } from '../records/days.ts';
import { NumberIndex } from '../records/numberIndex.ts';
import type { RecordStore, RecordViews } from '../records/recordStore.ts';
import { scoreClosely, scorePieces } from '../scoring/scoreClosely.ts';
import { lookedCloser } from './takeCloserLook.ts';

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
  return lookedCloser({
    ...dataset,
    whole: dataset.whole ?? dataset,
    recordCount,
    linkCount,
    window,
    presence,
    records,
    rowOf,
    ...scoredColumns({ numbers, columns, presence, records, linkCount, rowOf }, dataset.baseRate),
  });
}

/** Features and scores of numbers whose columns are all in memory, and what a closer look would make of them. */
function scoredColumns(
  { numbers, columns, ...rest }: Pick<FeaturePart, 'numbers' | 'columns'> & Pick<Scene, 'presence' | 'records' | 'linkCount' | 'rowOf'>, baseRate: number,
): Pick<ScoredDataset, 'features' | 'scores' | 'lookCloser'> {
  const missing = new Float64Array(numbers.length).fill(NaN);
  const tableWith = (closer: CloserColumns | null) => lazyFeatures(
    numbers, (name) => (isCloser(name) ? closer?.column(name) ?? missing : columns[name]),
    (row) => Float64Array.from(featureNames, (name) => (isCloser(name) ? closer?.get(name, row) ?? NaN : columns[name][row]!)),
  );
  const features = tableWith(null);
  const piecesOf = (table: FeatureTable) => [{ firstRow: 0, features: table }];
  const scores = scorePieces(piecesOf(features), numbers.length, baseRate);
  return {
    features,
    scores,
    *lookCloser(facts) {
      let seen = features;
      const closely = yield* scoreClosely({ features, pieces: () => piecesOf(features), facts, ...rest }, scores, (closer) => piecesOf((seen = tableWith(closer))), baseRate);
      return { features: seen, scores: closely };
    },
  };
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
