import type { DirectSink, RecordSink } from '../ingest/recordSink.ts';
import { VIEW_OF_CALLEE, VIEW_OF_CALLER } from '../ingest/recordSink.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { newKernel } from '../kernel/kernel.ts';
import { ByteInterner } from '../records/byteInterner.ts';
import type { FileNotice, LineMark, RejectedRow, RejectionReason } from '../records/communication.ts';
import { IS_MIRRORED, IS_OUT, IS_OWN_VIEW, OFFSET_SHIFT, CARD_WORD, DEVICE_WORD } from '../records/communication.ts';
import { DAY_S } from '../records/days.ts';
import { OddNumbers } from '../records/oddNumbers.ts';
import { RecordDecoder } from '../records/recordCodec.ts';
import { blockRecordsFor, newOpenBlocks, RecordPartitions } from '../records/recordPartitions.ts';
import type { EarlierIds, EarlierRecords } from './earlierRecords.ts';

/** Rejected rows kept with their text; the rest is only counted. */
export const MAX_REJECTED_KEPT = 10_000;
const REJECTED_TEXT_BYTES = 240;
/** Local days up to 2100-01-01. */
const DAYS = 47_482;
const MAX_OFFSETS = 32;
const DECODED_AT_ONCE = 512;

/** How records are spread; the same for all parts of a dataset. */
export interface PartOptions {
  readonly partitionCount: number;
  /** 8-byte words of a record, as `recordWordsFor` has it. */
  readonly recordWords: number;
  /** False where the TypeScript parser is to read every row: the kernel's oracle. */
  readonly hasKernel?: boolean;
  /** Records of a full block, where they are not to be as many as suit the partitions; the answers do not depend on it. */
  readonly blockRecords?: number;
}

/** A segment as it was read. */
export interface ReadSegment {
  readonly file: number;
  readonly base: number;
  /** Number of the first line as the reader counted it; lines before it belong to other segments. */
  readonly firstLine: number;
  /** Lines read. */
  readonly lines: number;
  readonly rows: number;
  readonly rejected: number;
  readonly encoding: string;
  readonly marks?: readonly LineMark[];
  /** What went wrong while it was read. */
  readonly notices?: readonly FileNotice[];
}

/** All a part knows of what it read, but the records themselves. Ids are the part's own. */
export interface PartSummary {
  readonly segments: readonly ReadSegment[];
  readonly rejected: readonly (RejectedRow & { readonly segment: number })[];
  /** Records by local day since 1970, from `firstDay` on. */
  readonly firstDay: number;
  readonly recordsByDay: Uint32Array<ArrayBuffer>;
  /** Local seconds and own offset id of the first and last record; null when there are none. */
  readonly firstAt: { readonly at: number; readonly offset: number } | null;
  readonly lastAt: { readonly at: number; readonly offset: number } | null;
  readonly offsetsS: readonly number[];
  readonly oddNumbers: { readonly arena: Uint8Array; readonly starts: Uint32Array };
  readonly cells: { readonly arena: Uint8Array; readonly starts: Uint32Array };
}

/** Takes the records of some segments of a dataset's files and spreads them over the partitions. */
export class PartReader implements RecordSink {
  readonly oddNumbers = new OddNumbers();
  readonly cells = new ByteInterner();
  readonly partitions: RecordPartitions;
  readonly direct: DirectSink | null;
  recordCount = 0;
  rejectedCount = 0;
  readonly #segments: ReadSegment[] = [];
  #segment = { file: 0, name: '', encoding: 'utf-8', base: 0, firstLine: 1, rows: 0, rejected: 0 };
  readonly #offsetsS: number[] = [];
  readonly #recordsByDay: Uint32Array<ArrayBuffer>;
  readonly #rejected: (RejectedRow & { readonly segment: number })[] = [];
  /** Start and traits of the earliest record, then of the latest. */
  readonly #extremes: Float64Array<ArrayBuffer>;

  constructor({ partitionCount, recordWords, hasKernel = true, blockRecords = blockRecordsFor(partitionCount) }: PartOptions) {
    const kernel = hasKernel ? newKernel(partitionCount, recordWords, blockRecords, DAYS) : null;
    const partitions = new RecordPartitions(partitionCount, recordWords, kernel ?? newOpenBlocks(partitionCount, recordWords, blockRecords));
    this.partitions = partitions;
    this.#recordsByDay = kernel?.days ?? new Uint32Array(DAYS);
    this.#extremes = kernel?.extremes ?? new Float64Array(4);
    this.#extremes.set([Infinity, 0, -1, 0]);
    if (kernel !== null) kernel.onBlockFull = (partition) => partitions.setAside(partition);
    this.direct = kernel === null ? null : this.#directSink(kernel);
  }

  /** Takes what the words of a dataset's records stand for; to be called before all else. */
  takeIds({ oddNumbers, cells, offsetsS }: EarlierIds): void {
    this.oddNumbers.add(oddNumbers.arena, oddNumbers.starts);
    for (let id = 0; id + 1 < cells.starts.length; id++) this.cells.intern(cells.arena, cells.starts[id]!, cells.starts[id + 1]!);
    for (const offsetS of offsetsS) this.offsetId(offsetS);
  }

