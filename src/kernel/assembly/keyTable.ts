/**
 * Ids 0, 1, 2 … for the distinct keys of one number's records, in the order in which they come. A slot is the generation that
 * filled it (u32), the id (u32) and the key (u64); a table is emptied by a new generation.
 */
import { placeOf } from './hashing';

export const SLOT_BYTES: usize = 16;

/** Counts up whenever a table is emptied; told anew for each partition, whose tables are cleared. */
let generation: u32 = 0;

export function restartGenerations(): void {
  generation = 0;
}

export function nextGeneration(): u32 {
  return ++generation;
}

/**
 * Id of `key`, which gets the id `next` where it is new.
 * @param slots a power of two of them, of which at most half are filled; `end` is behind the last
 * @param shift 64 − bits of their number
 */
// @ts-ignore: AssemblyScript's own decorator
@inline
export function idOf(slots: usize, end: usize, shift: u64, generation: u32, key: u64, next: u32): u32 {
  let slot = slots + <usize>placeOf(key, shift) * SLOT_BYTES;
  while (load<u32>(slot) == generation) {
    if (load<u64>(slot, 8) == key) return load<u32>(slot, 4);
    slot += SLOT_BYTES;
    if (slot == end) slot = slots;
  }
  store<u32>(slot, generation);
  store<u32>(slot, next, 4);
  store<u64>(slot, key, 8);
  return next;
}
