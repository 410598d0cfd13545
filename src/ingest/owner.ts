import type { HeadRow } from './headRows.ts';
import type { ColumnMapping } from './inspection.ts';
import { namesNobody } from './saysNothing.ts';

/** A subscriber's own list, which names only the other ends. */
export function isOwnersOwn(mapping: ColumnMapping): boolean {
  return mapping.caller === undefined && mapping.number === undefined && mapping.other !== undefined;
}

/**
 * The subscriber whose file this is, where no column says it: a number that the preamble names, else one in the file's name, else
 * the name itself.
 */
export function findOwner(preamble: readonly HeadRow[], fileName: string): string {
  const named = namedSubscriber(preamble);
  if (named !== null) return named;
  const stem = (fileName.split(/[\\/]/).pop() ?? fileName).replace(/(\.(csv|tsv|txt|tab|psv|gz|zip|xlsx|xlsm|jsonl|ndjson|json|parquet))+$/i, '');
  const runs = (stem.match(/\+?\d{7,15}/g) ?? []).filter((run) => !isDate(run));
  return runs.find((run) => /^(\+?86)?1[3-9]\d{9}$/.test(run)) ?? runs[0] ?? (isName(stem) ? stem : fileName);
}

/** False for `unknown` of unknown.csv too, which as an owner would leave all records without one. */
function isName(stem: string): boolean {
  return stem !== '' && !namesNobody(stem.normalize('NFKC'));
}

/** The first number that rows name as the subscriber's; null if none does. */
export function namedSubscriber(rows: readonly HeadRow[]): string | null {
  for (const row of rows) {
    const text = row.cells.join(' ').normalize('NFKC');
    const named = /(?:号码|手机号?|机主|用户|msisdn|number|mobile|phone|target|subscriber|party|no\.?)[^\d+]{0,30}(\+?\d[\d\s-]{5,18}\d)/i.exec(text);
    const digits = named?.[1]?.replace(/[\s-]/g, '');
    if (digits && /^\+?\d{7,15}$/.test(digits) && !isDate(digits)) return digits;
  }
  return null;
}

/** 20160901, 20160901060112: a date in a file's name is no number. */
function isDate(digits: string): boolean {
  return /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(\d{4}|\d{6})?$/.test(digits);
}
