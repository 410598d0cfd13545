import { describe, expect, it } from 'vitest';
import { explainNumber } from '../score.ts';
import { person, tableOf } from '../testing/tableOf.ts';
import type { TestRow } from '../testing/tableOf.ts';

const found = (row: TestRow) => explainNumber(tableOf(row), 0, 0.01).findings.find(({ id }) => id === 'replacement');
const caller: TestRow = { ...person, percent_initiated_interactions: 0.92, reciprocated_share: 0.05 };

describe('the replacement of a blocked number', () => {
  it('has its cells and its phone, or many of its contacts', () => {
    expect(found({ ...caller, replacement_traits: 2 })!.evidence).toContainEqual({ feature: 'replacement_traits', value: 2, threshold: 2 });
    expect(found({ ...caller, replacement_traits: 1, replacement_contacts: 8 })).toBeDefined();
  });

  it('is not a neighbour at the same cells, nor who bought the phone', () => {
    expect(found({ ...caller, replacement_traits: 1, replacement_contacts: 1 })).toBeUndefined();
    const relative = { ...person, replacement_traits: 2, replacement_contacts: 4, reciprocated_share: 0.6, number_of_antennas: 18 };
    expect(found(relative)).toBeUndefined();
  });
});
