import { statuses } from './answers.ts';
import type { Decision, Status, SuspectQuery } from './answers.ts';
import { detectorIds } from '../scoring/detectorIds.ts';
import type { DetectorId } from '../scoring/detectorIds.ts';
import { decisionsByRow } from './decisions.ts';
import { rowsContaining } from './numberTexts.ts';
import { rowOfNumber } from './rowOfNumber.ts';
import type { ScoredDataset } from './scoredDataset.ts';
import { scoreOf } from './scoreOf.ts';

/** The parts of a suspect query, each ready to be tested by row. */
export interface SuspectFilter {
  /** One byte per row, 1 where the number contains the text; null for all. */
  readonly text: Uint8Array | null;
  /** Bits of which one must be set; 0 for all. */
  readonly findings: number;
  /** Index in `statuses` by row; null when none but new is there. */
  readonly statusOf: Uint8Array | null;
  /** 1 for each index in `statuses` that passes; null for all. */
  readonly statuses: Uint8Array | null;
  /** Lowest log-odds that pass. */
  readonly leastLogOdds: number;
  /** Rows of the numbers asked for; null for all. */
  readonly among: ReadonlySet<number> | null;
}

/** Bits of `ScoreTable.findings` for detectors. */
export function findingBits(detectors: readonly DetectorId[]): number {
  return detectors.reduce((bits, id) => bits | (1 << detectorIds.indexOf(id)), 0) >>> 0;
}

/** The detectors whose bits are set, in their order. */
export function detectorsOf(bits: number): DetectorId[] {
  return detectorIds.filter((_, i) => (bits & (1 << i)) !== 0);
}

export function makeSuspectFilter(dataset: ScoredDataset, query: SuspectQuery, decisions: readonly Decision[]): SuspectFilter {
  return {
    text: rowsContaining(dataset, query.text),
    findings: findingBits(query.detectors),
    statusOf: statusByRow(dataset, decisions),
    statuses: query.statuses.length === 0 ? null : Uint8Array.from(statuses, (status) => (query.statuses.includes(status) ? 1 : 0)),
    leastLogOdds: leastLogOdds(query.minScore),
    among: query.among === undefined ? null : new Set(query.among.map((number) => rowOfNumber(dataset, number))),
  };
}

function statusByRow(dataset: ScoredDataset, decisions: readonly Decision[]): Uint8Array | null {
  if (decisions.length === 0) return null;
  const column = new Uint8Array(dataset.features.numbers.length);
  for (const [row, { status }] of decisionsByRow(dataset, decisions)) column[row] = statuses.indexOf(status satisfies Status);
  return column;
}

/** The least log-odds whose score, as it is shown, is at least `minScore`: so a filter never disagrees with the row. */
function leastLogOdds(minScore: number): number {
  if (minScore <= 0) return -Infinity;
  if (minScore > 100) return Infinity;
  let below = -800;
  let least = 800;
  for (let middle = 0; middle !== below && middle !== least; middle = (below + least) / 2) {
    if (scoreOf(middle) >= minScore) least = middle;
    else below = middle;
  }
  return least;
}

const FAILS_TEXT = 1;
export const FAILS_DETECTORS = 2;
export const FAILS_STATUS = 4;
export const FAILS_SCORE = 8;
const FAILS_AMONG = 16;

/** Which parts of the filter a row fails, as bits; 0 when it passes. */
export function failures(dataset: ScoredDataset, filter: SuspectFilter, row: number): number {
  const { findings, logOdds } = dataset.scores;
  let failed = 0;
  if (filter.text !== null && filter.text[row] === 0) failed |= FAILS_TEXT;
  if (filter.among !== null && !filter.among.has(row)) failed |= FAILS_AMONG;
  if (filter.findings !== 0 && (findings[row]! & filter.findings) === 0) failed |= FAILS_DETECTORS;
  if (filter.statuses !== null && filter.statuses[filter.statusOf === null ? 0 : filter.statusOf[row]!] === 0) failed |= FAILS_STATUS;
  // Written so that a score that is not there fails any minimum.
  if (filter.leastLogOdds !== -Infinity && !(logOdds[row]! >= filter.leastLogOdds)) failed |= FAILS_SCORE;
  return failed;
}

/** True when the filter lets every row pass. */
export function isOpenFilter(filter: SuspectFilter): boolean {
  return filter.text === null && filter.findings === 0 && filter.statuses === null && filter.leastLogOdds === -Infinity && filter.among === null;
}
