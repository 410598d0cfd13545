/**
 * Rows through the kernel: the bytes go into its window, it takes the rows it can read for certain, and every other row goes
 * through the splitter to the parser, in the order of the file.
 */
import type { KernelHost } from '../kernel/kernel.ts';
import { MOST_CELLS, WINDOW_BYTES } from '../kernel/kernel.ts';
import { DAY_S } from '../records/days.ts';
import type { FileLayout } from './inspection.ts';
import type { RecordParser } from './recordParser.ts';
import type { DirectSink, RecordSink } from './recordSink.ts';
import { columnsNeeded, isInOtherZone } from './recordParser.ts';
import type { RowSplitter } from './rowSplitter.ts';

const LF = 10;
/** An unfinished row longer than this is the splitter's. */
const LONGEST_KEPT = WINDOW_BYTES >> 1;
/** Given to the splitter at a time while a quote is open, and at most where the kernel leaves most rows. */
const STEP_BYTES = 64 << 10;
/** Rows that the kernel must take between two that it leaves, or more and more are given to the splitter at a time. */
const LEAST_RUN = 4;
const MAX_OFFSETS = 32;
const DATE_ORDERS = ['ymd', 'dmy', 'mdy'];

/** True if the kernel can read a file of this layout. */
export function isForKernel(layout: FileLayout, parser: RecordParser, layoutColumns: number): boolean {
  const { encoding, delimiter, epochS, joinedYear, isClockShort, hasDayRows, answerTime, says } = layout;
  const { plan } = parser;
  // In GBK the second byte of a character may be a |.
  if (encoding === 'gb18030' && delimiter === '|') return false;
  return layoutColumns <= MOST_CELLS && epochS === undefined && joinedYear === undefined && isClockShort === undefined && hasDayRows === undefined && answerTime === undefined && says === undefined && !isInOtherZone(layout) && (plan.start >= 0 || plan.date >= 0);
}

export class KernelRows {
  /** Records that the kernel took. */
  accepted = 0;
  readonly #direct: DirectSink;
  readonly #parser: RecordParser;
  readonly #splitter: RowSplitter;
  readonly #headerLine: number;
  /** Bytes of an unfinished row at the beginning of the window. */
  #kept = 0;
  /** Least bytes given to the splitter for a row that the kernel leaves. */
  #step = 1;
  #run = LEAST_RUN;

  constructor(layout: FileLayout, parser: RecordParser, splitter: RowSplitter, sink: RecordSink, direct: DirectSink) {
    this.#direct = direct;
    this.#parser = parser;
    this.#splitter = splitter;
    this.#headerLine = layout.headerLine;
    const { plan } = parser;
    const { kernel } = direct;
    kernel.forget();
    kernel.host = this.#host(sink);
    kernel.set({
      delimiter: layout.delimiter.charCodeAt(0),
      maxCells: columnsNeeded(layout),
      leastCells: plan.leastCells,
      mostCells: plan.mostCells,
      owner: parser.owner,
      isPair: Number(plan.isPair),
      isInSeconds: Number(plan.durationUnitS === 1),
      dateOrder: DATE_ORDERS.indexOf(layout.dateOrder),
      isZoneChosen: Number(layout.isZoneChosen),
      isGb18030: Number(layout.encoding === 'gb18030'),
      firstYear: Number(layout.firstMonth?.slice(0, 4) ?? 0),
      firstMonth: Number(layout.firstMonth?.slice(5) ?? 0),
      columnFirst: plan.first, columnSecond: plan.second, columnStart: plan.start, columnDate: plan.date, columnClock: plan.clock, columnEnd: plan.end,
      columnDuration: plan.duration, columnDirection: plan.direction, columnType: plan.type, columnAnswered: plan.answered, columnImei: plan.imei,
      columnImsi: plan.imsi, columnCell: plan.cell, columnLac: plan.lac,
    });
  }

