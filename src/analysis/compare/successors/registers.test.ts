import { beforeAll, describe, expect, it } from 'vitest';
import { openTexts } from '../../../../mocks/openTexts.ts';
import { findNumberKey } from '../../../records/numberKey.ts';
import type { ScoredDataset } from '../../scoredDataset.ts';
import { lifeOf } from './life.ts';
import { isEnded, RegisterComparison, registrationOf } from './registers.ts';

const olds = ['13800000001', '13800000002', '13800000003'];
const news = ['17040790001', '17040790090', '17099990003', '17088880004'];

describe('what the registers say of a change of numbers', () => {
  let dataset: ScoredDataset;
  let registers: RegisterComparison;
  beforeAll(async () => {
    const call = (number: string, day: string) => `${number},13911111111,${day} 10:00:00,60`;
    dataset = await openTexts({
      'calls.csv': ['caller,callee,start,duration', ...olds.map((number) => call(number, '2026-05-02')), ...news.map((number) => call(number, '2026-05-12'))],
      'subs.csv': [
        'number,id_hash,outlet,agent,activated,status',
        '13800000001,d1,Shop 1,M1,2019-04-01,注销', '13800000002,d2,Shop 2,M1,2019-04-01,停机', '13800000003,d3,Shop 3,M1,2019-04-01,正常',
        '17040790001,d1,Shop 9,M1,2026-05-10,正常', '17040790090,d8,Shop 2,M1,2026-05-10,正常', '17099990003,d9,Shop 7,M1,2015-05-10,正常', '17088880004,d7,Shop 6,M1,2026-05-01,正常',
      ],
      'seized.csv': ['number,label', '13800000003,SIM box of 3 May'],
    });
    const lives = (numbers: readonly string[]) => numbers.map((number) => lifeOf(dataset, dataset.rowOf(findNumberKey(number, dataset.oddNumbers)), 0, 2 ** 32)!);
    registers = new RegisterComparison(dataset, lives(olds), lives(news));
  });

  it('is most where both were sold to one person, then where one shop sold them, and least of a card that was there for years', () => {
    const [sameDocument, sameShop, recent, years] = [registers.evidence(0, 0), registers.evidence(1, 1), registers.evidence(1, 3), registers.evidence(1, 2)];
    expect(sameDocument).toBeGreaterThan(sameShop + 0.5);
    expect(sameShop).toBeGreaterThan(recent);
    expect(recent).toBeGreaterThan(years + 1);
  });

  it('names what is the same', () => {
    expect(registers.shared(0, 0)).toMatchObject({ outlet: 0, contract: 0 });
    expect(registers.shared(0, 0)!.document).toBeGreaterThan(0);
    expect(registers.shared(1, 1)).toMatchObject({ document: 0 });
  });

  it('knows what became of a card, by its status or by a list of seized ones', () => {
    expect(olds.map((number) => registrationOf(dataset, findNumberKey(number, dataset.oddNumbers))?.fate)).toEqual(['closed', 'suspended', 'blocked']);
    expect(olds.map((number) => isEnded(registrationOf(dataset, findNumberKey(number, dataset.oddNumbers))))).toEqual([true, true, true]);
    expect(isEnded(registrationOf(dataset, findNumberKey(news[0]!, dataset.oddNumbers)))).toBe(false);
    expect(registrationOf(dataset, findNumberKey('13911111111', dataset.oddNumbers))).toBeNull();
  });

  it('is nothing where no register was opened', async () => {
    const bare = await openTexts({ 'calls.csv': ['caller,callee,start,duration', '13800000001,13911111111,2026-05-02 10:00:00,60', '17088880004,13911111111,2026-05-12 10:00:00,60'] });
    const life = (number: string) => lifeOf(bare, bare.rowOf(findNumberKey(number, bare.oddNumbers)), 0, 2 ** 32)!;
    expect(new RegisterComparison(bare, [life('13800000001')], [life('17088880004')]).evidence(0, 0)).toBe(0);
  });
});
