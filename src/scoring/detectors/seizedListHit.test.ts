import { describe, expect, it } from 'vitest';
import { explainNumber } from '../score.ts';
import { person, tableOf } from '../testing/tableOf.ts';
import type { TestRow } from '../testing/tableOf.ts';

const found = (row: TestRow) => explainNumber(tableOf(row), 0, 0.01).findings.find(({ id }) => id === 'seizedListHit');
const caller: TestRow = { ...person, percent_initiated_interactions: 0.92, reciprocated_share: 0.05 };
const contributionOf = (row: TestRow) => explainNumber(tableOf(row), 0, 0.01).terms.find(({ feature }) => feature === 'seizedListHit')?.contribution ?? 0;

describe('a hit on a list of seized numbers', () => {
  it('is a number of the list, and the next card in the phone of one', () => {
    expect(found({ ...caller, seized_lists: 1 })!.evidence).toContainEqual({ feature: 'seized_lists', value: 1, threshold: 1 });
    expect(found({ ...caller, seized_on_device: 2 })).toBeDefined();
    expect(found(caller)).toBeUndefined();
  });

  it('says little of somebody in the address book of a seized phone, who is called and has friends', () => {
    const inTheBook = { ...person, percent_initiated_interactions: 0.45, reciprocated_share: 0.6, seized_lists: 1 };
    expect(contributionOf(inTheBook)).toBeLessThan(1);
    expect(contributionOf({ ...caller, seized_lists: 1 })).toBeGreaterThan(2.5);
    expect(found(inTheBook)!.counterEvidence).toHaveLength(2);
  });
});
