/**
 * A digest of a table that does not depend on the order of its rows: what the engine and its peers must agree on.
 *
 * Numbers table, per number: number, calls out, calls in, contacts, seconds out, seconds in, first, last.
 * Links table, per directed pair: from, to, calls, seconds. Times are seconds since 1970 as on the clock.
 */
export class TableDigest {
  #rows = 0;
  #a = 0;
  #b = 0;

  /** Adds a row of non-negative integers below 2^53. */
  add(...values: readonly number[]): void {
    let a = 0x243f6a88;
    let b = 0x85a308d3;
    for (const value of values) {
      const low = value >>> 0;
      const high = (value / 4_294_967_296) >>> 0;
      a = Math.imul(a ^ low, 0x9e3779b1);
      a = Math.imul((a ^ (a >>> 15)) + high, 0x85ebca6b);
      b = Math.imul(b ^ high, 0xc2b2ae35);
      b = Math.imul((b ^ (b >>> 13)) + low, 0x27d4eb2f);
    }
    this.#a = (this.#a + (a ^ (a >>> 16))) | 0;
    this.#b = (this.#b + (b ^ (b >>> 16))) | 0;
    this.#rows++;
  }

  get rows(): number {
    return this.#rows;
  }

  get text(): string {
    return `${this.#rows}:${hex(this.#a)}${hex(this.#b)}`;
  }
}

/** Eight hexadecimal digits of 32 bits. */
function hex(bits: number): string {
  return (bits >>> 0).toString(16).padStart(8, '0');
}

/** What a peer found, for comparison. */
export interface Digests {
  readonly numbers: string;
  readonly links: string;
}
