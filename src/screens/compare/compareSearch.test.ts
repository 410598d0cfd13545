import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatScenes, parseCompareSearch, parseScenes, pastedNumbers } from './compareSearch.ts';

test('scenes are the same after having been in the address', () => {
  const scene = fc.record({
    cells: fc.array(fc.string({ minLength: 1, maxLength: 8 }).filter((cell) => cell === cell.trim() && cell !== ''), { minLength: 1, maxLength: 3 }),
    from: fc.constant('2026-05-01T08:00'), to: fc.constant('2026-05-01T09:30'),
  });
  fc.assert(fc.property(fc.array(scene, { minLength: 1, maxLength: 4 }), (scenes) => {
    expect(parseScenes(formatScenes(scenes))).toEqual(scenes);
  }));
  expect(parseScenes('rubbish|2026-05-01/2026-05-02/a')).toEqual([{ from: '2026-05-01', to: '2026-05-02', cells: ['a'] }]);
});

test('numbers are taken as they are pasted', () => {
  expect(pastedNumbers('138 0000 0001\n13800000002,+447700900123；"ALICE"\t\n138 0000 0001\r\n')).toEqual(['138 0000 0001', '13800000002', '+447700900123', 'ALICE']);
  expect(pastedNumbers(' \n ')).toEqual([]);
});

test('a mangled address still opens', () => {
  expect(parseCompareSearch({ ask: 'everything', cut: '2026-02-30', least: '-1', minutes: 'x', metres: '9999999' })).toEqual({});
  expect(parseCompareSearch({ ask: 'companions', minutes: '0', cut: '2026-05-01' })).toEqual({ ask: 'companions', minutes: 0, cut: '2026-05-01' });
});
