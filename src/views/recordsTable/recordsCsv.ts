/** Records as CSV that a spreadsheet and a colleague can read. */
import type { RecordRow } from '../../analysis/answers.ts';
import { csvText } from '../../ui/csv.ts';

const columns = ['at', 'direction', 'type', 'number', 'other', 'duration_s', 'answered', 'imei', 'imsi', 'cell', 'file', 'line'] as const;

/**
 * CSV (RFC 4180, CRLF) of a number's records, first line the column names. Times are local with their offset; what is
 * not known is empty, so that it differs from 0 and false.
 */
export function recordsCsv(number: string, rows: readonly RecordRow[]): string {
  const lines = rows.map((row) => [
    row.at, row.direction, row.type, number, row.other, row.durationS, row.answered, row.imei, row.imsi, row.cell, row.file, row.line,
  ]);
  return csvText([columns, ...lines]);
}
