/**
 * A partition's records → the records of each number side by side, in order of time. `src/records/recordGrouper.ts` says what is
 * asked for and does the same without the kernel.
 */
import { IS_OWN_VIEW } from './layout';
import { hashKey } from './partitions';

/** The host's areas: `input` and `output` hold the records, the others what is said of each in `reserve` of `groupKernel.ts`. */
export let input: usize = 0;
export let output: usize = 0;
export let groupStarts: usize = 0;
export let scratch: usize = 0;
/** Bytes of a record. */
export let recordBytes: usize = 32;

/** Bytes of `scratch` per record: the id, and the room that it may need as a number. */
// ego of each record u32 · egos f64 · all u32 · own u32 · next u32, then the slots
const SCRATCH_BEFORE_SLOTS: usize = 24;
const LEAST_SLOTS: u32 = 1024;

/** Groups the `count` records of `input`. @returns how many numbers they are of; `groupStarts` has their bounds in `output` */
export function group(count: u32): u32 {
  const egoOf = scratch;
  const egos = egoOf + (<usize>count << 2);
  const all = egos + (<usize>count << 3);
  const own = all + (<usize>count << 2);
  const next = own + (<usize>count << 2);
  const slots = scratch + ((SCRATCH_BEFORE_SLOTS * <usize>count + 15) & ~15);

  // 1. A dense id for each ego, doubled, plus 1 for a record of its own view; and how many records of either kind it has.
  let slotCount = LEAST_SLOTS;
  let mask = slotCount - 1;
  memory.fill(slots, 0, <usize>slotCount << 2);
  let egoCount: u32 = 0;
  const end = input + <usize>count * recordBytes;
  let entry = egoOf;
  for (let at = input; at < end; at += recordBytes) {
    const ego = load<f64>(at);
    let slot = hashKey(<u64>ego) & mask;
    let id = load<u32>(slots + (<usize>slot << 2));
    while (id != 0 && load<f64>(egos + (<usize>(id - 1) << 3)) != ego) {
      slot = (slot + 1) & mask;
      id = load<u32>(slots + (<usize>slot << 2));
    }
    if (id == 0) {
      id = ++egoCount;
      store<u32>(slots + (<usize>slot << 2), id);
      store<f64>(egos + (<usize>(id - 1) << 3), ego);
      store<u32>(all + (<usize>(id - 1) << 2), 0);
      store<u32>(own + (<usize>(id - 1) << 2), 0);
      if (egoCount * 2 > slotCount) {
        slotCount *= 2;
        mask = slotCount - 1;
        memory.fill(slots, 0, <usize>slotCount << 2);
        for (let known: u32 = 1; known <= egoCount; known++) {
          let free = hashKey(<u64>load<f64>(egos + (<usize>(known - 1) << 3))) & mask;
          while (load<u32>(slots + (<usize>free << 2)) != 0) free = (free + 1) & mask;
          store<u32>(slots + (<usize>free << 2), known);
        }
      }
    }
    id--;
    const isOwn: u32 = (load<u32>(at, 20) & IS_OWN_VIEW) != 0 ? 1 : 0;
    const size = all + (<usize>id << 2);
    store<u32>(size, load<u32>(size) + 1);
    const ownSize = own + (<usize>id << 2);
    store<u32>(ownSize, load<u32>(ownSize) + isOwn);
    store<u32>(entry, id * 2 + isOwn);
    entry += 4;
  }

  // 2. Where each ego's records go: a number with records of its own view is described by those alone.
  let sum: u32 = 0;
  for (let id: u32 = 0; id < egoCount; id++) {
    const ownSize = load<u32>(own + (<usize>id << 2));
    store<u32>(groupStarts + (<usize>id << 2), sum);
    store<u32>(next + (<usize>id << 2), sum);
    sum += ownSize != 0 ? ownSize : load<u32>(all + (<usize>id << 2));
  }
  store<u32>(groupStarts + (<usize>egoCount << 2), sum);

  // 3. The records.
  entry = egoOf;
  for (let at = input; at < end; at += recordBytes, entry += 4) {
    const said = load<u32>(entry);
    const id = said >> 1;
    if ((said & 1) == 0 && load<u32>(own + (<usize>id << 2)) != 0) continue;
    const place = next + (<usize>id << 2);
    const to = load<u32>(place);
    store<u32>(place, to + 1);
    copyRecord(output + <usize>to * recordBytes, at);
  }

  for (let id: u32 = 0; id < egoCount; id++) {
    sortByTime(load<u32>(groupStarts + (<usize>id << 2)), load<u32>(groupStarts + (<usize>id << 2), 4));
  }
  return egoCount;
}

// @ts-ignore: AssemblyScript's own decorator
@inline
function copyRecord(to: usize, from: usize): void {
  v128.store(to, v128.load(from));
  v128.store(to, v128.load(from, 16), 16);
  if (recordBytes > 32) v128.store(to, v128.load(from, 32), 32);
}

/** Start and line of a record as one number that orders records. */
// @ts-ignore: AssemblyScript's own decorator
@inline
function orderOf(record: usize): u64 {
  return (<u64>load<u32>(record, 16) << 32) | <u64>load<u32>(record, 24);
}

/** Puts records [from, to) into order of time, and of line where times are equal. Files mostly are in order already. */
function sortByTime(from: u32, to: u32): void {
  const first = output + <usize>from * recordBytes;
  const end = output + <usize>to * recordBytes;
  let before = orderOf(first);
  for (let at = first + recordBytes; at < end; at += recordBytes) {
    const order = orderOf(at);
    if (order < before) {
      sortRecords(first, to - from);
      return;
    }
    before = order;
  }
}

/** Bytes of an entry to be sorted: order (u64) and which record it is of (u32). */
const ENTRY_BYTES: usize = 16;

/** Sorts by merging; what is merged lies in `input`, which is done with and has room for two entries of each record. */
function sortRecords(first: usize, count: u32): void {
  let from = input;
  let to = input + <usize>count * ENTRY_BYTES;
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
  // Each cycle of places is moved once round, by way of one spare record behind the entries.
  const spare = scratch;
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
