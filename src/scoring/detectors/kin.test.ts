import { describe, expect, it } from 'vitest';
import { explainNumber } from '../score.ts';
import { person, tableOf } from '../testing/tableOf.ts';
import type { TestRow } from '../testing/tableOf.ts';

const found = (row: TestRow) => explainNumber(tableOf(row), 0, 0.01).findings.find(({ id }) => id === 'kin');
/** Keeps under every threshold of its own. */
const quiet: TestRow = { ...person, number_of_calls_out: 19, number_of_calls_in: 3, number_of_interactions: 22, percent_initiated_interactions: 0.86, number_of_contacts: 17, calls_per_contact: 1.3, reciprocated_share: 0.06, active_days: 9, number_of_antennas: 2 };

describe('kin of suspects', () => {
  it('is a card of few calls in a rack of flagged ones', () => {
    const finding = found({ ...quiet, numbers_per_imei: 12, flagged_on_device: 7 })!;
    expect(finding.evidence).toContainEqual({ feature: 'flagged_on_device', value: 7, threshold: 2 });
    expect(finding.evidence).toContainEqual({ feature: 'flagged_on_device', value: 7, threshold: 4 });
  });

  it('is a card of a block whose neighbours were flagged, and of a room', () => {
    expect(found({ ...quiet, flagged_in_block: 5 })).toBeDefined();
    expect(found({ ...quiet, flagged_in_room: 3 })).toBeDefined();
  });

  it('is not the next owner of one flagged handset, nor whoever bought one card of the block to live with', () => {
    expect(found({ ...quiet, flagged_on_device: 1 })).toBeUndefined();
    expect(found({ ...person, flagged_in_block: 3, reciprocated_share: 0.5, number_of_antennas: 16, entropy_of_antennas: 2.1 })).toBeUndefined();
  });
});
