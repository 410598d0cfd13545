/** Where the text of a cell begins and ends, and whether there is any. */

/** Bounds of the text of a cell, without what `trimCell` took off. */
export interface Trimmed {
  start: number;
  end: number;
}

/** Takes off blanks, a spreadsheet's `'…'` and its `="…"`, and the ` that payment services put before digits. The result is left in `into`. */
export function trimCell(bytes: Uint8Array, start: number, end: number, into: Trimmed): void {
  let from = start;
  let to = end;
  while (from < to && bytes[from]! <= 32) from++;
  while (to > from && bytes[to - 1]! <= 32) to--;
  if (to - from >= 3 && bytes[from] === 61 && bytes[from + 1] === 34 && bytes[to - 1] === 34) {
    from += 2;
    to--;
  } else if (from < to && bytes[from] === 39) {
    from++;
    if (to > from && bytes[to - 1] === 39) to--;
  } else if (from < to && bytes[from] === 96) from++;
  while (from < to && bytes[from]! <= 32) from++;
  while (to > from && bytes[to - 1]! <= 32) to--;
  into.start = from;
  into.end = to;
}

const NOTHING: ReadonlySet<string> = new Set(['null', '(null)', '<null>', 'none', 'nil', 'nan', 'n/a', 'na', '\\n', '#n/a', '<na>']);
const LONGEST_NOTHING = 6;

/** True for `-`, `--`, `null` and their like: people's ways to write nothing. The cell is trimmed and not empty. */
export function isNothing(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start]!;
  if (first >= 48 && first <= 57) return false;
  let at = start;
  while (at < end && (bytes[at] === 45 || bytes[at] === 46 || bytes[at] === 47 || bytes[at]! <= 32)) at++;
  if (at === end) return true;
  if (at > start || end - start > LONGEST_NOTHING) return false;
  let word = '';
  for (; at < end; at++) word += String.fromCharCode(bytes[at]!);
  return NOTHING.has(word.toLowerCase());
}

export function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at]! >= 128) return false;
  return true;
}
