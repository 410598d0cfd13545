/**
 * A communication (话单): one call or message between two numbers.
 *
 * While it is read, each record is written twice, once for either end ("ego"), because most questions are asked about
 * one number and all it did. A view of a record is RECORD_WORDS 8-byte words, addressed as Float64Array and Uint32Array
 * over one buffer:
 *
 * | word | as f64 | as u32 low, high |
 * | --- | --- | --- |
 * | 0 | ego's number key | |
 * | 1 | the other's number key | |
 * | 2 | | start in local seconds, traits (see below) |
 * | 3 | | line (see `LineSegment`), cell id + 1 or 0 |
 * | 4 | device key (IMEI's first 14 digits) or 0 | |
 * | 5 | card key (IMSI) or 0 | |
 *
 * Word 4 is there only in datasets whose mapping has an IMEI, and both only in those whose mapping has an IMSI (`recordWordsFor`).
 */

import type { TableKind } from './recordKinds.ts';

/** Words of a record without devices, with them, and with cards as well. */
export const RECORD_WORDS = 4;
const RECORD_WORDS_WITH_DEVICES = 5;
export const RECORD_WORDS_WITH_CARDS = 6;
/** Where such records have their device and their card. */
export const DEVICE_WORD = 4;
export const CARD_WORD = 5;

/** Words of the records of files with such columns, and no more: most of the time goes with moving them. */
export function recordWordsFor({ hasDevices, hasCards }: { readonly hasDevices: boolean; readonly hasCards: boolean }): number {
  return hasCards ? RECORD_WORDS_WITH_CARDS : hasDevices ? RECORD_WORDS_WITH_DEVICES : RECORD_WORDS;
}

/**
 * Local seconds: the clock on the wall where the record was made, counted as if it were UTC from 1970-01-01T00:00:00.
 * Hours, days and nights are read straight off it. UTC = local − offset, with the offset in the traits.
 */
export type LocalSeconds = number;

/** Traits, a u32. Bits 0–19: duration in seconds, at most MAX_DURATION_S. */
export const MAX_DURATION_S = 0xf_ffff;
/** Bit 20: ego started it (is the caller or sender). */
export const IS_OUT = 1 << 20;
/** Bit 21: a message, not a call. */
export const IS_TEXT = 1 << 21;
/** Bit 22: the duration was given. */
export const HAS_DURATION = 1 << 22;
/** Bits 23–24: whether it was answered, as far as the file tells (a duration above 0 tells too). */
export const IS_ANSWERED = 1 << 23;
export const IS_UNANSWERED = 1 << 24;
/**
 * Bit 25: ego's side of a file about one subscriber (number / other / direction). A number that has such records is described by them
 * alone where other files hold the same calls a second time: those about the other end, always; those that tell of callers and
 * callees, from its first such record to its last. What these say before and after is all there is.
 */
export const IS_OWN_VIEW = 1 << 25;
/** Bit 26: ego is the other end in a file about one subscriber. */
export const IS_MIRRORED = 1 << 26;
/** The clocks of two files of one call may differ: so long before a number's first record of its own view, and after its last, that view still holds. Assumed. */
export const OWN_VIEW_SLACK_S = 3600;
/** Bits 27–31: which of the dataset's UTC offsets (at most 32, `RecordContext.offsetsS`). */
export const OFFSET_SHIFT = 27;

/** What every record of a dataset shares; the ids in the records point into it. */
export interface RecordContext {
  /** Distinct UTC offsets in seconds, east positive. */
  readonly offsetsS: readonly number[];
  /** IANA zone in which times without an offset were read. */
  readonly zone: string;
}

/**
 * The fields of a communication, in the order a person would name them. `lac` is the location area of `cell` where the
 * two stand in columns of their own (LAC and CI).
 */
export const communicationFields = [
  'caller', 'callee', 'number', 'other', 'direction', 'type', 'start', 'date', 'time', 'end', 'duration', 'answered',
  'imei', 'imsi', 'cell', 'lac', 'place',
] as const;
export type CommunicationField = (typeof communicationFields)[number];

/** What can be wrong with a file of which records were read all the same. The words are in `src/words/`. */
export const noticeCodes = ['truncated', 'damaged', 'trailingData', 'expandsTooMuch', 'tooLarge', 'rowsLost', 'tablesLeftOut'] as const;

export interface FileNotice {
  readonly code: (typeof noticeCodes)[number];
  /** What it is about: a table, a row group; '' for the whole file. */
  readonly what: string;
}

/** A file of a dataset, as provenance needs it. */
export interface SourceFile {
  readonly name: string;
  /** Of its records; absent for communications. */
  readonly kind?: TableKind | undefined;
  readonly bytes: number;
  /** Hex SHA-256 of the file's bytes; null until it has been computed. */
  readonly sha256: string | null;
  /** Records accepted. */
  readonly rows: number;
  /** Records rejected. */
  readonly rejected: number;
  /** What was wrong with it; absent when nothing was. */
  readonly problems?: readonly FileNotice[] | undefined;
}

/**
 * A stretch of a file that was read as one piece. A record carries one line number for the whole dataset; the last segment
 * whose `base` is below it says where it stands: line `linesBefore + number − base` of file `file`.
 */
export interface LineSegment {
  readonly base: number;
  /** Index of the file. */
  readonly file: number;
  /** Lines of the file, or of the table, before this segment. */
  readonly linesBefore: number;
  /** The table of the file (a sheet, a member of an archive), where it has several. */
  readonly table?: string;
  /** Where some of its lines are, ascending; absent where the file has no bytes of its own (a sheet, an archive). */
  readonly marks?: readonly LineMark[];
  readonly encoding?: string;
  /** No record of it has a higher number; absent in datasets of older versions. */
  readonly end?: number;
}

/**
 * Line `line`, as the reader counted it (line of the file − `linesBefore`), is the one that byte `at` of the file is in or at the
 * beginning of; the first mark of a segment stands at the beginning of its line.
 */
export interface LineMark {
  readonly line: number;
  readonly at: number;
}

/** A file, or a table within it, as a person finds it: `book.xlsx!Sheet1`. */
export function placeName(file: string, table: string | undefined): string {
  return table === undefined || table === '' ? file : `${file}!${table}`;
}

/** Why a record could not be taken. The texts live in `src/words/`. */
export const rejectionReasons = [
  'numberMissing', 'timeMissing', 'timeUnreadable', 'timeBefore1990', 'durationUnreadable', 'durationNegative',
  'directionUnreadable', 'columnsMissing', 'columnsShifted', 'lineTooLong', 'numberRounded', 'rowCut',
  'valueMissing', 'amountUnreadable', 'rangeUnreadable', 'positionUnreadable',
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

/** A record that was not taken, with the place and the text to look at. */
export interface RejectedRow {
  readonly file: string;
  /** Line of the file, from 1. */
  readonly line: number;
  readonly reason: RejectionReason;
  /** The beginning of the line as it stands in the file. */
  readonly text: string;
}

/** Rows of which not one could be read: how many, and the first. */
export interface UnreadRows {
  readonly rows: number;
  readonly first: Pick<RejectedRow, 'file' | 'line' | 'reason'>;
}
