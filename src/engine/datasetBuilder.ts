import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import { fillNumbersPerDevice } from '../features/devices.ts';
import { recordFeatureNames } from '../features/featureNames.ts';
import type { FileBounds } from '../records/duplicates.ts';
import { fileBounds } from '../records/duplicates.ts';
import { noTables } from '../records/recordTables.ts';
import type { LineMark } from '../records/communication.ts';
import { ChunkedTables } from './chunkedTables.ts';
import { earlierIds, earlierRecords } from './earlierRecords.ts';
import { withEarlier } from './joinDatasets.ts';
import type { MergedParts } from './mergeParts.ts';
import { mergeParts } from './mergeParts.ts';
import { Part } from './part.ts';
import type { PartitionFeatures } from './partFeatures.ts';
import { PartReader } from './partReader.ts';
import type { PartStorage } from './partStorage.ts';
import { memoryOnly } from './partStorage.ts';
import { scoredTables } from './scoredTables.ts';

/** Views of records of a partition, 4 to 6 MB: at 10 M records a quarter of this costs reading a fifth more time and saves none elsewhere. */
const PARTITION_RECORDS = 1 << 17;
const FEWEST_PARTITIONS = 16;
const MOST_PARTITIONS = 1024;

/** A power of two for about so many records. */
export function partitionsFor(expectedRecords: number): number {
  let partitions = FEWEST_PARTITIONS;
  while (partitions < MOST_PARTITIONS && expectedRecords * 2 > partitions * PARTITION_RECORDS) partitions *= 2;
  return partitions;
}

/** Below this, making a kernel ready takes longer than reading without one. */
const KERNEL_RECORDS = 20_000;

export interface DatasetOptions {
  readonly name: string;
  /** IANA zone in which times without an offset are read. */
  readonly zone: string;
  /** 0–1. */
  readonly baseRate: number;
  /** For each file read, a number that is the same for tables in which a row twice is two records: the sheets of a workbook. Absent, each is its own. */
  readonly sameFile?: readonly number[];
}

/**
 * The bounds within which the same record is two; null when all is of one file.
 * @param hasEarlier true when records stand before all of these that were read earlier: what those have twice is two
 */
export function boundsOf({ lineSegments }: Pick<MergedParts, 'lineSegments'>, { sameFile }: Pick<DatasetOptions, 'sameFile'>, hasEarlier = false): FileBounds | null {
  const earlier = { base: 0, file: -1, linesBefore: 0 };
  return fileBounds(hasEarlier ? [earlier, ...lineSegments] : lineSegments, (file) => (sameFile?.[file] ?? file) + 1);
}

/**
 * The scored dataset of what was read and of its numbers' features; the closer look is not taken yet.
 * @param complete makes all chunks whole, where some are not yet
 */
export function assembleDataset(
  { name, zone, baseRate }: DatasetOptions, merged: MergedParts, made: readonly PartitionFeatures[], recordWords: number, complete?: () => Promise<void>,
): ScoredDataset {
  const chunks = made.flatMap((part) => part.chunks);
  const numbersPerDevice = new Float64Array(chunks.reduce((sum, { rows }) => sum + rows, 0)).fill(NaN);
  fillNumbersPerDevice(numbersPerDevice, joinedKeys(made), joinedRows(made));
  const tables = new ChunkedTables(chunks, recordFeatureNames, recordWords, { numbers_per_imei: numbersPerDevice }, complete);
  const duplicateCount = made.reduce((sum, { duplicates }) => sum + duplicates.count, 0);
  const links = made.reduce((sum, { linkCount }) => sum + linkCount, 0);
  return {
    name,
    files: merged.files,
    lineSegments: merged.lineSegments,
    rejected: merged.rejected,
    rejectedCount: merged.rejectedCount,
    recordCount: merged.recordCount - duplicateCount,
    duplicateCount,
    linkCount: links,
    context: { offsetsS: merged.offsetsS, zone },
    oddNumbers: merged.oddNumbers,
    cells: merged.cells,
    firstDay: merged.firstDay,
    lastDay: merged.lastDay,
    firstAt: merged.firstAt,
    lastAt: merged.lastAt,
    recordsByDay: withoutDuplicates(merged, made),
    window: null,
    ...scoredTables(tables, baseRate, links),
    baseRate,
    tables: noTables,
    scoredInMs: null,
  };
}

