import { beforeAll, describe, expect, it } from 'vitest';
import { openTexts } from '../../mocks/openTexts.ts';
import { describeBackground } from './describeBackground.ts';
import type { ScoredDataset } from './scoredDataset.ts';

describe('What stands behind a number', () => {
  let dataset: ScoredDataset;
  beforeAll(async () => {
    dataset = await openTexts({
      'calls.csv': ['caller,callee,start,duration', '17040790001,13800000001,2026-05-02 10:00:00,600', '17040790001,13800000001,2026-05-02 10:40:00,0', '13800000001,13800000002,2026-05-02 08:00:00,60'],
      'subs.csv': ['number,id_hash,outlet,agent,activated', '17040790001,d1,Shop 1,M1,2026-04-01', '17040790002,d1,Shop 1,M1,2026-04-01', '13800000001,d2,Shop 2,M2,2019-01-01'],
      'pools.csv': ['contract,range,customer,entered by,approved by,signed', 'HT-1,17040790000-17040799999,ACME,E1,E2,2026-03-01', 'HT-2,1650000,Other,E3,E4,2020-01-01'],
      'accounts.csv': ['platform,kind,number,time,device,ip', 'Pay,finance,17040790001,2026-04-03 10:00:00,dev1,1.1.1.1', 'Pay,finance,17040790009,2026-04-03 10:10:00,dev1,1.1.1.1'],
      'transfers.csv': ['from_card,from_phone,to_card,to_phone,amount,time', 'v1,13800000001,m1,17040790001,5000,2026-05-02 10:50:00', 'm1,17040790001,x1,,4900,2026-05-02 11:30:00', 'm1,,x2,,100,2026-05-03 23:00:00', 'z1,,z2,,1,2026-05-03 23:00:00'],
      'seized.csv': ['number,label', '17040790001,SIM box of 3 May'],
    });
  });

  it('is told from registration, pool, accounts, transfers and lists, each with its line', () => {
    const found = describeBackground(dataset, { number: '170 4079 0001' });
    expect(found.opened.toSorted()).toEqual(['numberLists', 'pools', 'registrations', 'subscriptions', 'transfers']);
    expect(found.lists).toEqual([{ name: 'seized.csv', role: 'seized', label: 'SIM box of 3 May', line: 2 }]);
    expect(found.registrations).toMatchObject([{ document: 'd1', outlet: 'Shop 1', agent: 'M1', documentNumbers: 2, outletNumbers: 2, file: 'subs.csv', line: 2 }]);
    expect(found.pools).toMatchObject([{ contract: 'HT-1', first: '17040790000', last: '17040799999', clerk: 'E1', approver: 'E2', line: 2 }]);
    expect(found.accounts).toMatchObject([{ platform: 'Pay', device: 'dev1', deviceNumbers: 2, at: '2026-04-03T10:00:00+08:00' }]);
    expect(found.transfers.map(({ at, direction, amount, card, otherCard, otherNumber }) => [at.slice(0, 16), direction, amount, card, otherCard, otherNumber])).toEqual([
      ['2026-05-02T10:50', 'in', 5000, 'm1', 'v1', '13800000001'], ['2026-05-02T11:30', 'out', 4900, 'm1', 'x1', null], ['2026-05-03T23:00', 'out', 100, 'm1', 'x2', null],
    ]);
  });

  it('shows the conversation before a payment, and not a call that nobody answered', () => {
    expect(describeBackground(dataset, { number: '13800000001' }).transfers[0]!.call).toEqual({ other: '17040790001', secondsBefore: 3000 });
    expect(describeBackground(dataset, { number: '17040790001' }).transfers[2]!.call).toBe(null);
  });

  it('is nothing for a number that no record names, and known for one that only the registers name', () => {
    expect(describeBackground(dataset, { number: '15900000000' })).toMatchObject({ lists: [], registrations: [], pools: [], accounts: [], transfers: [] });
    expect(describeBackground(dataset, { number: '17040790009' })).toMatchObject({ pools: [{ contract: 'HT-1' }], accountCount: 1, registrations: [] });
  });
});
