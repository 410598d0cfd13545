/** Rows that hold nothing but the date of those below them, which have a time of day alone: `2024-05-02,,,,`, then `08:20:35,…`. */
import type { HeadRow } from './headRows.ts';
import type { RowSplitter } from './rowSplitter.ts';

/** A date, and perhaps a weekday behind it: `2024-05-02 (Thu)`, 2024年5月2日星期四. */
const DATE = /^'?(\d{2,4}[-/.年]\d{1,2}[-/.月]\d{1,4}日?)(,?\s*[(（]?\p{L}[\p{L}\p{M}]{0,11}\.?[)）]?)?'?$/u;
const CLOCK = /^'?\d{1,2}[:：]\d{2}([:：]\d{2})?'?$/;
const SPACE = 32;

const isFigure = (byte: number) => byte >= 48 && byte <= 57;

const filledOf = ({ cells }: HeadRow) => cells.filter((cell) => cell !== '');

const isDayRow = (filled: readonly string[]) => filled.length === 1 && DATE.test(filled[0]!);

/** Whether the rows of a table have times of day in their column of times, and rows of dates between them. @param column of the times */
export function haveDayRows(rows: readonly HeadRow[], column: number | undefined): boolean {
  if (column === undefined || !rows.some((row) => isDayRow(filledOf(row)))) return false;
  const times = rows.map(({ cells }) => cells[column] ?? '').filter((cell) => cell !== '' && !DATE.test(cell));
  return times.length > 0 && times.every((time) => CLOCK.test(time));
}

/** The date of the rows at hand, in the bytes of the file. */
export class DayRows {
  readonly #decoder: TextDecoder;
  /** Bytes of 年, 月 and 日. */
  readonly #signBytes: number;
  #day = new Uint8Array(0);

  constructor(isGb18030: boolean) {
    this.#decoder = new TextDecoder(isGb18030 ? 'gb18030' : 'utf-8');
    this.#signBytes = isGb18030 ? 2 : 3;
  }

  /** Takes the date of a row that holds nothing else. @returns false for any other row */
  take(bytes: Uint8Array, cells: number, { starts, ends }: RowSplitter): boolean {
    let only = -1;
    for (let cell = 0; cell < Math.min(cells, starts.length); cell++) {
      let at = starts[cell]!;
      while (at < ends[cell]! && bytes[at]! <= SPACE) at++;
      if (at === ends[cell]!) continue;
      if (only >= 0) return false;
      only = cell;
    }
    if (only < 0) return false;
    const cell = bytes.subarray(starts[only], ends[only]);
    const date = DATE.exec(this.#decoder.decode(cell).trim())?.[1];
    if (date === undefined) return false;
    // Without the weekday.
    const start = cell.findIndex(isFigure);
    const signs = date.replace(/[ -~]/g, '').length;
    this.#day = cell.slice(start, start + date.length + signs * (this.#signBytes - 1));
    return true;
  }

  /** The date and a time of day, as one cell. */
  join(bytes: Uint8Array, start: number, end: number): Uint8Array {
    const whole = new Uint8Array(this.#day.length + 1 + end - start);
    whole.set(this.#day);
    whole[this.#day.length] = SPACE;
    whole.set(bytes.subarray(start, end), this.#day.length + 1);
    return whole;
  }
}
