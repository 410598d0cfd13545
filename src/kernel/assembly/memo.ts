/**
 * Remembers what cells were read as: a column of cells, words or durations has few distinct values, a column of odd numbers
 * some, so the host is asked once for each. When the heap is used up the host is asked again and again, which is slow and right.
 *
 * A memo is four u32: entries, their mask, how many are used, the kind of cell. An entry is sixteen bytes: value (f64), hash,
 * address of the key; a key is its length (u32) and its bytes.
 */
import { allocate } from './heap';
import { readCell } from './host';

const MEMO_BYTES: usize = 16;
const ENTRY_BYTES: usize = 16;
const FIRST_ENTRIES: u32 = 256;
/** Cells longer than this are not kept. */
const LONGEST_KEY: usize = 128;
const KINDS: usize = 8;

const memos = memory.data(128, 16);
/** A location area and a cell, laid side by side. */
const joined = memory.data(320, 16);

export function forgetMemos(): void {
  memory.fill(memos, 0, MEMO_BYTES * KINDS);
}

/** Value of a cell: as remembered, or as the host says. */
export function valueOf(kind: i32, start: usize, end: usize): f64 {
  if (end - start > LONGEST_KEY) return readCell(kind, start, end, 0, 0);
  return lookUp(kind, start, end, start, end, 0, 0);
}

/** The same for a cell and its location area. */
export function valueOfPair(kind: i32, start: usize, end: usize, areaStart: usize, areaEnd: usize): f64 {
  const area = areaEnd - areaStart;
  const size = end - start;
  if (area + size > LONGEST_KEY) return readCell(kind, start, end, areaStart, areaEnd);
  store<u8>(joined, <u8>area);
  memory.copy(joined + 1, areaStart, area);
  memory.copy(joined + 1 + area, start, size);
  return lookUp(kind, joined, joined + 1 + area + size, start, end, areaStart, areaEnd);
}

function lookUp(kind: i32, key: usize, keyEnd: usize, start: usize, end: usize, areaStart: usize, areaEnd: usize): f64 {
  const memo = memos + <usize>kind * MEMO_BYTES;
  const hash = hashOf(key, keyEnd);
  let entries = <usize>load<u32>(memo);
  if (entries != 0) {
    const mask = load<u32>(memo, 4);
    let slot = hash & mask;
    for (;;) {
      const entry = entries + <usize>slot * ENTRY_BYTES;
      const known = <usize>load<u32>(entry, 12);
      if (known == 0) break;
      if (load<u32>(entry, 8) == hash && isEqual(known, key, keyEnd)) return load<f64>(entry);
      slot = (slot + 1) & mask;
    }
  }
  const value = readCell(kind, start, end, areaStart, areaEnd);
  remember(memo, hash, key, keyEnd, value);
  return value;
}

function remember(memo: usize, hash: u32, key: usize, keyEnd: usize, value: f64): void {
  const used = load<u32>(memo, 8);
  if (load<u32>(memo) == 0 || used * 2 > load<u32>(memo, 4)) {
    if (!widen(memo)) return;
  }
  const size = keyEnd - key;
  const copy = allocate(size + 4);
  if (copy == 0) return;
  store<u32>(copy, <u32>size);
  memory.copy(copy + 4, key, size);
  put(<usize>load<u32>(memo), load<u32>(memo, 4), value, hash, <u32>copy);
  store<u32>(memo, used + 1, 8);
}

function put(entries: usize, mask: u32, value: f64, hash: u32, key: u32): void {
  let slot = hash & mask;
  while (load<u32>(entries + <usize>slot * ENTRY_BYTES, 12) != 0) slot = (slot + 1) & mask;
  const entry = entries + <usize>slot * ENTRY_BYTES;
  store<f64>(entry, value);
  store<u32>(entry, hash, 8);
  store<u32>(entry, key, 12);
}

function widen(memo: usize): bool {
  const old = <usize>load<u32>(memo);
  const oldCount: u32 = old == 0 ? 0 : load<u32>(memo, 4) + 1;
  const count: u32 = old == 0 ? FIRST_ENTRIES : oldCount * 2;
  const entries = allocate(<usize>count * ENTRY_BYTES);
  if (entries == 0) return false;
  memory.fill(entries, 0, <usize>count * ENTRY_BYTES);
  for (let i: u32 = 0; i < oldCount; i++) {
    const entry = old + <usize>i * ENTRY_BYTES;
    const key = load<u32>(entry, 12);
    if (key != 0) put(entries, count - 1, load<f64>(entry), load<u32>(entry, 8), key);
  }
  store<u32>(memo, <u32>entries);
  store<u32>(memo, count - 1, 4);
  return true;
}

function hashOf(start: usize, end: usize): u32 {
  let hash: u64 = 0x9e37_79b9_7f4a_7c15 ^ <u64>(end - start);
  let at = start;
  for (; at + 8 <= end; at += 8) hash = mixed(hash ^ load<u64>(at));
  if (at < end) hash = mixed(hash ^ lastBytes(at, end));
  return <u32>(hash ^ (hash >> 32));
}

function mixed(value: u64): u64 {
  const product = value * 0xff51_afd7_ed55_8ccd;
  return product ^ (product >> 32);
}

/** Fewer than eight bytes as a number; up to seven bytes behind them are read and not used. */
function lastBytes(at: usize, end: usize): u64 {
  return load<u64>(at) & ((<u64>1 << ((<u64>(end - at)) << 3)) - 1);
}

function isEqual(known: usize, key: usize, keyEnd: usize): bool {
  const size = keyEnd - key;
  if (<usize>load<u32>(known) != size) return false;
  let a = known + 4;
  let b = key;
  for (; b + 8 <= keyEnd; a += 8, b += 8) if (load<u64>(a) != load<u64>(b)) return false;
  return b == keyEnd || ((load<u64>(a) ^ load<u64>(b)) & ((<u64>1 << ((<u64>(keyEnd - b)) << 3)) - 1)) == 0;
}
