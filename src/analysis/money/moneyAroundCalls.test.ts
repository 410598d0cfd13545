import { beforeAll, describe, expect, it } from 'vitest';
import { openTexts } from '../../../mocks/openTexts.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import { moneyAroundCalls } from './moneyAroundCalls.ts';

const CALLER = '17040790001';
const VICTIM = '13800000001';

describe('money around calls', () => {
  let dataset: ScoredDataset;
  beforeAll(async () => {
    dataset = await openTexts({
      'calls.csv': [
        'caller,callee,start,duration',
        `${CALLER},${VICTIM},2026-05-02 10:00:00,600`, `${CALLER},13800000002,2026-05-02 11:00:00,0`, `${CALLER},13800000003,2026-05-02 12:00:00,90`,
        '13800000003,13800000004,2026-05-12 12:00:00,90', '13800000003,13800000004,2026-04-20 12:00:00,90',
      ],
      'transfers.csv': [
        'from_card,from_phone,to_card,to_phone,amount,time',
        // After the call; after a call that nobody answered; before a call; at the same hour of another day.
        `v1,${VICTIM},m1,,5000,2026-05-02 10:20:00`, 'v2,13800000002,m1,,70,2026-05-02 11:10:00', 'v3,13800000003,m2,,300,2026-05-02 11:30:00', 'v3,13800000003,m2,,40,2026-05-05 12:30:00',
        // Money of one who never spoke with it.
        'v4,13800000004,m3,,900,2026-05-02 10:05:00',
      ],
    });
  });

  it('is that of whom it spoke with, after the call or before it', () => {
    const { after, before, rows, contacts, transfers } = moneyAroundCalls(dataset, { number: CALLER, withinMinutes: 60 });
    expect(after).toMatchObject({ transfers: 1, amount: 5000 });
    expect(before).toMatchObject({ transfers: 1, amount: 300 });
    expect([contacts, transfers]).toEqual([2, 3]);
    expect(rows.map(({ party, amount, call, line }) => [party, amount, call.other, call.secondsBefore, line])).toEqual([[VICTIM, 5000, VICTIM, 1200, 2], ['13800000003', 300, '13800000003', -1800, 4]]);
  });

  it('is set beside what the same hour of other days would give', () => {
    // The transfer of the 5th would lie after the call of the 2nd, had it been made three days earlier.
    const { after } = moneyAroundCalls(dataset, { number: CALLER, withinMinutes: 60 });
    expect(after.expected).toBeCloseTo(1 / 14, 9);
    expect(moneyAroundCalls(dataset, { number: CALLER, withinMinutes: 10 }).after).toMatchObject({ transfers: 0, expected: 0 });
  });

  it('is the number’s own around any of its conversations', () => {
    expect(moneyAroundCalls(dataset, { number: '13800000003', withinMinutes: 45 }).before).toMatchObject({ transfers: 1, amount: 300 });
  });

  it('is none without transfers, and for a number that is in no file', async () => {
    expect(moneyAroundCalls(dataset, { number: '15900000000', withinMinutes: 60 }).rows).toEqual([]);
    const bare = await openTexts({ 'calls.csv': ['caller,callee,start,duration', `${CALLER},${VICTIM},2026-05-01 10:00:00,60`] });
    expect(moneyAroundCalls(bare, { number: CALLER, withinMinutes: 60 })).toMatchObject({ transfers: 0, rows: [] });
  });
});
