import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openTexts } from '../../../mocks/openTexts.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import { hypergeometricStrength, poissonStrength } from './chance.ts';
import type { ChainHop, HopKind } from './chainHop.ts';
import { traceChain } from './traceChain.ts';

const two = (n: number) => String(n).padStart(2, '0');
const ring = Array.from({ length: 8 }, (_, i) => `1704079${two(i)}01`);
const CALLER = ring[0]!;
const VICTIM = '13800000001';
const NEIGHBOUR = '13800000077';
const FRIEND = '13800000002';
const MULE = '17040790901';

/** A small case: a ring whose cards come from one merchant and one forged contract, beside honest shops, clerks and payments. */
function files(): Record<string, string[]> {
  const calls = ['caller,callee,start,duration,type,imei,imsi'];
  // The ring's numbers work through strangers.
  for (const [n, number] of ring.entries()) {
    for (let i = 0; i < 120; i++) calls.push(`${number},${13_700_000_000 + n * 1000 + i},2026-05-${two(1 + (i % 25))} 1${i % 8}:${two(i % 60)}:00,${i % 3 === 0 ? 35 : 0},call,3500000000000${n},46000000000000${n}`);
  }
  // One of those who listen pays a mule, twice; another talks as long and pays the rent as every month.
  for (const day of [6, 7]) {
    calls.push(`${CALLER},${VICTIM},2026-05-0${day} 15:00:00,900,call,35000000000000,460000000000000`);
    calls.push(`${CALLER},${NEIGHBOUR},2026-05-0${day} 16:00:00,900,call,35000000000000,460000000000000`);
  }
  // Ordinary people.
  for (let i = 0; i < 400; i++) calls.push(`${13_900_000_000 + (i % 80)},${13_900_000_000 + ((i * 7 + 3) % 80)},2026-05-${two(1 + (i % 25))} 09:${two(i % 60)}:00,120,call,,`);
  calls.push(`13900000003,${FRIEND},2026-05-05 12:00:00,600,call,,`, `${FRIEND},13900000003,2026-05-08 12:00:00,600,call,,`, `10690001,${MULE},2026-04-20 10:00:03,,text,,`);

  const subs = ['number,id_hash,outlet,agent,operator,activated,contract'];
  for (const [i, number] of ring.entries()) subs.push(`${number},doc${i % 3},Kiosk 9,Merchant X,CM,2026-04-2${i % 9},HT-FORGED`);
  for (let i = 0; i < 80; i++) subs.push(`${13_900_000_000 + i},person${i},Hall ${i % 5},Chain ${i % 4},CM,2020-01-01,`);
  return {
    'calls.csv': calls,
    'subs.csv': subs,
    'pools.csv': [
      'contract,range,customer,entered by,approved by,signed', 'HT-FORGED,17040790000-17040799999,Shell Ltd,E7,E7,2026-04-10',
      ...Array.from({ length: 30 }, (_, i) => `HT-${i},1650${two(i)}0,Firm ${i},E${i % 4},E${(i + 1) % 4},2025-03-${two(1 + (i % 28))}`), 'HT-PEOPLE,13900000000-13900000079,Town,E1,E2,2019-01-01',
    ],
    'access.csv': [
      'employee,action,target,host,time', 'E7,enter contract,HT-FORGED,10.0.0.7,2026-04-10 21:10:00', 'E7,approve contract,HT-FORGED,10.0.0.7,2026-04-10 21:13:00', 'E3,query contract,HT-FORGED,10.0.0.3,2026-04-11 10:00:00',
      ...Array.from({ length: 30 }, (_, i) => [`E${i % 4},enter contract,HT-${i},10.0.0.${i % 4},2025-03-${two(1 + (i % 28))} 10:00:00`, `E${(i + 1) % 4},approve contract,HT-${i},10.0.0.${(i + 1) % 4},2025-03-${two(1 + (i % 28))} 15:00:00`]).flat(),
    ],
    'accounts.csv': ['platform,kind,number,time,device,ip', `PayFast,finance,${MULE},2026-04-20 10:00:00,d1,1.1.1.1`, 'PayFast,finance,13900000003,2026-04-20 10:00:00,d2,1.1.1.2'],
    'transfers.csv': [
      'from_card,from_phone,to_card,to_phone,amount,time', `v1,${VICTIM},m1,${MULE},50000,2026-05-06 15:20:00`, `v1,${VICTIM},m1,${MULE},30000,2026-05-07 15:21:00`,
      `m1,${MULE},x1,,49000,2026-05-06 15:40:00`, `m1,${MULE},x2,,30000,2026-05-07 15:50:00`,
      ...['2026-03-07', '2026-04-07', '2026-05-07'].map((day) => `n1,${NEIGHBOUR},rent,,800,${day} 16:20:00`),
      `f1,${FRIEND},shop,,20,2026-05-05 18:00:00`, 'f2,13900000003,shop,,20,2026-05-05 12:05:00', `s1,13900000005,f2,13900000003,100,2026-05-09 12:00:00`,
    ],
    'fraud.csv': ['number,label', ...ring.map((number) => `${number},seized`)],
  };
}

