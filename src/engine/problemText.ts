import type { FileNotice } from '../records/communication.ts';
import type { FileProblem, Inspection } from '../ingest/inspection.ts';

const noticeTexts: Record<FileNotice['code'], (what: string) => string> = {
  truncated: () => 'breaks off before its end; what could be read is kept',
  damaged: () => 'is damaged in part; what could be read is kept',
  trailingData: () => 'has something else behind its packed data, which is left out',
  expandsTooMuch: (what) => `unpacks to more than ${what} times its size; reading stopped there`,
  tooLarge: (what) => `needs more memory than there is for one file${what === '' ? '' : ` (${what})`}; export it in parts`,
  rowsLost: (what) => `lost rows that could not be unpacked: ${what}`,
  tablesLeftOut: (what) => `has tables that are not read: ${what}; choose with --table`,
};

const texts: Record<FileProblem['code'], (what: string, inspection: Inspection, problem: FileProblem) => string> = {
  ...noticeTexts,
  empty: () => 'is empty',
  binary: () => 'is not text; export it as CSV',
  headerOnly: () => 'has a header and no records',
  noHeader: () => 'has no header; columns were told from their values',
  columnMissing: (what, { layout }, { isFatal }) => !isFatal ? `has no column for ${what} in the part below that line, whose rows are rejected` : layout.headerLine === 0 ? `has no header row and no column that looks like ${what}; name it with --map ${what}=1, or whichever it is` : `has no column for ${what} among: ${layout.header.join(', ')}; name it with --map ${what}=COLUMN`,
  noRecordsFound: () => 'holds no records',
  unsupportedFormat: (what) => `is ${what === '' ? 'of a format that is not read' : what}; save it as CSV`,
  dateOrderUnclear: (what, { layout }) => `has dates such as ${what} that can be read day first or month first, taken as ${layout.dateOrder === 'mdy' ? 'month' : 'day'} first; say with --date-order if it is not so`,
  codesUnclear: (what) => `writes the direction in codes, taken as ${what}; say with --codes if it is not so`,
  lineTooLong: () => 'has a line of more than 1 MB',
  wrongEncoding: (what) => `cannot be read as ${what}`,
  packedTooDeep: () => 'is packed within packed files too often; unpack it',
  encrypted: () => 'is protected with a password; save it without',
  codecUnknown: (what) => `is compressed with ${what}, which is not read; write it with Snappy, gzip or Zstandard`,
  noTable: (_, { tables }) => `has no table that is recognised as call records among: ${tables.map(({ table }) => table).join(', ')}; choose with --table and --map`,
};

/** What is wrong with a file that was read all the same, in English. */
export function noticeText({ code, what }: FileNotice): string {
  return noticeTexts[code](what);
}

/** A problem in one line of English, for the command line and for reports: file, line, what, what to do. */
export function problemText(problem: FileProblem, inspection: Inspection): string {
  const place = problem.line > 0 ? `${inspection.file}:${problem.line}` : inspection.file;
  const text = texts[problem.code](problem.what, inspection, problem);
  // Of a file that cannot be read at all nothing is kept.
  return `${place}: ${problem.isFatal ? text.replace('; what could be read is kept', ', and nothing of it can be read; copy or export it again') : text}`;
}
