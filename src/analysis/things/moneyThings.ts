/** Accounts made with numbers, and the bank cards that records of accounts and transfers tie to them. */
import { oncePerDataset } from '../datasetCache.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import { rowsWith, tableOf, textAt, textId, valuesOf } from '../tables/tableIndex.ts';
import type { ThingSource } from './thingSource.ts';
import { KeyCounts, RowTies } from './thingSource.ts';

/** `wx_31@WeChat`, or the account alone where no platform stands beside it; null without an account. */
function accountName(dataset: ScoredDataset, account: number, platform: number): string | null {
  const name = textAt(dataset, account);
  const at = textAt(dataset, platform);
  return name === null || at === null ? name : `${name}@${at}`;
}

const hasAccounts = oncePerDataset((dataset) => {
  const table = tableOf(dataset, 'registrations');
  return table !== null && valuesOf(table, 'account').length > 0;
});

export const account: ThingSource = {
  isThere: hasAccounts,
  of(dataset, { key }) {
    const table = tableOf(dataset, 'registrations');
    const found = new RowTies();
    if (table !== null) {
      for (const row of rowsWith(table, 'number', key)) found.add(accountName(dataset, table.columns.account[row]!, table.columns.platform[row]!), table, 'time', row);
    }
    return found.ties;
  },
  numbersOf(dataset, name) {
    const table = tableOf(dataset, 'registrations');
    const found = new KeyCounts();
    if (table === null) return found.counts;
    const { account: accounts, platform, number } = table.columns;
    // An account may hold an @ itself, a platform mostly does not.
    for (const text of [name, name.slice(0, Math.max(0, name.lastIndexOf('@')))]) {
      for (const row of rowsWith(table, 'account', textId(dataset, text))) if (accountName(dataset, accounts[row]!, platform[row]!) === name) found.add(number[row]!);
    }
    return found.counts;
  },
};

const hasCards = oncePerDataset((dataset) => {
  const transfers = tableOf(dataset, 'transfers');
  const registrations = tableOf(dataset, 'registrations');
  return (transfers !== null && (['number', 'fromNumber', 'toNumber'] as const).some((column) => valuesOf(transfers, column).length > 0))
    || (registrations !== null && valuesOf(registrations, 'card').length > 0);
});

/** Whose card a row of transfers ties to whom: as `cardsOfNumber`. */
export const bankCard: ThingSource = {
  isThere: hasCards,
  of(dataset, { key }) {
    const found = new RowTies();
    const transfers = tableOf(dataset, 'transfers');
    const registrations = tableOf(dataset, 'registrations');
    if (transfers !== null) {
      const { fromCard, toCard, fromNumber, toNumber } = transfers.columns;
      for (const row of rowsWith(transfers, 'fromNumber', key)) found.add(textAt(dataset, fromCard[row]!), transfers, 'time', row);
      for (const row of rowsWith(transfers, 'toNumber', key)) found.add(textAt(dataset, toCard[row]!), transfers, 'time', row);
      for (const row of rowsWith(transfers, 'number', key)) {
        if (fromNumber[row] === 0 && toNumber[row] === 0) found.add(textAt(dataset, fromCard[row]!), transfers, 'time', row);
      }
    }
    if (registrations !== null) for (const row of rowsWith(registrations, 'number', key)) found.add(textAt(dataset, registrations.columns.card[row]!), registrations, 'time', row);
    return found.ties;
  },
  numbersOf(dataset, name) {
    const found = new KeyCounts();
    const id = textId(dataset, name);
    const transfers = tableOf(dataset, 'transfers');
    const registrations = tableOf(dataset, 'registrations');
    if (transfers !== null) {
      const { fromNumber, toNumber, number } = transfers.columns;
      for (const row of rowsWith(transfers, 'fromCard', id)) found.add(fromNumber[row] === 0 && toNumber[row] === 0 ? number[row]! : fromNumber[row]!);
      for (const row of rowsWith(transfers, 'toCard', id)) found.add(toNumber[row]!);
    }
    if (registrations !== null) for (const row of rowsWith(registrations, 'card', id)) found.add(registrations.columns.number[row]!);
    return found.counts;
  },
};
