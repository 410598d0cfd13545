import type { CommunicationField, FileNotice, RejectionReason } from '../records/communication.ts';
import type { RecordKind, TableField } from '../records/recordKinds.ts';
import type { Codes } from './codeMeanings.ts';
import type { FormatName } from './formats/format.ts';
import type { JoinedYear } from './joinedYear.ts';

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'shift_jis', 'euc-kr', 'windows-1252', 'windows-1251'] as const;
/** GBK is read as GB18030, its superset, and Latin-1 as Windows-1252. */
export type Encoding = (typeof encodings)[number];

/**
 * Column index (from 0) of each field that the file has. Where a user gives one, fields it does not name are still
 * recognised; -1 stands for a field that is not to be read, and never occurs in a layout.
 */
export type ColumnMapping = Readonly<Partial<Record<MappedField, number>>>;

/** What a column can hold, of communications and of the other kinds of record. */
export type MappedField = CommunicationField | TableField;

/** How day and month stand in dates like 01-09-2016; decided per column from the values. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/** What the user may set; the same as the engine's `ReadOptions`. */
export interface InspectOptions {
  /** Fields that are not named here are recognised; -1 marks one that is not to be read. */
  readonly mapping?: ColumnMapping;
  /** IANA zone; chosen here, times that carry an offset are shown in it too. */
  readonly zone?: string;
  readonly dateOrder?: DateOrder;
  readonly owner?: string;
  /** What the codes of the direction mean. */
  readonly codes?: Codes;
  /** What the records are; recognised where it is not said. */
  readonly kind?: RecordKind;
}

/** A part of a file with a header of its own, as lists have it of calls first and of messages then: what is otherwise in it than in the file. */
export interface FileSection extends Pick<FileLayout, 'headerLine' | 'header' | 'dateOrder'>, Partial<Pick<FileLayout, 'codes' | 'codesSeen' | 'durationUnitS' | 'mostCells' | 'epochS' | 'says' | 'joinedYear' | 'isClockShort' | 'firstMonth' | 'hasDayRows' | 'answerTime'>> {
  /** Line of the first title above its header. */
  readonly from: number;
  /** The subscriber whose part it is, where that is another than the file's. */
  readonly owner?: string;
  /** Null for what are no communications, whose rows are none. */
  readonly mapping: ColumnMapping | null;
}

export interface TitleMeaning {
  readonly direction?: 'out' | 'in';
  readonly type?: 'text';
}

/** All a reader must know of a file before it reads the first record. */
export interface FileLayout {
  readonly encoding: Encoding;
  /** Bytes of the byte-order mark to skip. */
  readonly bomBytes: number;
  /** One ASCII character: , tab ; or |. */
  readonly delimiter: string;
  /** Line of the header, from 1; 0 when the file has none and the mapping alone names the columns. */
  readonly headerLine: number;
  /** Columns as the header names them. */
  readonly header: readonly string[];
  readonly mapping: ColumnMapping;
  readonly dateOrder: DateOrder;
  /** `YYYY-MM`, the month the file begins with, for dates without a year (China Mobile's 05-01 12:20:35). */
  readonly firstMonth?: string;
  /** How dates in digits alone are read, where their length does not tell. */
  readonly joinedYear?: JoinedYear;
  /** True where times of day in digits alone have lost their zeros in a spreadsheet: 606 is 00:06:06. */
  readonly isClockShort?: boolean;
  /** IANA zone that the file says its times are in. */
  readonly writtenIn?: string;
  /** Unix time, in seconds, from which the file counts its times, where that is not 1970. */
  readonly epochS?: number;
  /** What the codes of the direction's column mean, where it holds codes; where there is no direction, those of the type's. */
  readonly codes?: Codes;
  /** Column of the moment at which a call was answered, from which it is counted to its end where no duration is named; empty where nobody answered. */
  readonly answerTime?: number;
  /** The codes that the first rows hold, of which the user may be asked. */
  readonly codesSeen?: readonly string[];
  /** What titles or the columns' names say of all rows, where no column does. */
  readonly says?: TitleMeaning;
  /** A row with more cells than this has its columns shifted, by a separator within one; absent where rows may have more. */
  readonly mostCells?: number;
  /** Seconds in one unit of a bare duration, where the values, a row of units or a line above the header tell it and not the column's name. */
  readonly durationUnitS?: number;
  /**
   * The parts of the file, in order, where its beginning (`HEAD_BYTES`, HEAD_ROWS) shows several. Further down their headers are known where
   * they recur; a part whose header stands only there is read by the columns above it, and what does not fit is refused. Such a file is read
   * as a whole.
   */
  readonly sections?: readonly FileSection[];
  /** True where a row of its own has the date of those below it, which have a time of day alone. Such a file is read as a whole. */
  readonly hasDayRows?: boolean;
  /** IANA zone for times that carry no offset. */
  readonly zone: string;
  /** True when the user chose the zone: times with an offset are then shown in it, otherwise as written. */
  readonly isZoneChosen: boolean;
  /** The subscriber whose file this is, where no column says it (self-service exports): from the preamble or the file's name. */
  readonly owner: string | null;
}

/** A problem of the file as a whole, for the user. The words are in `src/words/`. */
export interface FileProblem {
  readonly code:
    | 'empty' | 'binary' | 'headerOnly' | 'noHeader' | 'columnMissing' | 'noRecordsFound' | 'unsupportedFormat' | 'dateOrderUnclear' | 'codesUnclear'
    | 'lineTooLong' | 'wrongEncoding'
    | 'packedTooDeep' | 'encrypted' | 'codecUnknown' | 'noTable' | FileNotice['code'];
  /** Where, from 1; 0 for the whole file. */
  readonly line: number;
  /** What it is about: the missing field, the unknown format. */
  readonly what: string;
  /** True when the file cannot be read as it is. */
  readonly isFatal: boolean;
}

/** A row as it would be read, for the mapping dialog and `inspect`. */
export interface SampleRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** The record it makes, or why it makes none. */
  readonly record: {
    readonly caller: string; readonly callee: string; readonly at: string; readonly type: 'call' | 'text';
    readonly durationS: number | null; readonly answered: boolean | null; readonly imei: string | null; readonly cell: string | null;
  } | null;
  /** Of a table's row instead: what was read into each of its columns; null where the cell says nothing. */
  readonly values?: Readonly<Record<string, string | number | null>> | null;
  readonly rejected: RejectionReason | null;
}

export interface Inspection {
  readonly file: string;
  readonly bytes: number;
  /** Of the file itself: gzip, whatever is packed in it. */
  readonly format: FormatName;
  /** Of the table itself. */
  readonly content: FormatName;
  /** The table of the file that this is of: a sheet, a member of an archive; '' where the file is one table. */
  readonly table: string;
  /** True for a table that is to be read. */
  readonly isChosen: boolean;
  /** Every table of the file, where it may have several, this one among them; each of theirs is empty. */
  readonly tables: readonly Inspection[];
  /** About how many bytes its text has, unpacked. */
  readonly textBytes: number;
  readonly kind: RecordKind | null;
  readonly layout: FileLayout;
  readonly sample: readonly SampleRow[];
  readonly problems: readonly FileProblem[];
  /** Names the header: the same layout is remembered for files with the same signature. */
  readonly signature: string;
}
