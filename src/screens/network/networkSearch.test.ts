import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { pairId } from '../../views/linkGraph/linkGraphModel.ts';
import { formatNumbers, parseNumbers } from '../../state/numberList.ts';
import { parseLink, parseNetworkSearch } from './networkSearch.ts';

const number = fc.string({ minLength: 1, maxLength: 12 }).map((text) => text.trim()).filter((text) => text !== '');

test('a link to a network opens the same numbers, whatever they are written like', () => {
  fc.assert(
    fc.property(fc.uniqueArray(number, { maxLength: 8 }), (numbers) => {
      expect(parseNumbers(formatNumbers(numbers))).toEqual(numbers);
    }),
  );
});

test('a link to a chosen link finds the same two numbers in either order', () => {
  fc.assert(
    fc.property(number, number, (a, b) => {
      expect(parseLink(formatNumbers([a, b]))).toBe(pairId(b, a));
      expect(parseLink(formatNumbers([a, a]))).toBe(pairId(a, a));
    }),
  );
});

test('a mangled link still opens, without the parts that cannot be read', () => {
  expect(parseNetworkSearch({ focus: 13812345678, each: '-3', off: 'low,nonsense', min: 'many', view: 'chart', link: '' })).toEqual({ focus: '13812345678', off: 'low' });
  expect(parseLink('110')).toBeNull();
});
