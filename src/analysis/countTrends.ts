import { SUSPECT_LINE } from './answers.ts';
import type { TrendMeasure, TrendQuery, Trends } from './answers.ts';
import { IS_OUT } from '../records/communication.ts';
import { DAY_S, dayOf, dayOfWeekStart, dayText, weekOf } from '../records/days.ts';
import { detectorIds } from '../scoring/detectorIds.ts';
import { oncePerDataset } from './datasetCache.ts';
import { daySpan } from './recordSpan.ts';
import type { ScoredDataset } from './scoredDataset.ts';
import { scoreOf } from './scoreOf.ts';

/**
 * Weekly series of the suspects (score 50 or more) and of each detector's findings beside the whole. The dataset must be
 * the one of the query's window. A number is active in a week with any record; it "made" the records that it started, so
 * that no record counts for two numbers; it is new in the week of its first record in the whole dataset.
 */
export function countTrends(dataset: ScoredDataset, query: TrendQuery): Trends {
  const { first, last } = daySpan(dataset);
  const series = weeklySeries(dataset);
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

type Measures = Readonly<Record<TrendMeasure, Uint32Array>>;

interface WeeklySeries {
  readonly firstWeek: number;
  readonly weekCount: number;
  readonly suspects: Measures;
  /** In the order of `detectorIds`. */
  readonly byDetector: readonly Measures[];
  readonly all: Measures;
}

/** All measures at once, since they share the one pass over all records. */
const weeklySeries = oncePerDataset((dataset): WeeklySeries => {
  const { first, last } = daySpan(dataset);
  const firstWeek = weekOf(first * DAY_S);
  const weekCount = first > last ? 0 : weekOf(last * DAY_S) - firstWeek + 1;
  const suspects = measures(weekCount);
  const byDetector = detectorIds.map(() => measures(weekCount));
  const all = measures(weekCount);
  countRecordsOfAll(dataset, firstWeek, all.records);
  const words = dataset.records.recordWords;
  for (let row = 0; row < dataset.features.numbers.length; row++) {
    const groups = groupsOf(dataset, row, suspects, byDetector);
    const isNewFrom = firstSeen(dataset, row);
    const { u32, from, to } = dataset.records.recordsOf(row);
    let active = -1;
    for (let record = from; record < to; record++) {
      const half = record * words * 2;
      const week = weekOf(u32[half + 4]!) - firstWeek;
      if (week !== active) {
        active = week;
        all.numbers[week]!++;
        for (const group of groups) group.numbers[week]!++;
      }
      if (groups.length > 0 && (u32[half + 5]! & IS_OUT) !== 0) for (const group of groups) group.records[week]!++;
    }
    const newIn = dayOf(isNewFrom) >= first && dayOf(isNewFrom) <= last ? weekOf(isNewFrom) - firstWeek : -1;
    if (newIn < 0) continue;
    all.newNumbers[newIn]!++;
    for (const group of groups) group.newNumbers[newIn]!++;
  }
  return { firstWeek, weekCount, suspects, byDetector, all };
});

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
