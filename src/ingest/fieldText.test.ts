import { describe, expect, it } from 'vitest';
import { NO_NUMBER, numberText } from '../records/numberKey.ts';
import { OddNumbers } from '../records/oddNumbers.ts';
import { FieldText } from './fieldText.ts';

/** How the number of a cell is shown, '' for none. */
function numberOf(text: string): string {
  const odd = new OddNumbers();
  const bytes = new TextEncoder().encode(text);
  const key = new FieldText(false).number(bytes, 0, bytes.length, odd);
  return key === NO_NUMBER ? '' : numberText(key, odd);
}

describe('The number of a cell', () => {
  it.each([
    '匿名', '匿名号码', '未知', '未知号码', '私人号码', '隐藏号码', '保密号码', '无号码', '号码未显示', 'Anonymous', 'Private', 'Private Number', 'PRIVATE_NUMBER', 'Unknown', 'unknown number', 'WITHHELD', 'Restricted', 'Blocked', 'Unavailable', 'No Caller ID',
    '<unknown>', '(Unknown)', 'Unbekannt', 'Anonym', 'Privado', 'Desconocido', 'Inconnu', 'Masqué', 'sip:anonymous@anonymous.invalid', ' Anonymous ', '-', 'null',
  ])('is none where the caller withheld it: %s', (text) => {
    expect(numberOf(text)).toBe('');
  });

  it.each([['Anonymous (13812345678)', '13812345678'], ['Private Bank', 'Private Bank'], ['匿名者', '匿名者'], ['AD-Airtel', 'AD-Airtel'], ['Ext. 101 (101)', '101'], ['Line 3 (101)', 'Line 3 (101)']])('%s is %s', (text, number) => {
    expect(numberOf(text)).toBe(number);
  });
});
