/** The things of a link graph: which numbers an opened one brings in, and what ties those shown. */
import { numberText } from '../../records/numberKey.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import type { NetworkThing, Thing, ThingKind, ThingTie } from './thing.ts';
import { parseThing, thingText } from './thing.ts';
import type { Asked } from './thingSource.ts';
import { thingSources } from './thingSources.ts';

/** Keys of the numbers that an opened thing shows: most records first, then the highest scores. */
export function numbersOfThing(dataset: ScoredDataset, { kind, name }: Thing, most: number): number[] {
  const logOdds = (key: number) => {
    const row = dataset.rowOf(key);
    const value = row < 0 ? NaN : dataset.scores.logOdds[row]!;
    return Number.isNaN(value) ? -Infinity : value;
  };
  return Array.from(thingSources[kind].numbersOf(dataset, name, []), ([key, records]) => ({ key, records, logOdds: logOdds(key) }))
    .sort((a, b) => b.records - a.records || (a.logOdds === b.logOdds ? a.key - b.key : b.logOdds - a.logOdds))
    .slice(0, most)
    .map(({ key }) => key);
}

/**
 * @param things those shown, as `thingText` writes them, opened ones first
 * @param numbers all numbers shown
 * @returns things that are tied to nothing in the dataset are `unknown`
 */
export function tieThings(dataset: ScoredDataset, things: ReadonlyMap<string, { readonly isOpen: boolean }>, numbers: readonly Asked[]): {
  readonly things: NetworkThing[]; readonly ties: ThingTie[]; readonly unknown: string[];
} {
  const ties: ThingTie[] = [];
  const tied = new Map<string, number[]>();
  const shownKinds = new Set([...things.keys()].flatMap((text) => parseThing(text)?.kind ?? []));
  for (const number of numbers) {
    const text = numberText(number.key, dataset.oddNumbers);
    for (const kind of shownKinds) {
      for (const [name, tie] of thingSources[kind].of(dataset, number)) {
        const thing = thingText({ kind, name });
        if (!things.has(thing)) continue;
        ties.push({ kind, name, number: text, ...tie });
        const known = tied.get(thing);
        if (known === undefined) tied.set(thing, [number.key]);
        else known.push(number.key);
      }
    }
  }
  const found: NetworkThing[] = [];
  const unknown: string[] = [];
  for (const [text, { isOpen }] of things) {
    const thing = parseThing(text);
    const known = tied.get(text) ?? [];
    const all = thing === null ? 0 : thingSources[thing.kind].numbersOf(dataset, thing.name, known).size;
    if (thing === null || all === 0) unknown.push(text);
    else found.push({ ...thing, numbers: all, hidden: Math.max(0, all - known.length), isOpen });
  }
  return { things: found, ties, unknown };
}

/** The thing of a kind that a number has most records with; null for none. */
export function groupOf(dataset: ScoredDataset, number: Asked, kind: ThingKind): string | null {
  let best: { readonly name: string; readonly records: number } | null = null;
  for (const [name, { records }] of thingSources[kind].of(dataset, number)) {
    if (best === null || records > best.records || (records === best.records && name < best.name)) best = { name, records };
  }
  return best?.name ?? null;
}
