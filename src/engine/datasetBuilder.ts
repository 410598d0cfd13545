import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import { FeatureBuilder } from '../features/featureBuilder.ts';
import type { RecordSink } from '../ingest/recordSink.ts';
import { VIEW_OF_CALLEE, VIEW_OF_CALLER } from '../ingest/recordSink.ts';
import { ByteInterner } from '../records/byteInterner.ts';
import type { RejectedRow, RejectionReason, SourceFile } from '../records/communication.ts';
import {
  IS_OTHERS_VIEW, IS_OUT, IS_OWN_VIEW, OFFSET_SHIFT, RECORD_WORDS, RECORD_WORDS_WITH_DEVICES,
} from '../records/communication.ts';
import { DAY_S } from '../records/days.ts';
import { NumberIndex } from '../records/numberIndex.ts';
import { RecordGrouper, RecordPartitions } from '../records/recordPartitions.ts';
import { scoreNumbers } from '../scoring/score.ts';
import type { RecordGroup } from './memoryRecords.ts';
import { MemoryRecords } from './memoryRecords.ts';

/** Rejected rows kept with their text; the rest is only counted. */
const MAX_REJECTED_KEPT = 10_000;
const REJECTED_TEXT_BYTES = 240;
/** Local days up to 2100-01-01. */
const DAYS = 47_482;
/** Both views of a partition's records should fit in the second-level cache, about 1 MB. */
const PARTITION_RECORDS = 1 << 15;
const MAX_OFFSETS = 32;

export interface BuilderOptions {
  readonly name: string;
  /** True when a file has a device or card column. */
  readonly hasDevices: boolean;
  /** About how many records will come; only the speed depends on it. */
  readonly expectedRecords: number;
  /** IANA zone in which times without an offset are read. */
  readonly zone: string;
  /** 0–1. */
  readonly baseRate: number;
}

/** Takes the records of a dataset's files in turn and makes the scored dataset of them. */
export class DatasetBuilder implements RecordSink {
  readonly oddNumbers = new ByteInterner();
  readonly cells = new ByteInterner();
  readonly #options: BuilderOptions;
  readonly #partitions: RecordPartitions;
  readonly #offsetsS: number[] = [];
  readonly #recordsByDay = new Uint32Array(DAYS);
  readonly #files: SourceFile[] = [];
  readonly #rejected: RejectedRow[] = [];
  #file = { name: '', bytes: 0, encoding: 'utf-8', firstLine: 0, rows: 0, rejected: 0 };
  #firstStart = Infinity;
  #firstTraits = 0;
  #lastStart = -1;
  #lastTraits = 0;
  #recordCount = 0;
  #rejectedCount = 0;

  constructor(options: BuilderOptions) {
    this.#options = options;
    let partitions = 16;
    while (partitions < 1024 && options.expectedRecords * 2 > partitions * PARTITION_RECORDS) partitions *= 2;
    this.#partitions = new RecordPartitions(partitions, options.hasDevices ? RECORD_WORDS_WITH_DEVICES : RECORD_WORDS);
  }

  /** Accepted and rejected records so far, over all files. */
  get recordCount(): number {
    return this.#recordCount;
  }
  get rejectedCount(): number {
    return this.#rejectedCount;
  }

  /** The records that follow are this file's. */
  beginFile(name: string, bytes: number, encoding: string): void {
    const { firstLine } = this.#file;
    this.#file = { name, bytes, encoding, firstLine, rows: 0, rejected: 0 };
  }

  /** @param lines lines the file has */
  endFile(lines: number): void {
    const { name, bytes, firstLine, rows, rejected } = this.#file;
    this.#files.push({ name, bytes, sha256: null, rows, rejected, firstLine });
    this.#file = { ...this.#file, firstLine: firstLine + lines };
  }

