import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { communicationFields } from '../../records/communication.ts';
import { columnsToShow, fieldsOfColumn, withField } from './columnMapping.ts';
import { fieldGroups } from './fieldGroups.ts';

it('offers every field exactly once', () => {
  expect(fieldGroups.flatMap((group): readonly string[] => group.fields).toSorted()).toEqual([...communicationFields].toSorted());
});

it('puts a field to a column, and says so when a field is not to be read', () => {
  const mapping = withField({ caller: 0 }, 'callee', 2);
  expect(mapping).toEqual({ caller: 0, callee: 2 });
  expect(withField(mapping, 'callee', null)).toEqual({ caller: 0, callee: -1 });
});

it('shows every column once, those that mean something first', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...communicationFields), fc.nat(9)), fc.integer({ min: 10, max: 40 }), (mapping, count) => {
      const shown = columnsToShow(mapping, count);
      expect(shown.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
      const mapped = shown.map((column) => fieldsOfColumn(mapping, column).length > 0);
      expect(mapped.lastIndexOf(true)).toBeLessThan(mapped.includes(false) ? mapped.indexOf(false) : count);
    }),
  );
});
