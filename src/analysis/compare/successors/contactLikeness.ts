import { contactsOfRecords } from '../../../features/contactTable.ts';
import type { ScoredDataset } from '../../scoredDataset.ts';
import type { Habits } from './habits.ts';
import { kindOf } from './habits.ts';
import type { Life, Tie } from './life.ts';
import { lastingShare } from './life.ts';
import { normalRatio } from './likeness.ts';

/** What two lives' contacts say, before it is known who took whose place. Log-likelihood ratios. */
export interface ContactLikeness {
  /** Of passing ties, found again or not. */
  passing: number;
  /** Of lasting ties found again. */
  lasting: number;
  /** Of the old life's lasting ties that the new one lacks, and the other way round. */
  missing: number;
  strange: number;
  /** Contacts that both lives have. */
  shared: number;
}

/** Who may have taken a number's place, with what belief: 0–1, together at most 1. */
export interface Belief {
  readonly new: number;
  readonly belief: number;
}

/** Beliefs below this move nothing. */
const LEAST_BELIEF = 0.02;
/** Of those who have more contacts, each counts less: lists and campaigns are not so many coincidences. */
const MOST_TIES = 25;
/** Everybody has these; they tell nobody from anybody. */
const HUB_SHARE = 0.2;
const HUB_LEAST = 100;
/** Numbers looked at to learn how many can be met around somebody. */
const MOST_REACH = 5_000;
/** Among more numbers than these, a few contacts of each tell about how many can be met around it. */
const FEW_ACTIVE = 5_000;
const SAMPLED_TIES = 16;

/**
 * How alike the contacts of old and new lives are. A contact that itself changed numbers counts as the same contact as far as
 * its successor is believed in: `beliefsOf`.
 */
export class ContactComparison {
  readonly #dataset: ScoredDataset;
  readonly #cutS: number;
  readonly #olds: readonly Life[];
  readonly #news: readonly Life[];
  readonly #habits: Habits;
  readonly #active: number;
  readonly #oldOf: ReadonlyMap<number, number>;
  readonly #newOf: ReadonlyMap<number, number>;
  readonly #known = new Map<number, Surroundings>();
  /** Contacts kept by name so far. */
  #named = 0;
  /** Of each old life, as far as it was asked for; NaN until then. */
  readonly #reach: Float64Array;
  /** Ties of each old life to old numbers, and of each new one to new numbers. */
  readonly #oldTies: readonly (readonly { readonly tie: Tie; readonly old: number }[])[];
  readonly #newTies: readonly (readonly { readonly tie: Tie; readonly new: number }[])[];
  readonly #oldLasting: Float64Array;
  readonly #newLasting: Float64Array;

  /** @param active numbers with records after the cut */
  constructor(dataset: ScoredDataset, cutS: number, olds: readonly Life[], news: readonly Life[], habits: Habits, active: number) {
    this.#dataset = dataset;
    this.#cutS = cutS;
    this.#olds = olds;
    this.#news = news;
    this.#habits = habits;
    this.#active = Math.max(2, active);
    const oldOf = new Map(olds.map(({ key }, i) => [key, i]));
    const newOf = new Map(news.map(({ key }, i) => [key, i]));
    this.#oldOf = oldOf;
    this.#newOf = newOf;
    this.#oldTies = olds.map(({ ties }) => [...ties.values()].flatMap((tie) => (oldOf.has(tie.key) ? [{ tie, old: oldOf.get(tie.key)! }] : [])));
    this.#newTies = news.map(({ ties }) => [...ties.values()].flatMap((tie) => (newOf.has(tie.key) ? [{ tie, new: newOf.get(tie.key)! }] : [])));
    this.#oldLasting = Float64Array.from(olds, (life) => Math.min(1, lastingShare(life) / habits.lastingShare));
    this.#newLasting = Float64Array.from(news, (life) => Math.min(1, lastingShare(life) / habits.lastingShare));
    this.#reach = new Float64Array(olds.length).fill(NaN);
  }

  /** The contacts of an old (or new) life that are old (new) numbers themselves. */
  oldContacts(old: number): readonly number[] {
    return this.#oldTies[old]!.map((each) => each.old);
  }

  newContacts(newer: number): readonly number[] {
    return this.#newTies[newer]!.map((each) => each.new);
  }

