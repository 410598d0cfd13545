/** Which lists the dataset's numbers stand on. */
import { hasNumber } from '../records/numberSet.ts';
import type { ListRole } from '../records/recordTables.ts';
import { listRoles } from '../records/recordTables.ts';
import { oncePerDataset } from './datasetCache.ts';
import type { ScoredDataset } from './scoredDataset.ts';

/** The bit of a role in a number's marks. */
export function markOf(role: ListRole): number {
  return 1 << listRoles.indexOf(role);
}

/** By row: bits of `markOf` for the lists that hold the number; null when there are no lists. */
export const numberMarks = oncePerDataset(({ features: { numbers }, tables: { lists } }): Uint8Array | null => {
  if (lists.length === 0) return null;
  const marks = new Uint8Array(numbers.length);
  for (const list of lists) {
    const mark = markOf(list.role);
    for (let row = 0; row < marks.length; row++) if (hasNumber(list.numbers, numbers[row]!)) marks[row]! |= mark;
  }
  return marks;
});

/** Rows whose numbers stand on a list of that role, ascending. */
export function rowsMarked(dataset: ScoredDataset, role: ListRole): number[] {
  const marks = numberMarks(dataset);
  const rows: number[] = [];
  if (marks !== null) for (let row = 0; row < marks.length; row++) if ((marks[row]! & markOf(role)) !== 0) rows.push(row);
  return rows;
}

/** Roles of a row's lists, in their order. */
export function rolesOfRow(dataset: ScoredDataset, row: number): ListRole[] {
  const marks = numberMarks(dataset)?.[row] ?? 0;
  return listRoles.filter((role) => (marks & markOf(role)) !== 0);
}

/** True when a list of that role holds the row's number. */
export function isMarked(dataset: ScoredDataset, row: number, role: ListRole): boolean {
  return ((numberMarks(dataset)?.[row] ?? 0) & markOf(role)) !== 0;
}

/** True for 特殊号码: known numbers that must not be found. */
export function isLeftAlone(dataset: ScoredDataset, row: number): boolean {
  return isMarked(dataset, row, 'leftAlone');
}

/** The dataset with the numbers that are to be left alone at the base rate, without findings and without coverage, as services are. */
export function withLists(dataset: ScoredDataset): ScoredDataset {
  if (!dataset.tables.lists.some(({ role }) => role === 'leftAlone')) return dataset;
  const { scores, baseRate } = dataset;
  const [logOdds, coverage, findings] = [scores.logOdds.slice(), scores.coverage.slice(), scores.findings.slice()];
  const marked = { ...dataset, scores: { ...scores, logOdds, coverage, findings } };
  for (let row = 0; row < logOdds.length; row++) {
    if (!isLeftAlone(marked, row)) continue;
    logOdds[row] = Math.log(baseRate / (1 - baseRate));
    coverage[row] = 0;
    findings[row] = 0;
  }
  return marked;
}
