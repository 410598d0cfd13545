import type { DayWindow, RecordFilter, RecordRow } from '../../analysis/answers.ts';
import type { CaseSource } from '../../sources/caseSource.ts';
import { recordsCsv } from '../../views/recordsTable/recordsCsv.ts';

/** As many as a clipboard and a spreadsheet take without trouble; more are exported from a case. (Assumed.) */
export const MAX_COPIED = 20_000;
/** The contract's largest page. */
const PAGE = 500;

/**
 * Copies the records that match as CSV, at most MAX_COPIED of them. Rejects when the source does not answer or the
 * browser refuses the clipboard.
 *
 * @returns how many were copied
 */
export async function copyRecords(source: CaseSource, number: string, window: DayWindow | null, filter: RecordFilter): Promise<number> {
  let copied = 0;
  const csv = async () => {
    const rows = await allRecords(source, number, window, filter);
    copied = rows.length;
    return new Blob([recordsCsv(number, rows)], { type: 'text/plain' });
  };
  // Given as a promise, so that the browser takes it as the answer to the click however long the source needs.
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': csv() })]);
  return copied;
}

async function allRecords(source: CaseSource, number: string, window: DayWindow | null, filter: RecordFilter): Promise<readonly RecordRow[]> {
  const rows: RecordRow[] = [];
  let total = Infinity;
  while (rows.length < Math.min(total, MAX_COPIED)) {
    const page = await source.records(number, window, filter, { offset: rows.length, limit: PAGE });
    total = page.total;
    rows.push(...page.rows);
    if (page.rows.length === 0) break;
  }
  return rows.slice(0, MAX_COPIED);
}
