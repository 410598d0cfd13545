/** A typed array that grows as entries are added; for columns whose length is not known before the last number. */
export class GrowingF64 {
  #values = new Float64Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) this.#reserve(this.length + 1);
    this.#values[this.length++] = value;
  }

  /** The entries, which are then forgotten; what was reserved for them is kept for the next. */
  take(): Float64Array<ArrayBuffer> {
    const taken = this.#values.slice(0, this.length);
    this.length = 0;
    return taken;
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

  take(): Uint32Array<ArrayBuffer> {
    const taken = this.#values.slice(0, this.length);
    this.length = 0;
    return taken;
  }

  #reserve(least: number): void {
    const values = new Uint32Array(Math.max(least, this.#values.length * 2));
    values.set(this.#values);
    this.#values = values;
  }
}
