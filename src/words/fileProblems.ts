/** Problems of a file as sentences: where, what, and what to do next. */
import type { FileProblem } from '../ingest/inspection.ts';
import { fileProblemAdvice, fileProblemWhat } from './errors.ts';
import { fieldText } from './fields.ts';
import { formatIn } from './format.ts';
import { defineTexts, textsIn } from './language.tsx';
import type { Language } from './language.tsx';

const texts = defineTexts({
  line: [(line: string) => `Line ${line}: `, (line: string) => `第 ${line} 行：`],
  about: [(what: string) => ` (${what})`, (what: string) => `（${what}）`],
  stop: ['.', '。'],
  comma: [', ', '、'],
  gzip: ['Unpack it and open the file inside.', '请解压后打开其中的文件。'],
  'zip or xlsx': ['Save the workbook as CSV (UTF-8), or unpack the archive, and open that.', '请将工作簿另存为 CSV（UTF-8），或解压压缩包后打开。'],
});

export interface ProblemWords {
  /** Where and what, as a sentence. */
  readonly what: string;
  readonly advice: string;
}

/** `Line 3: A needed column is missing (Date and time).` and what to do about it. */
export function fileProblemText(problem: FileProblem, language: Language): ProblemWords {
  const t = textsIn(texts, language);
  const where = problem.line > 0 ? t.line(formatIn(language).count(problem.line)) : '';
  const about = problem.what.split(',').map((part) => fieldText(part.trim(), language)).filter(Boolean).join(t.comma);
  return {
    what: `${where}${textsIn(fileProblemWhat, language)[problem.code]}${about === '' ? '' : t.about(about)}${t.stop}`,
    advice: adviceFor(problem, language),
  };
}

/** For formats that need no new export there is a shorter way. */
function adviceFor({ code, what }: FileProblem, language: Language): string {
  const t = textsIn(texts, language);
  if (code === 'unsupportedFormat' && (what === 'gzip' || what === 'zip or xlsx')) return t[what];
  return textsIn(fileProblemAdvice, language)[code];
}
