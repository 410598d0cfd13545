/** Problems of a file as sentences: where, what, and what to do next. */
import type { FileProblem } from '../ingest/inspection.ts';
import type { FileNotice, UnreadRows } from '../records/communication.ts';
import { fileProblemAdvice, fileProblemWhat, rejectionWhy } from './fileErrors.ts';
import { fieldText } from './fields.ts';
import { formatIn } from './format.ts';
import { defineTexts, textsIn } from './language.tsx';
import type { Language } from './language.tsx';
import { counted } from './plural.ts';

const texts = defineTexts({
  several: ['Needed columns are missing', '缺少必需的列'],
  severalAdvice: ['Set by hand which columns they are, or export the file with them.', '请手动指定这些列，或导出包含它们的文件。'],
  partAdvice: ['The rows below that header are rejected. Export the file with the column to have them.', '该表头下的行会被拒绝。请连同该列重新导出文件。'],
  line: [(line: string) => `Line ${line}: `, (line: string) => `第 ${line} 行：`],
  about: [(what: string) => ` (${what})`, (what: string) => `（${what}）`],
  stop: ['.', '。'],
  file: [(file: string) => `${file}: `, (file: string) => `${file}：`],
  rejected: [(rows: string) => `Rejected: ${counted(rows, 'row', 'rows')}. `, (rows: string) => `被拒绝：${rows} 行。`],
  xls: ['Save the workbook as XLSX, without a password, and open that.', '请将工作簿另存为无密码的 XLSX 后打开。'],
  xlsb: ['Save the workbook as XLSX and open that.', '请将工作簿另存为 XLSX 后打开。'],
});

export interface ProblemWords {
  /** Where and what, as a sentence. */
  readonly what: string;
  readonly advice: string;
}

/** Columns missing from one file are one problem to whoever mends it; the first's place is kept. */
export function mergedProblems(problems: readonly FileProblem[]): readonly FileProblem[] {
  const missing = problems.filter(({ code }) => code === 'columnMissing');
  const [first] = missing;
  if (first === undefined) return problems;
  const merged: FileProblem = { ...first, what: missing.map(({ what }) => what).join(','), isFatal: missing.some(({ isFatal }) => isFatal) };
  return problems.flatMap((problem) => (problem === first ? [merged] : problem.code === 'columnMissing' ? [] : [problem]));
}

/** `Line 3: A needed column is missing (Date and time).` and what to do about it. */
export function fileProblemText(problem: FileProblem, language: Language): ProblemWords {
  const t = textsIn(texts, language);
  const where = problem.line > 0 ? t.line(formatIn(language).count(problem.line)) : '';
  // The form beside it shows what each code is taken for.
  const parts = (problem.code === 'codesUnclear' ? '' : problem.what).split(',').map((part) => fieldText(part.trim(), language)).filter(Boolean);
  const about = formatIn(language).list(parts);
  const isSeveral = problem.code === 'columnMissing' && parts.length > 1;
  const happened = isSeveral ? t.several : textsIn(fileProblemWhat, language)[problem.code];
  return {
    what: `${where}${happened}${about === '' ? '' : t.about(about)}${t.stop}`,
    advice: problem.code === 'columnMissing' && !problem.isFatal ? t.partAdvice : isSeveral ? t.severalAdvice : adviceFor(problem, language),
  };
}

/** What is wrong with a file that was read all the same, in one or two sentences. */
export function fileNoticeText({ code, what }: FileNotice, language: Language): string {
  const t = textsIn(texts, language);
  return `${textsIn(fileProblemWhat, language)[code]}${what === '' ? '' : t.about(what)}${t.stop} ${textsIn(fileProblemAdvice, language)[code]}`;
}

/** Of what was opened without one readable row: how many rows there are, and why the first of them cannot be read. @param opened its name, which need not be told once more */
export function unreadRowsText({ rows, first: { file, line, reason } }: UnreadRows, opened: string, language: Language): string {
  const t = textsIn(texts, language);
  const { count } = formatIn(language);
  return `${t.rejected(count(rows))}${file === opened ? '' : t.file(file)}${t.line(count(line))}${textsIn(rejectionWhy, language)[reason]}${t.stop}`;
}

/** Of a workbook there is a shorter way to what can be read; of a file that cannot be read at all nothing is kept. */
function adviceFor({ code, what, isFatal }: FileProblem, language: Language): string {
  const t = textsIn(texts, language);
  if (code === 'unsupportedFormat' && (what === 'xls' || what === 'xlsb')) return t[what];
  if (code === 'unsupportedFormat' && (what === 'html' || what === 'xml')) return t.xlsb;
  if (isFatal && (code === 'truncated' || code === 'damaged' || code === 'lineTooLong')) return textsIn(fileProblemAdvice, language).empty;
  return textsIn(fileProblemAdvice, language)[code];
}
