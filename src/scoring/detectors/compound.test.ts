import { describe, expect, it } from 'vitest';
import { explainNumber } from '../score.ts';
import { massCaller, tableOf } from '../testing/tableOf.ts';
import type { TestRow } from '../testing/tableOf.ts';

const found = (row: TestRow) => explainNumber(tableOf(row), 0, 0.01).findings.find(({ id }) => id === 'compound');

describe('the compound', () => {
  it('is a dozen numbers that call strangers from one cell in the same hours of the same days', () => {
    const finding = found({ ...massCaller, compound_numbers: 12, callback_share: 0.02 })!;
    expect(finding.evidence).toContainEqual({ feature: 'compound_numbers', value: 12, threshold: 4 });
    expect(finding.evidence).toContainEqual({ feature: 'compound_numbers', value: 12, threshold: 10 });
  });

  it('is not an office of salespeople, who are called back and go home', () => {
    expect(found({ ...massCaller, compound_numbers: 9, reciprocated_share: 0.2, callback_share: 0.35, number_of_antennas: 9, top_antenna_share: 0.81 })).toBeUndefined();
  });

  it('is not a single caller in his room', () => {
    expect(found({ ...massCaller, compound_numbers: 1 })).toBeUndefined();
  });
});
