/** Streaming reader of the kinds of record that are tables: bytes in, rows out. */
import { NO_NUMBER, ODD_BASE } from '../records/numberKey.ts';
import type { RejectionReason } from '../records/communication.ts';
import type { TableField, TableKind } from '../records/recordKinds.ts';
import { makeZone } from '../records/zone.ts';
import { FieldText } from './fieldText.ts';
import type { FileLayout } from './inspection.ts';
import { readAmount } from './kinds/amounts.ts';
import { readDegrees } from './kinds/degrees.ts';
import type { KindDeclaration, RowInMaking } from './kinds/kindDeclaration.ts';
import { declarationOf } from './kinds/kinds.ts';
import { isNoRecord } from './noRecord.ts';
import { inEncoding, isRecoded } from './reencode.ts';
import { RowFeed } from './rowFeed.ts';
import type { RowHandler } from './rowSplitter.ts';
import { RowSplitter } from './rowSplitter.ts';
import type { TableSink } from './tableSink.ts';
import type { TextReader } from './textReader.ts';
import { TIME_BEFORE_1990, TIME_MISSING, TimeParser } from './timeParser.ts';

/**
 * Reads a file of this layout and kind into `sink`, in file order.
 * @throws RangeError if the platform does not know `layout.zone`
 */
export function createTableReader(layout: FileLayout, kind: TableKind, sink: TableSink): Omit<TextReader, 'hasLineEndInQuotes'> {
  const parser = new TableParser(layout, declarationOf(kind), sink);
  const feed = new RowFeed(layout, parser.splitter, true);
  return {
    push: (chunk) => feed.push(chunk),
    end: () => feed.end(),
    cut: () => feed.cut(),
    get rows() {
      return parser.accepted;
    },
    get rejected() {
      return parser.rejected;
    },
    get skipped() {
      return parser.skipped;
    },
    get line() {
      return parser.splitter.line;
    },
  };
}

/** What people write where a time has no end. */
const NO_TIME = /^(长期|永久|永久有效|至今|无|无限期|present|permanent|indefinite|forever|open|never|ongoing|0|0000-00-00.*)$/i;

