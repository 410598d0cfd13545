import type { SichuanRows } from './sichuan.ts';

/** A rule of thumb: one suspicion per row, higher is worse. */
export interface Baseline {
  readonly name: string;
  readonly suspicions: (rows: SichuanRows) => Float64Array;
}

/** The two rules that a score has to beat. A number without calls gets the middle: the rule says nothing of it. */
export const baselines: readonly Baseline[] = [
  { name: 'callsPerContact', suspicions: ({ columns }) => ranks(columns.get('phone2opposite_mean')!).map((rank) => 1 - rank) },
  {
    name: 'fanOutAndShortCalls',
    suspicions: ({ columns }) => {
      const contacts = ranks(columns.get('opposite_unique')!);
      const durations = ranks(columns.get('call_dur_median')!);
      return contacts.map((contact, row) => (contact + 1 - durations[row]!) / 2);
    },
  },
];

/** Each value's place among the known ones, 0–1, ties alike; 0.5 where missing. */
function ranks(column: Float64Array): Float64Array {
  const sorted = column.filter((value) => !Number.isNaN(value)).sort();
  const place = new Map<number, number>();
  for (let from = 0; from < sorted.length;) {
    let to = from;
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    place.set(sorted[from]!, (from + to) / 2 / sorted.length);
    from = to;
  }
  return column.map((value) => place.get(value) ?? 0.5);
}
