/** A typed array that grows as entries are added; for columns whose length is not known before the last number. */
export class GrowingF64 {
  #values = new Float64Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) this.#reserve(this.length + 1);
    this.#values[this.length++] = value;
  }

  /** Adds the first `count` entries of `values`. */
  append(values: Float64Array, count: number): void {
    if (this.length + count > this.#values.length) this.#reserve(this.length + count);
    const own = this.#values;
    for (let i = 0, at = this.length; i < count; i++, at++) own[at] = values[i]!;
    this.length += count;
  }

  /** The entries, without what was reserved beyond them. */
  finish(): Float64Array<ArrayBuffer> {
    return this.#values.slice(0, this.length);
  }

  #reserve(least: number): void {
    const values = new Float64Array(Math.max(least, this.#values.length * 2));
    values.set(this.#values);
    this.#values = values;
  }
}

export class GrowingU32 {
  #values = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) this.#reserve(this.length + 1);
    this.#values[this.length++] = value;
  }

  /** Adds the first `count` entries of `values`. */
  append(values: Uint32Array, count: number): void {
    if (this.length + count > this.#values.length) this.#reserve(this.length + count);
    // A loop, because most numbers have few contacts and a view of them would cost more than the copy.
    const own = this.#values;
    for (let i = 0, at = this.length; i < count; i++, at++) own[at] = values[i]!;
    this.length += count;
  }

  finish(): Uint32Array<ArrayBuffer> {
    return this.#values.slice(0, this.length);
  }

  #reserve(least: number): void {
    const values = new Uint32Array(Math.max(least, this.#values.length * 2));
    values.set(this.#values);
    this.#values = values;
  }
}
