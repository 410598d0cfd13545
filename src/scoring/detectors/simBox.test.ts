import { describe, expect, it } from 'vitest';
import { explainNumber } from '../score.ts';
import { massCaller, person, tableOf } from '../testing/tableOf.ts';
import type { TestRow } from '../testing/tableOf.ts';

const simBox = (row: TestRow) => explainNumber(tableOf(row), 0, 0.01).findings.find(({ id }) => id === 'simBox');
const slowCaller = { ...massCaller, new_contacts_per_active_day: 4, number_of_calls_out: 120, number_of_calls_in: 3 };

describe('the SIM-box', () => {
  it('is found where sixteen numbers share a device that stands still and calls strangers', () => {
    const finding = simBox({ ...slowCaller, numbers_per_imei: 16 })!;
    expect(finding.evidence).toContainEqual({ feature: 'numbers_per_imei', value: 16, threshold: 5 });
    expect(finding.evidence).toContainEqual({ feature: 'top_antenna_share', value: 1, threshold: 0.95 });
  });

  it('is found where one number wanders through many devices', () => {
    expect(simBox({ ...slowCaller, imeis: 12 })!.evidence).toContainEqual({ feature: 'imeis', value: 12, threshold: 5 });
  });

  it('is not the handset that a dormitory shares, whose people are called back', () => {
    const shared = { ...person, numbers_per_imei: 6 };
    expect(simBox(shared)).toBeUndefined();
    const sharedByDialers = { ...slowCaller, numbers_per_imei: 6, reciprocated_share: 0.3, percent_initiated_interactions: 0.82, number_of_antennas: 25, entropy_of_antennas: 2.3, top_antenna_share: 0.4 };
    expect(simBox(sharedByDialers)).toBeUndefined();
  });

  it('is not told from calls alone when the file has no devices', () => {
    expect(simBox({ ...slowCaller, imeis: NaN, numbers_per_imei: NaN })).toBeUndefined();
  });

  it('is not a phone with two cards', () => {
    expect(simBox({ ...slowCaller, imeis: 1, numbers_per_imei: 2 })).toBeUndefined();
  });
});
