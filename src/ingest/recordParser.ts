/** Cells → communications: which column holds what is settled once per file, so that a row is read without a look at names. */
import { HAS_DURATION, IS_ANSWERED, IS_TEXT, IS_UNANSWERED, MAX_DURATION_S, OFFSET_SHIFT } from '../records/communication.ts';
import type { CommunicationField, RejectionReason } from '../records/communication.ts';
import { CELL_ANSWERED, CELL_IMEI, CELL_IMSI, CELL_NAME, CELL_NUMBER, CELL_TYPE, CELL_WORD } from '../kernel/kernel.ts';
import { isRoundedNumber, NO_NUMBER } from '../records/numberKey.ts';
import type { Zone } from '../records/zone.ts';
import { makeZone } from '../records/zone.ts';
import { foldCode, readCoded, typesExplainedIn } from './codes.ts';
import { saysMissed } from './columnNames.ts';
import { readAnswered, readWord } from './directionWords.ts';
import { DayRows } from './dayRows.ts';
import { DURATION_MISSING, DURATION_NEGATIVE, DURATION_UNREADABLE, readDuration } from './durationParser.ts';
import { FieldText } from './fieldText.ts';
import type { FileLayout, TitleMeaning } from './inspection.ts';
import { isNoRecord } from './noRecord.ts';
import type { RecordSink } from './recordSink.ts';
import { VIEW_OF_CALLEE, VIEW_OF_CALLER, VIEW_OF_NONE } from './recordSink.ts';
import { inEncoding, isRecoded } from './reencode.ts';
import type { RowPlan } from './rowPlan.ts';
import { planRows } from './rowPlan.ts';
import type { RowHandler, RowSplitter } from './rowSplitter.ts';
import { TIME_BEFORE_1990, TIME_MISSING, TIME_UNREADABLE, TimeParser } from './timeParser.ts';
import { SAYS_ANSWERED, SAYS_CALL, SAYS_IN, SAYS_OUT, SAYS_TEXT, SAYS_UNANSWERED, wordBits, WordCache } from './wordCache.ts';

const encoder = new TextEncoder();
const ZERO = 48;
const NINE = 57;
const QUOTE = 34;
/** Fewest digits of a device's and of a card's identifier, and how many of them tell it. */
const IMEI = [14, 14] as const;
const IMSI = [6, 15] as const;

/** True if the mapping names two ends and a time: enough to read records. */
export function missingFields(layout: Pick<FileLayout, 'mapping' | 'owner'> & { readonly says?: TitleMeaning | undefined }): CommunicationField[] {
  const { mapping, says } = layout;
  const missing: CommunicationField[] = [];
  const isPair = mapping.caller !== undefined || mapping.callee !== undefined;
  if (isPair) {
    if (mapping.caller === undefined) missing.push('caller');
    if (mapping.callee === undefined) missing.push('callee');
  } else {
    if (mapping.number === undefined && layout.owner === null) missing.push('number');
    if (mapping.other === undefined) missing.push('other');
    if (mapping.direction === undefined && mapping.type === undefined && says?.direction === undefined) missing.push('direction');
  }
  if (mapping.start === undefined && mapping.date === undefined && mapping.end === undefined) missing.push('start');
  return missing;
}

export class RecordParser implements RowHandler {
  accepted = 0;
  rejected = 0;
  /** Rows that are no records: totals, notes and repeated headers. */
  skipped = 0;
  readonly plan: RowPlan;
  /** In which times without an offset are read. */
  readonly zone: Zone;

  readonly #layout: FileLayout;
  readonly #sink: RecordSink;
  readonly #splitter: RowSplitter;
  readonly #text: FieldText;
  readonly #time: TimeParser;
  readonly #words: WordCache;
  readonly #typeWords: WordCache;
  readonly #answeredWords: WordCache;
  /** What is written in the place of a duration. */
  readonly #outcomeWords: WordCache;
  readonly #isGb18030: boolean;
  readonly #delimiter: number;
  /** What the title says of all rows. */
  readonly #says: number;
  readonly #headerLine: number;
  /** Number key of the subscriber whose file it is, where no column says it. */
  readonly owner: number;
  readonly #days: DayRows;
  #offsetS = NaN;
  #offsetBits = 0;

