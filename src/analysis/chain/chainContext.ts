import { IS_ANSWERED, IS_OUT, IS_TEXT, MAX_DURATION_S, OFFSET_SHIFT } from '../../records/communication.ts';
import { localTimeText } from '../../records/days.ts';
import { numberText } from '../../records/numberKey.ts';
import type { RecordTable } from '../../records/recordTables.ts';
import { SUSPECT_LINE } from '../answers.ts';
import { oncePerDataset } from '../datasetCache.ts';
import { isLeftAlone, markOf, numberMarks } from '../numberMarks.ts';
import { fileAndLine } from '../listRecords.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import { scoreOf } from '../scoreOf.ts';
import { placeOf } from '../describeBackground.ts';
import type { HopEvidence } from './chainHop.ts';

/** A call or message of the number that the chain is of. */
export interface Contacted {
  readonly other: number;
  /** UTC seconds. */
  readonly at: number;
  readonly isOut: boolean;
  readonly isText: boolean;
  /** 0 where nobody spoke. */
  readonly durationS: number;
  readonly device: number;
  readonly card: number;
  readonly time: string;
  readonly place: { readonly file: string; readonly line: number };
}

/** What every finder of hops looks at. */
export interface ChainContext {
  readonly dataset: ScoredDataset;
  readonly key: number;
  readonly number: string;
  /** Row in the dataset, or -1. */
  readonly row: number;
  readonly contacted: readonly Contacted[];
}

export function chainContext(dataset: ScoredDataset, key: number): ChainContext {
  const row = dataset.rowOf(key);
  return { dataset, key, number: numberText(key, dataset.oddNumbers), row, contacted: row < 0 ? [] : contactedBy(dataset, row) };
}

function contactedBy(dataset: ScoredDataset, row: number): Contacted[] {
  const words = dataset.records.recordWords;
  const { f64, u32, from, to } = dataset.records.recordsOf(row);
  const all: Contacted[] = [];
  for (let record = from; record < to; record++) {
    const at = record * words;
    const half = at * 2;
    const traits = u32[half + 5]!;
    const offsetS = dataset.context.offsetsS[traits >>> OFFSET_SHIFT] ?? 0;
    const local = u32[half + 4]!;
    all.push({
      other: f64[at + 1]!, at: local - offsetS, isOut: (traits & IS_OUT) !== 0, isText: (traits & IS_TEXT) !== 0,
      durationS: (traits & MAX_DURATION_S) || ((traits & IS_ANSWERED) !== 0 ? 1 : 0),
      device: words > 4 ? f64[at + 4]! : 0, card: words > 5 ? f64[at + 5]! : 0,
      time: localTimeText(local, offsetS), place: fileAndLine(dataset, u32[half + 6]!),
    });
  }
  return all;
}

/**
 * One byte per row, 1 for numbers that went bad: found by their score, or known from cases. Numbers to be left alone never did.
 */
const badRows = oncePerDataset((dataset): Uint8Array => {
  const { logOdds } = dataset.scores;
  const marks = numberMarks(dataset);
  const seized = markOf('seized');
  return Uint8Array.from(logOdds, (value, row) => ((scoreOf(value) >= SUSPECT_LINE || ((marks?.[row] ?? 0) & seized) !== 0) && !isLeftAlone(dataset, row) ? 1 : 0));
});

/** True for a number that went bad. Which number the chain is asked of must not speak for itself: callers leave it out. */
export function isBad(dataset: ScoredDataset, key: number): boolean {
  const row = dataset.rowOf(key);
  return row >= 0 && badRows(dataset)[row] === 1;
}

/** What accuses somebody must be this much beyond chance: one in ten where the number itself went bad, else one in a hundred. */
const LEAST_STRENGTH = 1;
const LEAST_OF_INNOCENT = 2;

/** How strong a hop must be that says somebody did, or suffered, wrong. */
export function leastStrength({ dataset, key }: Pick<ChainContext, 'dataset' | 'key'>): number {
  return isBad(dataset, key) ? LEAST_STRENGTH : LEAST_OF_INNOCENT;
}

/** Records shown of a hop. */
const SHOWN = 20;

/** Evidence from communications. */
export function fromContacts(test: HopEvidence['test'], contacts: readonly Contacted[], facts: HopEvidence['facts']): HopEvidence {
  return {
    test, count: contacts.length, first: contacts[0]?.time ?? null, last: contacts.at(-1)?.time ?? null, facts,
    records: contacts.slice(0, SHOWN).map(({ place }) => place),
  };
}

/** Evidence from rows of a table. */
export function fromRows(dataset: ScoredDataset, test: HopEvidence['test'], table: RecordTable, rows: readonly number[], time: string | null, facts: HopEvidence['facts']): HopEvidence {
  const column = time === null ? null : (table.columns as Record<string, Float64Array>)[time]!;
  const times = column === null ? [] : rows.filter((row) => !Number.isNaN(column[row]!)).sort((a, b) => column[a]! - column[b]!);
  const text = (row: number | undefined) => (row === undefined || column === null ? null : localTimeText(column[row]!, table.offsetsS[row]!));
  return { test, count: rows.length, first: text(times[0]), last: text(times.at(-1)), facts, records: rows.slice(0, SHOWN).map((row) => placeOf(dataset, table, row)) };
}
