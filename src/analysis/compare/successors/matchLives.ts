import type { ScoredDataset } from '../../scoredDataset.ts';
import { assign } from './assignment.ts';
import { balance, shareOut, sobered } from './beliefs.ts';
import { ALL_PAIRS, firstCandidates } from './candidates.ts';
import type { Belief, ContactLikeness } from './contactLikeness.ts';
import { ContactComparison } from './contactLikeness.ts';
import type { Habits } from './habits.ts';
import type { Life } from './life.ts';
import type { Traces } from './likeness.ts';
import { timingEvidence, traceEvidence } from './likeness.ts';
import type { SharedRegistration } from './registers.ts';
import { RegisterComparison } from './registers.ts';
import type { Turnover } from './turnover.ts';

/** A turnover with the life that ended or began. */
export type TurnedLife = Turnover & { readonly life: Life };

/** How a pair came to its value: log-likelihood ratios, natural logarithm. */
export interface PairTerms extends Traces {
  readonly contacts: number;
  readonly timing: number;
  readonly registers: number;
}

export interface MatchedPair {
  /** Indices. */
  readonly old: number;
  readonly new: number;
  readonly terms: PairTerms;
  /** Probability that the new number took the old one's place, with all others that may have, 0–1. */
  readonly belief: number;
  /** Others that may have taken it, likeliest first. */
  readonly rivals: readonly Belief[];
  /** What the registers say of both; null where they do not name both. */
  readonly registered: SharedRegistration | null;
  /** True where the registers or a list say that the old number was closed, blocked or seized. */
  readonly hasEnded: boolean;
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
const LEAST_RIVAL = 0.02;
const MOST_CANDIDATES_EACH = 60;
const WIDENING_BELIEF = 0.3;
/** A pair that is so far behind does not come back: of few pairs, and of very many from round to round. */
const HOPELESS = 15;
const HOPELESS_OF_MANY = [12, 10, 9, 8] as const;

/**
 * Pairs old numbers with the new ones that took their place, all at once: the contacts of a pair are compared through what is
 * believed of the other pairs, the beliefs are balanced so that nobody has two successors and nobody succeeds two, and so on
 * in rounds that become ever more definite (softassign: Gold and Rangarajan 1996). How many of the silent numbers have a
 * successor at all is estimated on the way. In the end each goes to whom the whole gains most by,
 * with the belief that the others, who may have been it too, leave.
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
  const registers = new RegisterComparison(dataset, oldLives, newLives);
  const users = deviceUsers([...oldLives, ...newLives]);
  const usersOf = (device: number) => users.get(device) ?? 1;
  const pairsOf: Pair[][] = olds.map(() => []);
  const known = new Set<number>();
  const taken = new Float64Array(news.length);
  const beliefsOf = (old: number) => pairsOf[old] ?? [];
  const takenOf = (newer: number) => taken[newer]!;
  // Even odds, to begin with, that a silent number has a successor; and it may be any of the new ones.
  let prior = -Math.log(news.length);

  const add = (old: number, newer: number) => {
    const id = old * news.length + newer;
    const [before, after] = [olds[old]!, news[newer]!];
    if (before.row === after.row || known.has(id)) return;
    known.add(id);
    const fixed = { ...traceEvidence(habits, usersOf, active, before.life, after.life), timing: timingEvidence(cutS, daysAfter, before, after), registers: registers.evidence(old, newer) };
    const fixedValue = fixed.cells + fixed.devices + fixed.rhythm + fixed.timing + fixed.registers;
    pairsOf[old]!.push({ old, new: newer, fixed, fixedValue, likeness: comparison.compare(old, newer), contacts: 0, value: 0, belief: 0 });
  };
  const measure = () => {
    for (const pair of pairsOf.flat()) {
      pair.contacts = comparison.evidence(pair.old, pair.new, pair.likeness, beliefsOf, takenOf).value;
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
  shareOut(pairsOf, news.length);
  for (const pair of pairsOf.flat()) pair.belief = sobered(pair.belief);
  return choose(pairsOf, news.length, comparison, registers);
}

function deviceUsers(lives: readonly Life[]): Map<number, number> {
  const users = new Map<number, number>();
  for (const { devices } of lives) for (const device of devices.keys()) users.set(device, (users.get(device) ?? 0) + 1);
  return users;
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

/** Each old number's successor by the best of all assignments; for those that go without in it, whoever is likeliest. */
function choose(pairsOf: readonly (readonly Pair[])[], newCount: number, comparison: ContactComparison, registers: RegisterComparison): MatchedPair[] {
  const newOf = assign(pairsOf.map((pairs) => pairs.map(({ new: thing, value }) => ({ thing, value }))), newCount);
  const beliefsOf = (old: number) => pairsOf[old]!;
  const likeliest = (pairs: readonly Pair[]) => pairs.reduce<Pair | undefined>((best, pair) => (best === undefined || pair.belief > best.belief ? pair : best), undefined);
  return pairsOf
    .flatMap((pairs, old) => pairs.find((pair) => pair.new === newOf[old]) ?? likeliest(pairs) ?? [])
    .map(({ old, new: newer, fixed, contacts, belief }) => ({
      old, new: newer, belief, terms: { contacts, ...fixed }, registered: registers.shared(old, newer), hasEnded: registers.hasEnded(old), mapped: comparison.mappedContacts(old, newer, beliefsOf),
      rivals: pairsOf[old]!.filter((pair) => pair.new !== newer && pair.belief >= LEAST_RIVAL).sort((a, b) => b.belief - a.belief),
    }))
    .sort((a, b) => b.belief - a.belief);
}
