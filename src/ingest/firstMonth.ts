import type { FoundTable } from './findHeader.ts';
import type { ColumnMapping } from './inspection.ts';

/** 05-01 12:20:35, 5月1日 12:20:35, 05-01: month and day, no year. */
const YEARLESS = /^'?\d{1,2}([-/.月]\d{1,2}日?\s+\d{1,2}[:：时]|[-/月]\d{1,2}日?'?$)/;

/**
 * The month that a file begins with, `YYYY-MM`, where its dates have no year: the earliest that its preamble or name speaks of.
 *
 * @returns null where the dates have years, or where nothing tells them
 */
export function findFirstMonth(table: FoundTable, mapping: ColumnMapping, fileName: string): string | null {
  const column = mapping.start ?? mapping.date ?? mapping.end;
  if (column === undefined || !table.rows.some(({ cells }) => YEARLESS.test(cells[column] ?? ''))) return null;
  const text = [...table.preamble.flatMap(({ cells }) => cells), fileName].join('\n').normalize('NFKC');
  const months = Array.from(text.matchAll(/(?<!\d)((?:19|20)\d\d)\s*[-/.年]?\s*(0[1-9]|1[0-2]|[1-9](?!\d))/g), ([, year, month]) => `${year}-${month!.padStart(2, '0')}`).sort();
  if (months.length > 0) return months[0]!;
  const year = /(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(text)?.[1];
  return year === undefined ? null : `${year}-01`;
}
