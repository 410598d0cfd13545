import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatIn, phoneText } from './format.ts';

const en = formatIn('en');
const zh = formatIn('zh');

test('a span of days names a year once, where each language expects it', () => {
  expect(en.span('2026-05-12', '2026-06-08')).toBe('12 May – 8 Jun 2026');
  expect(zh.span('2026-05-12', '2026-06-08')).toBe('2026年5月12日 – 6月8日');
  expect(en.span('2010-12-30', '2011-01-31')).toBe('30 Dec 2010 – 31 Jan 2011');
});

test('a span of one day is that day', () => {
  expect(en.span('2016-09-01', '2016-09-01')).toBe('1 Sept 2016');
  expect(zh.span('2016-09-01T06:00:12', '2016-09-01T06:29:12')).toBe('2016年9月1日');
});

test('figures in a column have the same places in each row', () => {
  expect([1.7, 1.21, 8].map(en.ratioInColumn)).toEqual(['1.70', '1.21', '8.00']);
  expect([0.9649, 0.082, 0.002, 0].map(en.shareInColumn)).toEqual(['96%', '8%', '< 1%', '0%']);
  expect([0, 0.0035].map(en.tenthsInColumn)).toEqual(['0.0%', '0.4%']);
});

test('a time is shown as it was written, whatever the zone of the browser', () => {
  expect(en.time('2026-06-07T22:10:05+08:00')).toBe('7 Jun 22:10');
  expect(en.timeWithZone('2026-06-07T22:10:05+08:00')).toBe('7 Jun 2026 22:10:05 +08:00');
});

test('a contribution shows its sign, and a small one is not shown as minus nothing', () => {
  expect(en.signed(1.26)).toBe('+1.3');
  expect(en.signed(-0.5)).toBe('−0.5');
  expect(en.signed(-0.02)).toBe('−0.02');
  expect(en.signed(-0.001)).toBe('0.00');
});

test('long counts are shortened with the unit apart', () => {
  expect(en.short(6_412_345)).toBe('6.41 M');
  expect(en.short(499_526)).toBe('500 k');
  expect(en.short(12)).toBe('12');
  expect(zh.short(6_412_345)).toBe('641万');
});

test('the words of a list are joined as each language joins them', () => {
  expect(en.list(['138 1234 5678', 'cell 3'])).toBe('138 1234 5678, cell 3');
  expect(zh.list(['138 1234 5678', '小区 3'])).toBe('138 1234 5678、小区 3');
  expect(zh.list([])).toBe('');
});

test('durations are told in the two largest units', () => {
  expect(en.duration(332)).toBe('5 min 32 s');
  expect(zh.duration(332)).toBe('5分32秒');
  expect(en.duration(90_061)).toBe('1 d 1 h');
  expect(en.duration(4.1)).toBe('4.1 s');
  expect(en.duration(0.0232)).toBe('0.02 s');
});

test.each([
  ['a mainland mobile', '13812345678', '138 1234 5678'],
  ['a landline of a three-digit area code', '01062345678', '010 6234 5678'],
  ['a landline of a four-digit area code', '075583123456', '0755 8312 3456'],
  ['a shorter one', '03142123456', '0314 212 3456'],
  ['a number that companies are rung at', '4001234567', '400 123 4567'],
  ['a number of North America', '+12025550123', '+1 202 555 0123'],
  ['a number of Hong Kong', '+85291234567', '+852 9123 4567'],
  ['a number of a country with two digits', '+447911123456', '+44 791 112 3456'],
  ['a short sender of messages', '10654624', '1065 4624'],
  ['the same service with a digit more', '106546241', '1065 4624 1'],
  ['a long sender of messages, more digits than a telephone number has', '10690123456789012', '1069 0123 4567 8901 2'],
  ['any other nine digits', '212345678', '212 345 678'],
  ['a short code', '95588', '95588'],
  ['a landline without its area code', '62345678', '62345678'],
  ['an id', '1234567890123456', '1234567890123456'],
  ['a name', 'a3f9', 'a3f9'],
])('%s, %s, is grouped as people say it', (_, number, shown) => {
  expect(phoneText(number)).toBe(shown);
});

test('grouping a number only adds single spaces between its digits, and leaves no digit alone but where a service added it', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.stringMatching(/^\d{1,15}$/), (hasPlus, digits) => {
      const number = (hasPlus ? '+' : '') + digits;
      const shown = phoneText(number);
      expect(shown.replaceAll(' ', '')).toBe(number);
      expect(shown).not.toMatch(/^ | $| {2}|\+ /);
      if (!digits.startsWith('106')) expect(shown).not.toMatch(/ \d$| \d /);
    }),
    { numRuns: 1000 },
  );
});
