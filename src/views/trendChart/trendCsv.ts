/** The series as CSV for a spreadsheet. */
import type { Trends } from '../../analysis/answers.ts';
import { csvText } from '../../ui/csv.ts';

/**
 * CSV (RFC 4180, CRLF) with a row per week: its Monday, whether only part of it is covered, all, and each series. Column
 * names are those of the answer, in English, so that a script reads the file whoever made it.
 */
export function trendCsv(trends: Trends): string {
  const head = ['week', 'is_partial', 'all', ...trends.series.map(({ key }) => key)];
  const lines = trends.weeks.map((week, i) => [week, trends.isPartial[i] ?? null, trends.all[i] ?? null, ...trends.series.map(({ values }) => values[i] ?? null)]);
  return csvText([head, ...lines]);
}