/** One word that may stand for a number: a hash, a name without blanks; not a remark, not a total. */
function isPseudonym(text: string): boolean {
  return !/\s|^[#/;]|^(合计|总计|共计|小计|total|sum|subtotal)/i.test(text);
}

/** A cell of the mapping and how it is read into which column. */
interface Step {
  readonly field: TableField;
  readonly as: 'number' | 'time' | 'text' | 'code' | 'amount' | 'latitude' | 'longitude';
  readonly cell: number;
  readonly place: number;
  readonly isRequired: boolean;
  /** Of an amount: yuan in one of the column's units. */
  readonly unit: number;
}

class TableParser implements RowHandler, RowInMaking {
  accepted = 0;
  rejected = 0;
  /** Rows that are no records: totals, notes and repeated headers. */
  skipped = 0;
  readonly splitter: RowSplitter;
  readonly #layout: FileLayout;
  readonly #declaration: KindDeclaration;
  readonly #sink: TableSink;
  readonly #text: FieldText;
  readonly #time: TimeParser;
  readonly #isGb18030: boolean;
  readonly #steps: readonly Step[];
  readonly #dateCell: number;
  readonly #encoder = new TextEncoder();
  /** Text id + 1 as it stands in the file → as it is kept. */
  readonly #codes = new Map<number, number>();
  #bytes: Uint8Array = new Uint8Array(0);
  #cells = 0;
  #offsetS = 0;

  constructor(layout: FileLayout, declaration: KindDeclaration, sink: TableSink) {
    this.#layout = layout;
    this.#declaration = declaration;
    this.#sink = sink;
    this.#isGb18030 = layout.encoding === 'gb18030';
    this.#text = new FieldText(this.#isGb18030);
    this.#time = new TimeParser({
      zone: makeZone(layout.zone), isZoneChosen: layout.isZoneChosen, dateOrder: layout.dateOrder, isGb18030: this.#isGb18030, firstMonth: layout.firstMonth, joinedYear: layout.joinedYear,
    });
    const hasDate = declaration.fields.some(({ field, as }) => field === 'date' && as === 'other');
    const dateCell = hasDate ? (layout.mapping.date ?? -1) : -1;
    // A date alone is the time.
    const isDateTime = dateCell >= 0 && layout.mapping.time === undefined;
    this.#dateCell = isDateTime ? -1 : dateCell;
    this.#steps = declaration.fields.flatMap(({ field, as, isRequired }): Step[] => {
      const cell = field === 'time' && isDateTime ? dateCell : layout.mapping[field];
      return cell === undefined || as === 'other' ? [] : [{ field, as, cell, place: sink.builder.place(field), isRequired: isRequired === true, unit: /[(（]分[)）]|\bcents?\b/i.test(layout.header[cell] ?? '') ? 0.01 : 1 }];
    }).filter(({ place }) => place >= 0 || declaration.compose !== undefined);
    this.splitter = new RowSplitter(this, layout.delimiter.charCodeAt(0), 1 + Math.max(0, ...Object.values(layout.mapping)), this.#isGb18030);
  }

  row(bytes: Uint8Array, cells: number): void {
    const { splitter } = this;
    if (splitter.line <= this.#layout.headerLine) return;
    this.#bytes = bytes;
    this.#cells = cells;
    this.#offsetS = 0;
    this.#sink.builder.clear();
    for (const step of this.#steps) {
      const reason = this.#read(step);
      if (reason !== null) {
        this.#refuse(bytes, cells, reason);
        return;
      }
    }
    const reason = this.#declaration.compose?.(this) ?? null;
    if (reason !== null) {
      this.#refuse(bytes, cells, reason);
      return;
    }
    this.accepted++;
    this.#sink.accept(splitter.line, this.#offsetS);
  }

  rowTooLong(): void {
    if (this.splitter.line > this.#layout.headerLine) this.#reject('lineTooLong');
  }

  rowCut(): void {
    if (this.splitter.line > this.#layout.headerLine) this.#reject('rowCut');
  }

  #read({ as, cell, place, isRequired, unit }: Step): RejectionReason | null {
    const { splitter } = this;
    const { builder } = this.#sink;
    if (cell >= this.#cells) return isRequired ? 'columnsMissing' : null;
    const start = splitter.starts[cell]!;
    const end = splitter.ends[cell]!;
    switch (as) {
      case 'number': {
        const key = this.#text.number(this.#bytes, start, end, this.#sink.oddNumbers);
        if (key === NO_NUMBER || (key >= ODD_BASE && !isPseudonym(this.#text.decode(this.#bytes, start, end)))) return isRequired ? 'numberMissing' : null;
        builder.set(place, key);
        return null;
      }
      case 'time':
        return this.#readTime(start, end, place, isRequired);
      case 'text':
      case 'code': {
        const id = as === 'text' ? this.#text.name(this.#bytes, start, end, this.#sink.texts) : this.#readCode(start, end);
        if (id === 0) return isRequired ? 'valueMissing' : null;
        if (place >= 0) builder.set(place, id);
        return null;
      }
      default: {
        const text = this.#text.decode(this.#bytes, start, end);
        if (text === '' || /^[-.\s]*$/.test(text)) return isRequired ? 'valueMissing' : null;
        const value = as === 'amount' ? readAmount(text) : readDegrees(text, as === 'latitude' ? 90 : 180);
        if (Number.isNaN(value)) return as === 'amount' ? 'amountUnreadable' : 'positionUnreadable';
        builder.set(place, as === 'amount' ? value * unit : value);
        return null;
      }
    }
  }

  #readTime(start: number, end: number, place: number, isRequired: boolean): RejectionReason | null {
    const { splitter } = this;
    const dateCell = this.#dateCell;
    const isPair = dateCell >= 0 && dateCell < this.#cells && this.#sink.builder.place('time') === place;
    const at = isPair
      ? this.#time.readPair(this.#bytes, splitter.starts[dateCell]!, splitter.ends[dateCell]!, start, end)
      : this.#time.read(this.#bytes, start, end);
    if (at >= 0) {
      this.#sink.builder.set(place, at);
      this.#offsetS = this.#time.offsetS;
      return null;
    }
    if (!isRequired && (at === TIME_MISSING || NO_TIME.test(this.#text.decode(this.#bytes, start, end)))) return null;
    return at === TIME_MISSING ? 'timeMissing' : at === TIME_BEFORE_1990 ? 'timeBefore1990' : 'timeUnreadable';
  }

  /** Each spelling is folded once. */
  #readCode(start: number, end: number): number {
    const raw = this.#text.name(this.#bytes, start, end, this.#sink.texts);
    if (raw === 0) return 0;
    const known = this.#codes.get(raw);
    if (known !== undefined) return known;
    const id = this.#internCode(this.#sink.texts.text(raw - 1));
    this.#codes.set(raw, id);
    return id;
  }

  #internCode(text: string): number {
    const plain = text.normalize('NFKC').replace(/\s+/g, '').replace(/^\d{4}(-\d{4}){2,}(-\d{1,3})?$/, (card) => card.replaceAll('-', ''));
    // An IBAN may consist of hex digits too, and is written in capitals.
    const isHash = /^[0-9a-f]{16,}$/i.test(plain) && !/^[a-f]{2}\d+$/i.test(plain);
    const bytes = this.#encoder.encode(isHash ? plain.toLowerCase() : plain);
    return bytes.length === 0 ? 0 : this.#sink.texts.intern(bytes, 0, bytes.length) + 1;
  }

  text(field: TableField): string {
    const cell = this.#layout.mapping[field];
    if (cell === undefined || cell >= this.#cells) return '';
    const text = this.#text.decode(this.#bytes, this.splitter.starts[cell]!, this.splitter.ends[cell]!);
    return /^(-+|null|n\/a|none|nan)$/i.test(text) ? '' : text;
  }

  number(text: string): number {
    const bytes = this.#encoder.encode(text);
    return this.#text.number(bytes, 0, bytes.length, this.#sink.oddNumbers);
  }

  get(column: string): number {
    return this.#sink.builder.get(this.#sink.builder.place(column));
  }

  set(column: string, value: number): void {
    this.#sink.builder.set(this.#sink.builder.place(column), value);
  }

  setCode(column: string, text: string): void {
    this.set(column, this.#internCode(text));
  }

  add(): void {
    this.#sink.accept(this.splitter.line, this.#offsetS);
  }

  /** Rejects a row, unless it is blank or no record at all. */
  #refuse(bytes: Uint8Array, cells: number, reason: RejectionReason): void {
    const { starts, ends } = this.splitter;
    const cell = (column: number) => (column < cells && column < starts.length ? this.#text.decode(bytes, starts[column]!, ends[column]!) : '');
    if (cells === 1 && cell(0) === '') return;
    // Lists have remarks between their numbers.
    if (cell(0).startsWith('#') || isNoRecord(cell, cells, starts.length, this.#layout)) this.skipped++;
    else this.#reject(reason);
  }

  #reject(reason: RejectionReason): void {
    this.rejected++;
    const { line, raw, rawStart, rawEnd } = this.splitter;
    const { encoding } = this.#layout;
    if (isRecoded(encoding)) {
      const text = inEncoding(encoding, raw, rawStart, rawEnd);
      this.#sink.reject(line, reason, text, 0, text.length);
    } else this.#sink.reject(line, reason, raw, rawStart, rawEnd);
  }
}
