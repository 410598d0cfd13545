import { describe, expect, it } from 'vitest';
import { explainNumber } from '../score.ts';
import { massCaller, person, tableOf } from '../testing/tableOf.ts';
import type { TestRow } from '../testing/tableOf.ts';

const found = (row: TestRow) => explainNumber(tableOf(row), 0, 0.01, undefined, 60).findings.find(({ id }) => id === 'dormantNumber');

describe('the pool number that woke', () => {
  it('begins to call strangers in the same days as eleven neighbours', () => {
    const finding = found({ ...massCaller, days_since_first_seen: 12, woken_neighbours: 11 })!;
    expect(finding.evidence).toContainEqual({ feature: 'woken_neighbours', value: 11, threshold: 3 });
    expect(finding.evidence).toContainEqual({ feature: 'woken_neighbours', value: 11, threshold: 8 });
  });

  it('is not one of the new extensions of a firm, whose customers call back', () => {
    expect(found({ ...person, woken_neighbours: 5, percent_initiated_interactions: 0.82 })).toBeUndefined();
  });

  it('is not a new card whose neighbours woke when they liked', () => {
    expect(found({ ...massCaller, days_since_first_seen: 12, woken_neighbours: 0 })).toBeUndefined();
  });

  it('is not told where the files begin a fortnight before', () => {
    expect(explainNumber(tableOf({ ...massCaller, woken_neighbours: 11 }), 0, 0.01, undefined, 14).findings.map(({ id }) => id)).not.toContain('dormantNumber');
  });
});
