/** Outlets and contracts, which the register of cards and the contracts of number pools name. */
import { contractOf, numbersOfContract } from '../chain/pool.ts';
import { oncePerDataset } from '../datasetCache.ts';
import { rowsWith, tableOf, textAt, textId, valuesOf } from '../tables/tableIndex.ts';
import type { ThingSource } from './thingSource.ts';
import { KeyCounts, RowTies } from './thingSource.ts';

const hasOutlets = oncePerDataset((dataset) => {
  const table = tableOf(dataset, 'subscriptions');
  return table !== null && valuesOf(table, 'outlet').length > 0;
});

export const outlet: ThingSource = {
  isThere: hasOutlets,
  of(dataset, { key }) {
    const table = tableOf(dataset, 'subscriptions');
    const found = new RowTies();
    if (table !== null) for (const row of rowsWith(table, 'number', key)) found.add(textAt(dataset, table.columns.outlet[row]!), table, 'activated', row);
    return found.ties;
  },
  numbersOf(dataset, name) {
    const table = tableOf(dataset, 'subscriptions');
    const found = new KeyCounts();
    if (table !== null) for (const row of rowsWith(table, 'outlet', textId(dataset, name))) found.add(table.columns.number[row]!);
    return found.counts;
  },
};

const hasContracts = oncePerDataset((dataset) => {
  const subscriptions = tableOf(dataset, 'subscriptions');
  return tableOf(dataset, 'pools') !== null || (subscriptions !== null && valuesOf(subscriptions, 'contract').length > 0);
});

export const contract: ThingSource = {
  isThere: hasContracts,
  of(dataset, { key }) {
    const found = new RowTies();
    const subscriptions = tableOf(dataset, 'subscriptions');
    if (subscriptions !== null) {
      for (const row of rowsWith(subscriptions, 'number', key)) found.add(textAt(dataset, subscriptions.columns.contract[row]!), subscriptions, 'activated', row);
    }
    const pools = tableOf(dataset, 'pools');
    const pool = contractOf({ dataset, key });
    // A pool that the register names already is one tie.
    if (pools !== null && pool !== null && !found.ties.has(textAt(dataset, pool.contract) ?? '')) found.add(textAt(dataset, pool.contract), pools, 'signed', pool.row);
    return found.ties;
  },
  numbersOf(dataset, name) {
    const found = new KeyCounts();
    const id = textId(dataset, name);
    const subscriptions = tableOf(dataset, 'subscriptions');
    if (subscriptions !== null) for (const row of rowsWith(subscriptions, 'contract', id)) found.add(subscriptions.columns.number[row]!);
    if (tableOf(dataset, 'pools') !== null) {
      for (const key of numbersOfContract(dataset, id)) if (!found.counts.has(key) && contractOf({ dataset, key })?.contract === id) found.add(key);
    }
    return found.counts;
  },
};
