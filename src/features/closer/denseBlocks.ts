import { isServiceIn } from '../serviceNumbers.ts';
import type { CloserFeature, CloserLook } from './closerFeature.ts';

/** A block is at least so many callers who share at least so many numbers called. Assumed. */
const FEWEST_CALLERS = 4;
const FEWEST_CALLED = 5;
/** Blocks looked for at most; each is taken out before the next. */
const MOST_BLOCKS = 30;
/** Links times chance below which callers merely call the same popular numbers. Assumed. */
const LEAST_RATIO = 3;
/** Links beyond this are left out, the least suspicious callers' first. */
const MOST_LINKS = 400_000;
/** Keeps the weight of a number called by few from growing without bound (Hooi et al. 2016). */
const COLUMN_OFFSET = 5;

/** One-way links from callers to the numbers they called: nobody in a block calls back. */
interface Links {
  readonly callers: readonly number[];
  /** Per caller: ids of the numbers called, and the weight of each link. */
  readonly called: readonly Uint32Array[];
  readonly weights: readonly Float64Array[];
  /** Callers in other direction, by id of the number called. */
  readonly callersOf: readonly (readonly number[])[];
  /** Numbers that called it in the whole dataset, by id. */
  readonly inDegree: Float64Array;
}

/**
 * Groups of callers that share the numbers they call. The densest block of the one-way link graph is found by peeling
 * (Charikar 2000) with links weighted against popular numbers and by the logarithm of their calls, as FRAUDAR does (Hooi
 * et al., KDD 2016), so that neither a switchboard nor a couple is a block. It counts when its callers have many times the
 * links that their degrees would give by chance (configuration model), and is taken out before the next is looked for.
 */
export const denseBlocks: CloserFeature = {
  candidates: ({ number_of_calls_out: out, reciprocated_share: reciprocated, number_of_contacts: contacts }) => (row) =>
    out[row]! >= 15 && reciprocated[row]! <= 0.3 && contacts[row]! >= FEWEST_CALLED,
  measure(look, rows) {
    const { features, linkCount, closer } = look;
    const outDegree = features.columns.out_degree;
    for (const row of rows) closer.set('block_callers', row, 0);
    const links = oneWayLinks(look, rows);
    const isTaken = new Uint8Array(links.callers.length);
    for (let found = 0; found < MOST_BLOCKS; found++) {
      const block = densestBlock(links, isTaken);
      if (block === null) return;
      for (const caller of block.callers) isTaken[caller] = 1;
      if (block.callers.length < FEWEST_CALLERS || block.called.length < FEWEST_CALLED) continue;
      let out = 0;
      let into = 0;
      for (const caller of block.callers) out += outDegree[links.callers[caller]!]!;
      for (const called of block.called) into += links.inDegree[called]!;
      const ratio = block.links / Math.max(1, (out * into) / linkCount);
      if (ratio < LEAST_RATIO) continue;
      for (const caller of block.callers) {
        const row = links.callers[caller]!;
        closer.set('block_callers', row, block.callers.length);
        closer.set('block_ratio', row, ratio);
      }
    }
  },
};

function oneWayLinks({ features, contactsOf, rowOf }: CloserLook, rows: readonly number[]): Links {
  const inDegreeOf = features.columns.in_degree;
  const ids = new Map<number, number>();
  const inDegree: number[] = [];
  const callersOf: number[][] = [];
  const callers: number[] = [];
  const called: Uint32Array[] = [];
  const calls: Float64Array[] = [];
  let links = 0;
  for (const row of rows) {
    const { other, callsOut, callsIn, textsIn } = contactsOf(row);
    const mine: number[] = [];
    const weights: number[] = [];
    for (let i = 0; i < other.length; i++) {
      if (callsOut[i] === 0 || callsIn[i]! + textsIn[i]! > 0 || isServiceIn(features, other[i]!)) continue;
      let id = ids.get(other[i]!);
      if (id === undefined) {
        id = inDegree.length;
        ids.set(other[i]!, id);
        const contact = rowOf(other[i]!);
        inDegree.push(contact < 0 ? 1 : Math.max(1, inDegreeOf[contact]!));
        callersOf.push([]);
      }
      mine.push(id);
      weights.push(Math.log2(1 + callsOut[i]!));
      callersOf[id]!.push(callers.length);
    }
    links += mine.length;
    if (links > MOST_LINKS) break;
    callers.push(row);
    called.push(Uint32Array.from(mine));
    calls.push(Float64Array.from(weights));
  }
  for (const list of callersOf) while (list.at(-1) === callers.length) list.pop();
  const weights = calls.map((own, caller) => own.map((weight, i) => weight / Math.log2(COLUMN_OFFSET + inDegree[called[caller]![i]!]!)));
  return { callers, called, weights, callersOf, inDegree: Float64Array.from(inDegree) };
}

