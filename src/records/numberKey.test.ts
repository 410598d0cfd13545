import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNumberKey, hashKey, isServiceKey, NO_NUMBER, numberKey, numberText, ODD_BASE } from './numberKey.ts';
import { OddNumbers } from './oddNumbers.ts';

const encoder = new TextEncoder();

function keyOf(text: string, odd = new OddNumbers()): number {
  const bytes = encoder.encode(`,${text},`);
  return numberKey(bytes, 1, bytes.length - 1, odd);
}

/** How a number is shown after it has been read. */
function folded(text: string): string {
  const odd = new OddNumbers();
  const key = keyOf(text, odd);
  return key === NO_NUMBER ? '' : numberText(key, odd);
}

const digit = fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
const digitString = (min: number, max: number) => fc.string({ unit: digit, minLength: min, maxLength: max });
/** Digits that mean only themselves: no prefix of another country or of China. */
const plainDigits = digitString(1, 15).filter((text) => !(text.length > 8 && text.startsWith('00')) && !text.startsWith('86'));

describe('A number', () => {
  it('of up to 15 digits is shown as it was written, with its leading zeros', () => {
    fc.assert(fc.property(plainDigits, (text) => {
      expect(folded(text)).toBe(text);
    }));
  });

  it('has one key, and two numbers have two', () => {
    fc.assert(fc.property(fc.array(fc.oneof(plainDigits, plainDigits.map((text) => `+${text}`), fc.string({ maxLength: 20 })), { maxLength: 20 }), (texts) => {
      const odd = new OddNumbers();
      const keys = new Map<number, string>();
      for (const text of texts) {
        const key = keyOf(text, odd);
        if (key === NO_NUMBER) continue;
        const shown = numberText(key, odd);
        expect(keys.get(key) ?? shown).toBe(shown);
        keys.set(key, shown);
      }
      expect(new Set(keys.values()).size).toBe(keys.size);
    }));
  });

  it('read again from what is shown has the same key', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ maxLength: 24 }), fc.string({ unit: fc.oneof(digit, fc.constantFrom('+', '-', '(', ')', ' ', '.', "'", '"', '8', '6')), maxLength: 24 }), digitString(1, 30), digitString(1, 30).map((text) => `+${text}`)), (text) => {
      const odd = new OddNumbers();
      const key = keyOf(text, odd);
      fc.pre(key !== NO_NUMBER);
      expect(keyOf(numberText(key, odd), odd)).toBe(key);
      expect(findNumberKey(numberText(key, odd), odd)).toBe(key);
    }), { numRuns: 1000 });
  });

  it('is exact: keys are integers below 2^53, and odd ones come after all others', () => {
    fc.assert(fc.property(fc.oneof(digitString(1, 16), digitString(1, 16).map((text) => `+${text}`), fc.string({ maxLength: 20 })), (text) => {
      const key = keyOf(text);
      expect(Number.isSafeInteger(key)).toBe(true);
      expect(key >= ODD_BASE).toBe(!/^(\+?[0-9]+)?$/.test(folded(text)) || folded(text).replace('+', '').length > 15);
    }));
  });

  it('does not change with the marks that people put into it', () => {
    const mark = fc.constantFrom('', '', '', ' ', '-', '(', ')', '.', '\t');
    fc.assert(fc.property(fc.boolean(), digitString(2, 20), fc.array(mark, { minLength: 21, maxLength: 21 }), fc.constantFrom('', "'", '"', ' '), (hasPlus, text, marks, around) => {
      // 138….00 is what a spreadsheet makes of a number, so a mark before nothing but zeros is another matter.
      const marked = Array.from(text, (digit, at) => (at === 0 || /^0+$/.test(text.slice(at)) ? digit : marks[at]! + digit)).join('');
      const plus = hasPlus ? '+' : '';
      expect(folded(around + plus + marked + around)).toBe(folded(plus + text));
    }), { numRuns: 1000 });
  });

  it.each([
    ['13812345678', '13812345678'], ['+8613812345678', '13812345678'], ['8613812345678', '13812345678'], ['008613812345678', '13812345678'], ['+86 138-1234-5678', '13812345678'], ["'13812345678'", '13812345678'], ['13812345678.0', '13812345678'], ['(+86) 13812345678', '13812345678'],
    ['+861062345678', '01062345678'], ['00861062345678', '01062345678'], ['+8601062345678', '01062345678'], ['+8695588', '95588'], ['+864008123123', '4008123123'], ['+8610086', '10086'], ['010-62345678', '01062345678'],
    ['+447700900123', '+447700900123'], ['00447700900123', '+447700900123'], ['+1 (202) 555-0123', '+12025550123'], ['044', '044'], ['44', '44'], ['0044', '0044'], ['0', '0'], ['56', '56'], ['110', '110'], ['*100#', '*100#'], ['AD-Airtel-S', 'AD-Airtel-S'],
    ['123456789012345678', '123456789012345678'], ['1234567890123456', '1234567890123456'], ['1234-5678-9012-3456', '1234567890123456'], ['', ''], [' ', ''], ['-', ''], ["''", ''], ['张三', '张三'], ['8612345', '8612345'], ['+86', '+86'],
    ['1.38E+10', ''], ['8.61e+12', ''], ['1.3812345678E+10', '13812345678'], ['1.38123456780E+10', '13812345678'], ['12E+3', '12E+3'], ['a1e+05', 'a1e+05'],
    ['13812345678.00', '13812345678'], ['17711930754.000000', '17711930754'], ['+86 13812345678.00', '13812345678'], ['10086.00', '10086'], ['110.00', '110'], ['06.12.34.56.00', '0612345600'], ['555.0000', '5550000'], ['0412.000', '0412000'],
    ['1795115012482398', '15012482398'], ['12593 13910000000', '13910000000'], ['17911-01062345678', '01062345678'], ['17909075512345678', '075512345678'], ['10193031212345', '10193031212345'], ['179510312123456', '0312123456'], ['179511234567890', '179511234567890'], ['1795112012345678', '1795112012345678'], ['1795213812345678', '1795213812345678'], ['17951', '17951'], ['17951008613812345678', '17951008613812345678'],
    ['*31#17712068665', '17712068665'], ['#31#17712068665', '17712068665'], ['*67 (202) 555-0123', '2025550123'], ['*82+12025550123', '+12025550123'], ['*31#1795113812345678', '13812345678'], ['*31#', '*31#'], ['*67', '*67'], ['*8212', '*8212'], ['*31#Bob', '*31#Bob'],
    ['15811103288F', '15811103288'], ['10086F', '10086'], ['8615811103288FFF', '15811103288'], ['158111032880F', '158111032880F'], ['1234567F', '1234567F'], ['15811103288f', '15811103288f'], ['15811103288F1', '15811103288F1'],
    ['Line 3 (101)', 'Line 3 (101)'], ['(x)', 'x'],
  ])('written “%s” is %s', (text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  it('searched for in any spelling is found', () => {
    const odd = new OddNumbers();
    const key = keyOf('13812345678', odd);
    for (const text of ['13812345678', '+86 138 1234 5678', ' 8613812345678 ', '１３８１２３４５６７８']) expect(findNumberKey(text, odd)).toBe(key);
    const name = keyOf('AD-Airtel-S', odd);
    expect(findNumberKey('AD-Airtel-S', odd)).toBe(name);
    expect(findNumberKey('VM-Airtel-S', odd)).toBe(NO_NUMBER);
    expect(findNumberKey('', odd)).toBe(NO_NUMBER);
  });
});

describe('The key of a service', () => {
  it('has up to eight digits or begins with 106', () => {
    const digits = fc.stringMatching(/^(106|10[57])?\d{0,12}$/).filter((text) => text !== '');
    fc.assert(fc.property(digits, (text) => {
      expect(isServiceKey(Number(`1${text}`))).toBe(text.length <= 8 || text.startsWith('106'));
    }));
  });
});

describe('The hash of a key', () => {
  it('spreads neighbouring numbers evenly over partitions and tables', () => {
    const byTop = new Uint32Array(64);
    const byBottom = new Uint32Array(64);
    const count = 64_000;
    for (let at = 0; at < count; at++) {
      const hash = hashKey(1e11 + 13_812_340_000 + at);
      byTop[hash >>> 26]!++;
      byBottom[hash & 63]!++;
    }
    // 1000 expected each; six standard deviations of a binomial are 190.
    for (const counts of [byTop, byBottom]) for (const each of counts) expect(Math.abs(each - 1000)).toBeLessThan(190);
  });
});
