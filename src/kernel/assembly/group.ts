/**
 * A partition's records → which records are of which number. `src/records/recordGrouper.ts` says what is asked for and does the same
 * without the kernel.
 */
import { placeOf } from './hashing';
import { IS_MIRRORED, IS_OWN_VIEW, OWN_VIEW_SLACK_S } from './layout';

/** The host's areas: `input` holds the records, the others what is said of each in `reserve` of `groupKernel.ts`. */
export let input: usize = 0;
/** Places in `input` of the records of each number, u32 each, number by number and in the order of `input`; and where each number's begin. */
export let order: usize = 0;
export let groupStarts: usize = 0;
export let scratch: usize = 0;
/** Bytes of a record. */
export let recordBytes: usize = 32;

/** A number: its key (f64), its records (u32), those of its own view (u32), where its next place goes (u32), and when its own view begins and ends (u32). */
const EGO_BYTES: usize = 32;
const ALL_AT: usize = 8;
const OWN_AT: usize = 12;
const NEXT_AT: usize = 16;
const FIRST_OWN_AT: usize = 20;
const LAST_OWN_AT: usize = 24;
/** Instead of a record's number: told by the number's own view. */
const TOLD: u32 = 0xffff_ffff;
const LEAST_BITS: u32 = 10;

/**
 * Groups the `count` records of `input`. Takes of `scratch` per record: 4 bytes, the room that it may need as a number, and for its slots.
 * @returns how many numbers they are of
 */
export function group(count: u32): u32 {
  const egoOf = scratch;
  const egos = (egoOf + (<usize>count << 2) + 31) & ~31;
  const slots = egos + <usize>count * EGO_BYTES;

  // 1. A dense id for each ego, doubled, plus 1 for a record of its own view; and how many records of either kind it has.
  let bits = LEAST_BITS;
  let mask: u32 = (1 << bits) - 1;
  let shift: u64 = 64 - bits;
  memory.fill(slots, 0, <usize>4 << bits);
  let egoCount: u32 = 0;
  const end = input + <usize>count * recordBytes;
  let owns = false;
  let entry = egoOf;
  for (let at = input; at < end; at += recordBytes) {
    const key = load<u64>(at);
    let slot = placeOf(key, shift);
    let id = load<u32>(slots + (<usize>slot << 2));
    while (id != 0 && load<u64>(egos + <usize>(id - 1) * EGO_BYTES) != key) {
      slot = (slot + 1) & mask;
      id = load<u32>(slots + (<usize>slot << 2));
    }
    if (id == 0) {
      id = ++egoCount;
      store<u32>(slots + (<usize>slot << 2), id);
      const ego = egos + <usize>(id - 1) * EGO_BYTES;
      store<u64>(ego, key);
      store<u64>(ego, 0, ALL_AT);
      store<u32>(ego, 0xffff_ffff, FIRST_OWN_AT);
      store<u32>(ego, 0, LAST_OWN_AT);
      if (egoCount << 1 > mask) {
        bits++;
        mask = (1 << bits) - 1;
        shift = 64 - bits;
        memory.fill(slots, 0, <usize>4 << bits);
        for (let known: u32 = 1; known <= egoCount; known++) {
          let free = placeOf(load<u64>(egos + <usize>(known - 1) * EGO_BYTES), shift);
          while (load<u32>(slots + (<usize>free << 2)) != 0) free = (free + 1) & mask;
          store<u32>(slots + (<usize>free << 2), known);
        }
      }
    }
    const ego = egos + <usize>(id - 1) * EGO_BYTES;
    const isOwn = u32((load<u32>(at, 20) & IS_OWN_VIEW) != 0);
    store<u32>(ego, load<u32>(ego, ALL_AT) + 1, ALL_AT);
    if (isOwn != 0) {
      const start = load<u32>(at, 16);
      store<u32>(ego, load<u32>(ego, OWN_AT) + 1, OWN_AT);
      if (start < load<u32>(ego, FIRST_OWN_AT)) store<u32>(ego, start, FIRST_OWN_AT);
      if (start > load<u32>(ego, LAST_OWN_AT)) store<u32>(ego, start, LAST_OWN_AT);
      owns = true;
    }
    store<u32>(entry, ((id - 1) << 1) | isOwn);
    entry += 4;
  }

  // 2. What a number's own view tells better.
  if (owns) {
    entry = egoOf;
    for (let at = input; at < end; at += recordBytes, entry += 4) {
      const said = load<u32>(entry);
      const ego = egos + <usize>(said >> 1) * EGO_BYTES;
      if ((said & 1) != 0 || load<u32>(ego, OWN_AT) == 0) continue;
      const start = <u64>load<u32>(at, 16);
      const isMirrored = (load<u32>(at, 20) & IS_MIRRORED) != 0;
      if (!isMirrored && (start + OWN_VIEW_SLACK_S < <u64>load<u32>(ego, FIRST_OWN_AT) || start > <u64>load<u32>(ego, LAST_OWN_AT) + OWN_VIEW_SLACK_S)) continue;
      store<u32>(entry, TOLD);
      store<u32>(ego, load<u32>(ego, ALL_AT) - 1, ALL_AT);
    }
  }

  // 3. Where each ego's places go.
  let sum: u32 = 0;
  for (let id: u32 = 0; id < egoCount; id++) {
    const ego = egos + <usize>id * EGO_BYTES;
    store<u32>(groupStarts + (<usize>id << 2), sum);
    store<u32>(ego, sum, NEXT_AT);
    sum += load<u32>(ego, ALL_AT);
  }
  store<u32>(groupStarts + (<usize>egoCount << 2), sum);

  // 4. The places.
  entry = egoOf;
  for (let record: u32 = 0; record < count; record++, entry += 4) {
    const said = load<u32>(entry);
    if (said == TOLD) continue;
    const ego = egos + <usize>(said >> 1) * EGO_BYTES;
    const to = load<u32>(ego, NEXT_AT);
    store<u32>(ego, to + 1, NEXT_AT);
    store<u32>(order + (<usize>to << 2), record);
  }
  return egoCount;
}
