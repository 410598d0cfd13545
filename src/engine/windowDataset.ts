import { firstAtOrAfter } from '../analysis/recordSpan.ts';
import { withLists } from '../analysis/numberMarks.ts';
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import { FeatureBuilder } from '../features/featureBuilder.ts';
import { joinFeatures } from '../features/featurePart.ts';
import type { DayWindow } from '../records/days.ts';
import { DAY_S, parseDay } from '../records/days.ts';
import { NumberIndex } from '../records/numberIndex.ts';
import type { RecordStore, RecordViews } from '../records/recordStore.ts';
import { scoreClosely } from '../scoring/scoreClosely.ts';

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
  const { features, presence, linkCount } = joinFeatures([builder.finish()]);
  const index = new NumberIndex(features.numbers);
  const rowOf = (key: number) => index.rowOf(key);
  const records = new WindowedRecords(dataset.records, Uint32Array.from(rows), fromS, toS);
  return withLists({
    ...dataset,
    whole: dataset.whole ?? dataset,
    recordCount,
    linkCount,
    window,
    features,
    presence,
    scores: scoreClosely({ features, presence, records, linkCount, rowOf }, dataset.baseRate),
    records,
    rowOf,
  });
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