  /** @param splitter gives the bounds of the cells; its `maxCells` must be `columnsNeeded(layout)` */
  constructor(layout: FileLayout, sink: RecordSink, splitter: (handler: RowHandler) => RowSplitter) {
    this.#layout = layout;
    this.#sink = sink;
    this.#isGb18030 = layout.encoding === 'gb18030';
    this.#delimiter = layout.delimiter.charCodeAt(0);
    this.#text = new FieldText(this.#isGb18030);
    this.#days = new DayRows(this.#isGb18030);
    this.zone = makeZone(layout.zone);
    this.#time = new TimeParser({
      zone: this.zone, isZoneChosen: layout.isZoneChosen, dateOrder: layout.dateOrder, isGb18030: this.#isGb18030, firstMonth: layout.firstMonth, epochS: layout.epochS, joinedYear: layout.joinedYear, isClockShort: layout.isClockShort,
      writtenIn: isInOtherZone(layout) ? makeZone(layout.writtenIn) : undefined,
    });
    const { codes = {}, header, mapping: { direction, type, answered } } = layout;
    this.#words = new WordCache(this.#text, (word) => readCoded(word, codes));
    const isOfMissed = saysMissed(header[answered ?? -1] ?? '');
    this.#answeredWords = new WordCache(this.#text, (word) => outcomeOf(readAnswered(word, isOfMissed)));
    this.#outcomeWords = new WordCache(this.#text, (word) => outcomeOf(readAnswered(word)));
    const types = typesExplainedIn(header[type ?? -1] ?? '');
    // 1 and 2 of a type are not those of the direction.
    this.#typeWords = direction === type || (direction === undefined && types.size === 0) ? this.#words : new WordCache(this.#text, (word) => {
      const said = types.get(foldCode(word));
      return said === undefined ? readWord(word) : { type: said };
    });
    this.#says = wordBits(layout.says ?? {});
    this.#headerLine = layout.headerLine;
    this.plan = planRows(layout);
    const owner = encoder.encode(layout.owner ?? '');
    this.owner = this.plan.first < 0 && !this.plan.isPair ? new FieldText(false).number(owner, 0, owner.length, sink.oddNumbers) : NO_NUMBER;
    this.#splitter = splitter(this);
  }

  row(bytes: Uint8Array, cells: number): void {
    const { plan } = this;
    const splitter = this.#splitter;
    if (splitter.line <= this.#headerLine) return;
    if (this.#layout.hasDayRows === true && this.#days.take(bytes, cells, splitter)) {
      this.skipped++;
      return;
    }
    const { starts, ends } = splitter;
    if (cells < plan.leastCells) {
      this.#refuse(bytes, cells, 'columnsMissing');
      return;
    }
    if (cells > plan.mostCells && !this.#endsBlank()) {
      this.#refuse(bytes, cells, 'columnsShifted');
      return;
    }
    const text = this.#text;
    const sink = this.#sink;
    const firstColumn = plan.first;
    let first = firstColumn < 0 ? this.owner : text.number(bytes, starts[firstColumn]!, ends[firstColumn]!, sink.oddNumbers);
    let second = text.number(bytes, starts[plan.second]!, ends[plan.second]!, sink.oddNumbers);
    if (plan.served >= 0 && plan.served < cells && (first === NO_NUMBER) !== (second === NO_NUMBER)) {
      const served = text.number(bytes, starts[plan.served]!, ends[plan.served]!, sink.oddNumbers);
      if (first === NO_NUMBER && served !== second) first = served;
      else if (second === NO_NUMBER && served !== first) second = served;
    }
    if (first === NO_NUMBER || second === NO_NUMBER) {
      const column = first === NO_NUMBER ? firstColumn : plan.second;
      const isRounded = column >= 0 && isRoundedNumber(text.decode(bytes, starts[column]!, ends[column]!));
      this.#refuse(bytes, cells, isRounded ? 'numberRounded' : 'numberMissing');
      return;
    }

    let at = this.#readStart(bytes, cells);
    const startOffset = this.#time.offsetS;
    let duration = DURATION_MISSING;
    if (plan.duration >= 0 && plan.duration < cells) {
      duration = this.#readDuration(bytes, starts[plan.duration]!, ends[plan.duration]!);
    }
    let offset = startOffset;
    let talkStart = at - startOffset;
    let isRungOut = false;
    if (plan.answerTime >= 0 && plan.answerTime < cells && at >= 0 && duration === DURATION_MISSING) {
      const answer = this.#readAnswerTime(bytes, starts[plan.answerTime]!, ends[plan.answerTime]!);
      if (answer >= 0) talkStart = answer - this.#time.offsetS;
      else if (answer === TIME_MISSING) isRungOut = true;
    }
    if (plan.end >= 0 && plan.end < cells && (at === TIME_MISSING || (at >= 0 && duration === DURATION_MISSING))) {
      const end = this.#time.read(bytes, starts[plan.end]!, ends[plan.end]!);
      if (at >= 0) {
        // An end tells the duration where nothing else does.
        if (end >= 0) duration = isRungOut ? 0 : end - this.#time.offsetS - talkStart;
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
    let said = 0;
    if (plan.direction >= 0 && plan.direction < cells) said = this.#words.read(bytes, starts[plan.direction]!, ends[plan.direction]!);
    if (plan.type >= 0 && plan.type < cells) said = addWord(said, this.#typeWords.read(bytes, starts[plan.type]!, ends[plan.type]!));
    // How many they were: 1条, 1 msg.
    if (duration === DURATION_UNREADABLE && (said & SAYS_TEXT) !== 0) duration = DURATION_MISSING;
    if (duration === DURATION_UNREADABLE || duration > MAX_DURATION_S) {
      this.#refuse(bytes, cells, 'durationUnreadable');
      return;
    }
    if (duration === DURATION_NEGATIVE) {
      this.#refuse(bytes, cells, 'durationNegative');
      return;
    }
    if (this.#says !== 0) said |= ((said & (SAYS_OUT | SAYS_IN)) === 0 ? this.#says & (SAYS_OUT | SAYS_IN) : 0) | ((said & (SAYS_CALL | SAYS_TEXT)) === 0 ? this.#says & SAYS_TEXT : 0);
    let view = VIEW_OF_NONE;
    if (!plan.isPair || plan.direction >= 0) {
      if ((said & (SAYS_OUT | SAYS_IN)) !== 0) view = (said & SAYS_OUT) === 0 ? VIEW_OF_CALLEE : VIEW_OF_CALLER;
      else if (!plan.isPair) {
        this.#refuse(bytes, cells, 'directionUnreadable');
        return;
      }
    }
    if (plan.answered >= 0 && plan.answered < cells) {
      const answered = this.#answeredWords.read(bytes, starts[plan.answered]!, ends[plan.answered]!);
      if (answered !== 0) said = (said & ~(SAYS_ANSWERED | SAYS_UNANSWERED)) | answered;
    }
    if (isRungOut && (said & (SAYS_ANSWERED | SAYS_TEXT)) === 0) said |= SAYS_UNANSWERED;
    // "Missed", "no answer": nobody spoke, whatever the ringing took.
    if ((said & SAYS_UNANSWERED) !== 0 && duration > 0) duration = 0;

    if (offset !== this.#offsetS) {
      this.#offsetS = offset;
      this.#offsetBits = (sink.offsetId(offset) << OFFSET_SHIFT) >>> 0;
    }
    let traits = duration >= 0 ? duration | HAS_DURATION : 0;
    if ((said & SAYS_TEXT) !== 0) traits |= IS_TEXT;
    if ((said & SAYS_UNANSWERED) !== 0) traits |= IS_UNANSWERED;
    else if ((said & SAYS_ANSWERED) !== 0 || (duration > 0 && (said & SAYS_TEXT) === 0)) traits |= IS_ANSWERED;
    traits = (traits | this.#offsetBits) >>> 0;

    const cell = plan.cell < 0 || plan.cell >= cells ? 0 : this.#readCell(bytes, cells);
    const imei = plan.imei < 0 || plan.imei >= cells ? 0 : text.device(bytes, starts[plan.imei]!, ends[plan.imei]!, ...IMEI, sink.oddNumbers);
    const imsi = plan.imsi < 0 || plan.imsi >= cells ? 0 : text.device(bytes, starts[plan.imsi]!, ends[plan.imsi]!, ...IMSI, sink.oddNumbers);
    this.accepted++;
    if (view === VIEW_OF_CALLEE && !plan.isPair) sink.accept(second, first, at, traits, view, splitter.line, cell, imei, imsi);
    else sink.accept(first, second, at, traits, view, splitter.line, cell, imei, imsi);
  }

  /** A cell as it is read in a row, for the kernel: a value of its kind (`CELL_…`), below 0 where the row must be parsed here. */
  readCell(kind: number, bytes: Uint8Array, start: number, end: number, areaStart: number, areaEnd: number): number {
    const { cells, oddNumbers } = this.#sink;
    switch (kind) {
      case CELL_NUMBER: return this.#text.number(bytes, start, end, oddNumbers);
      case CELL_IMEI: return this.#text.device(bytes, start, end, ...IMEI, oddNumbers);
      case CELL_IMSI: return this.#text.device(bytes, start, end, ...IMSI, oddNumbers);
      case CELL_NAME: return this.#text.areaCell(bytes, areaStart, areaEnd, start, end, cells);
      case CELL_WORD: return this.#words.read(bytes, start, end);
      case CELL_TYPE: return this.#typeWords.read(bytes, start, end);
      case CELL_ANSWERED: return this.#answeredWords.read(bytes, start, end);
      default: return this.#readDuration(bytes, start, end);
    }
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
    const { plan } = this;
    const { starts, ends } = this.#splitter;
    if (plan.start >= 0) {
      const at = this.#time.read(bytes, starts[plan.start]!, ends[plan.start]!);
      if (at >= 0 || at === TIME_MISSING || this.#layout.hasDayRows !== true) return at;
      const whole = this.#days.join(bytes, starts[plan.start]!, ends[plan.start]!);
      return this.#time.read(whole, 0, whole.length);
    }
    if (plan.date < 0) return TIME_MISSING;
    if (plan.clock < 0 || plan.clock >= cells) return this.#time.read(bytes, starts[plan.date]!, ends[plan.date]!);
    return this.#time.readPair(bytes, starts[plan.date]!, ends[plan.date]!, starts[plan.clock]!, ends[plan.clock]!);
  }

  /** Where nobody answered, switchboards write zeros or dashes, or the moment from which they count. */
  #readAnswerTime(bytes: Uint8Array, start: number, end: number): number {
    const at = this.#time.read(bytes, start, end);
    return at === TIME_BEFORE_1990 || (at === TIME_UNREADABLE && !bytes.subarray(start, end).some((byte) => byte > ZERO && byte <= NINE)) ? TIME_MISSING : at;
  }

  /** Some write into the duration that there was no answer. */
  #readDuration(bytes: Uint8Array, start: number, end: number): number {
    const duration = readDuration(bytes, start, end, this.plan.durationUnitS, this.#isGb18030, this.plan.isHoursMinutes);
    return duration === DURATION_UNREADABLE && this.#outcomeWords.read(bytes, start, end) === SAYS_UNANSWERED ? 0 : duration;
  }

  #readCell(bytes: Uint8Array, cells: number): number {
    const { plan } = this;
    const { starts, ends } = this.#splitter;
    const start = starts[plan.cell]!;
    const end = ends[plan.cell]!;
    if (plan.lac < 0 || plan.lac >= cells) return this.#text.name(bytes, start, end, this.#sink.cells);
    return this.#text.areaCell(bytes, starts[plan.lac]!, ends[plan.lac]!, start, end, this.#sink.cells);
  }

  /** Whether nothing is behind the row's last separator. */
  #endsBlank(): boolean {
    const { raw, rawStart } = this.#splitter;
    let end = this.#splitter.rawEnd;
    while (end > rawStart && (raw[end - 1]! <= 32 || raw[end - 1] === QUOTE)) end--;
    return raw[end - 1] === this.#delimiter;
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
    if (isRecoded(encoding)) {
      const text = inEncoding(encoding, raw, rawStart, rawEnd);
      this.#sink.reject(line, reason, text, 0, text.length);
    } else this.#sink.reject(line, reason, raw, rawStart, rawEnd);
  }
}

/** True where the user chose a zone other than the one that the file's times are written in. */
export function isInOtherZone(layout: FileLayout): layout is FileLayout & { readonly writtenIn: string } {
  return layout.isZoneChosen && layout.writtenIn !== undefined && layout.writtenIn !== layout.zone;
}

const outcomeOf = (answered: boolean | undefined) => (answered === undefined ? {} : { answered });

/** Columns that must be split: up to the last that is used. */
export function columnsNeeded(layout: FileLayout): number {
  return 1 + Math.max(0, layout.answerTime ?? 0, ...Object.values(layout.mapping));
}

/** What the direction says goes before what the type says, except that the type column knows the type. */
function addWord(said: number, more: number): number {
  const direction = (said & (SAYS_OUT | SAYS_IN)) === 0 ? more & (SAYS_OUT | SAYS_IN) : said & (SAYS_OUT | SAYS_IN);
  const type = (more & (SAYS_TEXT | SAYS_CALL)) === 0 ? said & (SAYS_TEXT | SAYS_CALL) : more & (SAYS_TEXT | SAYS_CALL);
  const answers = SAYS_ANSWERED | SAYS_UNANSWERED;
  return direction | type | ((said & answers) === 0 ? more & answers : said & answers);
}