describe('The chain behind a number', () => {
  let dataset: ScoredDataset;
  const hopsOf = (number: string, kind?: HopKind): ChainHop[] => traceChain(dataset, { number })!.hops.filter((hop) => kind === undefined || hop.kind === kind);
  beforeAll(async () => {
    dataset = await openTexts(files());
  });

  it('goes from the victim by caller, device, card, outlet, merchant and contract to the insider', () => {
    expect(hopsOf(CALLER).map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['victim', VICTIM, CALLER], ['device', CALLER, '35000000000000'], ['card', CALLER, '460000000000000'], ['outlet', 'doc0', 'Kiosk 9'], ['merchant', 'Kiosk 9', 'Merchant X'],
      ['pool', CALLER, 'HT-FORGED'], ['insider', 'HT-FORGED', 'E7'],
    ]);
  });

  it('goes on to the accounts and the cards that pass the money on', () => {
    expect(hopsOf(MULE).map(({ kind, to }) => [kind, to])).toEqual([['pool', 'HT-FORGED'], ['insider', 'E7'], ['account', 'PayFast'], ['bankCard', 'm1']]);
    const [account] = hopsOf(MULE, 'account');
    expect(account!.evidence.facts).toMatchObject({ withCode: 1, codes: 1, type: 'finance' });
    expect(hopsOf(MULE, 'bankCard')[0]!.evidence).toMatchObject({ count: 2, facts: { payers: 1, passedOn: 2, amount: 80000 } });
  });

  it('joins the numbers of one hand, contract and merchant, with the victims of all', () => {
    const { ring: found } = traceChain(dataset, { number: CALLER })!;
    const tiesOf = (number: string) => found.members.find((member) => member.number === number)?.ties.map(({ kind, name }) => `${kind} ${name}`).sort();
    // Cards 0, 3 and 6 are on one document; all are of one merchant and one contract.
    expect(tiesOf(ring[3]!)).toEqual(['document doc0', 'merchant Merchant X', 'pool HT-FORGED']);
    expect(tiesOf(ring[1]!)).toEqual(['merchant Merchant X', 'pool HT-FORGED']);
    expect(found.members.slice(0, 2).map(({ number }) => number).sort()).toEqual([ring[3]!, ring[6]!]);
    expect(found.members.map(({ number }) => number)).not.toContain(CALLER);
    expect(found.members.map(({ number }) => number)).not.toContain(VICTIM);
    expect(found).toMatchObject({ memberCount: found.members.length, victimCount: 1 });
    // Seen from another of the ring, the victim is the caller's, and counts all the same.
    const other = traceChain(dataset, { number: ring[1]! })!.ring;
    expect(other.members.find(({ number }) => number === CALLER)).toMatchObject({ victims: [VICTIM], victimCount: 1 });
    expect(other.victimCount).toBe(1);
  });

  it('ties nobody to an innocent by their shop, operator or employer', () => {
    expect(traceChain(dataset, { number: '13900000003' })!.ring.members).toEqual([]);
  });

  it('shows with each hop its count, its span, its records, and how unlikely it is by chance', () => {
    const [victim] = hopsOf(CALLER, 'victim');
    expect(victim!.evidence).toMatchObject({ test: 'paidAfterTalk', count: 2, first: '2026-05-06T15:20:00+08:00', last: '2026-05-07T15:21:00+08:00', facts: { amount: 80000, talks: 2 }, records: [{ file: 'transfers.csv', line: 2 }, { file: 'transfers.csv', line: 3 }] });
    for (const { strength, evidence } of hopsOf(CALLER)) {
      expect(strength).toBeGreaterThan(0);
      expect(strength).toBeLessThanOrEqual(15);
      expect(evidence.records.length).toBeGreaterThan(0);
    }
  });

  it('takes nobody for a victim who pays as always, nor an honest shop for a merchant, nor a clerk for an insider', () => {
    expect(hopsOf(CALLER, 'victim').map(({ from }) => from)).not.toContain(NEIGHBOUR);
    // A number of ordinary life, with a shop, a contract, friends, an account and money in and out.
    expect(hopsOf('13900000003').map(({ kind }) => kind)).toEqual(['outlet', 'pool', 'account']);
  });

  it('marks the weakest link among the best of each kind', () => {
    const { hops, weakest } = traceChain(dataset, { number: CALLER })!;
    expect(hops[weakest!]!.strength).toBe(Math.min(...hops.map(({ strength }) => strength)));
  });

  it('says which record is missing, and whom to ask', async () => {
    const { 'calls.csv': calls } = files();
    const bare = await openTexts({ 'calls.csv': calls!.map((line) => line.split(',').slice(0, 5).join(',')) });
    expect(traceChain(bare, { number: CALLER })!.hops).toEqual([]);
    expect(traceChain(bare, { number: CALLER })!.missing.map(({ kind, record, from }) => [kind, record, from])).toEqual([
      ['victim', 'transfers', 'bank'], ['device', 'imei', 'operator'], ['card', 'imsi', 'operator'], ['outlet', 'subscriptions', 'operator'], ['pool', 'pools', 'operator'],
    ]);
    expect(traceChain(bare, { number: MULE })!.missing).toContainEqual({ kind: 'account', record: 'registrations', from: 'platform', about: '10690001' });
    const { 'access.csv': _log, ...withoutLog } = files();
    const opened = await openTexts({ ...withoutLog, 'pools.csv': ['contract,range', 'HT-FORGED,17040790000-17040799999'] });
    expect(traceChain(opened, { number: CALLER })!.missing).toEqual([{ kind: 'insider', record: 'accessLog', from: 'operator', about: 'HT-FORGED' }]);
  });

  it('is null for a number that no record names', () => {
    expect(traceChain(dataset, { number: '15900000000' })).toBe(null);
  });
});

