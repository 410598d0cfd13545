import type { NumberSet } from '../../records/numberSet.ts';
import { combineSets, emptySet, hasNumber, keysOf } from '../../records/numberSet.ts';
import { oncePerDataset } from '../datasetCache.ts';
import { scoreOfRow } from '../rowOfNumber.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import type { CollidedNumber, Collision, CollisionQuery } from './collision.ts';
import { evaluateSets } from './evaluateSets.ts';
import { parseSetExpression } from './setExpression.ts';
import { numberNames, sourceSet } from './sourceSet.ts';

const MOST_ROWS = 500;

/** All numbers to be left alone (特殊号码), of all lists. */
const leftAloneNumbers = oncePerDataset(({ tables }) =>
  tables.lists.filter(({ role }) => role === 'leftAlone').reduce((all, { numbers }) => combineSets(all, '|', numbers), emptySet));

/**
 * The numbers that an expression over named sets leaves (号码碰撞). Numbers that are in no record stay: a list of seized numbers
 * is worth comparing with another whether or not they called anybody here.
 * @throws SetExpressionError where the expression is wrong, with its place
 */
export function collideSets(dataset: ScoredDataset, { sets, expression, keepsLeftAlone, isWhole }: CollisionQuery): Collision {
  const parsed = parseSetExpression(expression, new Set(sets.map(({ name }) => name)));
  const read = new Map(sets.map(({ name, source }) => [name, sourceSet(dataset, source)]));
  const numbersOf = new Map([...read].map(([name, { numbers }]) => [name, numbers]));
  const all = evaluateSets(parsed, numbersOf);
  const alone = combineSets(all, '&', leftAloneNumbers(dataset));
  const found = keepsLeftAlone || alone.size === 0 ? all : combineSets(all, '-', alone);
  const best = new BestRows(dataset);
  for (const key of keysOf(found)) best.consider(key);
  const names = numberNames(dataset);
  return {
    sets: sets.map(({ name }) => {
      const { numbers, unread, unknown } = read.get(name)!;
      return { name, count: numbers.size, unread, unknown };
    }),
    total: found.size,
    inRecords: best.inRecords,
    leftAlone: alone.size,
    keptAlone: keepsLeftAlone,
    rows: best.take().map(({ key, row }): CollidedNumber => ({
      number: names.textOf(key), score: scoreOfRow(dataset, row), sets: namesHolding(numbersOf, key), records: row < 0 ? 0 : recordsOf(dataset, row),
    })),
    text: isWhole ? textOf(found, (key) => names.textOf(key)) : null,
  };
}

function namesHolding(sets: ReadonlyMap<string, NumberSet>, key: number): string[] {
  return [...sets].filter(([, set]) => hasNumber(set, key)).map(([name]) => name);
}

function recordsOf({ records }: ScoredDataset, row: number): number {
  const { from, to } = records.recordsOf(row);
  return to - from;
}

function textOf(set: NumberSet, nameOf: (key: number) => string): string {
  const lines: string[] = [];
  for (const key of keysOf(set)) lines.push(nameOf(key));
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** Those of highest score, then the first of those without records; the rest is only counted. */
class BestRows {
  inRecords = 0;
  readonly #dataset: ScoredDataset;
  #scored: { readonly key: number; readonly row: number; readonly logOdds: number }[] = [];
  readonly #others: number[] = [];
  #least = -Infinity;

  constructor(dataset: ScoredDataset) {
    this.#dataset = dataset;
  }

  consider(key: number): void {
    const row = this.#dataset.rowOf(key);
    if (row < 0) {
      if (this.#others.length < MOST_ROWS) this.#others.push(key);
      return;
    }
    this.inRecords++;
    const value = this.#dataset.scores.logOdds[row]!;
    const logOdds = Number.isNaN(value) ? -1e9 : value;
    if (logOdds <= this.#least) return;
    this.#scored.push({ key, row, logOdds });
    if (this.#scored.length >= MOST_ROWS * 2) this.#cut();
  }

  take(): { readonly key: number; readonly row: number }[] {
    this.#cut();
    return [...this.#scored, ...this.#others.map((key) => ({ key, row: -1 }))].slice(0, MOST_ROWS);
  }

  #cut(): void {
    this.#scored = this.#scored.sort((a, b) => b.logOdds - a.logOdds || a.key - b.key).slice(0, MOST_ROWS);
    if (this.#scored.length === MOST_ROWS) this.#least = this.#scored.at(-1)!.logOdds;
  }
}
