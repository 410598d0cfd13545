import { describe, expect, it } from 'vitest';
import { explainNumber } from '../score.ts';
import { massCaller, tableOf } from '../testing/tableOf.ts';
import type { TestRow } from '../testing/tableOf.ts';

const found = (row: TestRow) => explainNumber(tableOf(row), 0, 0.01).findings.find(({ id }) => id === 'denseGroup');
const member: TestRow = { ...massCaller, block_callers: 10, block_ratio: 45, callback_share: 0.02 };

describe('the dense group', () => {
  it('is ten callers who share those they call forty-five times more than chance', () => {
    const finding = found(member)!;
    expect(finding.evidence).toContainEqual({ feature: 'block_callers', value: 10, threshold: 4 });
    expect(finding.evidence).toContainEqual({ feature: 'block_ratio', value: 45, threshold: 15 });
  });

  it('is not the couriers of one district, whom their customers ring back', () => {
    expect(found({ ...member, block_ratio: 17, callback_share: 0.45, reciprocated_share: 0.16, number_of_antennas: 18, entropy_of_antennas: 2.6, top_antenna_share: 0.1 })).toBeUndefined();
  });

  it('is not the desks of a clinic, which is called more than it calls', () => {
    expect(found({ ...member, block_ratio: 17, percent_initiated_interactions: 0.2, reciprocated_share: 0.1 })).toBeUndefined();
  });
});
