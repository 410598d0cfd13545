import { CARD_WORD, DEVICE_WORD } from './communication.ts';
import { PLACE_MASK, PLACE_SHIFT } from './recordPartitions.ts';

/** Where start and line stand in a record, in halves of words (see `communication.ts`). */
const START = 4;
const LINE = 6;
/** Records of one number beyond which a composite sort key would not be exact. */
const MAX_COMPOSITE = 2 ** 21;

/**
 * A partition's records grouped by number without having been moved: those of the i-th number are the entries
 * [starts[i], starts[i + 1]) of `order`, each the place of a record among `blocks` (`PLACE_SHIFT`).
 */
export interface RecordGroup {
  readonly blocks: readonly Float64Array<ArrayBuffer>[];
  readonly order: Uint32Array<ArrayBuffer>;
  readonly starts: Uint32Array<ArrayBuffer>;
}

/** Lays records of a group side by side, to be read one after the other. What was gathered is valid until the next time. */
export class RecordGatherer {
  readonly #recordWords: number;
  f64 = new Float64Array(1024);
  u32 = new Uint32Array(this.f64.buffer);

  constructor(recordWords: number) {
    this.#recordWords = recordWords;
  }

  /** Records [from, to) of the group's order are in `f64` and `u32` from 0 on. */
  gather({ blocks, order }: RecordGroup, from: number, to: number): void {
    const words = this.#recordWords;
    if (this.f64.length < (to - from) * words) {
      this.f64 = new Float64Array((to - from) * words * 2);
      this.u32 = new Uint32Array(this.f64.buffer);
    }
    // Packed words are copied as floats too: none of them is a NaN, whose bits might change, because no traits have all of bits
    // 20–30 (answered and unanswered exclude each other) and no cell id comes near 2^31.
    const out = this.f64;
    const hasDevices = words > DEVICE_WORD;
    const hasCards = words > CARD_WORD;
    let at = 0;
    for (let i = from; i < to; i++) {
      const place = order[i]!;
      const block = blocks[place >>> PLACE_SHIFT]!;
      const source = (place & PLACE_MASK) * words;
      out[at] = block[source]!;
      out[at + 1] = block[source + 1]!;
      out[at + 2] = block[source + 2]!;
      out[at + 3] = block[source + 3]!;
      if (hasDevices) out[at + DEVICE_WORD] = block[source + DEVICE_WORD]!;
      if (hasCards) out[at + CARD_WORD] = block[source + CARD_WORD]!;
      at += words;
    }
  }

  /** The same, after `order` was put into order of time, and of line where times are equal. Files mostly are in order already. */
  gatherByTime(group: RecordGroup, from: number, to: number): void {
    this.gather(group, from, to);
    const count = to - from;
    if (this.#isSorted(count, START, LINE)) return;
    // By line first, then by time: the second sort keeps the order of equals.
    for (const half of [LINE, START]) {
      if (this.#isSorted(count, half, null)) continue;
      this.#sortOrder(group.order, from, count, half);
      this.gather(group, from, to);
    }
  }

  #isSorted(count: number, half: number, tie: number | null): boolean {
    const { u32 } = this;
    const halves = this.#recordWords * 2;
    for (let at = halves; at < count * halves; at += halves) {
      const before = u32[at - halves + half]!;
      const value = u32[at + half]!;
      if (before > value || (tie !== null && before === value && u32[at - halves + tie]! > u32[at + tie]!)) return false;
    }
    return true;
  }

  #sortOrder(order: Uint32Array, from: number, count: number, half: number): void {
    const halves = this.#recordWords * 2;
    const places = order.slice(from, from + count);
    const key = (i: number) => this.u32[i * halves + half]!;
    if (count <= MAX_COMPOSITE) {
      const keys = Float64Array.from({ length: count }, (_, i) => key(i) * MAX_COMPOSITE + i).sort();
      for (let i = 0; i < count; i++) order[from + i] = places[keys[i]! % MAX_COMPOSITE]!;
    } else {
      const sorted = Uint32Array.from({ length: count }, (_, i) => i).sort((a, b) => key(a) - key(b) || a - b);
      for (let i = 0; i < count; i++) order[from + i] = places[sorted[i]!]!;
    }
  }
}
