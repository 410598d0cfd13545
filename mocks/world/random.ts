/**
 * Seeded randomness of the simulated world.
 *
 * Every number's every day has a stream of its own (`restart`), so that adding a role does not change what the others do.
 * Only +, −, ×, ÷ and square roots of constants are used, which every JavaScript engine rounds alike: the same seed gives
 * the same bytes in every browser and in Node. (`Math.exp` and `Math.log` may differ in the last bit.)
 */
export class Random {
  #a = 0;
  #b = 0;
  #c = 0;
  #counter = 1;

  constructor(...stream: readonly number[]) {
    this.restart(...stream);
  }

  /** Begins the stream named by these integers. */
  restart(...stream: readonly number[]): void {
    let h = 0x9e3779b9;
    for (const part of stream) h = mix32(h ^ mix32(part | 0));
    this.#a = h;
    this.#b = mix32(h + 0x6d2b79f5);
    this.#c = mix32(h + 0x3c6ef372);
    this.#counter = 1;
    for (let i = 0; i < 4; i++) this.u32();
  }

  /** sfc32 of PractRand: 32 random bits. */
  u32(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum | 0;
    return sum >>> 0;
  }

  /** Uniform in [0, 1). */
  unit(): number {
    return this.u32() / 4294967296;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.unit();
  }

  /** Integer in [0, end). */
  below(end: number): number {
    return Math.floor(this.unit() * end);
  }

  /** Integer in [low, high], both included. */
  whole(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<T>(items: ArrayLike<T>): T {
    if (items.length === 0) throw new RangeError('nothing to pick from');
    return items[this.below(items.length)]!;
  }

  /** Standard normal, as the sum of six uniforms (Irwin–Hall): within ±4.2, close enough for habits. */
  normal(): number {
    let sum = 0;
    for (let i = 0; i < 6; i++) sum += this.unit();
    return (sum - 3) * Math.SQRT2;
  }

  /** Log-normal with this median; `sigma` is the standard deviation of the logarithm. */
  logNormal(median: number, sigma: number): number {
    return median * exponential(sigma * this.normal());
  }

  /** Poisson with this mean: Knuth's product for small means, rounded normal above 30. */
  poisson(mean: number): number {
    if (mean <= 0) return 0;
    if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.normal()));
    const limit = exponential(-mean);
    let product = this.unit();
    let count = 0;
    while (product > limit) {
      product *= this.unit();
      count++;
    }
    return count;
  }

  /** Index drawn by cumulative weights. */
  fromCumulative(cumulative: ArrayLike<number>, from = 0, to = cumulative.length): number {
    const target = this.unit() * cumulative[to - 1]!;
    let low = from;
    let high = to - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle]! > target) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Fisher–Yates, in place. */
  shuffle<T>(items: T[]): T[] {
    for (let i = items.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [items[i], items[j]] = [items[j]!, items[i]!];
    }
    return items;
  }

  /** `count` booleans of which exactly round(share × count) are true, in random order. */
  deal(count: number, share: number): boolean[] {
    const yes = Math.round(share * count);
    return this.shuffle(Array.from({ length: count }, (_, i) => i < yes));
  }
}

/** 32 well-mixed bits (the finaliser of MurmurHash3). */
export function mix32(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
}

/** e^x as (1 + x/2^20)^(2^20), by multiplication alone; within 2·10⁻⁴ for |x| < 20. */
function exponential(x: number): number {
  let power = 1 + x / 1_048_576;
  for (let i = 0; i < 20; i++) power *= power;
  return power;
}
