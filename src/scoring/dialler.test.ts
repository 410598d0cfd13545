import { describe, expect, it } from 'vitest';
import { explainNumber } from './score.ts';
import { massCaller, person, tableOf } from './testing/tableOf.ts';
import type { TestRow } from './testing/tableOf.ts';

const repetition = (row: TestRow) => explainNumber(tableOf(row), 0, 0.01).terms.find(({ feature }) => feature === 'calls_per_contact')?.contribution ?? 0;

describe('calling each contact once', () => {
  it('speaks against who rings strangers', () => {
    expect(repetition(massCaller)).toBeGreaterThan(2);
  });

  it('says nothing of a hotline that strangers ring', () => {
    expect(repetition({ ...massCaller, percent_initiated_interactions: 0.08, number_of_calls_out: 70, number_of_calls_in: 830 })).toBe(0);
  });

  it('says less of a driver who rings passengers and is rung by them', () => {
    const driver = repetition({ ...massCaller, percent_initiated_interactions: 0.63 });
    expect(driver).toBeGreaterThan(0);
    expect(driver).toBeLessThan(repetition(massCaller) / 2);
  });

  it('leaves it at that where it speaks for the holder', () => {
    expect(repetition({ ...person, percent_initiated_interactions: 0.1 })).toBe(repetition({ ...person, percent_initiated_interactions: 0.9 }));
    expect(repetition(person)).toBeLessThan(-1);
  });
});
