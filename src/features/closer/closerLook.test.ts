import { describe, expect, it } from 'vitest';
import { buildDataset } from '../../../mocks/buildDataset.ts';
import type { WrittenRecord } from '../../../mocks/buildDataset.ts';
import { rowOfNumber } from '../../analysis/rowOfNumber.ts';
import { scoreOf } from '../../analysis/scoreOf.ts';
import type { ScoredDataset } from '../../analysis/scoredDataset.ts';
import { seededRandom } from '../../scoring/training/trainingSet.ts';
import type { FeatureName } from '../featureNames.ts';

const numberOf = (i: number) => `139${String(10_000_000 + i * 1009)}`;
const START_MS = Date.UTC(2026, 3, 1);
const at = (second: number) => new Date(START_MS + second * 1000).toISOString().slice(0, 19);
const DAY_S = 86_400;
const valueOf = (dataset: ScoredDataset, number: string, feature: FeatureName) => dataset.features.columns[feature][rowOfNumber(dataset, number)]!;

/** A second of a working day, 9:00–18:00. */
const atWork = (random: () => number, day: number) => day * DAY_S + 9 * 3600 + Math.floor(random() * 9 * 3600);

describe('a closer look', () => {
  it('tells a hub that passes calls on from a desk whose calls merely fall into the same hours', () => {
    const random = seededRandom(1);
    const records: WrittenRecord[] = [];
    const [hub, desk] = [numberOf(1), numberOf(2)];
    for (let i = 0; i < 200; i++) {
      const day = i % 30;
      const came = atWork(random, day);
      records.push({ caller: numberOf(100 + i), callee: hub, at: at(came), durationS: 90 }, { caller: hub, callee: numberOf(400 + i), at: at(came + 30 + Math.floor(random() * 60)), durationS: 80 });
      records.push({ caller: numberOf(100 + i), callee: desk, at: at(atWork(random, day)), durationS: 90 }, { caller: desk, callee: numberOf(400 + i), at: at(atWork(random, day)), durationS: 80 });
    }
    const dataset = buildDataset(records);
    expect(valueOf(dataset, hub, 'relayed_calls')).toBeGreaterThan(150);
    expect(valueOf(dataset, hub, 'relay_ratio')).toBeGreaterThan(5);
    expect(valueOf(dataset, desk, 'relay_ratio')).toBeLessThan(2);
  });

  it('counts calls that only rang and who rang back within a day', () => {
    const records: WrittenRecord[] = [];
    const ringer = numberOf(1);
    for (let i = 0; i < 40; i++) {
      records.push({ caller: ringer, callee: numberOf(100 + i), at: at(i * 600), durationS: i < 36 ? 0 : 50 });
      // Nine of those it rang call back: six within the day, three later.
      if (i < 9) records.push({ caller: numberOf(100 + i), callee: ringer, at: at(i * 600 + (i < 6 ? 3600 : 2 * DAY_S)), durationS: 20 });
    }
    const dataset = buildDataset(records);
    expect(valueOf(dataset, ringer, 'ring_share')).toBeCloseTo(0.9, 10);
    expect(valueOf(dataset, ringer, 'callback_share')).toBeCloseTo(6 / 36, 10);
  });

  it('does not take everybody for answered where the file leaves out what was not', () => {
    const bill = Array.from({ length: 300 }, (_, i): WrittenRecord => ({ caller: numberOf(i % 5), callee: numberOf(100 + i), at: at(i * 600), durationS: 40 }));
    const missed: WrittenRecord = { caller: numberOf(1), callee: numberOf(99), at: at(60), durationS: 0 };
    expect(valueOf(buildDataset(bill), numberOf(1), 'ring_share')).toBeNaN();
    expect(valueOf(buildDataset([...bill, missed]), numberOf(2), 'ring_share')).toBe(0);
  });

  it('finds the neighbours of a block that woke in one week, and none where neighbours woke when they liked', () => {
    const random = seededRandom(2);
    const records: WrittenRecord[] = [];
    const poolNumber = (i: number) => `1700000${String(1000 + i)}`;
    const oldNumber = (i: number) => `1311111${String(1000 + i)}`;
    for (let i = 0; i < 12; i++) {
      for (let call = 0; call < 10; call++) {
        records.push({ caller: poolNumber(i), callee: numberOf(100 + call + i), at: at(atWork(random, 40 + (i % 3) + call)), durationS: 30 });
        records.push({ caller: oldNumber(i), callee: numberOf(200 + call + i), at: at(atWork(random, i * 4 + call)), durationS: 30 });
      }
    }
    const dataset = buildDataset(records);
    expect(valueOf(dataset, poolNumber(5), 'woken_neighbours')).toBeGreaterThanOrEqual(5);
    expect(valueOf(dataset, oldNumber(8), 'woken_neighbours')).not.toBeGreaterThanOrEqual(3);
  });

  it('finds who calls out of one room in one shift, and not who passes through the same cell at other hours', () => {
    const random = seededRandom(3);
    const records: WrittenRecord[] = [];
    for (let caller = 1; caller <= 6; caller++) {
      for (let call = 0; call < 60; call++) records.push({ caller: numberOf(caller), callee: numberOf(1000 + caller * 100 + call), at: at(atWork(random, call % 20)), durationS: 40, cell: call % 3 === 0 ? '460-1-2' : '460-1-1' });
    }
    for (let call = 0; call < 60; call++) records.push({ caller: numberOf(9), callee: numberOf(2000 + call), at: at((call % 20) * DAY_S + 20 * 3600 + call * 60), durationS: 40, cell: '460-1-1' });
    const dataset = buildDataset(records);
    expect(valueOf(dataset, numberOf(3), 'compound_numbers')).toBe(6);
    expect(valueOf(dataset, numberOf(9), 'compound_numbers')).toBe(1);
  });

  it('tells a group that calls one circle of friends from one that works through a list of strangers', () => {
    const worked = (doTheyKnowEachOther: boolean) => {
      const records: WrittenRecord[] = [];
      for (let caller = 0; caller < 5; caller++) {
        for (let call = 0; call < 24; call++) records.push({ caller: numberOf(caller), callee: numberOf(100 + (call % 12)), at: at(call * 3600 + caller * 60), durationS: 60 });
      }
      for (let a = 0; a < 12; a++) {
        const other = doTheyKnowEachOther ? (b: number) => numberOf(100 + b) : (b: number) => numberOf(1000 + a * 20 + b);
        for (let b = 0; b < 12; b++) if (a !== b) records.push({ caller: numberOf(100 + a), callee: other(b), at: at(a * 5000 + b * 30), durationS: 30 });
      }
      // Others, with lives of their own: without them no group would be beyond chance.
      for (let a = 0; a < 200; a++) for (let b = 0; b < 6; b++) records.push({ caller: numberOf(2000 + a), callee: numberOf(3000 + a * 10 + b), at: at(a * 400 + b), durationS: 30 });
      return buildDataset(records);
    };
    for (const doTheyKnowEachOther of [true, false]) {
      const dataset = worked(doTheyKnowEachOther);
      expect(valueOf(dataset, numberOf(0), 'block_callers')).toBe(5);
      expect(valueOf(dataset, numberOf(0), 'ego_clustering')).toBe(doTheyKnowEachOther ? 1 : 0);
    }
  });

  it('tells who shares a device or a block of numbers with flagged numbers, and nobody else', () => {
    const random = seededRandom(5);
    const records: WrittenRecord[] = [];
    const rack = Array.from({ length: 8 }, (_, i) => `1704079${String(1000 + i * 7)}`);
    for (const [card, caller] of rack.entries()) {
      // The last of the rack has hardly begun.
      for (let call = 0; call < (card === 7 ? 12 : 300); call++) {
        records.push({ caller, callee: numberOf(1000 + card * 400 + call), at: at(atWork(random, call % 4) + card), durationS: 20, imei: '86111111111111', cell: '460-9-1' });
      }
    }
    for (let a = 0; a < 60; a++) {
      for (let call = 0; call < 30; call++) records.push({ caller: numberOf(a), callee: numberOf((a + 1 + (call % 5)) % 60), at: at(atWork(random, call % 28)), durationS: 60, imei: `8622222222${String(2000 + a)}`, cell: `460-1-${a % 9}` });
    }
    // Somebody of the block who lives with their card.
    const neighbour = '17040791100';
    for (let call = 0; call < 60; call++) {
      const [caller, callee] = call % 2 === 0 ? [neighbour, numberOf(call % 4)] : [numberOf(call % 4), neighbour];
      records.push({ caller, callee, at: at(atWork(random, call % 28)), durationS: 60, imei: call % 2 === 0 ? '86333333333333' : `8622222222${String(2000 + (call % 4))}`, cell: `460-1-${call % 9}` });
    }
    const dataset = buildDataset(records);
    expect(valueOf(dataset, rack[7]!, 'flagged_on_device')).toBe(7);
    expect(valueOf(dataset, rack[7]!, 'flagged_in_block')).toBeGreaterThanOrEqual(3);
    expect(valueOf(dataset, numberOf(3), 'flagged_on_device')).toBeNaN();
    expect(valueOf(dataset, numberOf(3), 'flagged_in_block')).toBeNaN();
    expect(scoreOf(dataset.scores.logOdds[rowOfNumber(dataset, rack[7]!)]!)).toBeGreaterThan(30);
    expect(scoreOf(dataset.scores.logOdds[rowOfNumber(dataset, neighbour)]!)).toBeLessThan(10);
  });

  it('of an empty dataset, and of one number that calls itself, finds nothing and does not fail', () => {
    expect(buildDataset([]).features.numbers).toHaveLength(0);
    const self = buildDataset(Array.from({ length: 60 }, (_, i) => ({ caller: numberOf(1), callee: numberOf(1), at: at(i * 60), durationS: 0, cell: 'x' })));
    for (const logOdds of self.scores.logOdds) expect(Number.isFinite(logOdds)).toBe(true);
  });
});
