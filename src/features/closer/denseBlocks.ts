import { isServiceIn } from '../serviceNumbers.ts';
import type { CloserFeature, CloserLook } from './closerFeature.ts';
import { isTurn } from './closerFeature.ts';
import { LeastHeap } from './leastHeap.ts';
import type { Pauses } from '../../records/steps.ts';

/** A block is at least so many callers who share at least so many numbers called. Assumed. */
const FEWEST_CALLERS = 4;
const FEWEST_CALLED = 5;
/** A caller of a block called so many numbers that others of it called. Assumed. */
const LEAST_SHARED = 3;
/** Blocks looked for at most; each is taken out before the next. After some that are none, the thinner ones behind them are none either. Assumed. */
const MOST_BLOCKS = 30;
const MOST_IN_VAIN = 5;
/** Links times chance below which callers merely call the same popular numbers. Assumed. */
const LEAST_RATIO = 3;
/** Links beyond this are left out, the least suspicious callers' first. */
const MOST_LINKS = 100_000;
/** Keeps the weight of a number called by few from growing without bound (Hooi et al. 2016). */
const COLUMN_OFFSET = 5;

/** One-way links from callers to the numbers they called, from either end: nobody in a block calls back. */
interface Links {
  /** Rows of the callers. */
  readonly callers: readonly number[];
  readonly ofCaller: Adjacency;
  readonly ofCalled: Adjacency;
  /** Numbers that called it in the whole dataset, by id of the number called. */
  readonly inDegree: readonly number[];
}

/** Links of node i are [starts[i], starts[i + 1]). */
interface Adjacency {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly weights: Float64Array;
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
  *measure(look, rows) {
    const { features, linkCount, closer } = look;
    const outDegree = features.columns.out_degree;
    const links = yield* oneWayLinks(look, rows);
    const isTaken = new Uint8Array(links.callers.length);
    let inVain = 0;
    for (let found = 0; found < MOST_BLOCKS && inVain < MOST_IN_VAIN; found++) {
      yield;
      const block = densestBlock(links, isTaken);
      if (block === null) return;
      for (const caller of block.callers) isTaken[caller] = 1;
      if (block.callers.length < FEWEST_CALLERS || block.called.length < FEWEST_CALLED) {
        inVain++;
        continue;
      }
      let out = 0;
      let into = 0;
      for (const caller of block.callers) out += outDegree[links.callers[caller]!]!;
      for (const called of block.called) into += links.inDegree[called]!;
      const ratio = block.links / Math.max(1, (out * into) / linkCount);
      if (ratio < LEAST_RATIO) {
        inVain++;
        continue;
      }
      for (const caller of block.callers) {
        const row = links.callers[caller]!;
        closer.set('block_callers', row, block.callers.length);
        closer.set('block_ratio', row, ratio);
      }
    }
  },
};

function* oneWayLinks({ features, contactsOf, rowOf }: CloserLook, rows: readonly number[]): Pauses<Links> {
  const inDegreeOf = features.columns.in_degree;
  const ids = new Map<number, number>();
  const inDegree: number[] = [];
  const callers: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const weights: number[] = [];
  for (const [place, row] of rows.entries()) {
    if (isTurn(place)) yield;
    if (to.length > MOST_LINKS) break;
    const { other, callsOut, callsIn, textsIn } = contactsOf(row);
    for (let i = 0; i < other.length; i++) {
      if (callsOut[i] === 0 || callsIn[i]! + textsIn[i]! > 0 || isServiceIn(features, other[i]!)) continue;
      let id = ids.get(other[i]!);
      if (id === undefined) {
        ids.set(other[i]!, (id = inDegree.length));
        const contact = rowOf(other[i]!);
        inDegree.push(contact < 0 ? 1 : Math.max(1, inDegreeOf[contact]!));
      }
      from.push(callers.length);
      to.push(id);
      weights.push(Math.log2(1 + callsOut[i]!) / Math.log2(COLUMN_OFFSET + inDegree[id]!));
    }
    callers.push(row);
  }
  return { callers, ofCaller: adjacency(callers.length, from, to, weights), ofCalled: adjacency(inDegree.length, to, from, weights), inDegree };
}

