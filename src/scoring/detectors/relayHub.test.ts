import { describe, expect, it } from 'vitest';
import { explainNumber } from '../score.ts';
import { person, tableOf } from '../testing/tableOf.ts';
import type { TestRow } from '../testing/tableOf.ts';

const found = (row: TestRow) => explainNumber(tableOf(row), 0, 0.01, undefined, 60).findings.find(({ id }) => id === 'relayHub');

/** A box in a room: each call in is followed by one out, to somebody else. */
const hub: TestRow = {
  ...person, number_of_calls_out: 300, number_of_calls_in: 310, percent_initiated_interactions: 0.49, reciprocated_share: 0.02, calls_per_contact: 1.4,
  relayed_calls: 240, relay_ratio: 9.5, number_of_antennas: 1, top_antenna_share: 1, ego_clustering: 0,
};

describe('the relay hub', () => {
  it('passes calls on many times more often than its calls fall together by chance', () => {
    const finding = found(hub)!;
    expect(finding.evidence).toContainEqual({ feature: 'relay_ratio', value: 9.5, threshold: 3 });
    expect(finding.evidence).toContainEqual({ feature: 'relayed_calls', value: 240, threshold: 15 });
  });

  it('is not a dispatcher who answers customers and calls the same drivers, on the road', () => {
    expect(found({ ...hub, calls_per_contact: 6, number_of_antennas: 12, entropy_of_antennas: 2.2, top_antenna_share: 0.4 })).toBeUndefined();
  });

  it('is not a busy person whose calls merely fall together', () => {
    expect(found({ ...hub, relayed_calls: 60, relay_ratio: 1.1 })).toBeUndefined();
  });
});
