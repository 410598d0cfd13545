import type { ScoredDataset } from '../scoredDataset.ts';
import { rowsWith, tableOf } from './tableIndex.ts';

/** Bank cards that the open records tie to a number, as text ids + 1: it is their holder's, or an account made with it pays out to them. */
export function cardsOfNumber(dataset: Pick<ScoredDataset, 'tables'>, key: number): Set<number> {
  const transfers = tableOf(dataset, 'transfers');
  const registrations = tableOf(dataset, 'registrations');
  const cards = new Set<number>();
  if (transfers !== null) {
    const { fromCard, toCard, fromNumber, toNumber } = transfers.columns;
    for (const row of rowsWith(transfers, 'fromNumber', key)) cards.add(fromCard[row]!);
    for (const row of rowsWith(transfers, 'toNumber', key)) cards.add(toCard[row]!);
    // A number of which nobody says whose it is belongs to the account that the list is about: the one that pays.
    for (const row of rowsWith(transfers, 'number', key)) if (fromNumber[row] === 0 && toNumber[row] === 0) cards.add(fromCard[row]!);
  }
  if (registrations !== null) for (const row of rowsWith(registrations, 'number', key)) cards.add(registrations.columns.card[row]!);
  cards.delete(0);
  return cards;
}
