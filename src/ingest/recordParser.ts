/** Cells → communications: which column holds what is settled once per file, so that a row is read without a look at names. */
import { HAS_DURATION, IS_ANSWERED, IS_TEXT, IS_UNANSWERED, MAX_DURATION_S, OFFSET_SHIFT } from '../records/communication.ts';
import type { CommunicationField, RejectionReason } from '../records/communication.ts';
import { isRoundedNumber, NO_NUMBER } from '../records/numberKey.ts';
import { makeZone } from '../records/zone.ts';
import { DURATION_MISSING, DURATION_NEGATIVE, DURATION_UNREADABLE, readDuration } from './durationParser.ts';
import { FieldText } from './fieldText.ts';
import type { FileLayout } from './inspection.ts';
import { isNoRecord } from './noRecord.ts';
import type { RecordSink } from './recordSink.ts';
import { VIEW_OF_CALLEE, VIEW_OF_CALLER, VIEW_OF_NONE } from './recordSink.ts';
import type { RowHandler, RowSplitter } from './rowSplitter.ts';
import { TIME_BEFORE_1990, TIME_MISSING, TimeParser } from './timeParser.ts';
import { SAYS_ANSWERED, SAYS_CALL, SAYS_IN, SAYS_OUT, SAYS_TEXT, SAYS_UNANSWERED, WordCache } from './wordCache.ts';

const encoder = new TextEncoder();

/** True if the mapping names two ends and a time: enough to read records. */
export function missingFields(layout: Pick<FileLayout, 'mapping' | 'owner'>): CommunicationField[] {
  const { mapping } = layout;
  const missing: CommunicationField[] = [];
  const isPair = mapping.caller !== undefined || mapping.callee !== undefined;
  if (isPair) {
    if (mapping.caller === undefined) missing.push('caller');
    if (mapping.callee === undefined) missing.push('callee');
  } else {
    if (mapping.number === undefined && layout.owner === null) missing.push('number');
    if (mapping.other === undefined) missing.push('other');
    if (mapping.direction === undefined && mapping.type === undefined) missing.push('direction');
  }
  if (mapping.start === undefined && mapping.date === undefined && mapping.end === undefined) missing.push('start');
  return missing;
}

/** Seconds in one unit of a bare number, by the column's name: `Duration (min)`, `时长(分钟)`, `duration_ms`. */
export function durationUnit(name: string): number {
  const folded = name.normalize('NFKC').toLowerCase();
  if (/秒|sec|hh|\(s\)/.test(folded) && !/毫秒|millisec/.test(folded)) return 1;
  if (/毫秒|millis|[^a-z]ms\b/.test(folded)) return 0.001;
  return /分钟|\(分\)|[^a-z]mins?\b|minutes/.test(folded) ? 60 : 1;
}

export class RecordParser implements RowHandler {
  accepted = 0;
  rejected = 0;
  /** Rows that are no records: totals, notes and repeated headers. */
  skipped = 0;

  readonly #layout: FileLayout;
  readonly #sink: RecordSink;
  readonly #splitter: RowSplitter;
  readonly #text: FieldText;
  readonly #time: TimeParser;
  readonly #words: WordCache;
  readonly #answeredWords: WordCache;
  readonly #isGb18030: boolean;
  readonly #isPair: boolean;
  readonly #headerLine: number;
  /** A row must have this many cells to hold its ends and its time. */
  readonly #leastCells: number;
  readonly #owner: number;
  /** Beside caller and callee: the column of the subscriber that an empty one of the two stands for; -1 if there is none. */
  readonly #served: number;
  readonly #durationUnitS: number;
  // Columns; -1 where the file has none.
  readonly #first: number;
  readonly #second: number;
  readonly #start: number;
  readonly #date: number;
  readonly #clock: number;
  readonly #end: number;
  readonly #duration: number;
  readonly #direction: number;
  readonly #type: number;
  readonly #answered: number;
  readonly #imei: number;
  readonly #imsi: number;
  readonly #cell: number;
  readonly #lac: number;
  #offsetS = NaN;
  #offsetBits = 0;

