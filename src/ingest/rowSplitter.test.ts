import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText } from './fixtures/encodeText.ts';
import { RowSplitter } from './rowSplitter.ts';

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
  readonly raw: string;
}

/** All rows of some bytes, as text; a row too long has null for its cells. */
function split(bytes: Uint8Array, { cuts = [], delimiter = ',', encoding = 'utf-8', maxCells = 64, maxRowBytes = 1 << 20 }: {
  cuts?: readonly number[]; delimiter?: string; encoding?: string; maxCells?: number; maxRowBytes?: number;
} = {}): { rows: (Row | { line: number; tooLong: string })[]; line: number } {
  const rows: (Row | { line: number; tooLong: string })[] = [];
  const decoder = new TextDecoder(encoding);
  const raw = () => decoder.decode(splitter.raw.subarray(splitter.rawStart, splitter.rawEnd));
  const splitter: RowSplitter = new RowSplitter({
    row(from, cells) {
      const texts: string[] = [];
      for (let cell = 0; cell < Math.min(cells, maxCells); cell++) texts.push(decoder.decode(from.subarray(splitter.starts[cell], splitter.ends[cell])));
      rows.push({ line: splitter.line, cells: texts, raw: raw() });
    },
    rowTooLong() {
      rows.push({ line: splitter.line, tooLong: raw() });
    },
  }, delimiter.charCodeAt(0), maxCells, encoding === 'gb18030', maxRowBytes);
  let at = 0;
  for (let cut = 0; at < bytes.length; cut++) {
    const length = cuts.length === 0 ? bytes.length : Math.max(1, cuts[cut % cuts.length]!);
    const chunk = bytes.slice(at, at + length);
    splitter.push(chunk);
    chunk.fill(0x22);
    at += length;
  }
  splitter.end();
  return { rows, line: splitter.line };
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const cellsOf = (text: string, options = {}) => split(bytesOf(text), options).rows.map((row) => ('cells' in row ? row.cells : null));

const cell = fc.string({ unit: fc.constantFrom('a', '1', ' ', '"', ',', '\n', '\r\n', '短', "'", '=', '\0', '\t'), maxLength: 8 });
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 });
const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
const needsQuotes = (text: string) => /["\r\n,]/.test(text);

describe('A table of cells', () => {
  it('comes back cell by cell, whatever stands in them, quoted as RFC 4180 says', () => {
    fc.assert(fc.property(table, fc.constantFrom('\n', '\r\n'), fc.boolean(), fc.infiniteStream(fc.boolean()), (rows, end, hasLastEnd, coin) => {
      const text = rows.map((cells) => cells.map((text) => (needsQuotes(text) || coin.next().value ? quote(text) : text)).join(',')).join(end) + (hasLastEnd ? end : '');
      expect(cellsOf(text)).toEqual(rows);
    }));
  });

  it('reads the same with CR, LF and CRLF, down to the line numbers', () => {
    fc.assert(fc.property(table, (rows) => {
      const lines = rows.map((cells) => cells.map((text) => text.replaceAll(/["\r\n,]/g, '')).join(','));
      const [lf, crlf, cr] = ['\n', '\r\n', '\r'].map((end) => split(bytesOf(lines.join(end) + end)));
      expect(crlf).toEqual(lf);
      expect(cr).toEqual(lf);
      expect(lf!.line).toBe(lines.length + 1);
    }));
  });

  it('says for each row on which line it begins, also where cells hold line ends', () => {
    fc.assert(fc.property(table, fc.constantFrom('\n', '\r\n', '\r'), (rows, end) => {
      let line = 1;
      const expected: number[] = [];
      const texts = rows.map((cells) => {
        expected.push(line);
        const text = cells.map(quote).join(',');
        line += (text.match(/\r\n|\r|\n/g) ?? []).length + 1;
        return text;
      });
      expect(split(bytesOf(texts.join(end) + end)).rows.map((row) => row.line)).toEqual(expected);
    }));
  });
});

const hostile = fc.array(fc.constantFrom('"', '"', ',', '\n', '\r', ' ', 'a', 'bc', '1', '""', '","', '\0', '\ufeff', '号'), { maxLength: 80 }).map((parts) => bytesOf(parts.join('')));

describe('Any bytes at all', () => {
  it('give the same rows however they are cut into chunks', () => {
    fc.assert(fc.property(hostile, fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }), (bytes, cuts) => {
      expect(split(bytes, { cuts })).toEqual(split(bytes));
    }), { numRuns: 1500 });
  });

  it('give the same rows however they are cut, also where rows are too long', () => {
    fc.assert(fc.property(hostile, fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }), fc.integer({ min: 3, max: 20 }), (bytes, cuts, maxRowBytes) => {
      expect(split(bytes, { cuts, maxRowBytes })).toEqual(split(bytes, { maxRowBytes }));
    }), { numRuns: 1500 });
  });

  it('lose nothing: the rows as they stand and the line ends between them are the whole', () => {
    fc.assert(fc.property(hostile, (bytes) => {
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      const rows = split(bytes).rows.map((row) => ('raw' in row ? row.raw : row.tooLong)).join('');
      expect(rows.replaceAll(/[\r\n\ufeff]/g, '')).toBe(text.replaceAll(/[\r\n\ufeff]/g, ''));
    }), { numRuns: 500 });
  });

  it('count lines as an editor does', () => {
    fc.assert(fc.property(hostile, (bytes) => {
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      const ends = (text.match(/\r\n|\r|\n/g) ?? []).length;
      expect(split(bytes).line).toBe(ends + (text === '' || /[\r\n]$/.test(text) ? 1 : 2));
    }), { numRuns: 500 });
  });
});

describe('Quotes', () => {
  it('may have blanks around them', () => {
    expect(cellsOf('1, "a, b" ,3\n')).toEqual([['1', 'a, b', '3']]);
  });

  it('that stand inside a quoted cell without being doubled are kept', () => {
    expect(cellsOf('"the "big" one",2\n3,4\n')).toEqual([['the "big" one', '2'], ['3', '4']]);
  });

  it('that stand in the middle of a cell are ordinary characters', () => {
    expect(cellsOf('5" pipe,6"\n1,2\n')).toEqual([['5" pipe', '6"'], ['1', '2']]);
  });

  it('that never close do not swallow the rows after them', () => {
    expect(cellsOf('1,"open,2\n3,4\n5,6\n')).toEqual([['1', '"open', '2'], ['3', '4'], ['5', '6']]);
    expect(cellsOf('1,"open,2\n"3","4"\n"5","6"\n')).toEqual([['1', '"open', '2'], ['3', '4'], ['5', '6']]);
  });

  it('that close only after a megabyte are ordinary characters', () => {
    const text = `1,"open,2\n${'3,4\n'.repeat(300_000)}5",6\n`;
    const rows = cellsOf(text);
    expect(rows).toHaveLength(300_002);
    expect(rows[0]).toEqual(['1', '"open', '2']);
    expect(rows.at(-1)).toEqual(['5"', '6']);
    expect(split(bytesOf(text), { cuts: [65_536] }).rows).toHaveLength(300_002);
  });

  it('in columns that nobody asked for still hide line ends', () => {
    expect(cellsOf('1,2,"a\nb",4\n5,6,7,8\n', { maxCells: 1 })).toEqual([['1'], ['5']]);
  });
});

describe('A line that is too long', () => {
  it('is reported once and the rows after it are read', () => {
    const bytes = bytesOf(`1,2\n${'x'.repeat(3_000_000)}\n3,4\n`);
    for (const cuts of [[], [8192], [1_000_003]]) {
      const { rows, line } = split(bytes, { cuts });
      expect(rows.map((row) => ('tooLong' in row ? row.tooLong.length : row.cells))).toEqual([['1', '2'], 1 << 20, ['3', '4']]);
      expect(line).toBe(4);
    }
  });

  it('of half a gigabyte fills no memory', () => {
    let tooLong = 0;
    const rows: number[] = [];
    const splitter: RowSplitter = new RowSplitter({ row: () => void rows.push(splitter.line), rowTooLong: () => void tooLong++ }, 44, 4, false);
    const chunk = new Uint8Array(8 << 20).fill(97);
    for (let pushed = 0; pushed < 64; pushed++) splitter.push(chunk);
    splitter.push(bytesOf('\n1,2\n'));
    splitter.end();
    expect([tooLong, rows]).toEqual([1, [2]]);
  });
});

describe('Chinese text in GBK', () => {
  it('with | for a delimiter is not cut inside a character whose second byte is |', () => {
    // 眧 is B1 7C, 倈 is 82 7C in GBK.
    const text = '眧|a倈|倈倈\n|眧|1\n';
    expect(split(encodeText(text, 'GBK'), { delimiter: '|', encoding: 'gb18030' }).rows.map((row) => ('cells' in row ? row.cells : null)))
      .toEqual([['眧', 'a倈', '倈倈'], ['', '眧', '1']]);
  });

  it('with | for a delimiter gives the cells that UTF-8 gives', () => {
    const char = fc.constantFrom('眧', '倈', '啊', '1', 'a', '||', '|', '\n', '㐂', '中');
    fc.assert(fc.property(fc.array(char, { maxLength: 30 }), (chars) => {
      const text = chars.join('');
      expect(split(encodeText(text, 'GB18030'), { delimiter: '|', encoding: 'gb18030' })).toEqual(split(bytesOf(text), { delimiter: '|' }));
    }));
  });
});
