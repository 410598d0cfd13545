import { describe, expect, it } from 'vitest';
import { explainNumber } from '../score.ts';
import { massCaller, tableOf } from '../testing/tableOf.ts';
import type { TestRow } from '../testing/tableOf.ts';

const found = (row: TestRow) => explainNumber(tableOf(row), 0, 0.01).findings.find(({ id }) => id === 'wangiri');
const ringer: TestRow = { ...massCaller, ring_share: 0.97, callback_share: 0.06, reciprocated_share: 0.06 };

describe('wangiri', () => {
  it('is a number that rings hundreds of strangers once, and some ring back', () => {
    const finding = found(ringer)!;
    expect(finding.evidence).toContainEqual({ feature: 'ring_share', value: 0.97, threshold: 0.8 });
    expect(finding.evidence).toContainEqual({ feature: 'callback_share', value: 0.06, threshold: 0.02 });
  });

  it('is not a driver who rings at every door: he moves, and those he rang ring back', () => {
    expect(found({ ...ringer, one_call_contact_share: 0.72, calls_per_contact: 2.1, callback_share: 0.5, reciprocated_share: 0.5, number_of_antennas: 30, entropy_of_antennas: 3 })).toBeUndefined();
  });

  it('is not a probe that tests the same lines again and again', () => {
    expect(found({ ...ringer, calls_per_contact: 40, one_call_contact_share: 0, new_contacts_per_active_day: 0.5 })).toBeUndefined();
  });

  it('is not a bulk caller whom half of the strangers answer', () => {
    expect(found({ ...massCaller, ring_share: 0.5 })).toBeUndefined();
  });
});
