/** Hands out numbers, each once. All are drawn at random and stand for nobody. */
import type { Random } from './random.ts';

/** Mainland mobile prefixes of several operators, resellers among them. */
const mobilePrefixes = [
  '130', '131', '132', '133', '134', '135', '136', '137', '138', '139', '150', '151', '152', '155', '157', '158', '159', '166',
  '170', '171', '172', '176', '177', '178', '180', '182', '183', '186', '187', '188', '189', '191', '198', '199',
] as const;
const areaCodes = ['0816', '028', '0838', '0839'] as const;

export class NumberBook {
  readonly #used = new Set<string>();
  /** First eight digits of ranges that a contract covers: nobody gets one of their numbers by chance. */
  readonly #reserved = new Set<string>();
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  mobile(): string {
    for (;;) {
      const number = this.#fresh(() => this.#random.pick(mobilePrefixes) + this.#digits(8));
      if (!this.#reserved.has(number.slice(0, 8))) return number;
    }
  }

  /** A thousand mobile numbers side by side that nobody has yet, as a contract covers: their first eight digits. */
  range(prefixes: ArrayLike<string> = mobilePrefixes): string {
    for (;;) {
      const stem = this.#random.pick(prefixes) + this.#digits(5);
      if (this.#reserved.has(stem)) continue;
      this.#reserved.add(stem);
      return stem;
    }
  }

  /** A number abroad, with its country code. */
  abroad(): string {
    return this.#fresh(() => this.#random.pick(['+855', '+95', '+856']) + this.#random.pick(['1', '7', '8', '9']) + this.#digits(7));
  }

  /** A fixed line, with its area code. */
  landline(): string {
    return this.#fresh(() => this.#random.pick(areaCodes) + this.#random.pick(['2', '6', '8']) + this.#digits(6));
  }

  /** The sender of an application's messages, such as verification codes. */
  messageSender(): string {
    return this.#fresh(() => `106${this.#random.pick(['5', '8', '9'])}${this.#digits(this.#random.pick([5, 7]))}`);
  }

  /** Thirteen digits, as machines have. */
  machines(count: number): string[] {
    return this.#run(count, () => `1440${this.#digits(6)}`, 3);
  }

  /** Mobile numbers side by side, as a batch of cards or a range that is dialled through. */
  mobileRun(count: number): string[] {
    return this.#run(count, () => this.#random.pick(mobilePrefixes) + this.#digits(5), 3);
  }

  #run(count: number, makeStem: () => string, tailDigits: number): string[] {
    const numbers: string[] = [];
    const size = 10 ** tailDigits;
    while (numbers.length < count) {
      const stem = makeStem();
      for (let tail = this.#random.below(size >> 2); tail < size && numbers.length < count; tail++) {
        const number = stem + String(tail).padStart(tailDigits, '0');
        if (this.#used.has(number)) continue;
        this.#used.add(number);
        numbers.push(number);
      }
    }
    return numbers;
  }

  #fresh(make: () => string): string {
    for (;;) {
      const number = make();
      if (this.#used.has(number)) continue;
      this.#used.add(number);
      return number;
    }
  }

  #digits(count: number): string {
    return String(this.#random.below(10 ** count)).padStart(count, '0');
  }
}
