import { hashKey } from '../records/numberKey.ts';

/**
 * Small ids 0, 1, 2 … for the distinct keys of one number's records: its contacts, devices, cells. Emptied in no time
 * between numbers, because entries carry the generation that wrote them.
 */
export class KeyTable {
  count = 0;
  /** Key of each id. */
  keys = new Float64Array(64);
  #mask = 63;
  #generation = 0;
  /** Generation that filled the slot, and the id in it. */
  #tags = new Uint32Array(64);
  #ids = new Uint32Array(64);

  /** Forgets all keys. `expected` is about how many will come; more may. */
  reset(expected: number): void {
    this.count = 0;
    this.#generation++;
    // A small number uses a small corner of the table, which stays in the cache.
    let size = 16;
    while (size < expected * 2) size *= 2;
    if (size > this.#tags.length) this.#allocate(size);
    this.#mask = size - 1;
  }

  /** Id of `key`; equal to what `count` was before when it is new. */
  idOf(key: number): number {
    let slot = hashKey(key) & this.#mask;
    while (this.#tags[slot] === this.#generation) {
      const id = this.#ids[slot]!;
      if (this.keys[id] === key) return id;
      slot = (slot + 1) & this.#mask;
    }
    if (this.count * 2 > this.#mask) {
      this.#widen();
      return this.idOf(key);
    }
    this.#tags[slot] = this.#generation;
    this.#ids[slot] = this.count;
    this.keys[this.count] = key;
    return this.count++;
  }

  #allocate(size: number): void {
    this.#tags = new Uint32Array(size);
    this.#ids = new Uint32Array(size);
    const keys = new Float64Array(size);
    keys.set(this.keys.subarray(0, this.count));
    this.keys = keys;
  }

  #widen(): void {
    const size = (this.#mask + 1) * 2;
    if (size > this.#tags.length) this.#allocate(size);
    this.#mask = size - 1;
    this.#generation++;
    for (let id = 0; id < this.count; id++) {
      let slot = hashKey(this.keys[id]!) & this.#mask;
      while (this.#tags[slot] === this.#generation) slot = (slot + 1) & this.#mask;
      this.#tags[slot] = this.#generation;
      this.#ids[slot] = id;
    }
  }
}

/** A twice as long copy, for columns that grow with a KeyTable's ids. */
export function grown(column: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const copy = new Uint32Array(column.length * 2);
  copy.set(column);
  return copy;
}
