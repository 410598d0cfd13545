import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import { joinFeatures } from '../features/featurePart.ts';
import { noTables } from '../records/recordTables.ts';
import { NumberIndex } from '../records/numberIndex.ts';
import { scoreNumbers } from '../scoring/score.ts';
import { MemoryRecords } from './memoryRecords.ts';
import type { MergedParts } from './mergeParts.ts';
import { mergeParts } from './mergeParts.ts';
import type { PartitionFeatures } from './partFeatures.ts';
import { makeFeatures } from './partFeatures.ts';
import { PartReader } from './partReader.ts';

/** Both views of a partition's records should fit in the second-level cache, about 1 MB. */
const PARTITION_RECORDS = 1 << 15;
const FEWEST_PARTITIONS = 16;
const MOST_PARTITIONS = 1024;

/** A power of two for about so many records. */
export function partitionsFor(expectedRecords: number): number {
  let partitions = FEWEST_PARTITIONS;
  while (partitions < MOST_PARTITIONS && expectedRecords * 2 > partitions * PARTITION_RECORDS) partitions *= 2;
  return partitions;
}

export interface DatasetOptions {
  readonly name: string;
  /** IANA zone in which times without an offset are read. */
  readonly zone: string;
  /** 0–1. */
  readonly baseRate: number;
}

/** The scored dataset of what was read and of its numbers' features. */
export function assembleDataset(
  { name, zone, baseRate }: DatasetOptions, merged: MergedParts, made: readonly PartitionFeatures[], recordWords: number,
): ScoredDataset {
  const { features, presence, linkCount } = joinFeatures(made.map(({ part }) => part));
  const index = new NumberIndex(features.numbers);
  return {
    name,
    files: merged.files,
    lineSegments: merged.lineSegments,
    rejected: merged.rejected,
    rejectedCount: merged.rejectedCount,
    recordCount: merged.recordCount,
    linkCount,
    context: { offsetsS: merged.offsetsS, zone },
    oddNumbers: merged.oddNumbers,
    cells: merged.cells,
    firstDay: merged.firstDay,
    lastDay: merged.lastDay,
    firstAt: merged.firstAt,
    lastAt: merged.lastAt,
    recordsByDay: merged.recordsByDay,
    window: null,
    features,
    presence,
    scores: scoreNumbers(features, baseRate),
    baseRate,
    records: new MemoryRecords(recordWords, made.flatMap(({ groups }) => groups)),
    rowOf: (key) => index.rowOf(key),
    tables: noTables,
    scoredInMs: null,
  };
}

/** Reads whole files one after the other in this thread and makes their scored dataset. */
export class DatasetBuilder extends PartReader {
  readonly #options: DatasetOptions;
  readonly #files: { readonly name: string; readonly bytes: number }[] = [];
  /** Lines of the files before the one at hand. */
  #base = 0;

  /** @param options.expectedRecords about how many will come; only the speed depends on it */
  constructor(options: DatasetOptions & { readonly hasDevices: boolean; readonly expectedRecords: number }) {
    super({ hasDevices: options.hasDevices, partitionCount: partitionsFor(options.expectedRecords) });
    this.#options = options;
  }

  /** The records that follow are this file's. */
  beginFile(name: string, bytes: number, encoding: string): void {
    this.#files.push({ name, bytes });
    this.beginSegment(this.#files.length - 1, name, encoding, this.#base);
  }

  /** @param lines lines the file has */
  endFile(lines: number): void {
    this.endSegment(lines);
    this.#base += lines;
  }

  /** Features, links and scores of all records taken. Yields the share done (0–1), so that the caller can stop in between. */
  *finish(): Generator<number, ScoredDataset> {
    const merged = mergeParts([this.summary()], this.#files);
    const { partitions } = this;
    const takes = Array.from({ length: partitions.partitionCount }, (_, i) => () => [{ ...partitions.take(i), ids: null }]);
    const made = yield* makeFeatures(takes, partitions.recordWords, merged.lastDay);
    return assembleDataset(this.#options, merged, [made], partitions.recordWords);
  }
}
