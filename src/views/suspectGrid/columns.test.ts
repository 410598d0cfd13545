import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnIds, columns, fitColumns, parseColumnWidths } from './columns.ts';

const ids = (availablePx: number) => fitColumns(availablePx, {}).map(({ id }) => id);

describe('the queue\'s columns', () => {
  it('are all there on a wide screen', () => {
    expect(ids(1200)).toEqual([...columnIds]);
  });

  it('give way by priority on a narrow one: the weeks first, the score and the number never', () => {
    expect(ids(776)).toEqual(['pick', 'score', 'number', 'why', 'lastSeen', 'status']);
    expect(ids(450)).toEqual(['pick', 'score', 'number', 'why']);
    expect(ids(120)).toEqual(['score', 'number']);
  });

  it('always fill the width exactly and are never clipped, whatever the user set', () => {
    const widths = fc.dictionary(fc.constantFrom(...columnIds), fc.oneof(fc.integer({ min: -100, max: 5000 }), fc.constant(NaN))).map(parseColumnWidths);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), widths, (availablePx, set) => {
        const fitted = fitColumns(availablePx, set);
        expect(fitted.reduce((sum, { widthPx }) => sum + widthPx, 0)).toBeCloseTo(availablePx, 6);
        const narrower = fitted.filter(({ id, widthPx }) => widthPx < columns[id].minPx);
        expect(fitted.length > 2 ? narrower : []).toEqual([]);
      }),
    );
  });

  it('forget stored widths that make no sense', () => {
    expect(parseColumnWidths({ score: 100, number: 'wide', pick: 300, what: 3, status: Infinity, imeis: 1e9 })).toEqual({ score: 100, imeis: 160 });
    expect(parseColumnWidths(null)).toEqual({});
    expect(parseColumnWidths('x')).toEqual({});
  });
});
