/** Which column holds what, settled once per file, so that rows are read without a look at names: -1 where the file has none. */
import type { CommunicationField } from '../records/communication.ts';
import { isFritzBox } from './fritzBox.ts';
import type { FileLayout } from './inspection.ts';
import { simplify } from './simplified.ts';

export interface RowPlan {
  /** True where the columns are caller and callee, false for number, other and direction. */
  readonly isPair: boolean;
  /** Caller or number; callee or other. */
  readonly first: number;
  readonly second: number;
  /** Beside caller and callee: the subscriber that an empty one of the two stands for. */
  readonly served: number;
  readonly start: number;
  readonly date: number;
  readonly clock: number;
  readonly end: number;
  /** The moment from which a call is counted to its end, where that is not its start. */
  readonly answerTime: number;
  readonly duration: number;
  /** Seconds in one unit of a bare duration. */
  readonly durationUnitS: number;
  /** True where a duration of two parts is hours and minutes. */
  readonly isHoursMinutes: boolean;
  readonly direction: number;
  readonly type: number;
  readonly answered: number;
  readonly imei: number;
  readonly imsi: number;
  readonly cell: number;
  readonly lac: number;
  /** A row must have this many cells to hold its ends and its time: more than any has, where no column is the other end. */
  readonly leastCells: number;
  /** A row with more cells has been shifted, unless nothing is behind its last separator. */
  readonly mostCells: number;
}

/** More cells than a row has. */
const BEYOND_CELLS = 0x7fffffff;

export function planRows({ mapping, header, durationUnitS, answerTime = -1, mostCells = BEYOND_CELLS }: FileLayout): RowPlan {
  const column = (field: CommunicationField) => mapping[field] ?? -1;
  const isPair = mapping.caller !== undefined && mapping.callee !== undefined;
  const first = isPair ? column('caller') : column('number');
  const second = isPair ? column('callee') : column('other');
  const start = column('start');
  const date = start < 0 ? column('date') : -1;
  const end = column('end');
  const duration = column('duration');
  return {
    isPair, first, second, start, date, end, duration, answerTime,
    served: isPair ? column('number') : -1,
    clock: date < 0 ? -1 : column('time'),
    durationUnitS: duration < 0 ? 1 : durationUnitS ?? durationUnit(header[duration] ?? ''),
    isHoursMinutes: duration >= 0 && (/\bhh?:mm(?!:)/i.test(header[duration] ?? '') || isFritzBox(header)),
    direction: column('direction'),
    type: column('type'),
    answered: column('answered'),
    imei: column('imei'),
    imsi: column('imsi'),
    cell: column('cell') >= 0 ? column('cell') : column('lac') >= 0 ? column('lac') : column('place'),
    lac: column('cell') >= 0 ? column('lac') : -1,
    leastCells: second < 0 ? BEYOND_CELLS : 1 + Math.max(first, second, start, date, start < 0 && date < 0 ? end : -1),
    mostCells,
  };
}

/** Seconds in one unit of a bare number, by the column's name: `Duration (min)`, `时长(分钟)`, `duration_ms`; undefined where it says none. */
function unitOfName(name: string): number | undefined {
  const folded = simplify(name.normalize('NFKC').toLowerCase());
  if (/\b0\.1 ?(秒|s)|\b100 ?(毫秒|ms)/.test(folded)) return 0.1;
  if (/秒|sec|hh|\(s\)/.test(folded) && !/毫秒|millisec/.test(folded)) return 1;
  if (/毫秒|millis|[^a-z]ms\b/.test(folded)) return 0.001;
  return /分钟|\(分\)|(^|[^a-z])mins?\b|minut/.test(folded) ? 60 : undefined;
}

/** The same, seconds where the name says nothing. */
export function durationUnit(name: string): number {
  return unitOfName(name) ?? 1;
}

/** The same where the name says none, by a row of units below the header, `(分)`, or a line above it, `单位：分钟`. */
export function unitOfNotes(name: string, below: string, above: readonly string[]): number | undefined {
  if (unitOfName(name) !== undefined) return undefined;
  if (/^[(（].*[)）]$/.test(below)) return unitOfName(below);
  const said = above.map((note) => /(?:单位|單位|\bunits?)\s*[:：]\s*(\S+)/i.exec(note)?.[1]).find((unit) => unit !== undefined);
  return said === undefined ? undefined : unitOfName(`(${said})`);
}

/** Most of a day that a call lasts, for fractions of days to be known by. */
const LONGEST_DAYS = 0.25;

/** Fewest durations that tell a unit, and seconds above which half of a file's calls never last. (Assumed.) */
const LEAST_DURATIONS = 10;
const LONGEST_MEDIAN_S = 5000;

/**
 * Seconds in one unit of a file's bare durations where its values tell it: fractions of a day, as a spreadsheet writes them
 * (`0.000173611`), or milliseconds, where a name says nothing and half of the calls would last hours. Undefined where nothing tells.
 */
export function unitOfValues(name: string, values: readonly string[]): number | undefined {
  if (unitOfName(name) === undefined) {
    const talked = values.filter((value) => /^\d+(\.0+)?$/.test(value)).map(Number).filter((value) => value > 0);
    const within = talked.filter((value) => value <= LONGEST_MEDIAN_S).length;
    if (talked.length >= LEAST_DURATIONS && within <= Math.floor(talked.length / 2)) return 0.001;
  }
  const isSome = (value: string) => value !== '' && Number(value) !== 0;
  const isFraction = (value: string) => /^(0\.\d{4,}|\d(\.\d+)?E-\d+)$/i.test(value) && Number(value) < LONGEST_DAYS;
  return values.some(isSome) && values.every((value) => !isSome(value) || isFraction(value)) ? 86_400 : undefined;
}
