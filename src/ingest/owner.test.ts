import { describe, expect, it } from 'vitest';
import { findOwner } from './owner.ts';

describe('The owner of a file', () => {
  it.each([['bill_13812345678_202605.csv', '13812345678'], ['Anna.csv', 'Anna'], ['unknown.csv', 'unknown.csv'], ['匿名.csv', '匿名.csv']])('of the name %s is %s', (fileName, owner) => {
    expect(findOwner([], fileName)).toBe(owner);
  });
});
