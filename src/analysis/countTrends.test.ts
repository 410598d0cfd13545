import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryRecords } from '../../mocks/arbitraryRecords.ts';
import { buildDataset } from '../../mocks/buildDataset.ts';
import type { WrittenRecord } from '../../mocks/buildDataset.ts';
import { windowDataset } from '../engine/windowDataset.ts';
import { trendMeasures } from './answers.ts';
import type { TrendMeasure } from './answers.ts';
import { countTrends } from './countTrends.ts';
import { summariseCase } from './summariseCase.ts';
import { numberOfRow } from './rowOfNumber.ts';
import type { ScoredDataset } from './scoredDataset.ts';
import { detectorIds } from '../scoring/detectorIds.ts';
import { atOnce } from '../records/steps.ts';

const mondayOf = (at: string) => {
  const day = new Date(`${at.slice(0, 10)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
};

/** The measure of a set of numbers by week, counted straight off the records. */
function counted(records: readonly WrittenRecord[], isCounted: (number: string) => boolean, measure: TrendMeasure, weeks: readonly string[]): number[] {
  const active = new Set<string>();
  const first = new Map<string, string>();
  const made = new Map<string, number>();
  for (const { caller, callee, at } of [...records].sort((a, b) => a.at.localeCompare(b.at))) {
    for (const number of new Set([caller, callee])) {
      if (!isCounted(number)) continue;
      active.add(`${mondayOf(at)} ${number}`);
      if (!first.has(number)) first.set(number, mondayOf(at));
    }
    if (isCounted(caller)) made.set(mondayOf(at), (made.get(mondayOf(at)) ?? 0) + 1);
  }
  return weeks.map((week) => {
    if (measure === 'records') return made.get(week) ?? 0;
    if (measure === 'newNumbers') return [...first.values()].filter((monday) => monday === week).length;
    return [...active].filter((entry) => entry.startsWith(week)).length;
  });
}

/** The dataset with every third number a suspect and every second found by the first detector. */
function flagged(dataset: ScoredDataset): ScoredDataset {
  return {
    ...dataset,
    scores: { ...dataset.scores, logOdds: dataset.scores.logOdds.map((_, row) => (row % 3 === 0 ? 2 : -2)), findings: dataset.scores.findings.map((_, row) => (row % 2 === 0 ? 1 : 0)) },
  };
}

const call = (caller: string, day: string) => ({ caller, callee: '10086', at: `${day}T08:00:00` });

describe('weekly series', () => {
  test('count active numbers, records made and new numbers of suspects, findings and all', () => {
    fc.assert(
      fc.property(arbitraryRecords(), fc.constantFrom(...trendMeasures), (records, measure) => {
        const dataset = flagged(buildDataset(records));
        const rows = new Map(Array.from(dataset.features.numbers, (_, row) => [numberOfRow(dataset, row), row]));
        const trends = atOnce(countTrends(dataset, { window: null, by: 'detector', measure }));
        const { weeks } = trends;
        expect(weeks[0]).toBe(mondayOf(records.map(({ at }) => at).sort()[0]!));
        expect(weeks.every((week) => mondayOf(week) === week)).toBe(true);
        expect(trends.all).toEqual(counted(records, () => true, measure, weeks));
        expect(trends.series.map(({ key }) => key)).toEqual(['suspects', ...detectorIds]);
        expect(trends.series[0]!.values).toEqual(counted(records, (number) => rows.get(number)! % 3 === 0, measure, weeks));
        expect(trends.series[1]!.values).toEqual(counted(records, (number) => rows.get(number)! % 2 === 0, measure, weeks));
        expect(trends.series[2]!.values).toEqual(weeks.map(() => 0));
      }),
      { numRuns: 60 },
    );
  });

  test('within a window count its days only, say which weeks it cuts, and call a number new only at its very first record', () => {
    const dataset = buildDataset([call('7', '2026-05-04'), call('7', '2026-05-20'), call('8', '2026-05-21'), call('8', '2026-05-31'), call('9', '2026-06-08')]);
    const window = { from: '2026-05-20', to: '2026-05-31' };
    const inWindow = { ...windowDataset(dataset, window), whole: dataset };
    const newNumbers = atOnce(countTrends(inWindow, { window, by: 'detector', measure: 'newNumbers' }));
    expect(newNumbers).toMatchObject({ weeks: ['2026-05-18', '2026-05-25'], isPartial: [true, false], all: [1, 0] });
    expect(atOnce(countTrends(inWindow, { window, by: 'detector', measure: 'numbers' })).all).toEqual([3, 2]);
    expect(atOnce(countTrends(inWindow, { window, by: 'detector', measure: 'records' })).all).toEqual([2, 1]);
    expect(summariseCase(inWindow)).toMatchObject({ numbers: 3, records: 3, first: '2026-05-04T08:00:00+08:00' });
  });

  test('of an empty dataset are empty', () => {
    expect(atOnce(countTrends(buildDataset([]), { window: null, by: 'detector', measure: 'numbers' }))).toMatchObject({ weeks: [], all: [] });
  });
});
