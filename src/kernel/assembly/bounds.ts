/** Where the text of a cell begins and ends: `src/ingest/cellBounds.ts` for the kernel. The result is left in the two globals. */

export let trimmedStart: usize = 0;
export let trimmedEnd: usize = 0;

/** Takes off blanks, a spreadsheet's `'…'` and its `="…"`. */
export function trimCell(start: usize, end: usize): void {
  let from = start;
  let to = end;
  while (from < to && load<u8>(from) <= 32) from++;
  while (to > from && load<u8>(to - 1) <= 32) to--;
  if (to - from >= 3 && load<u8>(from) == 61 && load<u8>(from + 1) == 34 && load<u8>(to - 1) == 34) {
    from += 2;
    to--;
  } else if (from < to && load<u8>(from) == 39) {
    from++;
    if (to > from && load<u8>(to - 1) == 39) to--;
  }
  while (from < to && load<u8>(from) <= 32) from++;
  while (to > from && load<u8>(to - 1) <= 32) to--;
  trimmedStart = from;
  trimmedEnd = to;
}
