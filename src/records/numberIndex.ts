import { hashKey } from './numberKey.ts';

/** Row of each number key: a hash index over the numbers column, made when it is first asked. */
export class NumberIndex {
  readonly #numbers: Float64Array;
  /** Row + 1, 0 = free; a power of two long. */
  #slots: Uint32Array | null = null;

  constructor(numbers: Float64Array) {
    this.#numbers = numbers;
  }

  /** Row of `key`, or -1. */
  rowOf(key: number): number {
    const slots = (this.#slots ??= this.#build());
    const mask = slots.length - 1;
    let slot = hashKey(key) & mask;
    for (;;) {
      const entry = slots[slot]!;
      if (entry === 0) return -1;
      if (this.#numbers[entry - 1] === key) return entry - 1;
      slot = (slot + 1) & mask;
    }
  }

  #build(): Uint32Array {
    const numbers = this.#numbers;
    let size = 16;
    while (size < numbers.length * 2) size *= 2;
    const slots = new Uint32Array(size);
    for (let row = 0; row < numbers.length; row++) {
      let slot = hashKey(numbers[row]!) & (size - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
      slots[slot] = row + 1;
    }
    return slots;
  }
}
