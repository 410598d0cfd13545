/** Where the card was registered, and whether who stands behind the outlet is a number merchant. */
import type { RecordTable } from '../../records/recordTables.ts';
import { oncePerDataset } from '../datasetCache.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import { rowsWith, tableOf, textAt, valuesOf } from '../tables/tableIndex.ts';
import { hypergeometricStrength, MOST_STRENGTH, ofSeveral } from './chance.ts';
import type { ChainContext } from './chainContext.ts';
import { fromRows, isBad } from './chainContext.ts';
import type { ChainHop } from './chainHop.ts';

/** One row of a register in a hundred is wrong (assumed). */
const REGISTER_STRENGTH = 2;
/** Numbers of an agent go bad this much more often than chance allows before it is called a merchant: one in a hundred, after every agent had its try. */
const MERCHANT_STRENGTH = 2;

/** Of registered numbers that the records know: all, and how many went bad. */
const registered = oncePerDataset((dataset) => {
  const table = tableOf(dataset, 'subscriptions');
  const numbers = table === null ? [] : valuesOf(table, 'number').filter((key) => dataset.rowOf(key) >= 0);
  return { all: numbers.length, bad: numbers.filter((key) => isBad(dataset, key)).length };
});

export interface Concentration {
  /** Numbers of this origin that the records know, without the one asked of; how many went bad. */
  readonly numbers: number;
  readonly bad: number;
  readonly strength: number;
}

/** How surprising it is that so many numbers of one origin went bad. @param numbers with duplicates; @param own the number that must not speak for itself */
export function concentrationOf(dataset: ScoredDataset, numbers: Iterable<number>, own: number): Concentration {
  const known = new Set([...numbers].filter((key) => key !== own && dataset.rowOf(key) >= 0));
  const bad = [...known].filter((key) => isBad(dataset, key)).length;
  const all = registered(dataset);
  const whole = all.all > 0 ? all : { all: dataset.features.numbers.length, bad: allBad(dataset) };
  const isOwnBad = isBad(dataset, own) ? 1 : 0;
  return { numbers: known.size, bad, strength: hypergeometricStrength(bad, known.size, Math.max(bad, whole.bad - isOwnBad), Math.max(known.size, whole.all - 1)) };
}

const allBad = oncePerDataset((dataset) => dataset.features.numbers.reduce((sum, key) => sum + (isBad(dataset, key) ? 1 : 0), 0));

export function findOutlets({ dataset, key, number }: ChainContext): ChainHop[] {
  const table = tableOf(dataset, 'subscriptions');
  if (table === null) return [];
  const { columns } = table;
  return Array.from(rowsWith(table, 'number', key)).flatMap((row): ChainHop[] => {
    const outlet = textAt(dataset, columns.outlet[row]!);
    if (outlet === null) return [];
    const shared = concentrationOf(dataset, numbersWith(table, 'outlet', row), key);
    return [{
      kind: 'outlet', from: textAt(dataset, columns.document[row]!) ?? number, to: outlet, strength: Math.min(MOST_STRENGTH, REGISTER_STRENGTH + shared.strength), alternatives: [],
      evidence: fromRows(dataset, 'register', table, [row], 'activated', { numbers: shared.numbers, bad: shared.bad }),
    }];
  });
}

/** The agent behind the outlet, where its numbers went bad far more often than others': a shop chain that sells to everybody is none. */
export function findMerchants({ dataset, key, number }: ChainContext): ChainHop[] {
  const table = tableOf(dataset, 'subscriptions');
  if (table === null) return [];
  const { columns } = table;
  const agents = valuesOf(table, 'agent').length;
  return Array.from(rowsWith(table, 'number', key)).flatMap((row): ChainHop[] => {
    const agent = textAt(dataset, columns.agent[row]!);
    if (agent === null) return [];
    const shared = concentrationOf(dataset, numbersWith(table, 'agent', row), key);
    const strength = ofSeveral(shared.strength, agents);
    if (strength < MERCHANT_STRENGTH) return [];
    const rows = [...rowsWith(table, 'agent', columns.agent[row]!)].filter((other) => isBad(dataset, columns.number[other]!));
    return [{
      kind: 'merchant', from: textAt(dataset, columns.outlet[row]!) ?? number, to: agent, strength, alternatives: [],
      evidence: fromRows(dataset, 'concentration', table, rows, 'activated', { numbers: shared.numbers, bad: shared.bad, agents }),
    }];
  });
}

function* numbersWith(table: RecordTable<'subscriptions'>, column: 'outlet' | 'agent', row: number): Generator<number> {
  for (const other of rowsWith(table, column, table.columns[column][row]!)) yield table.columns.number[other]!;
}
