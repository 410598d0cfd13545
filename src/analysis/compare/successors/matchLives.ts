import type { ScoredDataset } from '../../scoredDataset.ts';
import { assign } from './assignment.ts';
import type { Belief, ContactLikeness } from './contactLikeness.ts';
import { ContactComparison } from './contactLikeness.ts';
import type { Habits } from './habits.ts';
import type { Life } from './life.ts';
import { cellEvidence, deviceEvidence, rhythmEvidence, timingEvidence } from './likeness.ts';
import type { Turnover } from './turnover.ts';

/** A turnover with the life that ended or began. */
export type TurnedLife = Turnover & { readonly life: Life };

/** How a pair came to its value: log-likelihood ratios, natural logarithm. */
export interface PairTerms {
  readonly contacts: number;
  readonly cells: number;
  readonly devices: number;
  readonly rhythm: number;
  readonly timing: number;
}

export interface MatchedPair {
  /** Indices. */
  readonly old: number;
  readonly new: number;
  readonly terms: PairTerms;
  /** Log-odds that the new number took the old one's place. */
  readonly value: number;
  /** Contacts that took the places of contacts. */
  readonly mapped: readonly { readonly old: number; readonly new: number }[];
}

interface Pair extends Belief {
  readonly old: number;
  readonly new: number;
  /** What does not depend on the other pairs. */
  readonly fixed: Omit<PairTerms, 'contacts'>;
  readonly fixedValue: number;
  readonly likeness: ContactLikeness;
  contacts: number;
  value: number;
  belief: number;
}

const ROUNDS = 9;
/** What places tell beside a device used on, of what they tell by themselves (assumed). */
const CELLS_BESIDE_DEVICE = 0.4;
/** All pairs are looked at while they are so few; beyond that, those with something in common. */
const ALL_PAIRS = 40_000;
const CANDIDATES_EACH = 20;
/** Where very many numbers changed, each gets fewer candidates, so that the answer takes seconds. */
const FEWEST_CANDIDATES_EACH = 6;
const CANDIDATES = 200_000;
const MOST_CANDIDATES_EACH = 60;
/** Lists longer than this tell too little to be gone through. */
const MOST_PER_CONTACT = 300;
const MOST_PER_DEVICE = 200;
const MOST_PER_CELL = 40;
const WIDENING_BELIEF = 0.3;
const BALANCING_STEPS = 6;
/** A pair that is so far behind does not come back: of few pairs, and of very many from round to round. */
const HOPELESS = 15;
const HOPELESS_OF_MANY = [12, 10, 9, 8] as const;

/**
 * Pairs old numbers with the new ones that took their place, all at once: the contacts of a pair are compared through what is
 * believed of the other pairs, the beliefs are balanced so that nobody has two successors and nobody succeeds two, and so on
 * in rounds that become ever more definite (softassign: Gold and Rangarajan 1996). How many of the silent numbers have a
 * successor at all is estimated on the way. In the end each goes to whom the whole gains most by.
 * @param active numbers with records after the cut
 * @param onRound after each round, the share done
 */
export function* matchLives(
  dataset: ScoredDataset, cutS: number, daysAfter: number, olds: readonly TurnedLife[], news: readonly TurnedLife[], habits: Habits, active: number,
): Generator<number, MatchedPair[]> {
  if (olds.length === 0 || news.length === 0) return [];
  const oldLives = olds.map(({ life }) => life);
  const newLives = news.map(({ life }) => life);
  const comparison = new ContactComparison(dataset, cutS, oldLives, newLives, habits, active);
  const users = deviceUsers([...oldLives, ...newLives]);
  const pairsOf: Pair[][] = olds.map(() => []);
  const known = new Set<number>();
  const taken = new Float64Array(news.length);
  const beliefsOf = (old: number) => pairsOf[old]!;
  // Even odds, to begin with, that a silent number has a successor; and it may be any of the new ones.
  let prior = -Math.log(news.length);

  const add = (old: number, newer: number) => {
    const id = old * news.length + newer;
    const [before, after] = [olds[old]!, news[newer]!];
    if (before.row === after.row || known.has(id)) return;
    known.add(id);
    const devices = deviceEvidence((device) => users.get(device) ?? 1, active, before.life, after.life);
    const fixed = {
      // Numbers of one device are in one room anyhow.
      cells: cellEvidence(habits, before.life, after.life) * (devices > 0 ? CELLS_BESIDE_DEVICE : 1),
      devices,
      rhythm: rhythmEvidence(habits, before.life, after.life),
      timing: timingEvidence(cutS, daysAfter, before, after),
    };
    const fixedValue = fixed.cells + fixed.devices + fixed.rhythm + fixed.timing;
    pairsOf[old]!.push({ old, new: newer, fixed, fixedValue, likeness: comparison.compare(old, newer), contacts: 0, value: 0, belief: 0 });
  };
  const measure = () => {
    for (const pair of pairsOf.flat()) {
      pair.contacts = comparison.evidence(pair.old, pair.new, pair.likeness, beliefsOf, (newer) => taken[newer]!).value;
      pair.value = prior + pair.fixedValue + pair.contacts;
    }
  };

  for (const [old, newer] of firstCandidates(oldLives, newLives)) add(old, newer);
  for (let round = 0; round <= ROUNDS; round++) {
    measure();
    balance(pairsOf, taken, Math.max(0.6, 3 - round * 0.4));
    const matched = taken.reduce((sum, belief) => sum + belief, 0);
    prior = Math.log((matched + 1) / (olds.length - matched + 1)) - Math.log(news.length);
    yield (round + 1) / (ROUNDS + 1);
    if (round === ROUNDS) break;
    const isLarge = olds.length * news.length > ALL_PAIRS;
    forgetHopeless(pairsOf, isLarge ? (HOPELESS_OF_MANY[round] ?? HOPELESS_OF_MANY.at(-1)!) : HOPELESS, isLarge ? 0 : 4);
    if (isLarge) widen(pairsOf, comparison, add);
  }
  return choose(pairsOf, news.length, comparison);
}