  /** @param splitter gives the bounds of the cells; its `maxCells` must be `columnsNeeded(layout)` */
  constructor(layout: FileLayout, sink: RecordSink, splitter: (handler: RowHandler) => RowSplitter) {
    const { mapping } = layout;
    const column = (field: CommunicationField) => mapping[field] ?? -1;
    this.#layout = layout;
    this.#sink = sink;
    this.#isGb18030 = layout.encoding === 'gb18030';
    this.#text = new FieldText(this.#isGb18030);
    this.#time = new TimeParser({
      zone: makeZone(layout.zone), isZoneChosen: layout.isZoneChosen, dateOrder: layout.dateOrder, isGb18030: this.#isGb18030, firstMonth: layout.firstMonth,
    });
    this.#words = new WordCache(this.#text, false);
    this.#answeredWords = new WordCache(this.#text, true);
    this.#headerLine = layout.headerLine;
    this.#isPair = mapping.caller !== undefined && mapping.callee !== undefined;
    this.#first = this.#isPair ? column('caller') : column('number');
    this.#second = this.#isPair ? column('callee') : column('other');
    this.#served = this.#isPair ? column('number') : -1;
    this.#start = column('start');
    this.#date = this.#start < 0 ? column('date') : -1;
    this.#clock = this.#date < 0 ? -1 : column('time');
    this.#end = column('end');
    this.#duration = column('duration');
    this.#direction = column('direction');
    this.#type = column('type');
    this.#answered = column('answered');
    this.#imei = column('imei');
    this.#imsi = column('imsi');
    this.#cell = column('cell') >= 0 ? column('cell') : column('lac') >= 0 ? column('lac') : column('place');
    this.#lac = column('cell') >= 0 ? column('lac') : -1;
    this.#leastCells = 1 + Math.max(this.#first, this.#second, this.#start, this.#date, this.#start < 0 && this.#date < 0 ? this.#end : -1);
    this.#durationUnitS = this.#duration < 0 ? 1 : durationUnit(layout.header[this.#duration] ?? '');
    const owner = encoder.encode(layout.owner ?? '');
    this.#owner = this.#first < 0 && !this.#isPair ? new FieldText(false).number(owner, 0, owner.length, sink.oddNumbers) : NO_NUMBER;
    this.#splitter = splitter(this);
  }

  row(bytes: Uint8Array, cells: number): void {
    const splitter = this.#splitter;
    if (splitter.line <= this.#headerLine) return;
    const { starts, ends } = splitter;
    if (cells < this.#leastCells) {
      this.#refuse(bytes, cells, 'columnsMissing');
      return;
    }
    const text = this.#text;
    const sink = this.#sink;
    const firstColumn = this.#first;
    let first = firstColumn < 0 ? this.#owner : text.number(bytes, starts[firstColumn]!, ends[firstColumn]!, sink.oddNumbers);
    let second = text.number(bytes, starts[this.#second]!, ends[this.#second]!, sink.oddNumbers);
    if (this.#served >= 0 && this.#served < cells && (first === NO_NUMBER) !== (second === NO_NUMBER)) {
      const served = text.number(bytes, starts[this.#served]!, ends[this.#served]!, sink.oddNumbers);
      if (first === NO_NUMBER && served !== second) first = served;
      else if (second === NO_NUMBER && served !== first) second = served;
    }
    if (first === NO_NUMBER || second === NO_NUMBER) {
      const column = first === NO_NUMBER ? firstColumn : this.#second;
      const isRounded = column >= 0 && isRoundedNumber(text.decode(bytes, starts[column]!, ends[column]!));
      this.#refuse(bytes, cells, isRounded ? 'numberRounded' : 'numberMissing');
      return;
    }

    let at = this.#readStart(bytes, cells);
    const startOffset = this.#time.offsetS;
    let duration = DURATION_MISSING;
    if (this.#duration >= 0 && this.#duration < cells) {
      duration = readDuration(bytes, starts[this.#duration]!, ends[this.#duration]!, this.#durationUnitS, this.#isGb18030);
    }
    let offset = startOffset;
    if (this.#end >= 0 && this.#end < cells && (at === TIME_MISSING || (at >= 0 && duration === DURATION_MISSING))) {
      const end = this.#time.read(bytes, starts[this.#end]!, ends[this.#end]!);
      if (at >= 0) {
        // An end tells the duration where nothing else does.
        if (end >= 0) duration = end - this.#time.offsetS - (at - startOffset);
        if (end >= 0 && duration < 0) duration = DURATION_NEGATIVE;
      } else {
        at = end >= 0 && duration > 0 ? end - duration : end;
        offset = this.#time.offsetS;
      }
    }
    if (at < 0) {
      this.#refuse(bytes, cells, at === TIME_MISSING ? 'timeMissing' : at === TIME_BEFORE_1990 ? 'timeBefore1990' : 'timeUnreadable');
      return;
    }
    if (duration === DURATION_UNREADABLE || duration > MAX_DURATION_S) {
      this.#refuse(bytes, cells, 'durationUnreadable');
      return;
    }
    if (duration === DURATION_NEGATIVE) {
      this.#refuse(bytes, cells, 'durationNegative');
      return;
    }

    let said = 0;
    if (this.#direction >= 0 && this.#direction < cells) said = this.#words.read(bytes, starts[this.#direction]!, ends[this.#direction]!);
    if (this.#type >= 0 && this.#type < cells) said = addWord(said, this.#words.read(bytes, starts[this.#type]!, ends[this.#type]!));
    let view = VIEW_OF_NONE;
    if (!this.#isPair || this.#direction >= 0) {
      if ((said & (SAYS_OUT | SAYS_IN)) !== 0) view = (said & SAYS_OUT) === 0 ? VIEW_OF_CALLEE : VIEW_OF_CALLER;
      else if (!this.#isPair) {
        this.#refuse(bytes, cells, 'directionUnreadable');
        return;
      }
    }
    // A word such as "missed" says that nobody spoke, whatever the ringing took.
    if ((said & SAYS_UNANSWERED) !== 0 && duration > 0) duration = 0;
    if (this.#answered >= 0 && this.#answered < cells) {
      const answered = this.#answeredWords.read(bytes, starts[this.#answered]!, ends[this.#answered]!);
      if (answered !== 0) said = (said & ~(SAYS_ANSWERED | SAYS_UNANSWERED)) | answered;
    }

    if (offset !== this.#offsetS) {
      this.#offsetS = offset;
      this.#offsetBits = (sink.offsetId(offset) << OFFSET_SHIFT) >>> 0;
    }
    let traits = duration >= 0 ? duration | HAS_DURATION : 0;
    if ((said & SAYS_TEXT) !== 0) traits |= IS_TEXT;
    if ((said & SAYS_UNANSWERED) !== 0) traits |= IS_UNANSWERED;
    else if ((said & SAYS_ANSWERED) !== 0 || (duration > 0 && (said & SAYS_TEXT) === 0)) traits |= IS_ANSWERED;
    traits = (traits | this.#offsetBits) >>> 0;

    const cell = this.#cell < 0 || this.#cell >= cells ? 0 : this.#readCell(bytes, cells);
    const imei = this.#imei < 0 || this.#imei >= cells ? 0 : text.device(bytes, starts[this.#imei]!, ends[this.#imei]!, 14, 14, sink.oddNumbers);
    const imsi = this.#imsi < 0 || this.#imsi >= cells ? 0 : text.device(bytes, starts[this.#imsi]!, ends[this.#imsi]!, 6, 15, sink.oddNumbers);
    this.accepted++;
    if (view === VIEW_OF_CALLEE && !this.#isPair) sink.accept(second, first, at, traits, view, splitter.line, cell, imei, imsi);
    else sink.accept(first, second, at, traits, view, splitter.line, cell, imei, imsi);
  }

  rowTooLong(): void {
    if (this.#splitter.line <= this.#headerLine) return;
    this.#reject('lineTooLong');
  }

  rowCut(): void {
    if (this.#splitter.line <= this.#headerLine) return;
    this.#reject('rowCut');
  }

  #readStart(bytes: Uint8Array, cells: number): number {
    const { starts, ends } = this.#splitter;
    if (this.#start >= 0) return this.#time.read(bytes, starts[this.#start]!, ends[this.#start]!);
    if (this.#date < 0) return TIME_MISSING;
    if (this.#clock < 0 || this.#clock >= cells) return this.#time.read(bytes, starts[this.#date]!, ends[this.#date]!);
    return this.#time.readPair(bytes, starts[this.#date]!, ends[this.#date]!, starts[this.#clock]!, ends[this.#clock]!);
  }

  #readCell(bytes: Uint8Array, cells: number): number {
    const { starts, ends } = this.#splitter;
    const start = starts[this.#cell]!;
    const end = ends[this.#cell]!;
    if (this.#lac < 0 || this.#lac >= cells) return this.#text.name(bytes, start, end, this.#sink.cells);
    return this.#text.areaCell(bytes, starts[this.#lac]!, ends[this.#lac]!, start, end, this.#sink.cells);
  }

  /** Rejects a row, unless it is blank or no record at all. */
  #refuse(bytes: Uint8Array, cells: number, reason: RejectionReason): void {
    const { starts, ends } = this.#splitter;
    if (cells === 1) {
      let at = starts[0]!;
      while (at < ends[0]! && bytes[at]! <= 32) at++;
      if (at === ends[0]) return;
    }
    const cell = (column: number) => (column < cells && column < starts.length ? this.#text.decode(bytes, starts[column]!, ends[column]!) : '');
    if (isNoRecord(cell, cells, starts.length, this.#layout)) this.skipped++;
    else this.#reject(reason);
  }

  #reject(reason: RejectionReason): void {
    this.rejected++;
    const { line, raw, rawStart, rawEnd } = this.#splitter;
    const { encoding } = this.#layout;
    if (encoding === 'utf-16le' || encoding === 'utf-16be') {
      const text = toUtf16(raw, rawStart, rawEnd, encoding === 'utf-16be');
      this.#sink.reject(line, reason, text, 0, text.length);
    } else this.#sink.reject(line, reason, raw, rawStart, rawEnd);
  }
}

/** Columns that must be split: up to the last that is used. */
export function columnsNeeded(layout: FileLayout): number {
  return 1 + Math.max(0, ...Object.values(layout.mapping));
}

/** What the direction says goes before what the type says, except that the type column knows the type. */
function addWord(said: number, more: number): number {
  const direction = (said & (SAYS_OUT | SAYS_IN)) === 0 ? more & (SAYS_OUT | SAYS_IN) : said & (SAYS_OUT | SAYS_IN);
  const type = (more & (SAYS_TEXT | SAYS_CALL)) === 0 ? said & (SAYS_TEXT | SAYS_CALL) : more & (SAYS_TEXT | SAYS_CALL);
  const answers = SAYS_ANSWERED | SAYS_UNANSWERED;
  return direction | type | ((said & answers) === 0 ? more & answers : said & answers);
}

/** Bytes of the beginning of a line that are enough to recognise it. */
const SHOWN_BYTES = 1024;

/** The beginning of a line that was read as UTF-8, in the file's own UTF-16. */
export function toUtf16(bytes: Uint8Array, start: number, end: number, isBigEndian: boolean): Uint8Array {
  const text = new TextDecoder().decode(bytes.subarray(start, Math.min(end, start + SHOWN_BYTES)));
  const out = new Uint8Array(text.length * 2);
  const view = new DataView(out.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), !isBigEndian);
  return out;
}
