/** What the values of a column look like, from a sample of rows. */
import { makeZone } from '../records/zone.ts';
import { bareNumber } from './bareNumber.ts';
import { codesIn, unknownWordsIn } from './codes.ts';
import { readAnswered, readWord } from './directionWords.ts';
import { DURATION_UNREADABLE, readDuration } from './durationParser.ts';
import type { HeadRow } from './headRows.ts';
import { findJoinedYear, type JoinedYear } from './joinedYear.ts';
import { remembered } from './remembered.ts';
import { saysNothing } from './saysNothing.ts';
import { TimeParser } from './timeParser.ts';
import { timeText } from './timeText.ts';

/** Shares, 0–1, of a column's non-empty values that can be read as each thing. */
export interface ColumnValues {
  readonly filled: number;
  /** Date and time of day, a date alone (or at midnight), a time of day alone. */
  readonly fullTime: number;
  /** Full times that are more than digits: a number may look like a Unix time. */
  readonly writtenTime: number;
  readonly date: number;
  /** Dates of six or seven digits, which may be other numbers as well. */
  readonly joinedDate: number;
  /** Month and day: 05-01. */
  readonly yearlessDate: number;
  /** Days as spreadsheets count them, which are full times too: another column may hold the time of day. */
  readonly serialDate: number;
  readonly clock: number;
  readonly duration: number;
  readonly direction: number;
  readonly incoming: number;
  readonly type: number;
  /** Words that say text. */
  readonly text: number;
  readonly answered: number;
  /** Digits, perhaps with signs between them. */
  readonly number: number;
  /** Numbers, and what holds one beside words: `Bob <1001>`. */
  readonly numbered: number;
  /** Numbers of seven and more digits. */
  readonly phone: number;
  /** Anything without a digit: names of people and places. */
  readonly wordy: number;
  readonly distinct: number;
  /** True where several rows all say the same. */
  readonly isConstant: boolean;
  /** True where all are telephone numbers, and no longer ones of devices or cards. */
  readonly isSubscriber: boolean;
  /** True where each is a little more than the one above: numbers of rows, of calls. */
  readonly isCounter: boolean;
  /** True for times that are digits alone, as telephone numbers are: Unix times, and dates with the year in front. */
  readonly isDigitTime: boolean;
  /** True for a few different codes: numbers of one or two digits, yes and no, first letters. */
  readonly isCoded: boolean;
  /** True for a few different words of which nothing is known. */
  readonly isUnknown: boolean;
}

/** Values of a column looked at. */
const SAMPLE = 200;
/** Fewest numbers that are seen to be counted, and the largest step between two. (Assumed.) */
const LEAST_COUNTS = 3;
const LARGEST_STEP = 100;
/** A time of day or a date, 05-06-07; and the share of such values that are no dates from which all are times of day. (Assumed.) */
const DASHED = /^([01]?\d|2[0-3])-[0-5]\d-[0-5]\d$/;
const LEAST_CLOCKS = 0.1;
/** A time of day or a duration: 01h36m50s. */
const LETTERED = /^\D?(\d{1,2})\s*h.*s\w*\W?$/i;
/** Share of a column's values that must be a thing for it to be that whatever it is called. */
const CLEAR = 0.9;

const encoder = new TextEncoder();
// Only whether a value can be read matters here, not in which zone.
const parsersOf = (joinedYear: JoinedYear | undefined) => (['dmy', 'mdy'] as const).map((dateOrder) => new TimeParser({ zone: makeZone('UTC'), isZoneChosen: false, dateOrder, isGb18030: false, firstMonth: '2016-01', joinedYear }));
const parsers = { long: parsersOf(undefined), short: parsersOf('short'), minguo: parsersOf('minguo') };

export function lookAtColumn(rows: readonly HeadRow[], column: number): ColumnValues {
  return new Look(rows, column);
}

/** Of most columns few things are asked, so each is found out when it is. */
class Look implements ColumnValues {
  readonly filled: number;
  readonly #values: readonly string[];
  readonly #known = new Map<string, number>();
  #kinds: readonly TimeKind[] | null = null;
  #joined: { readonly year: JoinedYear | undefined } | null = null;
  #words: readonly ReturnType<typeof readWord>[] | null = null;

  constructor(rows: readonly HeadRow[], column: number) {
    this.#values = rows.slice(0, SAMPLE).map((row) => row.cells[column] ?? '').filter((value) => !saysNothing(value));
    this.filled = rows.length === 0 ? 0 : this.#values.length / Math.min(rows.length, SAMPLE);
  }

  get fullTime(): number {
    return this.#share('fullTime', (_, i) => this.#kind(i) === 'full');
  }

  get writtenTime(): number {
    return this.#share('writtenTime', (value, i) => this.#kind(i) === 'full' && /\D/.test(value));
  }

  get date(): number {
    return this.#share('date', (_, i) => this.#kind(i) === 'date');
  }

  get joinedDate(): number {
    return this.#share('joinedDate', (value) => this.#joinedYear !== undefined && /^\d{6,7}$/.test(value));
  }

  get yearlessDate(): number {
    return this.#share('yearlessDate', (value) => /^\d{1,2}[-/月]\d{1,2}日?$/.test(value));
  }

  get serialDate(): number {
    return this.#share('serialDate', (value, i) => this.#kind(i) === 'full' && /^\d{5}$/.test(value));
  }

  get clock(): number {
    return this.#share('clock', (value, i) => this.#kind(i) === 'clock' && (this.#areHoursLong || !LETTERED.test(value)));
  }

