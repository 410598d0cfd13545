import { describe, expect, it } from 'vitest';
import { explainNumber } from '../score.ts';
import { person, tableOf } from '../testing/tableOf.ts';
import type { TestRow } from '../testing/tableOf.ts';

const found = (row: TestRow) => explainNumber(tableOf(row), 0, 0.01).findings.find(({ id }) => id === 'codeReceiver');

/** A card in a farm: codes from forty services in a fortnight, and nothing else. */
const card: TestRow = {
  active_days: 14, number_of_interactions: 60, number_of_calls_out: 0, number_of_calls_in: 0, number_of_texts_out: 0, number_of_texts_in: 60,
  outgoing_share: 0, incoming_text_share: 1, code_senders: 40, number_of_contacts: 40, reciprocated_share: 0, number_of_antennas: 1, top_antenna_share: 1, numbers_per_imei: 16,
};

describe('the code receiver', () => {
  it('is a card that gets codes from forty services and answers nobody, in a rack with others', () => {
    const finding = found(card)!;
    expect(finding.evidence).toContainEqual({ feature: 'code_senders', value: 40, threshold: 12 });
    expect(finding.evidence).toContainEqual({ feature: 'numbers_per_imei', value: 16, threshold: 5 });
    expect(finding.counterEvidence).toEqual([]);
  });

  it('is not a shopper with codes from thirty shops, friends who call back and errands to run', () => {
    expect(found({ ...person, number_of_texts_in: 300, number_of_texts_out: 10, code_senders: 30, outgoing_share: 0.09, incoming_text_share: 0.97 })).toBeUndefined();
  });

  it('is not a phone that lies in a drawer and gets three codes', () => {
    expect(found({ ...card, code_senders: 3, numbers_per_imei: 1 })).toBeUndefined();
  });
});
