import { array, assert, constantFrom, dictionary, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { formatSearchText, parseCount, parseListOf, parseSearchText, parseSharedSearch } from './search.ts';

test('a link says its days and detectors in plain text', () => {
  expect(formatSearchText({ from: '2026-05-12', det: 'burner,simBox' })).toBe('?from=2026-05-12&det=burner,simBox');
  expect(formatSearchText({})).toBe('');
  expect(formatSearchText({ sel: undefined, q: '' })).toBe('');
});

test('a number keeps its plus sign, zeros and length through a link', () => {
  for (const sel of ['+8613812345678', '0044', '007', '1e5', '*100#', 'true', 'null', '"a"']) {
    expect(parseSearchText(formatSearchText({ sel }))).toEqual({ sel });
  }
});

test('whatever text stands in the search comes back as it was', () => {
  const texts = dictionary(string({ minLength: 1 }).filter((key) => key !== '__proto__'), string({ minLength: 1, unit: 'grapheme' }));
  assert(
    property(texts, (search) => {
      expect(parseSearchText(formatSearchText(search))).toEqual(search);
    }),
  );
});

test('a mangled link opens with what of it is right', () => {
  expect(parseSharedSearch(parseSearchText('?from=2026-13-45&to=2026-06-08&sel=&source=%zz&x=1'))).toEqual({ to: '2026-06-08', source: '%zz' });
  expect(parseCount('-3', 10)).toBeUndefined();
  expect(parseCount('1.5', 10)).toBeUndefined();
  expect(parseCount('7', 10)).toBe(7);
});

test('a list keeps only what it may hold, in the order of its own', () => {
  const allowed = ['bulkCaller', 'simBox', 'burner'] as const;
  assert(
    property(array(constantFrom(...allowed, 'nonsense', '')), (wanted) => {
      expect(parseListOf(wanted.join(','), allowed)).toEqual(allowed.filter((id) => wanted.includes(id)));
    }),
  );
});
