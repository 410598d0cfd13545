import type { Companion, CompanionQuery, Companions } from '../answers.ts';
import { timeTextAt } from '../recordSpan.ts';
import { numberOfRow, rowOfNumber, scoreOfRow } from '../rowOfNumber.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import { chanceAmong, falseDiscoveryRates } from './chance.ts';
import { togetherElsewhere } from './elsewhere.ts';
import { DayRing, knowsSites, sightingsOf } from './sightings.ts';
import type { Together } from './togetherness.ts';
import { Whereabouts } from './togetherness.ts';

/** Together in fewer hours, two are not companions, however surprising. */
const LEAST_HOURS = 2;
const MOST_ROWS = 200;
const MOST_CELLS_NAMED = 5;

/**
 * Who goes where a number goes (伴随): others at the same place within minutes, hour by hour, beside as many hours as their
 * habits alone would give: the same two lives, one of them turned round by whole days. Colleagues and neighbours meet as often
 * then; companions do not. Where neither goes by habit, few days together tell more, and are weighed by themselves (`elsewhere.ts`). Surest first. A number that the dataset does not hold has none.
 */
export function* findCompanions(dataset: ScoredDataset, { number, minutes, metres }: CompanionQuery): Generator<number, Companions> {
  const target = rowOfNumber(dataset, number);
  const head = { isKnown: target >= 0, number, hasSites: knowsSites(dataset) };
  if (target < 0) return { ...head, sightings: 0, tested: 0, rows: [] };
  const whereabouts = new Whereabouts(dataset, target, { minutes, metres });
  const ring = new DayRing(dataset);
  const turns = ring.turns();
  const count = dataset.features.numbers.length;
  const found: { readonly row: number; readonly hours: readonly Together[]; readonly expected: number; readonly elsewhere: Companion['elsewhere']; readonly chance: number }[] = [];
  let tested = 0;
  for (let row = 0; row < count; row++) {
    if (row % 20_000 === 0) yield row / count;
    if (row === target) continue;
    const sightings = sightingsOf(dataset, row, whereabouts);
    if (sightings.at.length === 0) continue;
    tested++;
    const hours = whereabouts.together(sightings);
    if (hours.length < LEAST_HOURS) continue;
    const { expected, chance: byHabit } = chanceAmong(hours.length, turns.map((turn) => whereabouts.together(sightings, ring, turn).length));
    const elsewhere = togetherElsewhere((cell) => whereabouts.timesAt(cell), sightings, minutes * 60, ring.days);
    // Of two questions, the less likely answer counts, twice over, as there were two to choose from.
    found.push({ row, hours, expected, elsewhere: { days: elsewhere.days, expected: elsewhere.expected }, chance: Math.min(1, 2 * Math.min(byHabit, elsewhere.chance)) });
  }
  const rates = falseDiscoveryRates(found.map(({ chance }) => chance), tested);
  const rows = found
    .map(({ row, hours, expected, elsewhere, chance }, i): Companion => ({
      number: numberOfRow(dataset, row), score: scoreOfRow(dataset, row), hours: hours.length, expected, elsewhere, chance, falseDiscovery: rates[i]!,
      first: timeTextAt(dataset, target, hours[0]!.at), last: timeTextAt(dataset, target, hours.at(-1)!.at), cells: cellsNamed(dataset, hours),
    }))
    .sort((a, b) => a.chance - b.chance || b.hours - a.hours);
  return { ...head, sightings: whereabouts.sightings.at.length, tested, rows: rows.slice(0, MOST_ROWS) };
}

/** The cells in which they were together most. */
export function cellsNamed(dataset: ScoredDataset, together: readonly Together[]): string[] {
  const counts = new Map<number, number>();
  for (const { cell } of together) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).slice(0, MOST_CELLS_NAMED).map(([cell]) => dataset.cells.text(cell - 1));
}
