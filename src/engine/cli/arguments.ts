import { codeMeanings, type Codes } from '../../ingest/codeMeanings.ts';
import { foldCode } from '../../ingest/codes.ts';
import { parseArgs } from 'node:util';
import type { DayWindow } from '../../records/days.ts';
import { parseDay } from '../../records/days.ts';
import type { RecordKind } from '../../records/recordKinds.ts';
import { parseRecordKind, recordKinds } from '../../records/recordKinds.ts';
import { DEFAULT_BASE_RATE } from '../pipeline.ts';

export const usage = `callchain COMMAND [options] FILE…

  inspect FILE    what the file is and how it would be read
  features FILE…  the features of every number
  score FILE…     the numbers, highest score first, with reasons
  links FILE…     who was in contact with whom
  chain FILE… --number N
                  the chain from victims to the supplier of a number, its weakest link, and which record to ask for next
  collide A=FILE B=FILE … --op "A & B - C"
                  numbers of several files, as sets: & in both, | in either, - in the first but not the second,
                  ^ in one but not both, and brackets; - binds tightest, then &, ^, |
  successors FILE… [--cut DATE]
                  numbers that fell silent at a date, and those that took their place; without a date, the day at which most did

  --map caller=From,callee=To   columns by name or by number from 1
  --table Sheet1                only this table of a workbook or an archive; may be given again
  --kind KIND                   what the records are, where the header does not tell: ${recordKinds.join(', ')}
  --codes 1=out,2=in,3=missed   what the codes of a direction mean: out, in, missed, sent, received, none
  --date-order mdy              what comes first in dates such as 03/04/2026, where they do not tell: mdy or dmy
  --zone Asia/Shanghai          zone of times without an offset (this machine's); chosen, all times are shown in it
  --from 2026-05-01             first and last day to count
  --to 2026-05-31
  --format json|csv
  --top N                       score, successors: only the first N
  --except FILE                 collide: leave out the numbers of this list (特殊号码); may be given again
  --cut 2026-05-31              successors: the day of the change; found where it is not given
  --base-rate P                 score: share of fraud among numbers, 0–1 (${DEFAULT_BASE_RATE})
  --labels FILE                 score: CSV of number and label (fraud or innocent, 1 or 0, 诈骗 or 正常), or a world's truth.json;
                                says how well the queue agrees
`;

/** The arguments cannot be used; the message says which and why, in one line. */
export class UsageError extends Error {}

export interface Arguments {
  readonly files: readonly string[];
  readonly map: string | null;
  /** What the codes of a direction mean; null when not given. */
  readonly codes: Codes | null;
  /** null when not given. */
  readonly dateOrder: 'dmy' | 'mdy' | null;
  /** Tables to read of files that have several; empty for all that are recognised. */
  readonly tables: readonly string[];
  readonly kind: RecordKind | null;
  readonly zone: string;
  readonly isZoneChosen: boolean;
  readonly window: DayWindow | null;
  readonly format: 'json' | 'csv';
  /** Infinity for all. */
  readonly top: number;
  readonly baseRate: number;
  /** Of `collide`; null when it was not given. */
  readonly op: string | null;
  /** Of `chain`; null when it was not given. */
  readonly number: string | null;
  readonly except: readonly string[];
  /** Path of what is known of the numbers. */
  readonly labels: string | null;
  /** `YYYY-MM-DD`; null when not given. */
  readonly cut: string | null;
}

/** Throws UsageError. */
export function parseArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parsed(args);
  if (positionals.length === 0) throw new UsageError('no file given');
  const kind = values.kind === undefined ? null : parseRecordKind(values.kind);
  if (values.kind !== undefined && kind === null) throw new UsageError(`--kind ${values.kind} is no kind of record; there are: ${recordKinds.join(', ')}`);
  const format = values.format ?? 'json';
  if (format !== 'json' && format !== 'csv') throw new UsageError(`--format ${format} is not json or csv`);
  return {
    files: positionals,
    op: values.op ?? null,
    number: values.number ?? null,
    except: values.except ?? [],
    map: values.map ?? null,
    codes: values.codes === undefined ? null : codesFrom(values.codes),
    dateOrder: dateOrderOf(values['date-order']),
    tables: values.table ?? [],
    kind,
    zone: zoneOf(values.zone),
    isZoneChosen: values.zone !== undefined,
    window: windowOf(values.from, values.to),
    format,
    top: values.top === undefined ? Infinity : numberOf('--top', values.top, (value) => Number.isInteger(value) && value > 0, 'a whole number above 0'),
    cut: values.cut === undefined ? null : dayOption('--cut', values.cut),
    baseRate: values['base-rate'] === undefined ? DEFAULT_BASE_RATE : numberOf('--base-rate', values['base-rate'], (value) => value > 0 && value < 1, 'between 0 and 1'),
    labels: values.labels ?? null,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        map: { type: 'string' }, codes: { type: 'string' }, 'date-order': { type: 'string' }, table: { type: 'string', multiple: true }, kind: { type: 'string' }, zone: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' },
        format: { type: 'string' }, top: { type: 'string' }, 'base-rate': { type: 'string' }, op: { type: 'string' }, except: { type: 'string', multiple: true }, labels: { type: 'string' },
        cut: { type: 'string' },
        number: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message.split(/\n|\. To specify/)[0] : String(error), { cause: error });
  }
}

function codesFrom(text: string): Codes {
  return Object.fromEntries(text.split(',').map((pair) => {
    const [code = '', meaning = ''] = pair.split('=').map((part) => part.trim());
    const known = codeMeanings.find((each) => each === meaning);
    if (code === '' || known === undefined) throw new UsageError(`--codes ${pair} is not a code and one of ${codeMeanings.join(', ')}, such as 1=out`);
    return [foldCode(code), known];
  }));
}

function dateOrderOf(order: string | undefined): Arguments['dateOrder'] {
  if (order !== undefined && order !== 'mdy' && order !== 'dmy') throw new UsageError(`--date-order ${order} is not mdy (month first) or dmy (day first)`);
  return order ?? null;
}

function zoneOf(zone: string | undefined): string {
  if (zone === undefined) return Intl.DateTimeFormat().resolvedOptions().timeZone;
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch (error) {
    throw new UsageError(`--zone ${zone} is not a time zone such as Asia/Shanghai`, { cause: error });
  }
}

function windowOf(from: string | undefined, to: string | undefined): DayWindow | null {
  for (const [option, day] of [['--from', from], ['--to', to]] as const) {
    if (day !== undefined && Number.isNaN(parseDay(day))) throw new UsageError(`${option} ${day} is not a date such as 2026-05-31`);
  }
  if (from === undefined && to === undefined) return null;
  const window = { from: from ?? '1970-01-01', to: to ?? '2099-12-31' };
  if (window.from > window.to) throw new UsageError(`--from ${window.from} is after --to ${window.to}`);
  return window;
}

/** A day, also where it is written `20260531` or `2026/5/31`, or with a time behind it. */
function dayOption(option: string, text: string): string {
  const parts = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?:[T ].*)?$/.exec(text.trim());
  const day = parts === null ? '' : `${parts[1]}-${parts[3]!.padStart(2, '0')}-${parts[4]!.padStart(2, '0')}`;
  if (Number.isNaN(parseDay(day))) throw new UsageError(`${option} ${text} is not a date such as 2026-05-31`);
  return day;
}

function numberOf(option: string, text: string, isRight: (value: number) => boolean, kind: string): number {
  const value = Number(text);
  if (text === '' || !isRight(value)) throw new UsageError(`${option} ${text} is not ${kind}`);
  return value;
}
