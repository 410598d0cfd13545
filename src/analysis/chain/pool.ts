/** The number-pool contract that the number is of, and the employee who made it possible. */
import { firstAtLeast } from '../../records/sortedKeys.ts';
import { poolRowsOf } from '../describeBackground.ts';
import { oncePerDataset } from '../datasetCache.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import { rowsWith, tableOf, textAt, valuesOf } from '../tables/tableIndex.ts';
import { MOST_STRENGTH } from './chance.ts';
import type { ChainContext } from './chainContext.ts';
import { fromRows } from './chainContext.ts';
import type { ChainHop } from './chainHop.ts';
import { concentrationOf } from './registration.ts';

/** One row of a register in a hundred is wrong (assumed). */
const REGISTER_STRENGTH = 2;
/** A clerk is called an insider when what the records show would happen by chance once in a hundred. */
const INSIDER_STRENGTH = 2;
/** Looking is not doing. */
const LOOKS_ONLY = /查询|查看|浏览|检索|query|view|read|search|look|list|login|登录/i;
/** A contract's papers are made within so many days of each other. */
const PAPERS_S = 10 * 86_400;
const DAY_S = 86_400;
/** Office hours (assumed): what happens outside of them is noted. */
const OFFICE = [7 * 3600, 19 * 3600] as const;

/** Contract by its text id. */
interface ContractRow {
  readonly row: number;
  readonly contract: number;
}

export function contractOf({ dataset, key }: Pick<ChainContext, 'dataset' | 'key'>): ContractRow | null {
  const table = tableOf(dataset, 'pools');
  const rows = poolRowsOf(dataset, key);
  if (table === null || rows.length === 0) return null;
  const subscriptions = tableOf(dataset, 'subscriptions');
  const named = subscriptions === null ? [] : Array.from(rowsWith(subscriptions, 'number', key), (row) => subscriptions.columns.contract[row]!);
  const row = rows.find((candidate) => named.includes(table.columns.contract[candidate]!)) ?? rows[0]!;
  return { row, contract: table.columns.contract[row]! };
}

export function findPools(context: ChainContext): ChainHop[] {
  const { dataset, key, number } = context;
  const found = contractOf(context);
  const table = tableOf(dataset, 'pools');
  if (found !== null && table !== null) {
    const shared = concentrationOf(dataset, numbersOfContract(dataset, found.contract), key);
    return [{
      kind: 'pool', from: number, to: textAt(dataset, found.contract)!, strength: Math.min(MOST_STRENGTH, REGISTER_STRENGTH + shared.strength), alternatives: [],
      evidence: fromRows(dataset, 'register', table, [found.row], 'signed', { numbers: shared.numbers, bad: shared.bad, customer: textAt(dataset, table.columns.customer[found.row]!) ?? '' }),
    }];
  }
  // Without the contracts, the register may name one.
  const subscriptions = tableOf(dataset, 'subscriptions');
  if (subscriptions === null) return [];
  return Array.from(rowsWith(subscriptions, 'number', key)).flatMap((row): ChainHop[] => {
    const contract = textAt(dataset, subscriptions.columns.contract[row]!);
    if (contract === null) return [];
    const numbers = Array.from(rowsWith(subscriptions, 'contract', subscriptions.columns.contract[row]!), (other) => subscriptions.columns.number[other]!);
    const shared = concentrationOf(dataset, numbers, key);
    return [{
      kind: 'pool', from: number, to: contract, strength: Math.min(MOST_STRENGTH, REGISTER_STRENGTH + shared.strength), alternatives: [],
      evidence: fromRows(dataset, 'register', subscriptions, [row], 'activated', { numbers: shared.numbers, bad: shared.bad }),
    }];
  });
}

/** Numbers of the records that are in a contract's ranges. @param contract its text's id + 1 */
export function* numbersOfContract(dataset: ScoredDataset, contract: number): Generator<number> {
  const table = tableOf(dataset, 'pools')!;
  const { first, last } = table.columns;
  const numbers = sortedNumbers(dataset);
  for (const row of rowsWith(table, 'contract', contract)) {
    for (let at = firstAtLeast(numbers, first[row]!); at < numbers.length && numbers[at]! <= last[row]!; at++) yield numbers[at]!;
  }
}

const sortedNumbers = oncePerDataset(({ features }) => features.numbers.slice().sort());