  /** Takes records that were read before, as they are; they count in no segment. Answers the highest number of a line among them. */
  takeEarlier({ recordWords: words, bytes, ends }: EarlierRecords): number {
    const decoder = new RecordDecoder(words);
    const f64 = new Float64Array(DECODED_AT_ONCE * words);
    const u32 = new Uint32Array(f64.buffer);
    let lastLine = 0;
    let from = 0;
    for (const end of ends) {
      decoder.begin(bytes, from, end);
      from = end;
      while (!decoder.isDone) {
        const count = decoder.decode(f64, u32, 0, DECODED_AT_ONCE);
        for (let at = 0; at < count * words; at += words) {
          const half = at * 2;
          const line = u32[half + 6]!;
          if (line > lastLine) lastLine = line;
          this.partitions.append(f64[at]!, f64[at + 1]!, u32[half + 4]!, u32[half + 5]!, line, u32[half + 7]!, words > DEVICE_WORD ? f64[at + DEVICE_WORD]! : 0, words > CARD_WORD ? f64[at + CARD_WORD]! : 0);
        }
      }
    }
    return lastLine;
  }

  /** The records that follow are this segment's. @param base what is added to their lines (see `LineSegment`) */
  beginSegment(file: number, name: string, encoding: string, base: number, firstLine = 1): void {
    this.#segment = { file, name, encoding, base, firstLine, rows: 0, rejected: 0 };
  }

  /** @param lines lines read; @param marks where some of them are, if the file has bytes of its own; @param notices what went wrong */
  endSegment(lines: number, marks?: readonly LineMark[], notices: readonly FileNotice[] = []): void {
    const { file, base, firstLine, rows, rejected, encoding } = this.#segment;
    this.#segments.push({ file, base, firstLine, lines, rows, rejected, encoding, ...(marks && { marks }), ...(notices.length > 0 && { notices }) });
  }

  offsetId(offsetS: number): number {
    const known = this.#offsetsS.indexOf(offsetS);
    if (known >= 0) return known;
    // More offsets than the traits can name happen only in mangled files; their hours are as written all the same.
    if (this.#offsetsS.length === MAX_OFFSETS) return MAX_OFFSETS - 1;
    return this.#offsetsS.push(offsetS) - 1;
  }

  accept(caller: number, callee: number, start: number, traits: number, view: number, line: number, cell: number, imei: number, imsi: number): void {
    const segment = this.#segment;
    segment.rows++;
    this.recordCount++;
    this.#recordsByDay[(start / DAY_S) | 0]!++;
    const extremes = this.#extremes;
    if (start < extremes[0]!) {
      extremes[0] = start;
      extremes[1] = traits;
    }
    if (start > extremes[2]!) {
      extremes[2] = start;
      extremes[3] = traits;
    }
    const place = segment.base + line;
    const { partitions } = this;
    // The device and the cell are those of the side that recorded: the subscriber of the file, else the caller.
    if (view === VIEW_OF_CALLEE) {
      partitions.append(callee, caller, start, traits | IS_OWN_VIEW, place, cell, imei, imsi);
      if (caller !== callee) partitions.append(caller, callee, start, traits | IS_OUT | IS_MIRRORED, place, 0, 0, 0);
    } else {
      const isOwn = view === VIEW_OF_CALLER;
      partitions.append(caller, callee, start, traits | IS_OUT | (isOwn ? IS_OWN_VIEW : 0), place, cell, imei, imsi);
      if (caller !== callee) partitions.append(callee, caller, start, traits | (isOwn ? IS_MIRRORED : 0), place, 0, 0, 0);
    }
  }

  reject(line: number, reason: RejectionReason, bytes: Uint8Array, start: number, end: number): void {
    const segment = this.#segment;
    segment.rejected++;
    this.rejectedCount++;
    if (this.#rejected.length >= MAX_REJECTED_KEPT) return;
    const text = new TextDecoder(segment.encoding).decode(bytes.subarray(start, Math.min(end, start + REJECTED_TEXT_BYTES)));
    this.#rejected.push({ file: segment.name, line, reason, text, segment: this.#segments.length });
  }

  #directSink(kernel: Kernel): DirectSink {
    const lineBase = () => this.#segment.base;
    return {
      kernel,
      get lineBase() {
        return lineBase();
      },
      took: (rows) => {
        this.#segment.rows += rows;
        this.recordCount += rows;
      },
    };
  }

  summary(): PartSummary {
    const hasRecords = this.recordCount > 0;
    const [earliest, earliestTraits, latest, latestTraits] = this.#extremes as unknown as readonly [number, number, number, number];
    const firstDay = hasRecords ? Math.floor(earliest / DAY_S) : 0;
    const lastDay = hasRecords ? Math.floor(latest / DAY_S) : -1;
    return {
      segments: this.#segments,
      rejected: this.#rejected,
      firstDay,
      recordsByDay: this.#recordsByDay.slice(firstDay, lastDay + 1),
      firstAt: hasRecords ? { at: earliest, offset: earliestTraits >>> OFFSET_SHIFT } : null,
      lastAt: hasRecords ? { at: latest, offset: latestTraits >>> OFFSET_SHIFT } : null,
      offsetsS: this.#offsetsS,
      oddNumbers: this.oddNumbers.export(),
      cells: this.cells.export(),
    };
  }
}
