import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { RecordRow } from '../../analysis/answers.ts';
import { recordsCsv } from './recordsCsv.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const row: fc.Arbitrary<RecordRow> = fc.record({
  at: fc.constant('2016-09-01T06:01:12+08:00'),
  direction: fc.constantFrom('out', 'in'),
  type: fc.constantFrom('call', 'text'),
  other: text,
  durationS: fc.option(fc.nat(10_000)),
  answered: fc.option(fc.boolean()),
  imei: fc.option(text),
  imsi: fc.option(text),
  cell: fc.option(text),
  file: text,
  line: fc.nat(),
});

describe('records copied as CSV', () => {
  it('read back as they were, whatever quotes, commas and line ends they hold', () => {
    fc.assert(fc.property(fc.array(row, { maxLength: 10 }), (rows) => {
      const { data } = Papa.parse<string[]>(recordsCsv('13812345678', rows), { newline: '\r\n', skipEmptyLines: true });
      expect(data.length).toBe(rows.length + 1);
      for (const [i, { other, cell, file, line }] of rows.entries()) {
        const read = data[i + 1];
        const asWritten = [other, cell ?? '', file, String(line)];
        const guarded = asWritten.map((field) => (/^[=@\t\r+-]/.test(field) && !/^[+-]\d+$/.test(field) ? `'${field}` : field));
        expect([read?.[4], read?.[9], read?.[10], read?.[11]]).toEqual(guarded);
      }
    }));
  });
});
