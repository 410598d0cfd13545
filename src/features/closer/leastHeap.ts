/** A binary heap of nodes by weight; a node whose weight fell is pushed again and its older entries are passed over. */
export class LeastHeap {
  readonly #weight: Float64Array;
  readonly #nodes: number[] = [];
  readonly #keys: number[] = [];

  constructor(weight: Float64Array) {
    this.#weight = weight;
  }

  push(node: number): void {
    const key = this.#weight[node]!;
    let at = this.#nodes.length;
    this.#nodes.push(node);
    this.#keys.push(key);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#keys[parent]! <= key) break;
      this.#nodes[at] = this.#nodes[parent]!;
      this.#keys[at] = this.#keys[parent]!;
      at = parent;
    }
    this.#nodes[at] = node;
    this.#keys[at] = key;
  }

  /** The node of least weight that is still alive, or -1. */
  pop(alive: Uint8Array): number {
    while (this.#nodes.length > 0) {
      const node = this.#nodes[0]!;
      const key = this.#keys[0]!;
      const lastNode = this.#nodes.pop()!;
      const lastKey = this.#keys.pop()!;
      if (this.#nodes.length > 0) this.#sink(lastNode, lastKey);
      if (alive[node] === 1 && key === this.#weight[node]) return node;
    }
    return -1;
  }

  #sink(node: number, key: number): void {
    const size = this.#nodes.length;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && this.#keys[child + 1]! < this.#keys[child]!) child++;
      if (this.#keys[child]! >= key) break;
      this.#nodes[at] = this.#nodes[child]!;
      this.#keys[at] = this.#keys[child]!;
      at = child;
    }
    this.#nodes[at] = node;
    this.#keys[at] = key;
  }
}
