import { array, assert, integer, pre, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { TableDigest } from './tableDigest.ts';

const row = tuple(integer({ min: 0, max: 2 ** 50 }), integer({ min: 0, max: 1e9 }));

function digestOf(rows: readonly (readonly number[])[]): string {
  const digest = new TableDigest();
  for (const each of rows) digest.add(...each);
  return digest.text;
}

test('tables with the same rows in any order have the same digest', () => {
  assert(property(array(row), (rows) => {
    expect(digestOf(rows.toReversed())).toBe(digestOf(rows));
  }));
});

test('a single changed value gives another digest', () => {
  assert(property(row, array(row), integer({ min: 1, max: 1e6 }), ([first, second], rest, change) => {
    expect(digestOf([[first, second + change], ...rest])).not.toBe(digestOf([[first, second], ...rest]));
  }));
});

test('two values that changed places give another digest', () => {
  assert(property(row, array(row), ([first, second], rest) => {
    pre(first !== second);
    expect(digestOf([[second, first], ...rest])).not.toBe(digestOf([[first, second], ...rest]));
  }));
});
