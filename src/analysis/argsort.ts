const RADIX_BITS = 16;
const RADIX = 1 << RADIX_BITS;
/** Fewer rows are sooner compared than counted by their digits. */
const FEW = 4096;

/**
 * Rows in the order of their keys: least-significant-digit radix sort on the bits of the floats, so that a million keys
 * take tens of milliseconds. Stable: rows with equal keys keep the order they have in `base`. NaN comes last, whichever
 * the direction.
 * @param keys one float64 per row
 * @param base the rows to sort, in the order that settles ties
 */
export function argsort(keys: Float64Array, base: Uint32Array, descending: boolean): Uint32Array<ArrayBuffer> {
  let count = 0;
  const order = new Uint32Array(base.length);
  for (const row of base) if (!Number.isNaN(keys[row]!)) order[count++] = row;
  let at = count;
  if (count < base.length) for (const row of base) if (Number.isNaN(keys[row]!)) order[at++] = row;
  sortWithoutNaN(keys, order.subarray(0, count), descending);
  return order;
}

/** Rows 0 … count − 1. */
export function identity(count: number): Uint32Array<ArrayBuffer> {
  const rows = new Uint32Array(count);
  for (let row = 0; row < count; row++) rows[row] = row;
  return rows;
}

function sortWithoutNaN(keys: Float64Array, order: Uint32Array, descending: boolean): void {
  const count = order.length;
  if (count < FEW) {
    order.sort(descending ? (a, b) => keys[b]! - keys[a]! : (a, b) => keys[a]! - keys[b]!);
    return;
  }
  // Sortable bits travel with their rows, so that no pass reads the keys at random again.
  const low = new Uint32Array(count);
  const high = new Uint32Array(count);
  const flip = descending ? 0xffff_ffff : 0;
  const float = new Float64Array(1);
  const words = new Uint32Array(float.buffer);
  for (let i = 0; i < count; i++) {
    // −0 and 0 are one value and must tie.
    float[0] = keys[order[i]!]! + 0;
    const isNegative = (words[1]! & 0x8000_0000) !== 0;
    low[i] = (isNegative ? ~words[0]! : words[0]!) ^ flip;
    high[i] = (isNegative ? ~words[1]! : words[1]! ^ 0x8000_0000) ^ flip;
  }
  let from: Columns = { low, high, order };
  let to: Columns = { low: new Uint32Array(count), high: new Uint32Array(count), order: new Uint32Array(count) };
  for (const [word, shift] of [['low', 0], ['low', 16], ['high', 0], ['high', 16]] as const) {
    if (!isConstant(from[word], shift) && scatter(from, to, word, shift)) [from, to] = [to, from];
  }
  if (from.order !== order) order.set(from.order);
}

interface Columns {
  readonly low: Uint32Array;
  readonly high: Uint32Array;
  readonly order: Uint32Array;
}

/** Small integers as floats have zeros in their low digits: such passes are skipped. */
function isConstant(words: Uint32Array, shift: number): boolean {
  const first = (words[0]! >>> shift) & (RADIX - 1);
  for (let i = 1; i < words.length; i++) if (((words[i]! >>> shift) & (RADIX - 1)) !== first) return false;
  return true;
}

function scatter(from: Columns, to: Columns, word: 'low' | 'high', shift: number): true {
  const starts = new Uint32Array(RADIX + 1);
  const digits = from[word];
  const count = digits.length;
  for (let i = 0; i < count; i++) starts[((digits[i]! >>> shift) & (RADIX - 1)) + 1]!++;
  for (let digit = 0; digit < RADIX; digit++) starts[digit + 1]! += starts[digit]!;
  for (let i = 0; i < count; i++) {
    const target = starts[(digits[i]! >>> shift) & (RADIX - 1)]!++;
    to.low[target] = from.low[i]!;
    to.high[target] = from.high[i]!;
    to.order[target] = from.order[i]!;
  }
  return true;
}
