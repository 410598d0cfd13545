/**
 * What the registers say of two lives being one person's, or one supply's: whose ID document was shown, where the card was sold, from
 * which contract, when it was activated, and whether the old one was closed, suspended or blocked. Log-likelihood ratios, as in `likeness.ts`.
 */
import { hasNumber } from '../../../records/numberSet.ts';
import { DAY_S } from '../../../records/days.ts';
import type { ScoredDataset } from '../../scoredDataset.ts';
import { rowsWith, tableOf, textAt } from '../../tables/tableIndex.ts';
import type { Life } from './life.ts';

/** What was written of a card. Ids of texts, 0 where nothing was. */
export interface Registration {
  readonly document: number;
  readonly outlet: number;
  readonly contract: number;
  /** Local seconds; NaN where nobody says. */
  readonly activated: number;
  /** What became of the card; null where nobody says. */
  readonly fate: Fate | null;
}

/** Blocked or seized by others, closed by its holder, suspended (mostly for debts), or in use. */
export type Fate = 'blocked' | 'closed' | 'suspended' | 'open';

type Column = 'document' | 'outlet' | 'contract';

/** What two cards have in common: ids of texts, 0 for nothing; and when the new one was activated, in local seconds, NaN where nobody says. */
export type SharedRegistration = Readonly<Record<Column | 'activated', number>>;

/** Shares of successors of which these things are so (assumed: families that change numbers show their own document, gangs another's). */
const SAME_DOCUMENT = 0.5;
const SAME_OUTLET = 0.3;
const SAME_CONTRACT = 0.35;
const SAME_BATCH = 0.3;
const ACTIVATED_FOR_IT = 0.9;
/** What became of cards that another took the place of, as shares (assumed): whoever lets a card go for good mostly needs no other. */
const FATES: Readonly<Record<Fate, number>> = { blocked: 0.45, closed: 0.4, suspended: 0.05, open: 0.1 };
/** A card is activated so many days before its first record (assumed). */
const ACTIVATED_BEFORE_DAYS = 45;
/** Cards of one batch are about so many numbers apart (assumed). */
const BATCH = 10;
const NEIGHBOURS = 50;
/** Shorter numbers are extensions and pseudonyms, which nobody buys in batches. */
const LEAST_LONG = 1e8;
/** Several signs of one sale are one sale; a document says more than all of them. */
const MOST_OF_SALE = 4;
const MOST_OF_DOCUMENT = 6;
const MOST_OF_CARD = 2.5;

const fateWords: readonly (readonly [Fate, RegExp])[] = [
  ['blocked', /封|冻结|关停|涉案|涉诈|block|barred|frozen|seiz/i], ['closed', /销|拆机|注销|clos|cancel|terminat|disconnect|deactiv/i], ['suspended', /停机|欠费|暂停|suspend|arrear/i],
];

/** What the registers say of a number; null where they do not name it. */
export function registrationOf(dataset: ScoredDataset, key: number): Registration | null {
  const table = tableOf(dataset, 'subscriptions');
  const isSeized = dataset.tables.lists.some(({ role, numbers }) => role === 'seized' && hasNumber(numbers, key));
  const row = table === null ? undefined : rowsWith(table, 'number', key).at(-1);
  if (table === null || row === undefined) return isSeized ? { document: 0, outlet: 0, contract: 0, activated: NaN, fate: 'blocked' } : null;
  const { document, outlet, contract, activated, closed, status } = table.columns;
  const said = textAt(dataset, status[row]!);
  return {
    document: document[row]!,
    outlet: outlet[row]!,
    contract: contract[row]!,
    activated: activated[row]!,
    fate: isSeized ? 'blocked' : fateOf(said) ?? (Number.isNaN(closed[row]!) ? (said === null ? null : 'open') : 'closed'),
  };
}

function fateOf(status: string | null): Fate | null {
  return status === null ? null : (fateWords.find(([, words]) => words.test(status))?.[0] ?? null);
}

/** How common what is registered is among the lives at hand. */
export class RegisterComparison {
  readonly #olds: readonly (Registration | null)[];
  readonly #news: readonly (Registration | null)[];
  readonly #oldLives: readonly Life[];
  readonly #newLives: readonly Life[];
  readonly #counts: Readonly<Record<Column, ReadonlyMap<number, number>>>;
  readonly #fates: ReadonlyMap<Fate, number>;
  readonly #recent: number;
  /** Of each new number: those within NEIGHBOURS of it. */
  readonly #neighbours: readonly number[];

