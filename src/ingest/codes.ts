/** Directions written as codes: what 1, 2 and 3 mean by the column's own words, by what is usual, or by what the user says. */
import type { CodeMeaning, Codes } from './codeMeanings.ts';
import { readWord, type Meaning } from './directionWords.ts';
import { saysNothing } from './saysNothing.ts';

export interface FoundCodes {
  /** All that are known, also those that only later rows may hold, and those of the column of which nothing is known. */
  readonly codes: Codes;
  /** Those of the column, in order. */
  readonly seen: readonly string[];
  /** False where only custom tells, and another custom may hold, or nothing. */
  readonly isExplained: boolean;
}

/** Most different values of a column of codes. */
const MOST_CODES = 16;
/** Share of a column's values that must be codes. */
const CODED = 0.9;

/** `01`, `1.0`, `TRUE` → `1`, `1`, `true`. */
export function foldCode(text: string): string {
  return text.trim().toLowerCase().replace(/^0+(?=\d)/, '').replace(/^(\d+)\.0$/, '$1');
}

/** True for what may be a code: a number of one or two digits, a yes or no, or the first letter of a way. */
export function isCode(text: string): boolean {
  return /^(\d{1,2}(\.0)?|true|false|yes|no|y|n|是|否|[oitdrm])$/i.test(text.trim());
}

/** Most different words of a column that may say a way. */
const MOST_WORDS = 6;

/** How often each of the values occurs, but those that say nothing. */
function countsOf(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  for (const value of counts.keys()) if (saysNothing(value)) counts.delete(value);
  return counts;
}

/** Different words of a column of few, in order, where nothing is known of any; empty where it has others, or many. */
export function unknownWordsIn(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const [value, count] of countsOf(values)) counts.set(foldCode(value), (counts.get(foldCode(value)) ?? 0) + count);
  const found = [...counts.keys()].sort();
  const areWords = found.length >= 2 && found.length <= MOST_WORDS && found.every((word) => /^[\p{L}\p{M}][\p{L}\p{M} .()/_-]{1,30}$/u.test(word));
  return areWords && found.every((word) => !isCode(word) && Object.keys(readWord(word)).length === 0 && counts.get(word)! > 1) ? found : [];
}

/** Different codes of a column, in order; empty if it holds much else, or too many. */
export function codesIn(values: readonly string[]): string[] {
  const filled = [...countsOf(values)];
  const coded = filled.filter(([value]) => isCode(value));
  const rowsOf = (counts: typeof filled) => counts.reduce((sum, [, count]) => sum + count, 0);
  if (coded.length === 0 || rowsOf(coded) < rowsOf(filled) * CODED) return [];
  const found = [...new Set(coded.map(([value]) => foldCode(value)))].sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1));
  return found.length > MOST_CODES ? [] : found;
}

/**
 * What the codes of a column mean; null if they are none, or words by themselves.
 *
 * @param name of the column; it may explain them: `呼叫类型(01主叫 02被叫)`, `is_outgoing`
 * @param notes lines above the table, which may do so too
 * @param isPhone true for a phone's own log, which does not say whose it is
 * @param hasDuration whether the log is of calls
 */
export function findCodes(name: string, notes: readonly string[], values: readonly string[], { isPhone, hasDuration }: { readonly isPhone: boolean; readonly hasDuration: boolean }): FoundCodes | null {
  const words = unknownWordsIn(values);
  if (words.length > 0) return { codes: Object.fromEntries(words.map((word) => [word, 'none' as const])), seen: words, isExplained: false };
  const found = codesIn(values);
  if (found.every((code) => readWord(code).direction !== undefined)) return null;
  // A list of codes above the table may take several lines.
  const explained = [explainedIn(name), Object.assign({}, ...notes.map(explainedIn)) as Codes].find((codes) => found.some((code) => codes[code] !== undefined));
  const yesNo = /outgoing|originated|outbound|is_?out|呼出|主叫|去电/i.test(name) && !/incoming|被叫|呼入/i.test(name) ? ['out', 'in'] as const
    : /is_?incoming|is_?inbound|是否(被叫|呼入|来电)/i.test(name) ? ['in', 'out'] as const : null;
  const isYesNo = found.every((code) => /^(0|1|true|false|yes|no|y|n|是|否)$/.test(code));
  const all = explained ?? (yesNo !== null && isYesNo ? pairs(['1', 'true', 'yes', 'y', '是'], yesNo[0], ['0', 'false', 'no', 'n', '否'], yesNo[1]) : null);
  // An operator's list for its customer names only the other ends, too.
  const isOperators = /[\u3400-\u9fff]/.test(name) || values.some((value) => /^\s*0\d/.test(value));
  const custom = found.some((code) => Object.hasOwn(LETTERS, code)) ? LETTERS : isPhone && !isOperators && !found.includes('0') ? (hasDuration ? PHONE_CALLS : PHONE_TEXTS) : found.includes('0') ? EXCHANGE : OPERATOR;
  const unknown = Object.fromEntries(found.map((code) => [code, 'none' as const]));
  return { codes: { ...unknown, ...(all ?? custom) }, seen: found, isExplained: all !== null && found.every((code) => all[code] !== undefined) };
}

