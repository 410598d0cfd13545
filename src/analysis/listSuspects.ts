import type { Decision, SuspectPage, SuspectQuery, SuspectRow } from './answers.ts';
import { tableOfRows } from '../features/featureColumns.ts';
import { weekOf, WEEK_S } from '../records/days.ts';
import { numberText } from '../records/numberKey.ts';
import { recentPerDataset } from './datasetCache.ts';
import { decisionsByRow, undecided } from './decisions.ts';
import { reasonsOf } from './explainRow.ts';
import { daySpan, startOf, timeTextAt, timeTextOf } from './recordSpan.ts';
import { rolesOfRow } from './numberMarks.ts';
import { firstByScore, ranks, rowOrder } from './rowOrder.ts';
import type { ScoredDataset } from './scoredDataset.ts';
import { scoreOf } from './scoreOf.ts';
import { detectorsOf, failures, isOpenFilter, makeSuspectFilter } from './suspectFilter.ts';

/** Weeks of the little chart in a row. */
const MAX_WEEKS = 12;
const REASONS_SHOWN = 3;
const DAY_S = WEEK_S / 7;

/**
 * A page of the queue. The dataset must be the one of the query's window. Only the rows of the page are explained; the
 * order is kept per sort, and the rows that match are kept while one pages through them.
 */
export function listSuspects(dataset: ScoredDataset, query: SuspectQuery, decisions: readonly Decision[]): SuspectPage {
  const decided = decisionsByRow(dataset, decisions);
  const of = dataset.features.numbers.length;
  const end = query.offset + query.limit;
  if (query.sort === 'score' && query.descending && isOpenFilter(makeSuspectFilter(dataset, query, decisions))) {
    const page = firstByScore(dataset, Math.min(end, of)).subarray(query.offset);
    return { total: of, of, rows: suspectRows(dataset, page, (_, i) => query.offset + i + 1, decided) };
  }
  const rows = matchingRows(dataset, query, decisions);
  const page = rows.subarray(query.offset, end);
  return { total: rows.length, of, rows: suspectRows(dataset, page, (row) => ranks(dataset)[row]!, decided) };
}

function matchingRows(dataset: ScoredDataset, query: SuspectQuery, decisions: readonly Decision[]): Uint32Array {
  // Decisions come anew with every question, so what depends on them is not kept.
  if (query.statuses.length > 0) return computeMatches(dataset, { query, decisions });
  return recentMatches(dataset, { query, decisions: [] });
}

interface Match {
  readonly query: SuspectQuery;
  readonly decisions: readonly Decision[];
}

function computeMatches(dataset: ScoredDataset, { query, decisions }: Match): Uint32Array {
  const order = rowOrder(dataset, query.sort, query.descending);
  const filter = makeSuspectFilter(dataset, query, decisions);
  if (isOpenFilter(filter)) return order;
  const rows = new Uint32Array(order.length);
  let count = 0;
  for (const row of order) if (failures(dataset, filter, row) === 0) rows[count++] = row;
  return rows.slice(0, count);
}

const recentMatches = recentPerDataset(
  3,
  ({ query }: Match) => JSON.stringify([query.text, query.detectors, query.minScore, query.among, query.sort, query.descending]),
  computeMatches,
);

function suspectRows(
  dataset: ScoredDataset, rows: Uint32Array, rankOf: (row: number, place: number) => number, decided: ReadonlyMap<number, Decision>,
): SuspectRow[] {
  const table = tableOfRows(dataset.features, rows);
  const { columns } = table;
  const reasons = reasonsOf(dataset, rows, table, REASONS_SHOWN);
  return Array.from(rows, (row, i) => {
    const number = numberText(table.numbers[i]!, dataset.oddNumbers);
    const { status, assignee } = decided.get(row) ?? undecided(number);
    const { weeks, lastSeen } = recentWeeks(dataset, row);
    return {
      number,
      rank: rankOf(row, i),
      score: scoreOf(dataset.scores.logOdds[row]!),
      coverage: dataset.scores.coverage[row]!,
      detectors: detectorsOf(dataset.scores.findings[row]!),
      lists: rolesOfRow(dataset, row),
      reasons: reasons[i]!,
      weeks,
      callsPerContact: known(columns.calls_per_contact[i]!),
      outgoingShare: known(columns.outgoing_share[i]!),
      imeis: known(columns.imeis[i]!),
      lastSeen,
      status,
      assignee,
    };
  });
}

/** null for "no evidence". */
export function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

function recentWeeks(dataset: ScoredDataset, row: number): { readonly weeks: number[]; readonly lastSeen: string | null } {
  const { first, last } = daySpan(dataset);
  if (first > last) return { weeks: [], lastSeen: null };
  const lastWeek = weekOf(last * DAY_S);
  const firstWeek = Math.max(weekOf(first * DAY_S), lastWeek - MAX_WEEKS + 1);
  const weeks = Array.from({ length: lastWeek - firstWeek + 1 }, () => 0);
  const counted = dataset.records.recentWeeks?.(row) ?? null;
  if (counted !== null) return { weeks: Array.from(counted.subarray(-weeks.length)), lastSeen: timeTextAt(dataset, row, dataset.presence.last[row]!) };
  const records = dataset.records.recordsOf(row);
  for (let record = records.to - 1; record >= records.from; record--) {
    const week = weekOf(startOf(records, dataset.records.recordWords, record)) - firstWeek;
    if (week < 0) break;
    weeks[week]!++;
  }
  return { weeks, lastSeen: records.to > records.from ? timeTextOf(dataset, records, records.to - 1) : null };
}
