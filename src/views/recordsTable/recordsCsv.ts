/** Records as CSV that a spreadsheet and a colleague can read. */
import type { RecordRow } from '../../analysis/answers.ts';

const columns = ['at', 'direction', 'type', 'number', 'other', 'duration_s', 'answered', 'imei', 'imsi', 'cell', 'file', 'line'] as const;

/**
 * CSV (RFC 4180, CRLF) of a number's records, first line the column names. Times are local with their offset; what is
 * not known is empty, so that it differs from 0 and false.
 */
export function recordsCsv(number: string, rows: readonly RecordRow[]): string {
  const lines = rows.map((row) => [
    row.at, row.direction, row.type, number, row.other, row.durationS, row.answered, row.imei, row.imsi, row.cell, row.file, row.line,
  ]);
  return [columns, ...lines].map((line) => `${line.map(csvField).join(',')}\r\n`).join('');
}

/**
 * A field, quoted where it must be. Text that a spreadsheet would run as a formula gets a leading apostrophe (OWASP, CSV
 * injection): the files are evidence seized from strangers. `+` or `-` before digits alone is a number and stays.
 */
export function csvField(value: string | number | boolean | null): string {
  if (value === null) return '';
  const raw = String(value);
  const text = /^[=@\t\r]/.test(raw) || /^[+-](?!\d+$)/.test(raw) ? `'${raw}` : raw;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