function withoutDuplicates({ recordsByDay, firstDay }: MergedParts, made: readonly PartitionFeatures[]): Uint32Array {
  const counted = recordsByDay.slice();
  for (const { duplicates } of made) for (const [day, count] of duplicates.byDay) counted[day - firstDay]! -= count;
  return counted;
}

function joinedKeys(made: readonly PartitionFeatures[]): Float64Array {
  const keys = new Float64Array(made.reduce((sum, { deviceKeys }) => sum + deviceKeys.length, 0));
  let at = 0;
  for (const { deviceKeys } of made) {
    keys.set(deviceKeys, at);
    at += deviceKeys.length;
  }
  return keys;
}

function joinedRows(made: readonly PartitionFeatures[]): Uint32Array {
  const rows = new Uint32Array(made.reduce((sum, { deviceRows }) => sum + deviceRows.length, 0));
  let at = 0;
  let firstRow = 0;
  for (const { deviceRows, chunks } of made) {
    for (let pair = 0; pair < deviceRows.length; pair++) rows[at++] = firstRow + deviceRows[pair]!;
    for (const chunk of chunks) firstRow += chunk.rows;
  }
  return rows;
}

/** Reads whole files one after the other in this thread and makes their scored dataset. */
export class DatasetBuilder extends PartReader {
  readonly #options: DatasetOptions;
  readonly #part: Part;
  readonly #files: { readonly name: string; readonly bytes: number }[] = [];
  /** Lines of the files before the one at hand. */
  #base = 0;
  #earlier: ScoredDataset | null = null;

  /** @param options.expectedRecords about how many will come; only the speed depends on it */
  constructor(options: DatasetOptions & { readonly recordWords: number; readonly expectedRecords: number }, storage: PartStorage = memoryOnly) {
    super({
      recordWords: options.recordWords, partitionCount: partitionsFor(options.expectedRecords), hasKernel: options.expectedRecords >= KERNEL_RECORDS,
    });
    this.#options = options;
    this.#part = new Part(storage);
    this.#part.begin(this);
  }

  /**
   * Takes the records of a dataset that was read before; those of the files that follow are added to them. Call it before the
   * first file. Yields now and then.
   */
  *takeDataset(dataset: ScoredDataset): Generator<undefined, void> {
    this.#earlier = dataset;
    this.takeIds(earlierIds(dataset));
    for (const records of earlierRecords(dataset)) {
      this.#base = Math.max(this.#base, this.takeEarlier(records));
      yield;
    }
  }

  /** The records that follow are this file's. */
  beginFile(name: string, bytes: number, encoding: string): void {
    this.#files.push({ name, bytes });
    this.beginSegment(this.#files.length - 1, name, encoding, this.#base);
  }

  /** To be called now and then while records come: puts them aside when they take more memory than they may. */
  makeRoom(): Promise<void> {
    return this.#part.makeRoom();
  }

  /** @param lines lines the file has; @param marks where some of them are */
  endFile(lines: number, marks?: readonly LineMark[]): void {
    this.endSegment(lines, marks);
    this.#base += lines;
  }

  /**
   * Features, links and scores of all records taken; files, lines and rejected rows only of what was read. Yields the share done (0–1), so
   * that the caller can stop in between.
   */
  *finish(): Generator<number, ScoredDataset> {
    const read = mergeParts([this.summary()], this.#files);
    const merged = this.#earlier === null ? read : withEarlier(read, this.#earlier);
    const { partitionCount, recordWords } = this.partitions;
    const all = Array.from({ length: partitionCount }, (_, i) => i);
    const bounds = boundsOf(merged, this.#options, this.#earlier !== null);
    for (const done of this.#part.features(0, all, [], null, merged.lastDay, bounds)) yield done / partitionCount;
    return assembleDataset(this.#options, merged, [this.#part.finish()], recordWords);
  }
}