/** Android's `CallLog.Calls.TYPE`: incoming, outgoing, missed, voicemail, rejected, blocked, answered elsewhere. */
const PHONE_CALLS: Codes = { 1: 'in', 2: 'out', 3: 'missed', 4: 'missed', 5: 'missed', 6: 'missed', 7: 'in' };
/** Android's `Telephony.Sms.TYPE`: inbox, sent. */
const PHONE_TEXTS: Codes = { 1: 'received', 2: 'sent' };
/** Record types of 3GPP TS 32.298: mobile originated and terminated call, mobile originated and terminated message. */
const EXCHANGE: Codes = { 0: 'out', 1: 'in', 6: 'sent', 7: 'received' };
/** Chinese operators' lists: 01 主叫, 02 被叫, 03 呼叫转移. */
const OPERATOR: Codes = { 1: 'out', 2: 'in', 3: 'out' };
/** Originating and terminating, out and in, dialled, received and missed. */
const LETTERS: Codes = { o: 'out', t: 'in', i: 'in', d: 'out', r: 'in', m: 'missed' };

function pairs(firsts: readonly string[], first: CodeMeaning, seconds: readonly string[], second: CodeMeaning): Codes {
  return Object.fromEntries([...firsts.map((code) => [code, first]), ...seconds.map((code) => [code, second])]);
}

/** True for a name that says which of its codes went out and which came in: `呼叫标志(1-主叫;2-被叫)`. */
export function explainsWays(name: string): boolean {
  const said = new Set(Object.values(explainedIn(name)).map((meaning) => wordOf(meaning).direction));
  return said.has('out') && said.has('in');
}

/** What the name of a type's column says of its codes: `业务类型(1语音 2短信)`; empty if it says nothing, or ways. */
export function typesExplainedIn(name: string): ReadonlyMap<string, 'call' | 'text'> {
  if (explainsWays(name)) return new Map();
  return new Map(codedWords(name).flatMap(([code, { type }]) => (type === undefined ? [] : [[code, type] as const])));
}

function explainedIn(text: string): Codes {
  return Object.fromEntries(codedWords(text).flatMap(([code, word]) => {
    const meaning = meaningOf(word);
    return meaning === null ? [] : [[code, meaning]];
  }));
}

/** `01主叫 02被叫`, `1=out, 2=in`, `0-MO;1-MT` */
function codedWords(text: string): (readonly [code: string, word: Meaning])[] {
  const found = text.normalize('NFKC').matchAll(/(?<![\p{L}\d])(\d{1,2})\s*(?:[:=\-–.、为是]\s*)?(\p{L}[\p{L}_ ]*)/gu);
  return Array.from(found, ([, code, word]) => [foldCode(code!), readWord(word!)]);
}

function meaningOf({ direction, type, answered }: Meaning): CodeMeaning | null {
  if (direction === undefined) return null;
  if (type === 'text') return direction === 'out' ? 'sent' : 'received';
  return direction === 'in' && answered === false ? 'missed' : direction;
}

/** The word that a code stands for. */
export function wordOf(meaning: CodeMeaning): Meaning {
  switch (meaning) {
    case 'missed': return { direction: 'in', type: 'call', answered: false };
    case 'sent': return { direction: 'out', type: 'text' };
    case 'received': return { direction: 'in', type: 'text' };
    case 'none': return {};
    default: return { direction: meaning };
  }
}

/** What a cell says in words, or in codes. */
export function readCoded(text: string, codes: Codes): Meaning {
  const code = foldCode(text);
  return Object.hasOwn(codes, code) ? wordOf(codes[code]!) : readWord(text);
}
