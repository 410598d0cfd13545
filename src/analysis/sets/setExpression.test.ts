import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setOf } from '../../records/fixtures/setOf.ts';
import { keysOf } from '../../records/numberSet.ts';
import type { SetExpression } from './setExpression.ts';
import { evaluateSets } from './evaluateSets.ts';
import { parseSetExpression, SetExpressionError } from './setExpression.ts';

const plain = new Map([['A', new Set([1, 2, 3, 4])], ['B', new Set([3, 4, 5, 6])], ['名单', new Set([2, 4, 6, 8])], ['d_1', new Set<number>()]]);
const sets = new Map([...plain].map(([name, set]) => [name, setOf(set)]));
const names = new Set(plain.keys());
const numbersOf = (text: string) => [...keysOf(evaluateSets(parseSetExpression(text, names), sets))];

function faultOf(text: string) {
  try {
    parseSetExpression(text, names);
    return null;
  } catch (error) {
    return error instanceof SetExpressionError ? [error.fault.column, error.fault.code] : error;
  }
}

const keeps: Readonly<Record<string, (a: boolean, b: boolean) => boolean>> = { '&': (a, b) => a && b, '|': (a, b) => a || b, '-': (a, b) => a && !b, '^': (a, b) => a !== b };

/** An expression with every bracket written, and what it means. */
const trees = fc.letrec<{ tree: { text: string; value: Set<number> } }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(...plain).map(([name, value]) => ({ text: name, value })),
    fc.tuple(tie('tree'), fc.constantFrom('&', '|', '-', '^'), tie('tree'), fc.constantFrom('', ' ', '  ')).map(([a, sign, b, blank]) => ({
      text: `(${a.text}${blank}${sign}${blank}${b.text})`,
      value: new Set([...a.value, ...b.value].filter((key) => keeps[sign]!(a.value.has(key), b.value.has(key)))),
    })),
  ),
})).tree;

function written(expression: SetExpression): string {
  return 'set' in expression ? expression.set : `(${written(expression.left)}${expression.operation}${written(expression.right)})`;
}

describe('set algebra', () => {
  it('means what its brackets say', () => {
    fc.assert(fc.property(trees, ({ text, value }) => {
      expect(numbersOf(text)).toEqual([...value].toSorted((a, b) => a - b));
    }));
  });

  it.each([
    ['A & B - 名单', '(A&(B-名单))'], ['A - B & 名单', '((A-B)&名单)'], ['A | B & 名单 ^ d_1', '(A|((B&名单)^d_1))'], ['A - B - 名单', '((A-B)-名单)'],
    ['(A | B) - 名单', '((A|B)-名单)'], ['A∩B∪名单∖d_1', '((A&B)|(名单-d_1))'], ['（A｜B）＆名单', '((A|B)&名单)'],
  ])('reads %s as %s', (text, meaning) => {
    expect(written(parseSetExpression(text, names))).toBe(meaning);
  });

  it.each([
    ['', 1, 'expectedSet'], ['   ', 4, 'expectedSet'], ['A &', 4, 'expectedSet'], ['A & & B', 5, 'expectedSet'], ['A B', 3, 'expectedOperator'], ['(A & B', 1, 'unclosed'],
    ['A & B)', 6, 'unopened'], ['A & Z', 5, 'unknownSet'], ['A + B', 3, 'strangeCharacter'], ['()', 2, 'expectedSet'], ['名单 & ?', 6, 'strangeCharacter'], ['(A B)', 4, 'expectedOperator'],
    ['('.repeat(5000), 202, 'tooDeep'],
  ])('says where %j is wrong', (text, column, code) => {
    expect(faultOf(text)).toEqual([column, code]);
  });

  it('never fails but with a place in the text', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('A', 'B', ' ', '&', '|', '-', '^', '(', ')', '名', '5', '\u0301') }), (text) => {
      const found = faultOf(text);
      if (found === null) return;
      expect(found).toHaveLength(2);
      expect((found as [number, string])[0]).toBeGreaterThanOrEqual(1);
      expect((found as [number, string])[0]).toBeLessThanOrEqual(Array.from(text).length + 1);
    }));
  });
});
