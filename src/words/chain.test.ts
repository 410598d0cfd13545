import { expect, test } from 'vitest';
import { askSentence } from './chain.ts';

test('whose record is to be asked for is written as numbers are elsewhere, several as the language lists them', () => {
  expect(askSentence({ kind: 'device', record: 'imei', from: 'operator', about: '13812345678' }, 'en')).toContain('(138 1234 5678).');
  expect(askSentence({ kind: 'account', record: 'registrations', from: 'platform', about: '10690001, 10690002' }, 'zh')).toContain('（1069 0001、1069 0002）。');
});

test('a name is left as it is, also where it has a comma', () => {
  expect(askSentence({ kind: 'merchant', record: 'subscriptions', from: 'operator', about: 'Bright Star Co., Ltd.' }, 'zh')).toContain('（Bright Star Co., Ltd.）。');
});
