import { describe, expect, it } from 'vitest';
import { buildDataset } from '../../../mocks/buildDataset.ts';
import type { WrittenRecord } from '../../../mocks/buildDataset.ts';
import { openDossier } from '../../analysis/openDossier.ts';
import { rowOfNumber } from '../../analysis/rowOfNumber.ts';
import { scoreOf } from '../../analysis/scoreOf.ts';
import type { ScoredDataset } from '../../analysis/scoredDataset.ts';
import { ByteInterner } from '../../records/byteInterner.ts';
import { NumberSetBuilder } from '../../records/numberSet.ts';
import type { ListRole, RecordTables } from '../../records/recordTables.ts';
import { noTables, TableBuilder } from '../../records/recordTables.ts';
import type { FeatureName } from '../featureNames.ts';

const DAY_S = 86_400;
const START_MS = Date.UTC(2026, 3, 1);
const at = (second: number) => new Date(START_MS + second * 1000).toISOString().slice(0, 19);
const numberOf = (i: number) => `139${String(10_000_000 + i * 1009)}`;
const keyOf = (number: string) => 1e11 + Number(number);
const valueOf = (dataset: ScoredDataset, number: string, feature: FeatureName) => dataset.features.columns[feature][rowOfNumber(dataset, number)]!;
const scoreIn = (dataset: ScoredDataset, number: string) => scoreOf(dataset.scores.logOdds[rowOfNumber(dataset, number)]!);

function listed(role: ListRole, ...numbers: readonly string[]): RecordTables {
  const set = new NumberSetBuilder();
  for (const number of numbers) set.add(keyOf(number));
  return { ...noTables, lists: [{ name: 'list.txt', file: 1, role, numbers: set.finish() }] };
}

/** People with lives of their own, so that nothing is rare. */
const town = Array.from({ length: 1800 }, (_, i): WrittenRecord => ({
  caller: numberOf(100 + (i % 60)), callee: numberOf(100 + ((i % 60) + 1 + (i % 7)) % 60), at: at((i % 40) * DAY_S + 30_000 + i * 17), durationS: 60, imei: `8622222222${String(2000 + (i % 60))}`, cell: `460-1-${i % 9}`,
}));

/** A number at work from a day to a day: strangers, and five of its own. */
const work = (caller: string, from: number, to: number, { imei, cell, own }: { readonly imei: string; readonly cell: string; readonly own: number }): WrittenRecord[] =>
  Array.from({ length: (to - from) * 6 }, (_, i) => ({
    caller, callee: i % 6 < 4 ? numberOf(5000 + from * 100 + i) : numberOf(own + (i % 5)), at: at((from + Math.floor(i / 6)) * DAY_S + 33_000 + i * 60), durationS: 45, imei, cell,
  }));

describe('a number that took the place of a blocked one', () => {
  const [blocked, next, neighbour, buyer] = [numberOf(1), numberOf(2), numberOf(3), numberOf(4)];
  const records = [
    ...town,
    ...work(blocked, 0, 18, { imei: '86111111111111', cell: '460-9-1', own: 900 }),
    ...work(next, 19, 40, { imei: '86111111111112', cell: '460-9-1', own: 900 }),
    ...work(neighbour, 19, 40, { imei: '86111111111113', cell: '460-9-1', own: 950 }),
    ...work(buyer, 19, 40, { imei: '86111111111111', cell: '460-1-3', own: 970 }),
  ];
  const dataset = buildDataset(records, 0.01, listed('seized', blocked));

  it('has its contacts and its cells', () => {
    expect(valueOf(dataset, next, 'replacement_traits')).toBe(2);
    expect(valueOf(dataset, next, 'replacement_contacts')).toBeGreaterThanOrEqual(3);
  });

  it('is neither who moved in next door nor who bought the phone', () => {
    expect(valueOf(dataset, neighbour, 'replacement_traits')).toBe(1);
    expect(valueOf(dataset, buyer, 'replacement_traits')).toBe(1);
    expect(scoreIn(dataset, next)).toBeGreaterThan(scoreIn(dataset, neighbour));
  });

  it('replaces nobody who goes on calling', () => {
    const goesOn = buildDataset([...records, ...work(blocked, 18, 40, { imei: '86111111111111', cell: '460-9-1', own: 900 })], 0.01, listed('seized', blocked));
    expect(valueOf(goesOn, next, 'replacement_traits')).toBeNaN();
  });
});

