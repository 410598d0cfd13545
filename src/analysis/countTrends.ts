import { SUSPECT_LINE } from './answers.ts';
import type { TrendMeasure, TrendQuery, Trends } from './answers.ts';
import { IS_OUT } from '../records/communication.ts';
import { DAY_S, dayOf, dayOfWeekStart, dayText, weekOf } from '../records/days.ts';
import { detectorIds } from '../scoring/detectorIds.ts';
import type { RecordStore } from '../records/recordStore.ts';
import { inStepsOnce, oncePerDataset } from './datasetCache.ts';
import { daySpan } from './recordSpan.ts';
import type { ScoredDataset } from './scoredDataset.ts';
import { scoreOf } from './scoreOf.ts';

/** Rows between two steps: their records are read in some milliseconds. */
const ROWS_A_STEP = 1024;
/** About how much of the time goes into who was active when. */
const SHARE_OF_ACTIVITY = 0.9;

/**
 * Weekly series of the suspects (score 50 or more) and of each detector's findings beside the whole. The dataset must be
 * the one of the query's window. A number is active in a week with any record; it "made" the records that it started, so
 * that no record counts for two numbers; it is new in the week of its first record in the whole dataset. Yields the share done, 0–1.
 */
export function* countTrends(dataset: ScoredDataset, query: TrendQuery): Generator<number, Trends> {
  const { first, last } = daySpan(dataset);
  const series = yield* weeklySeries(dataset);
  const weeks = Array.from({ length: series.weekCount }, (_, i) => series.firstWeek + i);
  return {
    weeks: weeks.map((week) => dayText(dayOfWeekStart(week))),
    isPartial: weeks.map((week) => dayOfWeekStart(week) < first || dayOfWeekStart(week) + 6 > last),
    series: [
      { key: 'suspects', values: [...series.suspects[query.measure]] },
      ...detectorIds.map((key, i) => ({ key, values: [...series.byDetector[i]![query.measure]] })),
    ],
    all: [...series.all[query.measure]],
  };
}

/** Makes what every question for trends rests on before the first. Yields the share done, 0–1. */
export function* prepareTrends(dataset: ScoredDataset): Generator<number, void> {
  yield* weeklySeries(dataset);
}

type Measures = Readonly<Record<TrendMeasure, Uint32Array>>;

interface WeeklySeries {
  readonly firstWeek: number;
  readonly weekCount: number;
  readonly suspects: Measures;
  /** In the order of `detectorIds`. */
  readonly byDetector: readonly Measures[];
  readonly all: Measures;
}

interface WeekSpan {
  readonly firstWeek: number;
  readonly weekCount: number;
}

const weekSpan = oncePerDataset((dataset): WeekSpan => {
  const { first, last } = daySpan(dataset);
  const firstWeek = weekOf(first * DAY_S);
  return { firstWeek, weekCount: first > last ? 0 : weekOf(last * DAY_S) - firstWeek + 1 };
});

/** All measures at once, since they share the passes over all numbers. */
const weeklySeries = inStepsOnce(function* (dataset): Generator<number, WeeklySeries> {
  const { first, last } = daySpan(dataset);
  const { firstWeek, weekCount } = weekSpan(dataset);
  const suspects = measures(weekCount);
  const byDetector = detectorIds.map(() => measures(weekCount));
  const all = { ...measures(weekCount), numbers: yield* activeNumbers(dataset) };
  countRecordsOfAll(dataset, firstWeek, all.records);
  const words = dataset.records.recordWords;
  for (let row = 0; row < dataset.features.numbers.length; row++) {
    if (row % ROWS_A_STEP === 0) yield SHARE_OF_ACTIVITY + (1 - SHARE_OF_ACTIVITY) * row / dataset.features.numbers.length;
    const groups = groupsOf(dataset, row, suspects, byDetector);
    if (groups.length > 0) {
      const { u32, from, to } = dataset.records.recordsOf(row);
      let active = -1;
      for (let record = from; record < to; record++) {
        const half = record * words * 2;
        const week = weekOf(u32[half + 4]!) - firstWeek;
        if (week !== active) {
          active = week;
          for (const group of groups) group.numbers[week]!++;
        }
        if ((u32[half + 5]! & IS_OUT) !== 0) for (const group of groups) group.records[week]!++;
      }
    }
    const isNewFrom = firstSeen(dataset, row);
    const newIn = dayOf(isNewFrom) >= first && dayOf(isNewFrom) <= last ? weekOf(isNewFrom) - firstWeek : -1;
    if (newIn < 0) continue;
    all.newNumbers[newIn]!++;
    for (const group of groups) group.newNumbers[newIn]!++;
  }
  return { firstWeek, weekCount, suspects, byDetector, all };
});

/** Numbers with any record by week. It rests on the records alone, so that it is made once, however often they are scored. */
const activeNumbers = inStepsOnce(function* (dataset): Generator<number, Uint32Array> {
  const { records, features } = dataset;
  const { firstWeek, weekCount } = weekSpan(dataset);
  const numbers = new Uint32Array(weekCount);
  const rows = features.numbers.length;
  for (let row = 0; row < rows; row++) {
    if (row % ROWS_A_STEP === 0) yield (SHARE_OF_ACTIVITY * row) / rows;
    const { starts, count } = startsOf(records, row);
    let active = -1;
    for (let i = 0; i < count; i++) {
      const week = weekOf(starts[i]!) - firstWeek;
      if (week !== active) numbers[(active = week)]!++;
    }
  }
  return numbers;
}, ({ records }) => records);

function startsOf(records: RecordStore, row: number): { readonly starts: ArrayLike<number>; readonly count: number } {
  if (records.startsOf !== undefined) return records.startsOf(row);
  const { u32, from, to } = records.recordsOf(row);
  const halves = records.recordWords * 2;
  return { starts: Array.from({ length: to - from }, (_, i) => u32[(from + i) * halves + 4]!), count: to - from };
}

function measures(weekCount: number): Measures {
  return { numbers: new Uint32Array(weekCount), records: new Uint32Array(weekCount), newNumbers: new Uint32Array(weekCount) };
}

const NO_GROUPS: readonly Measures[] = [];

/** The series a row counts in besides the whole. */
function groupsOf(dataset: ScoredDataset, row: number, suspects: Measures, byDetector: readonly Measures[]): readonly Measures[] {
  const bits = dataset.scores.findings[row]!;
  const isSuspect = scoreOf(dataset.scores.logOdds[row]!) >= SUSPECT_LINE;
  if (bits === 0 && !isSuspect) return NO_GROUPS;
  return [...(isSuspect ? [suspects] : []), ...byDetector.filter((_, i) => (bits & (1 << i)) !== 0)];
}

/** Local seconds of a number's first record, whatever the window. */
function firstSeen(dataset: ScoredDataset, row: number): number {
  const whole = dataset.whole ?? dataset;
  return whole.presence.first[whole === dataset ? row : whole.rowOf(dataset.features.numbers[row]!)]!;
}

function countRecordsOfAll(dataset: ScoredDataset, firstWeek: number, records: Uint32Array): void {
  const { first, last } = daySpan(dataset);
  for (let day = first; day <= last; day++) {
    records[weekOf(day * DAY_S) - firstWeek]! += dataset.recordsByDay[day - dataset.firstDay]!;
  }
}
