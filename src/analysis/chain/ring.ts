/** The other numbers of a chain: what is behind one number is behind these too, and their victims are the same case. */
import { findDevice } from '../deviceTexts.ts';
import { sharedDevices } from '../devices.ts';
import { isLeftAlone } from '../numberMarks.ts';
import { scoreOf } from '../scoreOf.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import { cardsOfNumber } from '../tables/cardsOfNumber.ts';
import { rowsWith, tableOf, textAt, textId } from '../tables/tableIndex.ts';
import { numberText } from '../../records/numberKey.ts';
import type { ChainContext } from './chainContext.ts';
import { chainContext, isBad } from './chainContext.ts';
import type { ChainHop, Ring, RingMember, TieKind } from './chainHop.ts';
import { contractOf, numbersOfContract } from './pool.ts';
import { findVictims } from './victims.ts';

/** Members told of, the closest first; the others are only counted. */
const MOST_MEMBERS = 50;
/** Victims told of by name for each member. */
const MOST_VICTIMS = 20;
/**
 * What ties two numbers: one handset, one document or one bank card is one hand; of one contract or one merchant are also people who
 * have nothing to do with each other, so there only numbers that went bad are counted in.
 */
const weights: Record<TieKind, number> = { device: 3, document: 3, bankCard: 3, pool: 1, merchant: 1 };
/** A document or card that more numbers share is a firm's, or a placeholder (assumed); then only those that went bad count. */
const MOST_OF_ONE_HAND = 50;

/** Numbers that share the device, document, bank card, contract or merchant of the chain's number, with their own victims. */
export function findRing(context: ChainContext, hops: readonly ChainHop[]): Ring {
  const { dataset, key } = context;
  const ties = new Map<number, RingMember['ties'][number][]>();
  const tie = (kind: TieKind, name: string, numbers: readonly number[]) => {
    const isOneHand = weights[kind] > 1 && numbers.length <= MOST_OF_ONE_HAND;
    for (const other of new Set(numbers)) {
      const row = dataset.rowOf(other);
      if (other === key || other === 0 || (row >= 0 && isLeftAlone(dataset, row)) || (!isOneHand && kind !== 'device' && !isBad(dataset, other))) continue;
      const known = ties.get(other);
      if (known === undefined) ties.set(other, [{ kind, name }]);
      else if (!known.some((each) => each.kind === kind && each.name === name)) known.push({ kind, name });
    }
  };

  const devices = hops.some(({ kind }) => kind === 'device') ? sharedDevices(dataset) : null;
  for (const { kind, to } of hops) {
    if (kind === 'device') tie('device', to, (devices?.get(findDevice(dataset, to)) ?? []).map((row) => dataset.features.numbers[row]!));
    if (kind === 'merchant') tie('merchant', to, registeredWith(dataset, 'agent', textId(dataset, to)));
  }
  const register = tableOf(dataset, 'subscriptions');
  for (const row of rowsWith(register, 'number', key)) {
    const document = register!.columns.document[row]!;
    if (document !== 0) tie('document', textAt(dataset, document)!, registeredWith(dataset, 'document', document));
  }
  for (const card of cardsOfNumber(dataset, key)) tie('bankCard', textAt(dataset, card)!, holdersOf(dataset, card));
  const contract = contractOf(context)?.contract;
  if (contract !== undefined) tie('pool', textAt(dataset, contract)!, [...numbersOfContract(dataset, contract)]);

  const scored = [...ties].map(([other, shared]) => ({ other, shared, row: dataset.rowOf(other), weight: shared.reduce((sum, { kind }) => sum + weights[kind], 0) }));
  const logOdds = (row: number) => (row < 0 ? -Infinity : dataset.scores.logOdds[row]!);
  scored.sort((a, b) => b.weight - a.weight || logOdds(b.row) - logOdds(a.row) || a.other - b.other);
  const victims = new Set(hops.flatMap(({ kind, from }) => (kind === 'victim' ? [from] : [])));
  const members = scored.slice(0, MOST_MEMBERS).map(({ other, shared, row }): RingMember => {
    const own = findVictims(chainContext(dataset, other)).map(({ from }) => from);
    for (const victim of own) victims.add(victim);
    return {
      number: numberText(other, dataset.oddNumbers), score: row < 0 ? null : scoreOf(logOdds(row)), ties: shared, victims: own.slice(0, MOST_VICTIMS), victimCount: own.length,
    };
  });
  return { members, memberCount: scored.length, victimCount: victims.size };
}

function registeredWith(dataset: ScoredDataset, column: 'agent' | 'document', value: number): number[] {
  const table = tableOf(dataset, 'subscriptions');
  return table === null ? [] : Array.from(rowsWith(table, column, value), (row) => table.columns.number[row]!);
}

/** Numbers that the records call a bank card's holder, or whose accounts pay out to it. */
function holdersOf(dataset: ScoredDataset, card: number): number[] {
  const transfers = tableOf(dataset, 'transfers');
  const accounts = tableOf(dataset, 'registrations');
  return [
    ...Array.from(rowsWith(transfers, 'toCard', card), (row) => transfers!.columns.toNumber[row]!),
    ...Array.from(rowsWith(transfers, 'fromCard', card), (row) => transfers!.columns.fromNumber[row]!),
    ...Array.from(rowsWith(accounts, 'card', card), (row) => accounts!.columns.number[row]!),
  ].filter((number) => number !== 0);
}
