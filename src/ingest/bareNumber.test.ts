import { describe, expect, it } from 'vitest';
import { bareNumber, mayHoldMore } from './bareNumber.ts';

const mayHold = (text: string) => {
  const bytes = new TextEncoder().encode(text);
  return mayHoldMore(bytes, 0, bytes.length);
};

describe('The number in a cell', () => {
  it.each([
    ['tel:+8613800000001', '+8613800000001'], ['sip:1001@pbx.local;user=phone', '1001'], ['"Bob" <1001>', '1001'], ['07082149181<07082149181>', '07082149181'], ['Alice<1001>', '1001'], ['Alice (101)', '101'], ['Front desk (+44 20 7946 0000)', '+44 20 7946 0000'],
    ['张三(13800138000)', '13800138000'], ['5511941056114@s.whatsapp.net', '5511941056114'], ['5511941056114:12@s.whatsapp.net', '5511941056114'], ['+5511941056114@c.us', '+5511941056114'], ['From: +13125558888 Bob', '+13125558888'], ['To: 6468195727 Al\nFrom: 13125550522 (owner)', '6468195727'], ['从: 13800138000 张三\n到: 13900001111 (机主)', '13800138000'],
    ['Ext. 101 (101)', '101'], ['Shop 24 (13800138000)', '13800138000'], ['老王 1\n+86 139-1013-7911', '+86 139-1013-7911'], ['+49 170 1234567\r\nAnna 2', '+49 170 1234567'], ['中国移动\n10086', '10086'],
  ])('%s is %s', (text, number) => {
    expect([bareNumber(text), mayHold(text) || /[\u0080-\uffff]/.test(text)]).toEqual([number, true]);
  });

  it.each([['Room 12 (2)'], ['Alice (2)'], ['Line 3 (101)'], ['bob@example.org'], ['1001@pbx'], ['2024-05-01 call'], ['AD-Airtel-S'], ['Wang (85)'], ['Anna (1990)'], ['张三(2001)'], ['Anna (2024-01-05)'], ['Anna (05.01.2024)'], ['Room 12 (2024-01-05)'], ['Anna\n1990'], ['Anna\n13800138000\n13900139000'], ['Anna 1\n2024-05-01']])('%s is the whole of it', (text) => {
    expect(bareNumber(text)).toBe(text);
  });

  it.each(['a', '(', ' ', '1', 'a (', 'a 1', '\n', '1\n', 'a\n'])('is looked for in a cell of 100 KB of %j without going through it again and again', (part) => {
    const text = part.repeat(100_000);
    expect(bareNumber(text)).toBe(text);
  });

  it('is not looked for in plain digits, however they are spelled', () => {
    expect(['(312) 555-1212', '+86 138 0000 0001', '13800000001', 'AD-Airtel-S'].map(mayHold)).toEqual([false, false, false, false]);
  });
});
