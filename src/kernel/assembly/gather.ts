/** The records of one number side by side, in order of time, and of line where times are equal. */
import { groupStarts, input, order, recordBytes } from './group';

/** Where they are laid, and two areas for sorting, each with an entry of every record. */
let records: usize = 0;
let entries: usize = 0;
let merged: usize = 0;
/** A record that is on its way. */
const spare = memory.data(48, 16);

/** Bytes of an entry to be sorted: order (u64) and which record it is of (u32). */
const ENTRY_BYTES: usize = 16;

/** Gives the records of the largest number their room. @returns where it ends */
export function placeGathered(from: usize, most: u32): usize {
  records = from;
  entries = records + <usize>most * recordBytes;
  merged = entries + <usize>most * ENTRY_BYTES;
  return merged + <usize>most * ENTRY_BYTES;
}

/** Lays the records of number `id` side by side. @returns where the first is */
export function gather(id: u32): usize {
  const start = groupStarts + (<usize>id << 2);
  const from = load<u32>(start);
  const count = load<u32>(start, 4) - from;
  const places = order + (<usize>from << 2);
  let to = records;
  let before: u64 = 0;
  let isSorted = true;
  for (let i: usize = 0; i < count; i++) {
    const record = input + <usize>load<u32>(places + (i << 2)) * recordBytes;
    copyRecord(to, record);
    const when = orderOf(record);
    isSorted = isSorted && when >= before;
    before = when;
    to += recordBytes;
  }
  // Files mostly are in order already.
  if (!isSorted) sort(count);
  return records;
}

// @ts-ignore: AssemblyScript's own decorator
@inline
function copyRecord(to: usize, from: usize): void {
  v128.store(to, v128.load(from));
  v128.store(to, v128.load(from, 16), 16);
  if (recordBytes > 32) store<u64>(to, load<u64>(from, 32), 32);
  if (recordBytes > 40) store<u64>(to, load<u64>(from, 40), 40);
}

/** Start and line of a record as one number that orders records. */
// @ts-ignore: AssemblyScript's own decorator
@inline
function orderOf(record: usize): u64 {
  return (<u64>load<u32>(record, 16) << 32) | <u64>load<u32>(record, 24);
}

/** Sorts the gathered records by merging. */
function sort(count: u32): void {
  const first = records;
  let from = entries;
  let to = merged;
  for (let i: u32 = 0; i < count; i++) {
    const entry = from + <usize>i * ENTRY_BYTES;
    store<u64>(entry, orderOf(first + <usize>i * recordBytes));
    store<u32>(entry, i, 8);
  }
  for (let width: u32 = 1; width < count; width *= 2) {
    for (let left: u32 = 0; left < count; left += width * 2) mergeRuns(from, to, left, min(left + width, count), min(left + width * 2, count));
    const swap = from;
    from = to;
    to = swap;
  }
  // Each cycle of places is moved once round, by way of the spare record.
  for (let i: u32 = 0; i < count; i++) {
    let source = load<u32>(from + <usize>i * ENTRY_BYTES, 8);
    if (source == i) continue;
    copyRecord(spare, first + <usize>i * recordBytes);
    let place = i;
    while (source != i) {
      copyRecord(first + <usize>place * recordBytes, first + <usize>source * recordBytes);
      store<u32>(from + <usize>place * ENTRY_BYTES, place, 8);
      place = source;
      source = load<u32>(from + <usize>place * ENTRY_BYTES, 8);
    }
    copyRecord(first + <usize>place * recordBytes, spare);
    store<u32>(from + <usize>place * ENTRY_BYTES, place, 8);
  }
}

function mergeRuns(from: usize, to: usize, left: u32, middle: u32, right: u32): void {
  let a = from + <usize>left * ENTRY_BYTES;
  const aEnd = from + <usize>middle * ENTRY_BYTES;
  let b = aEnd;
  const bEnd = from + <usize>right * ENTRY_BYTES;
  let out = to + <usize>left * ENTRY_BYTES;
  while (a < aEnd && b < bEnd) {
    if (load<u64>(b) < load<u64>(a)) {
      v128.store(out, v128.load(b));
      b += ENTRY_BYTES;
    } else {
      v128.store(out, v128.load(a));
      a += ENTRY_BYTES;
    }
    out += ENTRY_BYTES;
  }
  memory.copy(out, a, aEnd - a);
  memory.copy(out + (aEnd - a), b, bEnd - b);
}