interface Block {
  readonly callers: readonly number[];
  readonly called: readonly number[];
  readonly links: number;
}

/** Peels the node with the least weight until none is left; the rest at its densest. Null when fewer than two callers share a number. */
function densestBlock(links: Links, isTaken: Uint8Array): Block | null {
  const callerCount = links.callers.length;
  const calledCount = links.inDegree.length;
  const weight = new Float64Array(callerCount + calledCount);
  const alive = new Uint8Array(callerCount + calledCount);
  /** Link weights by number called, beside `callersOf`. */
  const back = new Map<number, number>();
  let total = 0;
  let nodes = 0;
  // Numbers that only one of the callers called hold no block together.
  for (let called = 0; called < calledCount; called++) {
    let count = 0;
    for (const caller of links.callersOf[called]!) if (isTaken[caller] === 0) count++;
    if (count > 1) alive[callerCount + called] = 1;
  }
  for (let caller = 0; caller < callerCount; caller++) {
    if (isTaken[caller] === 1) continue;
    const own = links.called[caller]!;
    for (let i = 0; i < own.length; i++) {
      const node = callerCount + own[i]!;
      if (alive[node] === 0) continue;
      const w = links.weights[caller]![i]!;
      alive[caller] = 1;
      weight[caller]! += w;
      weight[node]! += w;
      total += w;
      back.set(caller * calledCount + own[i]!, w);
    }
  }
  const heap = new LeastHeap(weight);
  for (let node = 0; node < alive.length; node++) {
    if (alive[node] === 0) continue;
    heap.push(node);
    nodes++;
  }
  if (nodes === 0) return null;
  const removed: number[] = [];
  let best = total / nodes;
  let bestAfter = 0;
  for (;;) {
    const node = heap.pop(alive);
    if (node < 0) break;
    alive[node] = 0;
    removed.push(node);
    total -= weight[node]!;
    nodes--;
    const lower = (neighbour: number, w: number) => {
      if (alive[neighbour] === 0) return;
      weight[neighbour]! -= w;
      heap.push(neighbour);
    };
    if (node < callerCount) {
      const own = links.called[node]!;
      for (let i = 0; i < own.length; i++) lower(callerCount + own[i]!, links.weights[node]![i]!);
    } else {
      for (const caller of links.callersOf[node - callerCount]!) {
        const w = back.get(caller * calledCount + node - callerCount);
        if (w !== undefined) lower(caller, w);
      }
    }
    if (nodes > 0 && total / nodes > best + 1e-9) {
      best = total / nodes;
      bestAfter = removed.length;
    }
  }
  // Everything was removed in the end: what was removed after the best moment was the block.
  const kept = removed.slice(bestAfter);
  const callers = kept.filter((node) => node < callerCount).sort((a, b) => a - b);
  const called = kept.filter((node) => node >= callerCount).map((node) => node - callerCount);
  const inBlock = new Set(called);
  let count = 0;
  for (const caller of callers) for (const each of links.called[caller]!) if (inBlock.has(each)) count++;
  return callers.length === 0 ? null : { callers, called, links: count };
}

/** A binary heap of nodes by weight; a node whose weight fell is pushed again and its older entries are passed over. */
class LeastHeap {
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
