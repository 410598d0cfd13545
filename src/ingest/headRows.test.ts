import { describe, expect, it } from 'vitest';
import { HeadText, splitHead } from './headRows.ts';

const words = ['成都', 'é', '😀 a', 'plain', '', '\ufeffx'];

describe('the rows of a head', () => {
  // Of rows with one byte more each, some character lies across every place at which the text is cut.
  it.each([0, 1, 2, 3])('are the cells as they were written, wherever pieces end (%i bytes before)', (before) => {
    const rows = Array.from({ length: 6000 }, (_, row) => [String(row), words[row % words.length]!, `省${'长'.repeat(row % 7)}`, words[(row + 3) % words.length]!]);
    rows[0]![0] = 'x'.repeat(before + 1);
    const utf8 = new TextEncoder().encode(rows.map((cells) => cells.join(',')).join('\n'));
    const trimmed = rows.map((cells, row) => ({ line: row + 1, cells: cells.map((cell) => cell.trim()) }));
    expect(splitHead(utf8, ',', Infinity)).toEqual(trimmed);
  });

  it('are as many as are asked for, whatever was asked for before', () => {
    const text = new HeadText(new TextEncoder().encode('a;1\nb;2\nc;3\n'));
    const firsts = (limit: number) => text.rows(';', limit).map(({ cells }) => cells[0]);
    expect([firsts(2), firsts(3), firsts(1)]).toEqual([['a', 'b'], ['a', 'b', 'c'], ['a']]);
    expect(text.rows(',', 2).map(({ cells }) => cells)).toEqual([['a;1'], ['b;2']]);
  });
});