  offsetId(offsetS: number): number {
    const known = this.#offsetsS.indexOf(offsetS);
    if (known >= 0) return known;
    // More offsets than the traits can name happen only in mangled files; their hours are as written all the same.
    if (this.#offsetsS.length === MAX_OFFSETS) return MAX_OFFSETS - 1;
    return this.#offsetsS.push(offsetS) - 1;
  }

  accept(caller: number, callee: number, start: number, traits: number, view: number, line: number, cell: number, imei: number, imsi: number): void {
    const file = this.#file;
    file.rows++;
    this.#recordCount++;
    this.#recordsByDay[(start / DAY_S) | 0]!++;
    if (start < this.#firstStart) {
      this.#firstStart = start;
      this.#firstTraits = traits;
    }
    if (start > this.#lastStart) {
      this.#lastStart = start;
      this.#lastTraits = traits;
    }
    const place = file.firstLine + line;
    // The device and the cell are those of the side that recorded: the subscriber of the file, else the caller.
    if (view === VIEW_OF_CALLEE) {
      this.#partitions.append(callee, caller, start, traits | IS_OWN_VIEW, place, cell, imei, imsi);
      if (caller !== callee) this.#partitions.append(caller, callee, start, traits | IS_OUT | IS_OTHERS_VIEW, place, 0, 0, 0);
    } else {
      const isOwn = view === VIEW_OF_CALLER;
      this.#partitions.append(caller, callee, start, traits | IS_OUT | (isOwn ? IS_OWN_VIEW : 0), place, cell, imei, imsi);
      if (caller !== callee) this.#partitions.append(callee, caller, start, isOwn ? traits | IS_OTHERS_VIEW : traits, place, 0, 0, 0);
    }
  }

  reject(line: number, reason: RejectionReason, bytes: Uint8Array, start: number, end: number): void {
    this.#file.rejected++;
    this.#rejectedCount++;
    if (this.#rejected.length >= MAX_REJECTED_KEPT) return;
    const text = new TextDecoder(this.#file.encoding).decode(bytes.subarray(start, Math.min(end, start + REJECTED_TEXT_BYTES)));
    this.#rejected.push({ file: this.#file.name, line, reason, text });
  }

  /**
   * Features, links and scores of all records taken. Yields the share done (0–1) after each partition, so that the caller
   * can stop in between; the last value returned is the dataset.
   */
  *finish(): Generator<number, ScoredDataset> {
    const { name, zone, baseRate } = this.#options;
    const hasRecords = this.#recordCount > 0;
    const firstDay = hasRecords ? Math.floor(this.#firstStart / DAY_S) : 0;
    const lastDay = hasRecords ? Math.floor(this.#lastStart / DAY_S) : -1;
    const builder = new FeatureBuilder(lastDay);
    const grouper = new RecordGrouper();
    const groups: RecordGroup[] = [];
    const { partitionCount, recordWords } = this.#partitions;
    for (let partition = 0; partition < partitionCount; partition++) {
      const { f64, u32, starts } = grouper.group(this.#partitions, partition);
      for (let i = 0; i + 1 < starts.length; i++) builder.add(f64, u32, starts[i]!, starts[i + 1]!, recordWords);
      groups.push({ f64, u32, starts });
      yield (partition + 1) / partitionCount;
    }
    const { features, contacts, linkCount } = builder.finish();
    const index = new NumberIndex(features.numbers);
    return {
      name,
      files: this.#files,
      rejected: this.#rejected,
      rejectedCount: this.#rejectedCount,
      recordCount: this.#recordCount,
      linkCount,
      context: { offsetsS: this.#offsetsS, zone },
      oddNumbers: this.oddNumbers,
      cells: this.cells,
      window: null,
      firstDay,
      lastDay,
      firstAt: hasRecords ? { at: this.#firstStart, offset: this.#firstTraits >>> OFFSET_SHIFT } : null,
      lastAt: hasRecords ? { at: this.#lastStart, offset: this.#lastTraits >>> OFFSET_SHIFT } : null,
      recordsByDay: this.#recordsByDay.slice(firstDay, lastDay + 1),
      features,
      contacts,
      scores: scoreNumbers(features, baseRate),
      baseRate,
      records: new MemoryRecords(recordWords, groups),
      rowOf: (key) => index.rowOf(key),
      scoredInMs: null,
    };
  }
}