  /** Few calls last for an hour, 01h36m50s, and few are made in the hour past midnight. */
  get #areHoursLong(): boolean {
    return this.#share('long', (value) => Number(LETTERED.exec(value)?.[1] ?? 0) > 0) >= 0.5;
  }

  get duration(): number {
    return this.#share('duration', isDuration);
  }

  get direction(): number {
    return this.#share('direction', (_, i) => this.#word(i).direction !== undefined);
  }

  get incoming(): number {
    return this.#share('incoming', (_, i) => this.#word(i).direction === 'in');
  }

  get type(): number {
    return this.#share('type', (_, i) => this.#word(i).type !== undefined);
  }

  get text(): number {
    return this.#share('text', (_, i) => this.#word(i).type === 'text');
  }

  get answered(): number {
    // 0 and 1 among other figures are causes of release.
    const isCause = this.#values.some((value) => /^\d+$/.test(value) && Number(value) > 1);
    return this.#share('answered', (value) => readAnswered(value) !== undefined && !(isCause && /^\d+$/.test(value)));
  }

  get number(): number {
    return this.#share('number', isNumber);
  }

  get numbered(): number {
    return this.#share('numbered', (value) => isNumber(value) || isNumber(bareNumber(value)));
  }

  get phone(): number {
    return this.#share('phone', (value) => /^\+?[\d\s().-]{7,24}$/.test(value) && value.replace(/\D/g, '').length >= 7);
  }

  get wordy(): number {
    return this.#share('wordy', (value) => !/\d/.test(value));
  }

  get distinct(): number {
    return this.#values.length === 0 ? 0 : new Set(this.#values).size / this.#values.length;
  }

  get isConstant(): boolean {
    return this.#values.length > 1 && this.#values.every((value) => value === this.#values[0]);
  }

  get isSubscriber(): boolean {
    return this.#values.length > 0 && this.#values.every((value) => /^\+?\d{7,13}$/.test(value));
  }

  get isCounter(): boolean {
    const counts = this.#values.map(Number);
    return counts.length >= LEAST_COUNTS && counts.every((count, i) => i === 0 || (count > counts[i - 1]! && count - counts[i - 1]! <= LARGEST_STEP));
  }

  get isDigitTime(): boolean {
    return this.fullTime + this.date >= CLEAR && this.#values.every((value) => /^(1\d{9}|1\d{12}|(19|20)\d{6}|20\d{10})$/.test(value));
  }

  get isCoded(): boolean {
    return codesIn(this.#values).length > 0;
  }

  get isUnknown(): boolean {
    return unknownWordsIn(this.#values).length > 0;
  }

  #share(what: string, test: (value: string, i: number) => boolean): number {
    let share = this.#known.get(what);
    if (share === undefined) this.#known.set(what, (share = this.#values.length === 0 ? 0 : this.#values.filter(test).length / this.#values.length));
    return share;
  }

  get #joinedYear(): JoinedYear | undefined {
    return (this.#joined ??= { year: findJoinedYear(this.#values) }).year;
  }

  #kind(i: number): TimeKind {
    return (this.#kinds ??= this.#findKinds())[i]!;
  }

  #findKinds(): readonly TimeKind[] {
    const kinds = this.#values.map((value) => timeKind(value, this.#joinedYear));
    const clocks = kinds.filter((kind) => kind === 'clock').length;
    return clocks > 0 && clocks >= kinds.length * LEAST_CLOCKS && this.#values.every((value) => DASHED.test(value)) ? kinds.map(() => 'clock') : kinds;
  }

  #word(i: number): ReturnType<typeof readWord> {
    return (this.#words ??= this.#values.map(remembered(readWord)))[i]!;
  }
}

type TimeKind = 'full' | 'date' | 'clock' | 'none';

/** Whether a value is a full time, a date or a time of day. */
function timeKind(value: string, joinedYear: JoinedYear | undefined): TimeKind {
  const bytes = encoder.encode(value);
  timeText.clear();
  timeText.joinedYear = joinedYear ?? null;
  // Six digits may be a time of day, and seven a telephone.
  if (!/^\d{6,7}$/.test(value) && timeText.read(bytes, 0, bytes.length, false, false) && !timeText.isEmpty) {
    const hasDate = timeText.unix >= 0 || timeText.serial >= 0 || timeText.isYearless || timeText.dates + (timeText.month > 0 ? 1 : 0) === 3;
    // Written times before 1990 are times all the same: that they are not accepted is the record's fault, not the column's. Digits alone
    // are a phone number rather than an early Unix time.
    const isWritten = /\D/.test(value);
    const isTime = parsers[joinedYear ?? 'long'].some((parser) => {
      const at = parser.read(bytes, 0, bytes.length);
      return at >= 0 || (isWritten && at !== -2);
    });
    // Spreadsheets write a column of dates with a midnight behind each.
    const isMidnight = timeText.hour === 0 && timeText.minute <= 0 && timeText.second <= 0;
    if (hasDate && isTime) return timeText.unix >= 0 || timeText.serial >= 0 || (timeText.hour >= 0 && !isMidnight) ? 'full' : 'date';
  }
  timeText.clear();
  if (!/^\d{1,2}$/.test(value) && timeText.read(bytes, 0, bytes.length, true, false) && timeText.dates === 0 && timeText.hour >= 0 && timeText.hour < 24 && timeText.minute < 60) return 'clock';
  return 'none';
}

function isNumber(value: string): boolean {
  return /^\+?[\d\s().-]+$/.test(value) && /\d/.test(value);
}

function isDuration(value: string): boolean {
  const bytes = encoder.encode(value);
  const seconds = readDuration(bytes, 0, bytes.length, 1, false);
  return seconds !== DURATION_UNREADABLE && seconds < 1_000_000;
}
