import type { FileLayout } from '../ingest/inspection.ts';
import type { FileBounds } from '../records/duplicates.ts';
import type { IdMap, RecordSource } from '../records/recordGrouper.ts';
import type { RecordBlocks } from '../records/recordPartitions.ts';
import type { ByteSource } from './byteSource.ts';
import type { MemoryLimit, SyncFile } from './bytes.ts';
import { Overflow } from './bytes.ts';
import type { EarlierIds, EarlierRecords } from './earlierRecords.ts';
import type { PartitionFeatures } from './partFeatures.ts';
import { noDuplicates, PartFeatures } from './partFeatures.ts';
import type { PartReader, PartSummary } from './partReader.ts';
import type { PartStorage } from './partStorage.ts';
import { memoryOnly } from './partStorage.ts';
import { PartStreams } from './partStreams.ts';
import type { Segment } from './segment.ts';
import { readSegment } from './segment.ts';

/** Records of one partition that another part read. */
export interface ForeignRecords {
  readonly partition: number;
  /** Index of the part that read them. */
  readonly part: number;
  readonly source: RecordSource;
}

/** Full blocks as they are may take this share of the memory; once they take more, all are put aside in fewer bytes. */
const RAW_SHARE = 1 / 2;
/** What comes of them stays in memory up to this share: scoring, the closer look and saving need some beside it. */
const OUTPUT_SHARE = 3 / 4;

/**
 * One of several readers that work side by side: it reads its segments of the files, then, some partitions at a time, gives
 * away those that others will work on and makes the features of its own.
 */
export class Part {
  readonly #storage: PartStorage;
  readonly #memory: MemoryLimit;
  readonly #spilled: Overflow;
  readonly #output: Overflow;
  #spillFile: SyncFile | null = null;
  #outputFile: SyncFile | null = null;
  #reader: PartReader | null = null;
  #streams: PartStreams | null = null;
  #features: PartFeatures | null = null;

  constructor(storage: PartStorage = memoryOnly) {
    this.#storage = storage;
    this.#memory = { bytes: storage.memoryBytes, used: 0 };
    this.#spilled = new Overflow(this.#memory);
    this.#output = new Overflow(this.#memory, OUTPUT_SHARE);
  }

  /** Takes the records of a reader from now on; if someone else drives it, `makeRoom` is to be called now and then. */
  begin(reader: PartReader): void {
    this.#reader = reader;
    this.#streams = new PartStreams(reader.partitions, this.#spilled);
  }

  /** Takes what the words of an earlier dataset's records stand for; they follow through `takeEarlier`, before anything is read. */
  takeIds(ids: EarlierIds): void {
    this.#filled().reader.takeIds(ids);
  }

  async takeEarlier(records: EarlierRecords): Promise<void> {
    this.#filled().reader.takeEarlier(records);
    await this.makeRoom();
  }

  /** Reads segments through the reader that it began with. Throws NotDivisible and whatever the sources throw. */
  async read(
    segments: readonly Segment[], sources: readonly ByteSource[], layouts: readonly FileLayout[],
    onRead: (progress: { bytes: number; rows: number; rejected: number }) => Promise<void>,
  ): Promise<PartSummary> {
    const { reader } = this.#filled();
    for (const segment of segments) {
      const source = sources[segment.file]!;
      const layout = layouts[segment.file]!;
      const afterPiece = async (bytes: number) => {
        await this.makeRoom();
        await onRead({ bytes, rows: reader.recordCount, rejected: reader.rejectedCount });
      };
      if (segment.whole === null) {
        await readSegment(source, layout, segment, reader, afterPiece);
      } else {
        // The packed formats are loaded where there is something to unpack.
        const { readWholeTable } = await import('./wholeTable.ts');
        await readWholeTable(source, layout, segment, segment.whole, reader, afterPiece);
      }
    }
    return reader.summary();
  }

  /** Puts records aside when they take more memory than they may. */
  async makeRoom(): Promise<void> {
    const { reader: { partitions }, streams } = this.#filled();
    if (streams.isUsed || partitions.fullBytes <= this.#memory.bytes * RAW_SHARE) return;
    await this.#openFiles();
    streams.use();
  }

  /** True when its records were put aside: to have few in memory, partitions are then to be worked on some at a time. */
  get isMuch(): boolean {
    return this.#filled().streams.isUsed;
  }

  /** Hands over the records of some partitions. */
  give(partitions: readonly number[]): { readonly partition: number; readonly records: RecordBlocks }[] {
    const { streams } = this.#filled();
    return partitions.map((partition) => ({ partition, records: streams.take(partition) }));
  }

  /**
   * Makes the features of the numbers in some partitions: of its own records and those of the others. Yields the number of
   * partitions done after each, so that the caller can stop.
   * @param self index of this part
   * @param ids this part's ids → the dataset's; null where they are the same
   * @param bounds of the files, where several may hold the same records
   * @param packsLater whether the records may be left for `pack`; those put aside never are
   */
  *features(
    self: number, partitions: readonly number[], foreign: readonly ForeignRecords[], ids: IdMap | null, lastDay: number, bounds: FileBounds | null = null, packsLater = false,
  ): Generator<number, void> {
    const { reader, streams } = this.#filled();
    const features = (this.#features ??= new PartFeatures(reader.partitions.recordWords, lastDay, bounds, this.#output));
    for (const [i, partition] of partitions.entries()) {
      const own = { partition, part: self, source: { ...streams.take(partition), ids } };
      // In the order of the files, so that records in order of time need no sorting.
      const all = [...foreign.filter((records) => records.partition === partition), own].toSorted((a, b) => a.part - b.part);
      features.add(all.map(({ source }) => source), packsLater && !streams.isUsed);
      yield i + 1;
    }
  }

  /** All features made. Chunks in the output file can be read until it is closed, which is the caller's. */
  finish(): PartitionFeatures {
    this.#spillFile?.close();
    this.#outputFile?.flush();
    return this.#features?.finish() ?? { chunks: [], deviceKeys: new Float64Array(0), deviceRows: new Uint32Array(0), linkCount: 0, duplicates: noDuplicates };
  }

  /** What `features` left: the ends of some chunks, by their index in what `finish` told. */
  *pack(): Generator<{ readonly chunk: number; readonly bytes: Uint8Array<ArrayBuffer> }> {
    if (this.#features !== null) yield* this.#features.pack();
  }

  /** Closes the output file, for another to read from it. */
  closeOutput(): void {
    this.#outputFile?.close();
  }

  async #openFiles(): Promise<void> {
    this.#spillFile = await this.#storage.openSpill();
    this.#outputFile = await this.#storage.openOutput();
    if (this.#spillFile !== null) this.#spilled.useFile(this.#spillFile);
    if (this.#outputFile !== null) this.#output.useFile(this.#outputFile);
  }

  #filled(): { readonly reader: PartReader; readonly streams: PartStreams } {
    if (this.#reader === null || this.#streams === null) throw new Error('a part must read before it gives or makes features');
    return { reader: this.#reader, streams: this.#streams };
  }
}
