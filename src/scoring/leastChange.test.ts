import { describe, expect, it } from 'vitest';
import { leastChange } from './leastChange.ts';
import { explainNumber } from './score.ts';
import { massCaller, person, tableOf } from './testing/tableOf.ts';

describe('the smallest change that would clear a number', () => {
  it('brings the score below the line when it is made, and one step less would not', () => {
    const suspect = { ...massCaller, imeis: 6 };
    const change = leastChange(tableOf(suspect), 0, 0.01)!;
    expect(change.value).toBe(suspect[change.feature as keyof typeof suspect]);
    const changed = explainNumber(tableOf({ ...suspect, [change.feature]: change.needed }), 0, 0.01);
    expect(changed.score).toBeCloseTo(change.score, 10);
    expect(change.score).toBeLessThan(50);
    const step = change.feature === 'calls_per_contact' ? 0.1 : change.feature.includes('share') || change.feature.includes('percent') ? 0.01 : 1;
    const oneStepLess = change.needed + (change.needed < change.value ? step : -step);
    expect(explainNumber(tableOf({ ...suspect, [change.feature]: oneStepLess }), 0, 0.01).score).toBeGreaterThanOrEqual(50);
  });

  it('is not asked of a number below the line', () => {
    expect(leastChange(tableOf(person), 0, 0.01)).toBeNull();
  });

  it('is none when no single feature would do', () => {
    const everything = { ...massCaller, imeis: 20, numbers_per_imei: 40, active_days: 3, active_hours: 3, new_contacts_per_active_day: 280 };
    expect(leastChange(tableOf(everything), 0, 0.5)).toBeNull();
  });

  it('leaves the table as it was', () => {
    const features = tableOf(massCaller);
    leastChange(features, 0, 0.01);
    expect(features).toEqual(tableOf(massCaller));
  });
});