describe('Chance', () => {
  it('is what summing the probabilities says', () => {
    // P(X ≥ 1) of mean 0.1; P(at least 2 of 3 drawn are among 3 of 10).
    expect(10 ** -poissonStrength(1, 0.1)).toBeCloseTo(1 - Math.exp(-0.1), 9);
    expect(10 ** -hypergeometricStrength(2, 3, 3, 10)).toBeCloseTo((3 * 7 + 1) / 120, 9);
    expect(hypergeometricStrength(0, 5, 5, 10)).toBe(0);
  });

  it('makes more of the same more surprising, and more to choose from less', () => {
    fc.assert(fc.property(fc.nat(30), fc.double({ min: 0.01, max: 20, noNaN: true }), (k, mean) => {
      expect(poissonStrength(k + 1, mean)).toBeGreaterThanOrEqual(poissonStrength(k, mean) - 1e-9);
      expect(poissonStrength(k, mean * 2)).toBeLessThanOrEqual(poissonStrength(k, mean) + 1e-9);
    }));
    fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 100, max: 100_000 }), (draws, marked, all) => {
      for (let k = 0; k < Math.min(draws, marked); k++) expect(hypergeometricStrength(k + 1, draws, marked, all)).toBeGreaterThanOrEqual(hypergeometricStrength(k, draws, marked, all) - 1e-9);
    }));
  });
});
