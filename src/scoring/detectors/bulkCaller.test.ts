import { describe, expect, it } from 'vitest';
import { explainNumber } from '../score.ts';
import { massCaller, person, tableOf } from '../testing/tableOf.ts';
import type { TestRow } from '../testing/tableOf.ts';

const findingsOf = (row: TestRow) => explainNumber(tableOf(row), 0, 0.01).findings;
const bulk = (row: TestRow) => findingsOf(row).find(({ id }) => id === 'bulkCaller');
/** Log-odds of the finding. */
const strength = (row: TestRow) => explainNumber(tableOf(row), 0, 0.01).terms.find(({ feature }) => feature === 'bulkCaller')!.contribution;

describe('the bulk caller', () => {
  it('is found where strangers are dialled one after another and nobody calls back', () => {
    const finding = bulk({ ...massCaller, active_days: 9 })!;
    expect(finding.evidence).toContainEqual({ feature: 'calls_per_contact', value: 1.06, threshold: 1.5 });
    expect(finding.evidence.map(({ feature }) => feature)).toContain('reciprocated_share');
    expect(finding.counterEvidence).toEqual([]);
  });

  it('is stronger where numbers are dialled in sequence', () => {
    expect(strength({ ...massCaller, sequential_share: 0.9 })).toBeGreaterThan(strength(massCaller));
  });

  it('is not a courier, who is answered, called back and on the road', () => {
    const courier = { ...massCaller, answered_share: 0.9, ring_share: 0.1, reciprocated_share: 0.22, number_of_calls_in: 200, percent_initiated_interactions: 0.81, number_of_antennas: 40, entropy_of_antennas: 3.1, top_antenna_share: 0.2 };
    expect(bulk(courier)).toBeUndefined();
  });

  it('shows what speaks against it where it is found all the same', () => {
    const callCentre = { ...massCaller, active_days: 9, reciprocated_share: 0.12 };
    expect(bulk(callCentre)!.counterEvidence).toEqual([{ feature: 'reciprocated_share', value: 0.12, threshold: 0.1 }]);
  });

  it('is weaker the longer the number lasts: those that defraud are blocked, those that advertise are at work month after month', () => {
    const strengths = [9, 10, 20, 31].map((active_days) => strength({ ...massCaller, active_days }));
    expect(strengths).toEqual(strengths.toSorted((a, b) => b - a));
    expect(strengths[3]).toBeLessThan(strengths[0]! - 1.5);
  });

  it('is found where a list is worked through twice, though each contact is called more than once', () => {
    const twice = { ...massCaller, active_days: 9, calls_per_contact: 1.9, one_call_contact_share: 0.5 };
    expect(strength(twice)).toBeGreaterThan(0.5);
    expect(strength(twice)).toBeLessThan(strength({ ...massCaller, active_days: 9 }));
  });

  it('is neither a person nor a number of whose contacts nothing is known', () => {
    expect(bulk(person)).toBeUndefined();
    expect(bulk({ ...massCaller, new_contacts_per_active_day: NaN })).toBeUndefined();
  });
});
