/**
 * Remembers what cells were read as: a column of cells, words or durations has few distinct values, a column of odd numbers
 * some, so the host is asked once for each. When the heap is used up the host is asked again and again, which is slow and right.
 *
 * A memo is four u32: entries, their mask, how many are used, the kind of cell. An entry is 32 bytes: value (f64), hash, size of the key
 * and 1 (0 where it is free), and the key itself, or the address of one of more than 16 bytes.
 */
import { allocate } from './heap';
import { readCell } from './host';

const MEMO_BYTES: usize = 16;
const ENTRY_BYTES: usize = 32;
const SIZE_AT: usize = 12;
const KEY_AT: usize = 16;
/** Keys up to here stand in their entry, so that one access finds and compares them. */
const SHORT_KEY: usize = 16;
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
  const size = keyEnd - key;
  const isShort = size <= SHORT_KEY;
  const low = isShort ? firstBytes(key, size) : 0;
  const high = isShort && size > 8 ? firstBytes(key + 8, size - 8) : 0;
  const hash = isShort ? hashOfShort(low, high, size) : hashOf(key, keyEnd);
  const entries = <usize>load<u32>(memo);
  if (entries != 0) {
    const mask = load<u32>(memo, 4);
    let slot = hash & mask;
    for (;;) {
      const entry = entries + <usize>slot * ENTRY_BYTES;
      const known = <usize>load<u32>(entry, SIZE_AT);
      if (known == 0) break;
      if (known == size + 1 && (isShort
        ? load<u64>(entry, KEY_AT) == low && load<u64>(entry, KEY_AT + 8) == high
        : load<u32>(entry, 8) == hash && isEqual(<usize>load<u32>(entry, KEY_AT), key, keyEnd))) return load<f64>(entry);
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
  let low: u64 = 0;
  let high: u64 = 0;
  if (size <= SHORT_KEY) {
    low = firstBytes(key, size);
    high = size > 8 ? firstBytes(key + 8, size - 8) : 0;
  } else {
    const copy = allocate(size);
    if (copy == 0) return;
    memory.copy(copy, key, size);
    low = <u64>copy;
  }
  const entry = freeEntry(<usize>load<u32>(memo), load<u32>(memo, 4), hash);
  store<f64>(entry, value);
  store<u32>(entry, hash, 8);
  store<u32>(entry, <u32>size + 1, SIZE_AT);
  store<u64>(entry, low, KEY_AT);
  store<u64>(entry, high, KEY_AT + 8);
  store<u32>(memo, used + 1, 8);
}

function freeEntry(entries: usize, mask: u32, hash: u32): usize {
  let slot = hash & mask;
  while (load<u32>(entries + <usize>slot * ENTRY_BYTES, SIZE_AT) != 0) slot = (slot + 1) & mask;
  return entries + <usize>slot * ENTRY_BYTES;
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
    if (load<u32>(entry, SIZE_AT) != 0) memory.copy(freeEntry(entries, count - 1, load<u32>(entry, 8)), entry, ENTRY_BYTES);
  }
  store<u32>(memo, <u32>entries);
  store<u32>(memo, count - 1, 4);
  return true;
}

function hashOfShort(low: u64, high: u64, size: usize): u32 {
  return finished(mixed(0x9e37_79b9_7f4a_7c15 ^ <u64>size ^ low) ^ high);
}

function hashOf(start: usize, end: usize): u32 {
  let hash: u64 = 0x9e37_79b9_7f4a_7c15 ^ <u64>(end - start);
  let at = start;
  for (; at + 8 <= end; at += 8) hash = mixed(hash ^ load<u64>(at));
  if (at < end) hash ^= firstBytes(at, end - at);
  return finished(hash);
}

/** A product's upper half, in which every bit below it has a say; its lowest bits know only the lowest bits, which are those of a cell's first letters. */
// @ts-ignore: AssemblyScript's own decorator
@inline
function finished(hash: u64): u32 {
  return <u32>(mixed(mixed(hash)) >> 32);
}

function mixed(value: u64): u64 {
  const product = value * 0xff51_afd7_ed55_8ccd;
  return product ^ (product >> 32);
}

/** The first bytes of a key as a number, eight at most; up to seven bytes behind it are read and not used. */
// @ts-ignore: AssemblyScript's own decorator
@inline
function firstBytes(at: usize, size: usize): u64 {
  return size >= 8 ? load<u64>(at) : load<u64>(at) & ((<u64>1 << (<u64>size << 3)) - 1);
}

/** @param known a key of the same size */
function isEqual(known: usize, key: usize, keyEnd: usize): bool {
  let a = known;
  let b = key;
  for (; b + 8 <= keyEnd; a += 8, b += 8) if (load<u64>(a) != load<u64>(b)) return false;
  return b == keyEnd || firstBytes(a, keyEnd - b) == firstBytes(b, keyEnd - b);
}
