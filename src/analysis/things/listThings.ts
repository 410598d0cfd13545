import { findNumberKey, NO_NUMBER } from '../../records/numberKey.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import type { ThingPage, ThingQuery } from './thing.ts';
import { thingSources } from './thingSources.ts';

/** The devices, cells, accounts … of some numbers: those of most of them first, then those with most records. */
export function listThings(dataset: ScoredDataset, { numbers, kind, limit }: ThingQuery): ThingPage {
  const source = thingSources[kind];
  const unknown: string[] = [];
  const found = new Map<string, { numbers: number; records: number }>();
  for (const number of numbers) {
    const key = findNumberKey(number, dataset.oddNumbers);
    const row = key === NO_NUMBER ? -1 : dataset.rowOf(key);
    const ties = key === NO_NUMBER ? new Map<string, { records: number }>() : source.of(dataset, { key, row });
    if (row < 0 && ties.size === 0) unknown.push(number);
    for (const [name, { records }] of ties) {
      const known = found.get(name) ?? { numbers: 0, records: 0 };
      known.numbers++;
      known.records += records;
      found.set(name, known);
    }
  }
  const rows = Array.from(found, ([name, counts]) => ({ name, ...counts }))
    .sort((a, b) => b.numbers - a.numbers || b.records - a.records || (a.name < b.name ? -1 : 1));
  return { unknown, total: rows.length, rows: rows.slice(0, limit) };
}