function deviceUsers(lives: readonly Life[]): Map<number, number> {
  const users = new Map<number, number>();
  for (const { devices } of lives) for (const device of devices.keys()) users.set(device, (users.get(device) ?? 0) + 1);
  return users;
}

/** Pairs with a contact, a device or a rarely used cell in common, the most telling first; all pairs where they are few. */
function* firstCandidates(olds: readonly Life[], news: readonly Life[]): Generator<readonly [number, number]> {
  if (olds.length * news.length <= ALL_PAIRS) {
    for (let old = 0; old < olds.length; old++) for (let newer = 0; newer < news.length; newer++) yield [old, newer];
    return;
  }
  const indices = ([
    [(life) => life.ties, MOST_PER_CONTACT, 1], [(life) => life.devices, MOST_PER_DEVICE, 5], [(life) => life.cells, MOST_PER_CELL, 0.5],
  ] as const satisfies readonly (readonly [(life: Life) => ReadonlyMap<number, unknown>, number, number])[]).map(([keysOf, longest, weight]) => {
    const holders = new Map<number, number[]>();
    news.forEach((life, newer) => {
      for (const key of keysOf(life).keys()) {
        const list = holders.get(key);
        if (list === undefined) holders.set(key, [newer]);
        else list.push(newer);
      }
    });
    return { keysOf, longest, weight, holders };
  });
  const most = Math.max(FEWEST_CANDIDATES_EACH, Math.min(CANDIDATES_EACH, Math.floor(CANDIDATES / olds.length)));
  const weights = new Map<number, number>();
  for (const [old, life] of olds.entries()) {
    weights.clear();
    for (const { keysOf, longest, weight, holders } of indices) {
      for (const key of keysOf(life).keys()) {
        const list = holders.get(key);
        if (list === undefined || list.length > longest) continue;
        for (const newer of list) weights.set(newer, (weights.get(newer) ?? 0) + weight / Math.log(2 + list.length));
      }
    }
    for (const [newer] of [...weights].sort(([, a], [, b]) => b - a).slice(0, most)) yield [old, newer];
  }
}

/** Beliefs from values: each old number has one successor or none, each new one is the successor of at most one. */
function balance(pairsOf: readonly (readonly Pair[])[], taken: Float64Array, temperature: number): void {
  for (const pairs of pairsOf) for (const pair of pairs) pair.belief = Math.exp(Math.max(-40, Math.min(40, pair.value / temperature)));
  for (let step = 0; step < BALANCING_STEPS; step++) {
    taken.fill(0);
    for (const pairs of pairsOf) {
      let total = 1;
      for (const { belief } of pairs) total += belief;
      for (const pair of pairs) taken[pair.new]! += pair.belief /= total;
    }
    for (const pairs of pairsOf) {
      let sum = 0;
      for (const pair of pairs) {
        if (taken[pair.new]! > 1) pair.belief /= taken[pair.new]!;
        sum += pair.belief;
      }
      // Back to odds against having none, for the next step.
      if (step + 1 < BALANCING_STEPS) for (const pair of pairs) pair.belief /= Math.max(1e-9, 1 - sum);
    }
  }
  taken.fill(0);
  for (const pairs of pairsOf) for (const { new: newer, belief } of pairs) taken[newer]! += belief;
}

/** @param least so many pairs of a number are kept anyhow */
function forgetHopeless(pairsOf: Pair[][], behind: number, least: number): void {
  for (const [old, pairs] of pairsOf.entries()) {
    let best = 0;
    for (const { value } of pairs) best = Math.max(best, value);
    if (pairs.length > least) pairsOf[old] = pairs.filter(({ value }) => value > best - behind);
  }
}

/** The contacts of a likely pair may have changed numbers with it: they become candidates for each other. */
function widen(pairsOf: readonly (readonly Pair[])[], comparison: ContactComparison, add: (old: number, newer: number) => void): void {
  for (const { old, new: newer, belief } of pairsOf.flat()) {
    if (belief < WIDENING_BELIEF) continue;
    for (const oldContact of comparison.oldContacts(old)) {
      if (pairsOf[oldContact]!.length >= MOST_CANDIDATES_EACH) continue;
      for (const newContact of comparison.newContacts(newer)) add(oldContact, newContact);
    }
  }
}

function choose(pairsOf: readonly (readonly Pair[])[], newCount: number, comparison: ContactComparison): MatchedPair[] {
  const newOf = assign(pairsOf.map((pairs) => pairs.map(({ new: thing, value }) => ({ thing, value }))), newCount);
  const beliefsOf = (old: number) => pairsOf[old]!;
  const found = pairsOf.flatMap((pairs, old) => pairs.filter((pair) => pair.new === newOf[old]));
  return found
    .map(({ old, new: newer, fixed, contacts, value }) => ({
      old, new: newer, terms: { contacts, ...fixed }, value, mapped: comparison.mappedContacts(old, newer, beliefsOf),
    }))
    .sort((a, b) => b.value - a.value);
}
