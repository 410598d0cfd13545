import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { closerFeatureNames } from '../featureNames.ts';
import { CloserColumns } from './closerColumns.ts';

test('few values come back as they were set, by row, by column, and after they were stored', () => {
  const setting = fc.record({ name: fc.constantFrom(...closerFeatureNames), row: fc.nat(49), value: fc.double({ noNaN: true }) });
  fc.assert(fc.property(fc.array(setting), (settings) => {
    const columns = new CloserColumns(50);
    const expected = new Map<string, number>();
    for (const { name, row, value } of settings) {
      columns.set(name, row, value);
      expected.set(`${name} ${row}`, value);
    }
    const { rows, values } = columns.export();
    for (const each of [columns, CloserColumns.from(50, rows, values)]) {
      for (const name of closerFeatureNames) {
        const column = each.column(name);
        for (let row = 0; row < 50; row++) {
          const value = expected.get(`${name} ${row}`) ?? NaN;
          expect(each.get(name, row)).toBe(value);
          expect(column[row]).toBe(value);
        }
      }
    }
  }));
});
