import { describe, expect, it } from 'vitest';
import { tableOfRow } from '../features/featureColumns.ts';
import { explainNumber, scoreNumbers } from './score.ts';
import { person, tableOf } from './testing/tableOf.ts';
import type { TestRow } from './testing/tableOf.ts';

const reads: TestRow = { ...person, number_of_texts_in: 200, number_of_texts_out: 2, incoming_text_share: 0.99 };
const writes: TestRow = { ...person, number_of_texts_in: 100, number_of_texts_out: 60, incoming_text_share: 0.62 };
const tableWith = (first: TestRow, others: TestRow, count = 60) => tableOf(first, ...Array.from({ length: count }, () => others));
const messagesOf = (table: ReturnType<typeof tableOf>) => explainNumber(table, 0, 0.01).terms.find(({ feature }) => feature === 'incoming_text_share')?.contribution ?? 0;

describe('what messages say', () => {
  it('speaks against somebody who writes where hardly anyone does, and not where all write', () => {
    expect(messagesOf(tableWith(writes, reads))).toBeGreaterThan(1);
    expect(messagesOf(tableWith(writes, writes))).toBe(0);
  });

  it('counts where somebody writes far more than the usual number', () => {
    const sendsOnly = { ...writes, number_of_texts_in: 5, number_of_texts_out: 400, incoming_text_share: 0.01 };
    expect(messagesOf(tableWith(sendsOnly, writes))).toBeGreaterThan(0);
  });

  it('still speaks for a holder who only receives', () => {
    expect(messagesOf(tableWith(reads, writes))).toBeLessThan(-0.2);
  });

  it('is read as it was fitted among a handful of numbers, of which nobody can say what is usual', () => {
    expect(messagesOf(tableWith(writes, writes, 10))).toBeGreaterThan(1);
  });

  it('is the same in the queue, in the reasons, and of a row taken out of its table', () => {
    const table = tableOf(...Array.from({ length: 80 }, (_, i): TestRow => ({ ...writes, incoming_text_share: i / 80, interactions_per_contact: 1 + i / 10 })));
    const { logOdds } = scoreNumbers(table, 0.01);
    for (let row = 0; row < 80; row++) {
      expect(explainNumber(table, row, 0.01).logOdds).toBe(logOdds[row]);
      expect(explainNumber(tableOfRow(table, row), 0, 0.01).logOdds).toBe(logOdds[row]);
    }
  });
});
