import type { FileProblem, Inspection } from '../ingest/inspection.ts';

const texts: Record<FileProblem['code'], (what: string, inspection: Inspection) => string> = {
  empty: () => 'is empty',
  binary: () => 'is not text; export it as CSV',
  headerOnly: () => 'has a header and no records',
  noHeader: () => 'has no header; columns were told from their values',
  columnMissing: (what, { layout }) => layout.headerLine === 0 ? `has no header row and no column that looks like ${what}; name it with --map ${what}=1, or whichever it is` : `has no column for ${what} among: ${layout.header.join(', ')}; name it with --map ${what}=COLUMN`,
  noRecordsFound: () => 'holds no records',
  unsupportedFormat: (what) => `is ${what === '' ? 'of a format that is not read' : what}; save it as CSV`,
  dateOrderUnclear: () => 'has dates that can be read day first or month first',
  lineTooLong: () => 'has a line of more than 1 MB',
  wrongEncoding: (what) => `cannot be read as ${what}`,
};

/** A problem in one line of English, for the command line and for reports: file, line, what, what to do. */
export function problemText(problem: FileProblem, inspection: Inspection): string {
  const place = problem.line > 0 ? `${inspection.file}:${problem.line}` : inspection.file;
  return `${place}: ${texts[problem.code](problem.what, inspection)}`;
}