  /** The part that does not depend on who took whose place. */
  compare(old: number, newer: number): ContactLikeness {
    const oldLife = this.#olds[old]!;
    const newLife = this.#news[newer]!;
    const likeness: ContactLikeness = { passing: 0, lasting: 0, missing: 0, strange: 0, shared: 0 };
    for (const tie of oldLife.ties.values()) {
      if (tie.key === newLife.key || tie.key === oldLife.key) continue;
      const there = newLife.ties.get(tie.key);
      const isPassing = kindOf(tie, oldLife) === 0;
      if (there !== undefined) {
        if (this.#isHub(tie.key)) continue;
        likeness.shared++;
        likeness[isPassing ? 'passing' : 'lasting'] += this.#gain(old, newer, tie, there);
      } else if (!this.#oldOf.has(tie.key) && this.#isThereAfter(tie.key)) {
        likeness[isPassing ? 'passing' : 'missing'] += Math.log(1 - this.#keptShare(old, newer, tie));
      }
    }
    for (const tie of newLife.ties.values()) {
      if (oldLife.ties.has(tie.key) || tie.key === oldLife.key || tie.key === newLife.key) continue;
      if (this.#newOf.has(tie.key) || !this.#wasThereBefore(tie.key)) continue;
      likeness[kindOf(tie, newLife) === 0 ? 'passing' : 'strange'] += Math.log(1 - this.#knownShare(old, newer, tie));
    }
    return likeness;
  }

  /**
   * All that the contacts say, given who is believed to have taken the place of the old numbers among them.
   * @param takenOf belief that a new number took anybody's place, 0–1
   */
  evidence(
    old: number, newer: number, fixed: ContactLikeness, beliefsOf: (old: number) => readonly Belief[], takenOf: (newer: number) => number,
  ): { readonly value: number; readonly mapped: number } {
    const oldLife = this.#olds[old]!;
    const newLife = this.#news[newer]!;
    let { passing, lasting, missing, strange } = fixed;
    let mapped = 0;
    const met = new Set<number>();
    for (const { tie, old: inner } of this.#oldTies[old]!) {
      if (inner === old || newLife.ties.has(tie.key) || tie.key === newLife.key) continue;
      const isPassing = kindOf(tie, oldLife) === 0;
      const found = this.#follow(old, newer, tie, beliefsOf(inner));
      if (found.key !== null) {
        met.add(found.key);
        mapped++;
        if (isPassing) passing += found.gain;
        else lasting += found.gain;
      } else {
        const lack = found.belief * Math.log(1 - this.#keptShare(old, newer, tie));
        if (isPassing) passing += lack;
        else missing += lack;
      }
    }
    for (const { tie, new: inner } of this.#newTies[newer]!) {
      if (inner === newer || met.has(tie.key) || oldLife.ties.has(tie.key) || tie.key === oldLife.key) continue;
      const lack = takenOf(inner) * Math.log(1 - this.#knownShare(old, newer, tie));
      if (kindOf(tie, newLife) === 0) passing += lack;
      else strange += lack;
    }
    const damping = Math.min(1, MOST_TIES / Math.max(oldLife.ties.size, newLife.ties.size));
    // Being around the same people at all is one coincidence; which of them, are so many more.
    const around = fixed.shared + mapped > 0 ? Math.max(0, Math.log(this.#active / this.#reachOf(old) / this.#many(newer))) : 0;
    const value = around + Math.max(-4, Math.min(6, passing * damping)) + Math.min(MOST_TIES, lasting * damping)
      + Math.max(-6, missing * damping) + Math.max(-6, strange * damping);
    return { value, mapped };
  }

  /** The contacts of an old life whose believed successors a new life has. */
  mappedContacts(old: number, newer: number, beliefsOf: (old: number) => readonly Belief[]): { readonly old: number; readonly new: number }[] {
    return this.#oldTies[old]!.flatMap(({ tie, old: inner }) => {
      if (inner === old || this.#news[newer]!.ties.has(tie.key)) return [];
      const { key } = this.#follow(old, newer, tie, beliefsOf(inner));
      return key === null ? [] : [{ old: inner, new: this.#newOf.get(key)! }];
    });
  }

  /** The believed successor of a contact that the new life has and that tells most. */
  #follow(old: number, newer: number, tie: Tie, beliefs: readonly Belief[]): { readonly gain: number; readonly key: number | null; readonly belief: number } {
    let gain = 0;
    let key: number | null = null;
    let belief = 0;
    for (const each of beliefs) {
      if (each.belief < LEAST_BELIEF) continue;
      belief += each.belief;
      const candidate = this.#news[each.new]!.key;
      const there = this.#news[newer]!.ties.get(candidate);
      if (there === undefined || each.new === newer) continue;
      const candidateGain = each.belief * this.#gain(old, newer, tie, there);
      if (candidateGain <= gain) continue;
      gain = candidateGain;
      key = candidate;
    }
    return { gain, key, belief: Math.min(1, belief) };
  }

  /** What it tells that the new life has an old one's tie, as `there`. */
  #gain(old: number, newer: number, tie: Tie, there: Tie): number {
    const oldLife = this.#olds[old]!;
    const kept = this.#keptShare(old, newer, tie);
    // Whoever meets many meets more of them by chance.
    const around = Math.max(1, this.#degreeAfter(there.key)) / this.#reachOf(old);
    const chance = Math.max(0.5 / this.#active, 1 - Math.exp(-around * this.#many(newer)));
    const found = Math.log((kept + (1 - kept) * chance) / chance);
    return kindOf(tie, oldLife) === 0 ? found : found + agreement(tie, oldLife.days, there, this.#news[newer]!.days);
  }

  #keptShare(old: number, newer: number, tie: Tie): number {
    const kind = kindOf(tie, this.#olds[old]!);
    return scaled(this.#habits.kept[kind]! * (kind === 0 ? this.#oldLasting[old]! : 1), this.#news[newer]!.days / this.#habits.daysAfter);
  }

  #knownShare(old: number, newer: number, tie: Tie): number {
    const kind = kindOf(tie, this.#news[newer]!);
    const share = scaled(this.#habits.known[kind]! * (kind === 0 ? this.#newLasting[newer]! : 1), this.#olds[old]!.days / this.#habits.daysBefore);
    return share * Math.min(1, Math.max(0.5, this.#olds[old]!.ties.size / this.#habits.tiesBefore));
  }

  /** Contacts of a new life against the usual. */
  #many(newer: number): number {
    return Math.max(0.5, this.#news[newer]!.ties.size / this.#habits.tiesAfter);
  }

  #isHub(key: number): boolean {
    const many = Math.max(HUB_LEAST, this.#active * HUB_SHARE);
    const row = this.#dataset.rowOf(key);
    return row >= 0 && this.#dataset.presence.contacts[row]! > many && this.#degreeAfter(key) > many;
  }

  #isThereAfter(key: number): boolean {
    const row = this.#dataset.rowOf(key);
    return row >= 0 && this.#dataset.presence.last[row]! >= this.#cutS;
  }

  #wasThereBefore(key: number): boolean {
    const row = this.#dataset.rowOf(key);
    return row >= 0 && this.#dataset.presence.first[row]! < this.#cutS;
  }

  #degreeAfter(key: number): number {
    return this.#surroundings(key).after;
  }

  #surroundings(key: number): Surroundings {
    let known = this.#known.get(key);
    if (known !== undefined) return known;
    const row = this.#dataset.rowOf(key);
    known = row < 0 ? NOBODY : this.#lookAround(row);
    this.#known.set(key, known);
    return known;
  }

  #lookAround(row: number): Surroundings {
    const { records } = this.#dataset;
    const { other, first, last } = contactsOfRecords(records.recordsOf(row), records.recordWords);
    let before = 0;
    let after = 0;
    for (let i = 0; i < other.length; i++) {
      if (first[i]! < this.#cutS) before++;
      if (last[i]! >= this.#cutS) after++;
    }
    if (this.#named + after > MOST_NAMED) return { before, after, others: null };
    this.#named += after;
    return { before, after, others: other.filter((_, i) => last[i]! >= this.#cutS) };
  }

  /** How many numbers can be met around an old number after the cut: the contacts of its contacts. */
  #reachOf(old: number): number {
    const known = this.#reach[old]!;
    return Number.isNaN(known) ? (this.#reach[old] = this.#lookForReach(this.#olds[old]!)) : known;
  }

  #lookForReach(life: Life): number {
    const seen = new Set<number>();
    let more = 0;
    const step = this.#active > FEW_ACTIVE ? Math.max(1, life.ties.size / SAMPLED_TIES) : 1;
    let looked = 0;
    let place = 0;
    for (const { key } of life.ties.values()) {
      if (place++ < looked * step) continue;
      looked++;
      if (this.#isHub(key)) continue;
      const { before, after, others } = this.#surroundings(key);
      // Whoever took the place of a contact that changed numbers will have about as many; some of them are the same people.
      if (this.#oldOf.has(key)) more += before / 2;
      else if (others === null || seen.size > MOST_REACH) more += after / 2;
      else for (const other of others) seen.add(other);
    }
    return Math.min(this.#active, Math.max(8, (seen.size + more) * step));
  }
}

/** A number's contacts before and after the cut, and who the latter are, unless that would be too much to keep. */
interface Surroundings {
  readonly before: number;
  readonly after: number;
  readonly others: Float64Array | null;
}

const NOBODY: Surroundings = { before: 0, after: 0, others: new Float64Array(0) };
/** Contacts kept by name, of all numbers together. */
const MOST_NAMED = 4_000_000;

/** A share per so much time, for another time. */
function scaled(share: number, times: number): number {
  return Math.max(0.01, Math.min(0.95, 1 - (1 - share) ** Math.min(3, times)));
}

/** Whether two ties are as strong and go the same way. */
function agreement(old: Tie, oldDays: number, newer: Tie, newDays: number): number {
  const part = (before: number, after: number) => {
    const noise = 0.25 + 1 / (before + 0.5) + 1 / (after + 0.5);
    return normalRatio(Math.log((before + 0.5) / oldDays) - Math.log((after + 0.5) / newDays), noise, noise + 1.5);
  };
  return Math.max(-2, 0.6 * (part(old.out, newer.out) + part(old.in, newer.in)));
}
