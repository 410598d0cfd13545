import { ByteInterner } from './byteInterner.ts';

/**
 * Numbers that are not plain digits (hashes, `*100#`, names). Each gets an id below 2^51 from its own bytes, not from the
 * order in which it came, so that readers working side by side give one number one id. (Two of a million such numbers share
 * an id with a chance of 1 in 4,500; the later one then takes the next id.)
 */
export class OddNumbers {
  readonly #texts = new ByteInterner();
  /** Id of each interned text, and back. */
  #ids = new Float64Array(64);
  readonly #textOfId = new Map<number, number>();
  /** True once two numbers had the same id by content: then ids depend on the order after all. */
  hasCollision = false;

  get count(): number {
    return this.#texts.count;
  }

  /** Id of `bytes[start, end)`. */
  intern(bytes: Uint8Array, start: number, end: number): number {
    const known = this.#texts.count;
    const text = this.#texts.intern(bytes, start, end);
    if (text < known) return this.#ids[text]!;
    if (text === this.#ids.length) {
      const ids = new Float64Array(this.#ids.length * 2);
      ids.set(this.#ids);
      this.#ids = ids;
    }
    let id = contentId(bytes, start, end);
    while (this.#textOfId.has(id)) {
      id++;
      this.hasCollision = true;
    }
    this.#textOfId.set(id, text);
    this.#ids[text] = id;
    return id;
  }

  /** Id of `bytes[start, end)`, or -1 when it was never interned. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const text = this.#texts.find(bytes, start, end);
    return text < 0 ? -1 : this.#ids[text]!;
  }

  /** Throws RangeError for an id that was never given. */
  text(id: number): string {
    const text = this.#textOfId.get(id);
    if (text === undefined) throw new RangeError(`no odd number ${id} of ${this.#texts.count}`);
    return this.#texts.text(text);
  }

  /** All texts end to end, and where each starts (count + 1 entries). */
  export(): { arena: Uint8Array; starts: Uint32Array } {
    return this.#texts.export();
  }

  /** Adds what another set exported. */
  add(arena: Uint8Array, starts: Uint32Array): void {
    for (let i = 0; i + 1 < starts.length; i++) this.intern(arena, starts[i]!, starts[i + 1]!);
  }
}

/** 51 bits of two FNV-1a hashes with different offsets. */
function contentId(bytes: Uint8Array, start: number, end: number): number {
  let a = 0x811c9dc5;
  let b = 0x050c5d1f;
  for (let at = start; at < end; at++) {
    a = Math.imul(a ^ bytes[at]!, 0x01000193);
    b = Math.imul(b ^ bytes[at]!, 0x01000193) ^ (b >>> 15);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) >>> 0;
  b = Math.imul(b ^ (b >>> 16), 0xc2b2ae35) >>> 0;
  return a * 2 ** 19 + (b & 0x7ffff);
}
