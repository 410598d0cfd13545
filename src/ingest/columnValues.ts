/** What the values of a column look like, from a sample of rows. */
import { makeZone } from '../records/zone.ts';
import { codesIn } from './codes.ts';
import { readAnswered, readWord } from './directionWords.ts';
import { DURATION_UNREADABLE, readDuration } from './durationParser.ts';
import type { HeadRow } from './headRows.ts';
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
  readonly clock: number;
  readonly duration: number;
  readonly direction: number;
  readonly incoming: number;
  readonly type: number;
  readonly answered: number;
  /** Digits, perhaps with signs between them. */
  readonly number: number;
  /** Numbers of seven and more digits. */
  readonly phone: number;
  /** Anything without a digit: names of people and places. */
  readonly wordy: number;
  readonly distinct: number;
  /** True for a few different numbers of one or two digits, or yes and no. */
  readonly isCoded: boolean;
}

/** Values of a column looked at. */
const SAMPLE = 200;

const encoder = new TextEncoder();
// Only whether a value can be read matters here, not in which zone.
const parsers = (['dmy', 'mdy'] as const).map((dateOrder) => new TimeParser({ zone: makeZone('UTC'), isZoneChosen: false, dateOrder, isGb18030: false, firstMonth: '2016-01' }));

export function lookAtColumn(rows: readonly HeadRow[], column: number): ColumnValues {
  const values = rows.slice(0, SAMPLE).map((row) => row.cells[column] ?? '').filter((value) => value !== '' && !/^[-./\s]*$|^(null|none|nan|n\/a|\\n)$/i.test(value));
  const share = (test: (value: string) => boolean) => (values.length === 0 ? 0 : values.filter(test).length / values.length);
  const kinds = values.map(timeKind);
  const words = values.map(readWord);
  const ofWords = (test: (word: ReturnType<typeof readWord>) => boolean) => (words.length === 0 ? 0 : words.filter(test).length / words.length);
  const ofKind = (kind: string) => (values.length === 0 ? 0 : kinds.filter((other) => other === kind).length / values.length);
  return {
    filled: rows.length === 0 ? 0 : values.length / Math.min(rows.length, SAMPLE),
    fullTime: ofKind('full'),
    writtenTime: values.length === 0 ? 0 : values.filter((value, i) => kinds[i] === 'full' && /\D/.test(value)).length / values.length,
    date: ofKind('date'),
    clock: ofKind('clock'),
    duration: share(isDuration),
    direction: ofWords(({ direction }) => direction !== undefined),
    incoming: ofWords(({ direction }) => direction === 'in'),
    type: ofWords(({ type }) => type !== undefined),
    answered: share((value) => readAnswered(value) !== undefined),
    number: share((value) => /^\+?[\d\s().-]+$/.test(value) && /\d/.test(value)),
    phone: share((value) => /^\+?[\d\s().-]{7,24}$/.test(value) && value.replace(/\D/g, '').length >= 7),
    wordy: share((value) => !/\d/.test(value)),
    distinct: values.length === 0 ? 0 : new Set(values).size / values.length,
    isCoded: codesIn(values).length > 0,
  };
}

/** Whether a value is a full time, a date or a time of day. */
function timeKind(value: string): 'full' | 'date' | 'clock' | 'none' {
  const bytes = encoder.encode(value);
  timeText.clear();
  if (timeText.read(bytes, 0, bytes.length, false, false) && !timeText.isEmpty) {
    const hasDate = timeText.unix >= 0 || timeText.serial >= 0 || timeText.isYearless || timeText.dates + (timeText.month > 0 ? 1 : 0) === 3;
    // Written times before 1990 are times all the same: that they are not accepted is the record's fault, not the column's. Digits alone
    // are a phone number rather than an early Unix time.
    const isWritten = /\D/.test(value);
    const isTime = parsers.some((parser) => {
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

function isDuration(value: string): boolean {
  const bytes = encoder.encode(value);
  const seconds = readDuration(bytes, 0, bytes.length, 1, false);
  return seconds !== DURATION_UNREADABLE && seconds < 1_000_000;
}
