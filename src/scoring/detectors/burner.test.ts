import { describe, expect, it } from 'vitest';
import { explainNumber } from '../score.ts';
import { massCaller, person, tableOf } from '../testing/tableOf.ts';
import type { TestRow } from '../testing/tableOf.ts';

/** The number beside one that was there from the first day, so that the dataset spans sixty days. */
const burner = (row: TestRow, neighbour: TestRow = person) => explainNumber(tableOf(row, neighbour), 0, 0.01).findings.find(({ id }) => id === 'burner');
const threeDays = { ...massCaller, active_days: 3, days_since_first_seen: 8, number_of_calls_out: 90, number_of_calls_in: 1, number_of_contacts: 80, new_contacts_per_active_day: 27 };

describe('the burner card', () => {
  it('is found where a number dials strangers for three days and is gone', () => {
    const finding = burner(threeDays)!;
    expect(finding.evidence).toContainEqual({ feature: 'active_days', value: 3, threshold: 10 });
    expect(finding.evidence).toContainEqual({ feature: 'active_days', value: 3, threshold: 5 });
  });

  it('is found where a card lay silent for seven weeks and then dials strangers', () => {
    const woken = { ...threeDays, active_days: 11, days_since_first_seen: 59, longest_dormancy: 48, new_contacts_per_active_day: 11 };
    expect(burner(woken)!.evidence).toContainEqual({ feature: 'longest_dormancy', value: 48, threshold: 30 });
  });

  it('is not a new card whose owner calls the same family again', () => {
    const newCard = { ...person, active_days: 6, days_since_first_seen: 6, number_of_calls_out: 40, number_of_calls_in: 30, number_of_contacts: 12, new_contacts_per_active_day: 2 };
    expect(burner(newCard)).toBeUndefined();
  });

  it('is not a courier in the first week at work', () => {
    const courier = { ...threeDays, answered_share: 0.92, ring_share: 0.08, number_of_antennas: 30, entropy_of_antennas: 3, top_antenna_share: 0.2, reciprocated_share: 0.09, active_days: 7, days_since_first_seen: 7 };
    expect(burner(courier)).toBeUndefined();
  });

  it('is not told from a file of one week, in which every life is short', () => {
    expect(burner(threeDays, { ...person, days_since_first_seen: 6 })).toBeUndefined();
  });
});
