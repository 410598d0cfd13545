import { expect, test } from 'vitest';
import { apart, moveMarks, radiusOf, siteMarks, widthOf } from './mapMarks.ts';

const seen = { place: null, country: null, nights: 0, workdays: 0, first: '2026-06-01T08:00:00+08:00', last: '2026-06-01T08:00:00+08:00', at: 0 };
const place = { cell: 'a', place: null, cells: 1, records: 1, nights: 0, workdays: 0 };

test('the sectors of a site are one circle, and cells without coordinates none', () => {
  const sites = siteMarks([
    { ...seen, cell: 'a', latitude: 30, longitude: 104, records: 2 }, { ...seen, cell: 'b', latitude: 31, longitude: 104, records: 9 },
    { ...seen, cell: 'c', latitude: 30, longitude: 104, records: 5 }, { ...seen, cell: 'd', latitude: null, longitude: null, records: 50 },
  ]);
  expect(sites.map(({ cells, records }) => [cells.map(({ cell }) => cell).join(), records])).toEqual([['b', 9], ['a,c', 7]]);
});

test('a circle of four times the records is twice as wide', () => {
  expect(radiusOf(100, 100)).toBeCloseTo(2 * radiusOf(25, 100), 9);
  expect(radiusOf(0, 100)).toBeGreaterThan(0);
});

test('moves to a place that stands nowhere on the map are not drawn', () => {
  const places = [{ ...place, latitude: 30, longitude: 104 }, { ...place, latitude: null, longitude: null }, { ...place, latitude: 31, longitude: 104 }];
  const moves = moveMarks({ places, moves: [{ from: 0, to: 1, times: 5, impossible: 0 }, { from: 0, to: 2, times: 1, impossible: 1 }] });
  expect(moves.map(({ from, to }) => [from.at, to.at])).toEqual([[0, 2]]);
});

test('an impossible move is drawn over the others, and wider', () => {
  const places = [{ ...place, latitude: 30, longitude: 104 }, { ...place, latitude: 40, longitude: 116 }];
  const moves = moveMarks({ places, moves: [{ from: 0, to: 1, times: 1, impossible: 1 }, { from: 1, to: 0, times: 500, impossible: 0 }] });
  expect(moves.map(({ impossible }) => impossible)).toEqual([0, 1]);
  expect(widthOf(moves[1]!)).toBeGreaterThan(widthOf(moves[0]!));
});

test('labels keep out of each other’s way, and a name is written once', () => {
  const label = (text: string, x: number, y: number, name = '') => ({ text, x, y, name });
  const kept = apart([label('home', 100, 100), label('day', 104, 104), label('成都', 300, 100, '成都'), label('成都', 300, 200, '成都'), label('德阳', 300, 220, '德阳')]);
  expect(kept.map(({ text, y }) => `${text} ${y}`)).toEqual(['home 100', '成都 100', '德阳 220']);
});
