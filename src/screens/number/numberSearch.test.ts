import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSearchText, parseSearchText } from '../../state/search.ts';
import { asksForRecords, filterOf, parseNumberSearch } from './numberSearch.ts';
import type { NumberSearch } from './numberSearch.ts';

const someText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const search: fc.Arbitrary<NumberSearch> = fc.record({
  other: someText,
  hour: fc.integer({ min: 0, max: 167 }),
  day: fc.constantFrom('2016-06-07', '2024-02-29'),
  imei: someText,
  cell: someText,
  since: fc.constantFrom('2016-06-07T00:00:00', '2024-02-29T23:59:59'),
  until: fc.constantFrom('2024-03-01T12:00:01'),
  stay: fc.nat(100_000),
  stays: fc.constant('fast'),
  record: fc.nat(100_000),
  contact: fc.nat(100_000),
  by: fc.constantFrom('seconds', 'first'),
  why: fc.constantFrom('calls_per_contact', 'burner'),
}, { requiredKeys: [] });

describe('a link to a dossier', () => {
  it('opens on the same records that it was copied from', () => {
    fc.assert(fc.property(search, (shown) => {
      expect(parseNumberSearch(parseSearchText(formatSearchText({ ...shown })))).toEqual(shown);
    }));
  });

  it('that was mangled shows all records rather than none', () => {
    const mangled = parseNumberSearch({ hour: '168', day: '2016-02-30', since: '2016-06-07T25:00:00', until: 'noon', stays: 'slow', record: '-5', by: 'size', why: 'guilt' });
    expect(mangled).toEqual({});
    expect(filterOf(mangled)).toEqual({ other: null, weekHour: null, day: null, imei: null, cell: null, since: null, until: null });
  });
});

it('knows a link to some of the records from one to the whole dossier', () => {
  expect(asksForRecords(parseNumberSearch({ other: '13812345678' }))).toBe(true);
  expect(asksForRecords(parseNumberSearch({ why: 'imeis' }))).toBe(true);
  expect(asksForRecords(parseNumberSearch({ contact: '15', by: 'score' }))).toBe(false);
});
