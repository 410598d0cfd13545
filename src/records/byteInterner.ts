const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Gives each distinct byte string a small id, without making a JavaScript string of it. Ids count from 0. */
export class ByteInterner {
  #arena = new Uint8Array(1024);
  /** Id → where it starts in the arena; one more entry than ids, so id's end is the next start. */
  #starts = new Uint32Array(64);
  #count = 0;
  /** Open addressing, two entries per slot: id + 1 (0 = free) and the hash, so that other strings are passed by without a look. */
  #table = new Int32Array(128);
  /** Slots − 1; slots are a power of two. */
  #mask = 63;

  get count(): number {
    return this.#count;
  }

  /** Id of `bytes[start, end)`, made if it is new. */
  intern(bytes: Uint8Array, start: number, end: number): number {
    const table = this.#table;
    const mask = this.#mask;
    const hash = hashBytes(bytes, start, end);
    let slot = hash & mask;
    for (;;) {
      const entry = table[slot * 2]!;
      if (entry === 0) return this.#add(slot, hash, bytes, start, end);
      if (table[slot * 2 + 1] === hash && this.#equals(entry - 1, bytes, start, end)) return entry - 1;
      slot = (slot + 1) & mask;
    }
  }

  /** Id of `bytes[start, end)`, or -1 when it was never interned. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const table = this.#table;
    const mask = this.#mask;
    const hash = hashBytes(bytes, start, end);
    let slot = hash & mask;
    for (;;) {
      const entry = table[slot * 2]!;
      if (entry === 0) return -1;
      if (table[slot * 2 + 1] === hash && this.#equals(entry - 1, bytes, start, end)) return entry - 1;
      slot = (slot + 1) & mask;
    }
  }

  /** The interned string, read as UTF-8. */
  text(id: number): string {
    if (id < 0 || id >= this.#count) throw new RangeError(`no interned string ${id} of ${this.#count}`);
    return decoder.decode(this.#arena.subarray(this.#starts[id], this.#starts[id + 1]));
  }

  /** All strings end to end, and where each starts (count + 1 entries): what is kept on disk. */
  export(): { arena: Uint8Array; starts: Uint32Array } {
    return { arena: this.#arena.slice(0, this.#starts[this.#count]), starts: this.#starts.slice(0, this.#count + 1) };
  }

  static from(arena: Uint8Array, starts: Uint32Array): ByteInterner {
    const interner = new ByteInterner();
    for (let id = 0; id + 1 < starts.length; id++) interner.intern(arena, starts[id]!, starts[id + 1]!);
    return interner;
  }

  #equals(id: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#starts[id]!;
    const length = end - start;
    if (this.#starts[id + 1]! - from !== length) return false;
    for (let i = 0; i < length; i++) if (this.#arena[from + i] !== bytes[start + i]) return false;
    return true;
  }

  #add(slot: number, hash: number, bytes: Uint8Array, start: number, end: number): number {
    const id = this.#count;
    const from = this.#starts[id]!;
    const to = from + (end - start);
    if (to > this.#arena.length) {
      const arena = new Uint8Array(Math.max(to, this.#arena.length * 2));
      arena.set(this.#arena);
      this.#arena = arena;
    }
    if (id + 2 > this.#starts.length) {
      const starts = new Uint32Array(this.#starts.length * 2);
      starts.set(this.#starts);
      this.#starts = starts;
    }
    this.#arena.set(bytes.subarray(start, end), from);
    this.#starts[id + 1] = to;
    this.#table[slot * 2] = id + 1;
    this.#table[slot * 2 + 1] = hash;
    this.#count++;
    if (this.#count * 2 > this.#mask) this.#grow();
    return id;
  }

  #grow(): void {
    const old = this.#table;
    const table = new Int32Array(old.length * 2);
    const mask = this.#mask * 2 + 1;
    for (let at = 0; at < old.length; at += 2) {
      if (old[at] === 0) continue;
      let slot = old[at + 1]! & mask;
      while (table[slot * 2] !== 0) slot = (slot + 1) & mask;
      table[slot * 2] = old[at]!;
      table[slot * 2 + 1] = old[at + 1]!;
    }
    this.#table = table;
    this.#mask = mask;
  }
}

/** 32 bits, signed: FNV-1a, mixed at the end so that its low bits can index a table. */
function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let h = 0x811c9dc5;
  for (let at = start; at < end; at++) h = Math.imul(h ^ bytes[at]!, 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  return h ^ (h >>> 13);
}
