import { beforeAll, describe, expect, test } from 'vitest';
import { openTexts } from '../../../mocks/openTexts.ts';
import { findNetwork } from '../findNetwork.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import { listThings } from './listThings.ts';
import { parseThing, thingKinds, thingText } from './thing.ts';
import { kindsOf, thingSources } from './thingSources.ts';

const box = '86740913144950';
const files = {
  'calls.csv': [
    '主叫号码,被叫号码,通话开始时间,通话时长,IMEI,小区号',
    `13800000001,13900000009,2026-05-02 10:00:00,30,${box},460-00-1-1`,
    `13800000001,13900000008,2026-05-02 11:00:00,30,${box},460-00-1-2`,
    `13800000001,13900000009,2026-05-03 10:00:00,30,35000000000018,460-00-1-1`,
    `13800000002,13900000007,2026-05-02 12:00:00,30,${box},460-00-1-1`,
    '13800000003,13900000009,2026-05-02 13:00:00,30,35000000000026,460-00-1-3',
  ],
  'cards.csv': ['手机号码,证件号码,开户网点,开户时间', '13800000001,A1,城东营业厅,2026-04-01 09:00:00', '13800000002,A2,城东营业厅,2026-04-01 09:05:00', '13800000003,A3,城西营业厅,2026-04-02 09:00:00'],
  'accounts.csv': ['平台,账号,手机号,注册时间,绑定银行卡', '微信,wx_31,13800000001,2026-05-01 08:00:00,6222000000000011', '微信,wx_32,13800000002,2026-05-01 08:10:00,6222000000000011'],
};
let dataset: ScoredDataset;
beforeAll(async () => {
  dataset = await openTexts(files);
});
const network = (query: Partial<Parameters<typeof findNetwork>[1]>) => findNetwork(dataset, { window: null, numbers: [], also: [], contactsEach: 10, ...query });

describe('things that numbers share', () => {
  test('are told alike from the number and from the thing, with as many records', () => {
    let checked = 0;
    for (const key of dataset.features.numbers) {
      for (const kind of thingKinds) {
        for (const [name, { records }] of thingSources[kind].of(dataset, { key, row: dataset.rowOf(key) })) {
          expect(thingSources[kind].numbersOf(dataset, name, []).get(key), `${kind} ${name}`).toBe(records);
          expect(parseThing(thingText({ kind, name }))).toEqual({ kind, name });
          checked++;
        }
      }
    }
    expect(checked).toBeGreaterThan(12);
  });

  test('are offered only where the records name any', () => {
    expect(kindsOf(dataset)).toEqual(['device', 'cell', 'outlet', 'account', 'bankCard']);
  });

  test('a device opened from one number brings in the other number that was in it', () => {
    const { rows } = listThings(dataset, { window: null, numbers: ['13800000001'], kind: 'device', limit: 5 });
    expect(rows.map(({ name, records }) => [name, records])).toEqual([[box, 2], ['35000000000018', 1]].map(([name, records]) => [String(name).slice(0, 14), records]));
    const opened = network({ also: ['13800000001'], openThings: [`device:${rows[0]!.name}`], contactsEach: 5 });
    expect(opened.nodes.map(({ number }) => number).sort()).toEqual(['13800000001', '13800000002']);
    expect(opened.things).toEqual([{ kind: 'device', name: rows[0]!.name, numbers: 2, hidden: 0, isOpen: true }]);
    expect(opened.ties.map(({ number, records, first }) => [number, records, first])).toEqual([
      ['13800000001', 2, '2026-05-02T10:00:00+08:00'], ['13800000002', 1, '2026-05-02T12:00:00+08:00'],
    ]);
  });

  test('a cell, an outlet, an account and a card bring in their numbers too', () => {
    const numbersOf = (thing: string) => network({ openThings: [thing] }).nodes.map(({ number }) => number).sort();
    expect(numbersOf('cell:460-00-1-1')).toEqual(['13800000001', '13800000002']);
    expect(numbersOf('outlet:城东营业厅')).toEqual(['13800000001', '13800000002']);
    expect(numbersOf('account:wx_32@微信')).toEqual(['13800000002']);
    expect(numbersOf('bankCard:6222000000000011')).toEqual(['13800000001', '13800000002']);
  });

  test('each number says what it is most of when numbers are to be gathered', () => {
    const groups = (groupBy: 'outlet' | 'cell' | 'device') => Object.fromEntries(network({ also: ['13800000001', '13800000002', '13900000009'], groupBy }).nodes.map(({ number, group }) => [number, group]));
    expect(groups('cell')).toEqual({ 13800000001: '460-00-1-1', 13800000002: '460-00-1-1', 13900000009: null });
    expect(groups('outlet')).toMatchObject({ 13800000001: '城东营业厅', 13900000009: null });
  });

  test('a thing that no record names is said to be unknown', () => {
    expect(network({ also: ['13800000001'], things: ['device:99', 'cell:nowhere', 'nonsense'] }).unknown).toEqual(['device:99', 'cell:nowhere', 'nonsense']);
  });
});