describe('a list of seized numbers', () => {
  const [seized, inItsPhone, friend] = [numberOf(1), numberOf(2), numberOf(101)];
  const records = [
    ...town,
    ...work(seized, 0, 15, { imei: '86111111111111', cell: '460-9-1', own: 900 }),
    ...work(inItsPhone, 0, 15, { imei: '86111111111111', cell: '460-9-2', own: 950 }),
  ];

  it('raises those on it and in their phones, and those in an address book little', () => {
    const without = buildDataset(records);
    const dataset = buildDataset(records, 0.01, listed('seized', seized, friend));
    expect(valueOf(dataset, seized, 'seized_lists')).toBe(1);
    expect(valueOf(dataset, inItsPhone, 'seized_on_device')).toBe(1);
    expect(valueOf(dataset, numberOf(110), 'seized_lists')).toBeNaN();
    for (const number of [seized, inItsPhone]) expect(scoreIn(dataset, number)).toBeGreaterThan(3 * scoreIn(without, number));
    expect(scoreIn(dataset, friend)).toBeLessThan(5);
  });

  it('of another meaning raises nobody', () => {
    const dataset = buildDataset(records, 0.01, listed('watched', seized));
    expect(valueOf(dataset, seized, 'seized_lists')).toBeNaN();
  });
});

describe('moves that no phone makes', () => {
  const tables = (() => {
    const texts = new ByteInterner();
    const builder = new TableBuilder('cells');
    const encoder = new TextEncoder();
    for (const [cell, latitude, longitude] of [['460-1-1', 39.9, 116.4], ['460-1-2', 39.95, 116.45], ['460-9-1', 22.5, 114.1]] as const) {
      const bytes = encoder.encode(cell);
      builder.clear();
      builder.set(builder.place('cell'), texts.intern(bytes, 0, bytes.length) + 1);
      builder.set(builder.place('latitude'), latitude);
      builder.set(builder.place('longitude'), longitude);
      builder.add(1, builder.rowCount + 2, 8 * 3600);
    }
    return { ...noTables, texts, byKind: { cells: builder.finish() } };
  })();
  const moving = (number: string, minutes: number, cells: readonly string[]): WrittenRecord[] =>
    Array.from({ length: 20 }, (_, i) => ({ caller: number, callee: numberOf(100 + i), at: at(i * minutes * 60), durationS: 30, cell: cells[i % cells.length]! }));
  const [remote, traveller, commuter, elsewhere] = [numberOf(1), numberOf(2), numberOf(3), numberOf(4)];
  const dataset = buildDataset([
    ...moving(remote, 10, ['460-1-1', '460-9-1']), ...moving(traveller, 600, ['460-1-1', '460-9-1']), ...moving(commuter, 10, ['460-1-1', '460-1-2']),
    ...moving(elsewhere, 10, ['460-7-7', '460-7-8']),
  ], 0.01, tables);

  it('are counted where cells stand 2,000 km apart and ten minutes lie between, not where there was time to fly', () => {
    expect(valueOf(dataset, remote, 'impossible_moves')).toBe(19);
    expect(valueOf(dataset, traveller, 'impossible_moves')).toBe(0);
    expect(valueOf(dataset, commuter, 'impossible_moves')).toBe(0);
  });

  it('are not known of cells that no table places', () => {
    expect(valueOf(dataset, elsewhere, 'impossible_moves')).toBeNaN();
  });
});

describe('whom a finding rests on', () => {
  it('is named: the number that was followed, and the seized one in whose phone it works', () => {
    const [blocked, next, inItsPhone] = [numberOf(1), numberOf(2), numberOf(3)];
    const dataset = buildDataset([
      ...town,
      ...work(blocked, 0, 18, { imei: '86111111111111', cell: '460-9-1', own: 900 }),
      ...work(next, 19, 40, { imei: '86111111111112', cell: '460-9-1', own: 900 }),
      ...work(inItsPhone, 6, 30, { imei: '86111111111111', cell: '460-1-2', own: 950 }),
    ], 0.01, listed('seized', blocked));
    const company = (number: string) => openDossier(dataset, { number }, [])!.company.map(({ feature, numbers }) => [feature, ...numbers.map((each) => each.number)]);
    expect(company(next)).toContainEqual(['replacement_traits', blocked]);
    expect(company(inItsPhone)).toContainEqual(['seized_on_device', blocked]);
    expect(company(numberOf(110))).toEqual([]);
  });

  it('is those that the feature counted, in a rack whose cards were flagged', () => {
    const rack = Array.from({ length: 8 }, (_, i) => `1704079${String(1000 + i * 7)}`);
    const dataset = buildDataset([...town, ...rack.flatMap((caller, card) => Array.from({ length: card === 7 ? 12 : 300 }, (_, call): WrittenRecord => (
      { caller, callee: numberOf(9000 + card * 400 + call), at: at((call % 4) * DAY_S + 32_400 + call * 90 + card), durationS: 20, imei: '86111111111111', cell: '460-9-1' })))]);
    const counted = openDossier(dataset, { number: rack[7]! }, [])!.company.find(({ feature }) => feature === 'flagged_on_device')!;
    expect(counted.count).toBe(valueOf(dataset, rack[7]!, 'flagged_on_device'));
    expect(counted.numbers.map(({ number }) => number)).not.toContain(rack[7]);
  });
});