  constructor(dataset: ScoredDataset, oldLives: readonly Life[], newLives: readonly Life[]) {
    this.#oldLives = oldLives;
    this.#newLives = newLives;
    this.#olds = oldLives.map(({ key }) => registrationOf(dataset, key));
    this.#news = newLives.map(({ key }) => registrationOf(dataset, key));
    const count = (column: Column) => {
      const counts = new Map<number, number>();
      for (const registration of this.#news) {
        const value = registration?.[column] ?? 0;
        if (value !== 0) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      return counts;
    };
    this.#counts = { document: count('document'), outlet: count('outlet'), contract: count('contract') };
    const fates = this.#olds.flatMap((registration) => registration?.fate ?? []);
    this.#fates = new Map(Array.from(Map.groupBy(fates, (fate) => fate), ([fate, all]) => [fate, all.length / fates.length]));
    this.#recent = shareOf(this.#news.map((registration, newer) => (registration === null ? null : isActivatedFor(registration, newLives[newer]!))));
    const keys = Float64Array.from(newLives, ({ key }) => key).sort();
    this.#neighbours = newLives.map(({ key }) => firstAbove(keys, key + NEIGHBOURS) - firstAbove(keys, key - NEIGHBOURS - 1));
  }

  /** What both have in common in the registers; null where they do not name both. */
  shared(old: number, newer: number): SharedRegistration | null {
    const [before, after] = [this.#olds[old] ?? null, this.#news[newer] ?? null];
    if (before === null || after === null) return null;
    const same = (column: Column) => (before[column] === after[column] ? before[column] : 0);
    return { document: same('document'), outlet: same('outlet'), contract: same('contract'), activated: after.activated };
  }

  hasEnded(old: number): boolean {
    return isEnded(this.#olds[old] ?? null);
  }

  evidence(old: number, newer: number): number {
    const [before, after] = [this.#olds[old] ?? null, this.#news[newer] ?? null];
    const fate = before === null || before.fate === null ? 0 : within(MOST_OF_CARD, Math.log(FATES[before.fate] / this.#fates.get(before.fate)!));
    const recent = cardEvidence(after === null ? null : isActivatedFor(after, this.#newLives[newer]!), ACTIVATED_FOR_IT, this.#recent);
    const document = this.#sameness('document', SAME_DOCUMENT, before, after);
    const sale = this.#sameness('outlet', SAME_OUTLET, before, after) + this.#sameness('contract', SAME_CONTRACT, before, after) + this.#batchEvidence(old, newer);
    return fate + recent + (document > 0 ? Math.min(MOST_OF_DOCUMENT, document) : document + Math.max(-1, Math.min(MOST_OF_SALE, sale)));
  }

  #sameness(column: Column, kept: number, before: Registration | null, after: Registration | null): number {
    const [was, is] = [before?.[column] ?? 0, after?.[column] ?? 0];
    if (was === 0 || is === 0) return 0;
    if (was !== is) return Math.log(1 - kept);
    const chance = ((this.#counts[column].get(is) ?? 0) + 0.5) / (this.#news.length + 1);
    return Math.log((kept + (1 - kept) * chance) / chance);
  }

  /** Numbers side by side came out of one box. */
  #batchEvidence(old: number, newer: number): number {
    const [before, after] = [this.#oldLives[old]!.key, this.#newLives[newer]!.key];
    if (!(before >= LEAST_LONG) || Math.abs(after - before) > NEIGHBOURS) return 0;
    const near = Math.exp(-Math.abs(after - before) / BATCH) / (2 * BATCH);
    const chance = (this.#neighbours[newer]! + 0.5) / (this.#newLives.length + 1) / (2 * NEIGHBOURS);
    return Math.log((SAME_BATCH * near + (1 - SAME_BATCH) * chance) / chance);
  }
}

function isActivatedFor({ activated }: Registration, { firstAt }: Life): boolean | null {
  return Number.isNaN(activated) ? null : activated >= firstAt - ACTIVATED_BEFORE_DAYS * DAY_S;
}

/** What it says of a pair that this is so of one of the two, where it is so of a share of all at hand. */
function cardEvidence(isSo: boolean | null, ofSuccessors: number, ofAll: number): number {
  if (isSo === null) return 0;
  const ratio = isSo ? ofSuccessors / ofAll : (1 - ofSuccessors) / (1 - ofAll);
  return within(MOST_OF_CARD, Math.log(ratio));
}

function within(most: number, value: number): number {
  return Math.max(-most, Math.min(most, value));
}

/** True of a card that was closed, suspended or blocked: it no longer works, or not for its holder. */
export function isEnded(registration: Registration | null): boolean {
  return registration !== null && registration.fate !== null && registration.fate !== 'open';
}

/** Share of those of which it is known that it is so, kept from 0 and 1. */
function shareOf(values: readonly (boolean | null)[]): number {
  const known = values.filter((value) => value !== null);
  return (known.filter(Boolean).length + 1) / (known.length + 2);
}

/** Index of the first of ascending keys above a key. */
function firstAbove(keys: Float64Array, key: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keys[middle]! <= key) low = middle + 1;
    else high = middle;
  }
  return low;
}