/** How a contract came about: who did what about it, how fast, from where and when. */
interface Procedure {
  /** Text ids of employees. */
  readonly clerk: number;
  readonly acts: readonly { readonly row: number; readonly employee: number }[];
  /** Seconds from the first act about it to the last. */
  readonly durationS: number;
  /** Acts by another than the clerk from the clerk's own host. */
  readonly foreignHosts: number;
  readonly outOfHours: number;
  /** Clerk and approver are one, by the contract itself. */
  readonly isSelfApproved: boolean;
}

const procedures = oncePerDataset((dataset): Map<number, Procedure> => {
  const pools = tableOf(dataset, 'pools');
  const log = tableOf(dataset, 'accessLog');
  const all = new Map<number, Procedure>();
  if (pools === null) return all;
  for (const contract of valuesOf(pools, 'contract')) {
    const [row] = rowsWith(pools, 'contract', contract);
    const named = pools.columns.clerk[row!]!;
    const approver = pools.columns.approver[row!]!;
    const acts = log === null ? [] : Array.from(rowsWith(log, 'target', contract), (act) => ({ row: act, employee: log.columns.employee[act]!, at: log.columns.time[act]!, host: log.columns.host[act]! }))
      .filter(({ row: act }) => !LOOKS_ONLY.test(textAt(dataset, log.columns.action[act]!) ?? ''))
      .sort((a, b) => a.at - b.at);
    const begun = acts.filter(({ at }) => at - acts[0]!.at <= PAPERS_S);
    const clerk = named || begun[0]?.employee || approver;
    const hosts = new Set(begun.filter(({ employee }) => employee === clerk).map(({ host }) => host));
    all.set(contract, {
      clerk,
      acts: begun,
      durationS: begun.length < 2 ? Infinity : begun.at(-1)!.at - begun[0]!.at,
      foreignHosts: begun.filter(({ employee, host }) => employee !== clerk && host !== 0 && hosts.has(host)).length,
      outOfHours: begun.filter(({ at }) => at % DAY_S < OFFICE[0] || at % DAY_S > OFFICE[1]).length,
      isSelfApproved: (named !== 0 && named === approver) || (begun.length > 1 && begun.every(({ employee }) => employee === clerk)),
    });
  }
  return all;
});

/**
 * The employee behind the contract: who entered it, where its numbers went bad, or it came about as others do not. A clerk whose
 * contracts are like all others is no insider, and is not named.
 */
export function findInsiders(context: ChainContext): ChainHop[] {
  const { dataset, key } = context;
  const found = contractOf(context);
  const pools = tableOf(dataset, 'pools');
  if (found === null || pools === null) return [];
  const all = procedures(dataset);
  const procedure = all.get(found.contract)!;
  const name = textAt(dataset, procedure.clerk);
  if (name === null) return [];
  const shared = concentrationOf(dataset, numbersOfContract(dataset, found.contract), key);
  // Of contracts, this share is as odd in the same way: an empirical chance, one more counted on either side.
  const share = (isAsOdd: (other: Procedure) => boolean) => -Math.log10(([...all.values()].filter((other) => other !== procedure && isAsOdd(other)).length + 1) / (all.size + 1));
  const odd = Math.max(
    procedure.isSelfApproved ? share((other) => other.isSelfApproved) : 0,
    procedure.foreignHosts > 0 ? share((other) => other.foreignHosts > 0) : 0,
    procedure.durationS < DAY_S ? share((other) => other.durationS <= procedure.durationS) : 0,
    procedure.outOfHours > 0 ? share((other) => other.outOfHours >= procedure.outOfHours) : 0,
  );
  const strength = Math.min(MOST_STRENGTH, shared.strength + odd);
  if (strength < INSIDER_STRENGTH || shared.bad === 0) return [];
  const log = tableOf(dataset, 'accessLog');
  const facts = {
    numbers: shared.numbers, bad: shared.bad, contracts: all.size, selfApproved: procedure.isSelfApproved ? 1 : 0, foreignHosts: procedure.foreignHosts, outOfHours: procedure.outOfHours,
    ...(Number.isFinite(procedure.durationS) ? { durationS: procedure.durationS } : {}),
  };
  const approver = pools.columns.approver[found.row]!;
  const others = new Set([approver, ...procedure.acts.map(({ employee }) => employee)]);
  others.delete(procedure.clerk);
  others.delete(0);
  return [{
    kind: 'insider', from: textAt(dataset, found.contract)!, to: name, strength,
    evidence: log !== null && procedure.acts.length > 0
      ? fromRows(dataset, 'procedure', log, procedure.acts.map(({ row }) => row), 'time', facts)
      : fromRows(dataset, 'procedure', pools, [found.row], 'signed', facts),
    alternatives: [...others].map((employee) => ({ to: textAt(dataset, employee)!, strength: shared.strength })),
  }];
}
