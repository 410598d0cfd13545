/** Who knows whom, and how well: the lasting ties of private life. Strengths are log-normal, as measured in real calls. */
import type { Member } from './member.ts';
import type { Random } from './random.ts';

export class Circles {
  /** Ties as they are made; dropped once settled. */
  #from = new Uint32Array(1024);
  #to = new Uint32Array(1024);
  #weight = new Float32Array(1024);
  #count = 0;
  /** Ties of member m are entries [start[m], start[m + 1]) of the two below. */
  #start = new Uint32Array(1);
  #other = new Uint32Array(0);
  /** Running sums within each member's entries. */
  #cumulative = new Float32Array(0);

  /** A tie that either end may use; `closeness` is the median strength, each end's own differs a little. */
  tie(a: Member, b: Member, closeness: number, random: Random): void {
    if (a === b) return;
    const strength = random.logNormal(closeness, 0.9);
    this.#add(a.id, b.id, strength * random.logNormal(1, 0.3));
    this.#add(b.id, a.id, strength * random.logNormal(1, 0.3));
  }

  /** Sorts the ties by member; none can be added afterwards. */
  settle(members: number): void {
    const start = new Uint32Array(members + 1);
    for (let i = 0; i < this.#count; i++) start[this.#from[i]! + 1]!++;
    for (let i = 0; i < members; i++) start[i + 1]! += start[i]!;
    const next = start.slice();
    this.#other = new Uint32Array(this.#count);
    this.#cumulative = new Float32Array(this.#count);
    for (let i = 0; i < this.#count; i++) {
      const at = next[this.#from[i]!]!++;
      this.#other[at] = this.#to[i]!;
      this.#cumulative[at] = this.#weight[i]!;
    }
    for (let member = 0; member < members; member++) {
      for (let at = start[member]! + 1; at < start[member + 1]!; at++) this.#cumulative[at]! += this.#cumulative[at - 1]!;
    }
    this.#start = start;
    this.#from = this.#to = new Uint32Array(0);
    this.#weight = new Float32Array(0);
  }

  /** Someone whom the member's user knows, drawn by strength; -1 if it knows nobody. */
  draw(member: Member, random: Random): number {
    const from = this.#start[member.person]!;
    const to = this.#start[member.person + 1]!;
    return from === to ? -1 : this.#other[random.fromCumulative(this.#cumulative, from, to)]!;
  }

  #add(from: number, to: number, weight: number): void {
    if (this.#count === this.#from.length) {
      this.#from = wider(this.#from, new Uint32Array(this.#count * 2));
      this.#to = wider(this.#to, new Uint32Array(this.#count * 2));
      this.#weight = wider(this.#weight, new Float32Array(this.#count * 2));
    }
    const at = this.#count++;
    this.#from[at] = from;
    this.#to[at] = to;
    this.#weight[at] = weight;
  }
}

/** A longer array that begins like the old one. */
export function wider<T extends Uint32Array | Int32Array | Float32Array>(old: T, made: T): T {
  made.set(old);
  return made;
}
