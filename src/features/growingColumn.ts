/** A typed array that grows as entries are added; for columns whose length is not known before the last number. */
export class GrowingF64 {
  #values = new Float64Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) this.#reserve(this.length + 1);
    this.#values[this.length++] = value;
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

  finish(): Uint32Array<ArrayBuffer> {
    return this.#values.slice(0, this.length);
  }

  #reserve(least: number): void {
    const values = new Uint32Array(Math.max(least, this.#values.length * 2));
    values.set(this.#values);
    this.#values = values;
  }
}
