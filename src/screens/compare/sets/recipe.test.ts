import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { setOf } from '../../../records/fixtures/setOf.ts';
import { keysOf } from '../../../records/numberSet.ts';
import { evaluateSets } from '../../../analysis/sets/evaluateSets.ts';
import { isSetName, parseSetExpression } from '../../../analysis/sets/setExpression.ts';
import { formatSearchText, parseSearchText } from '../../../state/search.ts';
import type { SetContent } from './recipe.ts';
import { formatSets, freeName, mostSets, parseSets, quickExpression } from './recipe.ts';

const texts = fc.string({ minLength: 1, unit: 'grapheme' }).map((text) => text.trim()).filter((text) => text !== '');
const contents: fc.Arbitrary<SetContent> = fc.oneof(
  fc.record({ is: fc.constant('numbers' as const), numbers: fc.uniqueArray(texts) }),
  fc.record({ is: fc.constant('kept' as const), id: fc.stringMatching(/^[\w-]{1,20}$/), label: fc.string(), count: fc.nat() }),
  fc.constant({ is: 'group' as const }),
  fc.record({ is: fc.constant('list' as const), role: fc.constantFrom('seized' as const, 'leftAlone' as const), name: fc.string({ minLength: 1 }) }),
  fc.record({ is: fc.constant('scene' as const), metres: fc.nat(100_000), scene: fc.record({ cells: fc.array(texts, { minLength: 1 }), from: fc.constant('2026-05-01T10:00'), to: fc.constant('2026-05-01T12:00') }) }),
  fc.record({ is: fc.constant('devices' as const), devices: fc.uniqueArray(texts, { minLength: 1 }) }),
  fc.record({ is: fc.constant('suspects' as const), minScore: fc.nat(100), detectors: fc.subarray(['bulkCaller' as const, 'simBox' as const]) }),
);

test('whatever sets are made of comes back from a link as it was', () => {
  const names = fc.stringMatching(/^[A-Z_名][\w.]{0,5}$/).filter(isSetName);
  fc.assert(fc.property(fc.uniqueArray(fc.record({ name: names, content: contents }), { maxLength: mostSets, selector: ({ name }) => name }), (sets) => {
    expect(parseSets(parseSearchText(formatSearchText({ sets: formatSets(sets) }))['sets'])).toEqual(sets);
  }));
});

test('a mangled link keeps the sets that are right', () => {
  expect(parseSets('A:numbers:1,2|B:scene:0:nonsense|A:group|C C:group|D:kept:../x:3:y|E:suspects:50:simBox,nonsense|F')).toEqual([
    { name: 'A', content: { is: 'numbers', numbers: ['1', '2'] } }, { name: 'E', content: { is: 'suspects', minScore: 50, detectors: ['simBox'] } },
  ]);
});

test('quick expressions mean what they are called', () => {
  fc.assert(fc.property(fc.array(fc.uniqueArray(fc.nat(8)), { minLength: 1, maxLength: 4 }), (lists) => {
    const named = lists.map((list, i) => [String.fromCharCode(65 + i), list] as const);
    const names = named.map(([name]) => name);
    const found = (way: Parameters<typeof quickExpression>[0]) =>
      [...keysOf(evaluateSets(parseSetExpression(quickExpression(way, names), new Set(names)), new Map(named.map(([name, list]) => [name, setOf(list)]))))];
    const many = (number: number) => lists.filter((list) => list.includes(number)).length;
    const all = [...new Set(lists.flat())].toSorted((a, b) => a - b);
    expect(found('any')).toEqual(all);
    expect(found('all')).toEqual(all.filter((number) => many(number) === lists.length));
    expect(found('onlyFirst')).toEqual(all.filter((number) => many(number) === 1 && lists[0]!.includes(number)));
    if (lists.length > 1) expect(found('atLeastTwo')).toEqual(all.filter((number) => many(number) >= 2));
  }));
});

test('a new set takes the first free letter', () => {
  expect(freeName([])).toBe('A');
  expect(freeName([{ name: 'A', content: { is: 'group' } }, { name: 'C', content: { is: 'group' } }])).toBe('B');
});