  push(chunk: Uint8Array): void {
    const { kernel } = this.#direct;
    let at = 0;
    while (at < chunk.length) {
      if (!this.#splitter.isBetweenRows) {
        const to = pieceEnd(chunk, at, at + STEP_BYTES, chunk.length);
        this.#splitter.push(chunk.subarray(at, to));
        at = to;
        continue;
      }
      const size = Math.min(WINDOW_BYTES - this.#kept, chunk.length - at);
      kernel.bytes.set(chunk.subarray(at, at + size), kernel.window + this.#kept);
      at += size;
      this.#scan(kernel.window + this.#kept + size);
    }
  }

  end(): void {
    this.#giveKept();
    this.#splitter.end();
  }

  /** Instead of `end`, where the bytes broke off. */
  cut(): void {
    this.#giveKept();
    this.#splitter.cut();
  }

  #giveKept(): void {
    const { bytes, window } = this.#direct.kernel;
    if (this.#kept > 0) this.#splitter.push(bytes.subarray(window, window + this.#kept));
    this.#kept = 0;
  }

  /** Takes the rows of the window, which is filled up to `end`. */
  #scan(end: number): void {
    const { kernel } = this.#direct;
    const { exports, bytes, window } = kernel;
    exports.lineBase.value = this.#direct.lineBase;
    exports.findMarks(window, end);
    exports.beginWindow();
    let at = window;
    for (;;) {
      if (this.#splitter.line > this.#headerLine) {
        exports.line.value = this.#splitter.line;
        at = exports.scan(at, end);
        this.#splitter.line = exports.line.value >>> 0;
        this.#takeRows();
        if (exports.isLeft.value === 0) break;
      }
      at = this.#leave(at, end);
      if (at === end) break;
    }
    this.#kept = end - at;
    bytes.copyWithin(window, at, end);
    if (this.#kept > LONGEST_KEPT) this.#giveKept();
  }

  #takeRows(): void {
    const { accepted } = this.#direct.kernel.exports;
    const rows = accepted.value;
    accepted.value = 0;
    this.accepted += rows;
    this.#run += rows;
    this.#direct.took(rows);
  }

  /** Gives the row at `at` to the parser, and some behind it where most are left. @returns where the next row begins, or `end` */
  #leave(at: number, end: number): number {
    this.#step = this.#run >= LEAST_RUN ? 1 : Math.min(STEP_BYTES, Math.max(256, this.#step * 2));
    this.#run = 0;
    const { bytes } = this.#direct.kernel;
    let to = at;
    do {
      const from = to;
      to = pieceEnd(bytes, from, from + (from === at ? this.#step : STEP_BYTES), end);
      this.#splitter.push(bytes.subarray(from, to));
    } while (!this.#splitter.isBetweenRows && to < end);
    return to;
  }

  #host(sink: RecordSink): KernelHost {
    const { kernel } = this.#direct;
    const { zone } = this.#parser;
    const offsets = new Int32Array(kernel.bytes.buffer, kernel.exports.offsetsS.value, MAX_OFFSETS);
    const known = new Map<number, number>();
    const offsetId = (offsetS: number) => {
      const id = sink.offsetId(offsetS);
      // Beyond 32 offsets several share an id: their rows are the parser's.
      if (known.has(id) && known.get(id) !== offsetS) return -1;
      known.set(id, offsetS);
      offsets[id] = offsetS;
      return id;
    };
    const ofWholeDay = (offsetAt: (second: number) => number) => (day: number) => {
      const first = offsetAt(day * DAY_S);
      return offsetAt((day + 1) * DAY_S - 1) === first ? offsetId(first) : -1;
    };
    return {
      readCell: (kind, start, end, areaStart, areaEnd) => this.#parser.readCell(kind, kernel.bytes, start, end, areaStart, areaEnd),
      offsetOfDay: ofWholeDay((at) => zone.offsetAtLocal(at)),
      offsetOfUtcDay: ofWholeDay((utc) => zone.offsetAtUtc(utc)),
      offsetId,
    };
  }
}

/** Behind the first line end at or behind `least`, the end if there is none. */
function pieceEnd(bytes: Uint8Array, from: number, least: number, end: number): number {
  if (least >= end) return end;
  const lineEnd = bytes.indexOf(LF, Math.max(from, least - 1));
  return lineEnd < 0 || lineEnd >= end ? end : lineEnd + 1;
}
