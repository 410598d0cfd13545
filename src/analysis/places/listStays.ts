import { localTimeText } from '../../records/days.ts';
import type { Page } from '../answers.ts';
import { rowOfNumber } from '../rowOfNumber.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import { cellSites } from '../tables/cellSites.ts';
import type { Stay, StayKind, StayPage } from './placeAnswers.ts';
import type { NumberWhereabouts, StaySpan } from './whereabouts.ts';
import { whereaboutsOf } from './whereabouts.ts';

/** A page of the number's stays at places, oldest first. */
export function listStays(dataset: ScoredDataset, { number, kind, page }: { readonly number: string; readonly kind: StayKind; readonly page: Page }): StayPage {
  const row = rowOfNumber(dataset, number);
  if (row < 0) return { total: 0, rows: [] };
  const whereabouts = whereaboutsOf(dataset, row);
  const stays = kind === 'all' ? whereabouts.stays : whereabouts.stays.filter(({ arrival }) => (arrival?.verdict ?? null) !== null);
  return { total: stays.length, rows: stays.slice(page.offset, page.offset + page.limit).map((stay) => stayAt(dataset, whereabouts, stay)) };
}

function stayAt(dataset: ScoredDataset, { at, offset, cell }: NumberWhereabouts, { from, to, arrival }: StaySpan): Stay {
  const timeText = (i: number) => localTimeText(at[i]!, dataset.context.offsetsS[offset[i]!] ?? 0);
  const counts = new Map<number, number>();
  for (let i = from; i <= to; i++) counts.set(cell[i]!, (counts.get(cell[i]!) ?? 0) + 1);
  const [busiest] = [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
  return {
    cell: dataset.cells.text(busiest - 1), place: cellSites(dataset).get(busiest)?.place ?? null, cells: counts.size, from: timeText(from), to: timeText(to),
    records: to - from + 1, arrival: arrival === null ? null : { ...arrival, since: timeText(from - 1), cell: dataset.cells.text(cell[from - 1]! - 1) },
  };
}
