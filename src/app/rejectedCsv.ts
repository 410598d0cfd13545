import type { RejectedRow } from '../records/communication.ts';

/** Rejected rows as CSV (RFC 4180, CRLF), with the reason in words and as its code. */
export function rejectedCsv(rows: readonly RejectedRow[], headings: readonly string[], why: (row: RejectedRow) => string): string {
  const lines = [headings, ...rows.map((row) => [row.file, String(row.line), why(row), row.reason, row.text])];
  return lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

/**
 * Quoted where CSV needs it. A text that a spreadsheet would run as a formula gets a leading apostrophe: what stands in
 * a rejected row was written by others (OWASP, "CSV injection").
 */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