function adjacency(nodes: number, from: readonly number[], to: readonly number[], linkWeights: readonly number[]): Adjacency {
  const starts = new Uint32Array(nodes + 1);
  for (const node of from) starts[node + 1]!++;
  for (let node = 0; node < nodes; node++) starts[node + 1]! += starts[node]!;
  const next = starts.slice();
  const ends = new Uint32Array(to.length);
  const weights = new Float64Array(to.length);
  for (let link = 0; link < to.length; link++) {
    const at = next[from[link]!]!++;
    ends[at] = to[link]!;
    weights[at] = linkWeights[link]!;
  }
  return { starts, ends, weights };
}

interface Block {
  readonly callers: readonly number[];
  readonly called: readonly number[];
  readonly links: number;
}

/** Peels the node with the least weight until none is left; the rest at its densest. Null when no callers share enough. */
function densestBlock({ ofCaller, ofCalled, callers: { length: callerCount } }: Links, isTaken: Uint8Array): Block | null {
  const calledCount = ofCalled.starts.length - 1;
  const alive = sharedNodes(ofCaller, ofCalled, isTaken);
  const weight = new Float64Array(callerCount + calledCount);
  let total = 0;
  for (let caller = 0; caller < callerCount; caller++) {
    if (alive[caller] === 0) continue;
    for (let at = ofCaller.starts[caller]!; at < ofCaller.starts[caller + 1]!; at++) {
      const node = callerCount + ofCaller.ends[at]!;
      if (alive[node] === 0) continue;
      const w = ofCaller.weights[at]!;
      weight[caller]! += w;
      weight[node]! += w;
      total += w;
    }
  }
  const heap = new LeastHeap(weight);
  let nodes = 0;
  for (let node = 0; node < alive.length; node++) {
    if (alive[node] === 0) continue;
    heap.push(node);
    nodes++;
  }
  if (nodes === 0) return null;
  const removed: number[] = [];
  let best = total / nodes;
  let bestAfter = 0;
  for (let node = heap.pop(alive); node >= 0; node = heap.pop(alive)) {
    alive[node] = 0;
    removed.push(node);
    total -= weight[node]!;
    nodes--;
    const isCaller = node < callerCount;
    const { starts, ends, weights } = isCaller ? ofCaller : ofCalled;
    const own = isCaller ? node : node - callerCount;
    for (let at = starts[own]!; at < starts[own + 1]!; at++) {
      const neighbour = isCaller ? callerCount + ends[at]! : ends[at]!;
      if (alive[neighbour] === 0) continue;
      weight[neighbour]! -= weights[at]!;
      heap.push(neighbour);
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
  const isCalled = new Set(called);
  const links = callers.reduce((sum, caller) => sum + ofCaller.ends.subarray(ofCaller.starts[caller], ofCaller.starts[caller + 1]).filter((each) => isCalled.has(each)).length, 0);
  return { callers, called, links };
}

/**
 * What could be of a block at all, as 1 by node: numbers that two callers called, and callers that called some of these, until nothing more
 * falls away.
 */
function sharedNodes(ofCaller: Adjacency, ofCalled: Adjacency, isTaken: Uint8Array): Uint8Array {
  const callerCount = isTaken.length;
  const calledCount = ofCalled.starts.length - 1;
  const alive = new Uint8Array(callerCount + calledCount);
  for (let caller = 0; caller < callerCount; caller++) alive[caller] = 1 - isTaken[caller]!;
  alive.fill(1, callerCount);
  const left = new Uint32Array(callerCount + calledCount);
  for (let called = 0; called < calledCount; called++) {
    for (let at = ofCalled.starts[called]!; at < ofCalled.starts[called + 1]!; at++) if (alive[ofCalled.ends[at]!] === 1) left[callerCount + called]!++;
  }
  for (let caller = 0; caller < callerCount; caller++) left[caller] = ofCaller.starts[caller + 1]! - ofCaller.starts[caller]!;
  const falling: number[] = [];
  const fall = (node: number) => {
    alive[node] = 0;
    falling.push(node);
  };
  for (let node = 0; node < alive.length; node++) if (alive[node] === 1 && left[node]! < (node < callerCount ? LEAST_SHARED : 2)) fall(node);
  for (let node = falling.pop(); node !== undefined; node = falling.pop()) {
    const isCaller = node < callerCount;
    const { starts, ends } = isCaller ? ofCaller : ofCalled;
    const own = isCaller ? node : node - callerCount;
    for (let at = starts[own]!; at < starts[own + 1]!; at++) {
      const neighbour = isCaller ? callerCount + ends[at]! : ends[at]!;
      if (alive[neighbour] === 1 && --left[neighbour]! < (isCaller ? 2 : LEAST_SHARED)) fall(neighbour);
    }
  }
  return alive;
}
