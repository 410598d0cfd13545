/** From the files that a user chose to a scored dataset: by readers side by side where that helps, within the memory and storage there are. */
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import type { Inspection } from '../ingest/inspection.ts';
import { sourceOfFile } from './byteSource.ts';
import type { DatasetDraft } from './datasetDraft.ts';
import { earlierShare } from './earlierRecords.ts';
import { memoryBudget } from './memoryBudget.ts';
import type { PartPool } from './partPool.ts';
import { partCount, readWithPool } from './partPool.ts';
import type { DatasetPlan, ReadCalls } from './pipeline.ts';
import { inspectFiles, planAddition, planDataset, readInspected, readWhole } from './pipeline.ts';
import type { ReadOptions } from './protocol.ts';
import type { ReadHooks } from './readProgress.ts';
import { ProgressReporter } from './readProgress.ts';
import { beginningsOf, BYTES_PER_RECORD, recordsThatFit, TooLarge } from './roomForRecords.ts';
import { cutFiles } from './segment.ts';
import type { TableSource } from './tableSource.ts';
import { isLookedAtOnce, LOOK_AT_ONCE_RECORDS, lookedAtOnce } from './takeCloserLook.ts';

/** Ending workers gives their memory back, and meanwhile holds up whoever asks for some: the first questions. */
const END_AFTER_MS = 400;

/** What the dataset is to be. */
interface Wanted {
  /** Zone of times without an offset, where the files' options do not tell. */
  readonly zone: string;
  /** 0–1. */
  readonly baseRate: number;
  /** A dataset that the files are added to; its own base rate then holds. */
  readonly earlier: ScoredDataset | null;
  /** About so many records from the beginning of the files; null for all, if they fit. */
  readonly mostRecords: number | null;
}

/** What it is made with. */
interface Means {
  readonly hooks: ReadHooks;
  readonly signal: AbortSignal;
  /** Where to put what memory is not to hold. */
  readonly draft: Promise<DatasetDraft | null>;
  readonly takePool: () => PartPool;
  /** Whether a large dataset may be answered before its records are packed (`RecordStore.complete`). */
  readonly packsLater: boolean;
}

/**
 * Rejects with UnreadableFile, FileGone, TooLarge, RangeError (memory) or the signal's reason.
 * @param options one per file
 */
export async function readFiles(files: readonly File[], options: readonly ReadOptions[], wanted: Wanted, means: Means): Promise<ScoredDataset> {
  const { zone, baseRate, earlier, mostRecords } = wanted;
  const sources = files.map(sourceOfFile);
  const inspections = await inspectFiles(sources, options, zone);
  const plan = earlier === null ? planDataset(inspections, baseRate) : planAddition(inspections, earlier);
  // A dataset that memory surely holds does not wait for the storage.
  const draft = plan.expectedRecords * BYTES_PER_RECORD < memoryBudget() / 4 ? null : await means.draft;
  const known = earlier?.recordCount ?? 0;
  const expected = plan.expectedRecords - known;
  const fits = mostRecords ?? Math.max(0, await recordsThatFit(draft === null ? null : navigator.storage) - known);
  if (expected > fits) {
    const beginnings = mostRecords === null ? null : await beginningsOf(files, inspections, mostRecords / expected);
    if (beginnings === null) throw new TooLarge(expected, fits);
    const places = beginnings.flatMap(({ size }, place) => (size > 0 ? [place] : []));
    return readFiles(places.map((place) => beginnings[place]!), places.map((place) => options[place] ?? {}), { ...wanted, mostRecords: Infinity }, means);
  }
  const pools: PartPool[] = [];
  const takePool = () => {
    const pool = means.takePool();
    pools.push(pool);
    return pool;
  };
  const readCalls: ReadCalls = async (calls, hooks) => {
    const progress = new ProgressReporter(calls, hooks.onProgress);
    return (await readInParts(files, calls, plan, earlier, progress, { ...means, takePool }, draft)) ?? readHere(calls, plan, earlier, hooks, progress, draft);
  };
  try {
    const dataset = await readInspected(sources, inspections, means.hooks, readCalls, earlier);
    if (isLookedAtOnce(dataset)) await dataset.records.complete?.();
    return lookedAtOnce(dataset);
  } catch (error) {
    // Of a dataset that nobody gets nobody asks for the records, which its workers would wait for.
    await Promise.all(pools.map((pool) => pool.end()));
    throw error;
  }
}

/** By several workers; null where that does not help or cannot be done. */
async function readInParts(
  files: readonly File[], calls: readonly TableSource[], plan: DatasetPlan, earlier: ScoredDataset | null, progress: ProgressReporter,
  { signal, takePool, packsLater }: Means, draft: DatasetDraft | null,
): Promise<ScoredDataset | null> {
  const share = earlier === null ? undefined : earlierShare(earlier);
  if (share === null) return null;
  const inspections: readonly Inspection[] = calls.map(({ inspection }) => inspection);
  const shares = cutFiles(inspections, partCount(), share);
  if (shares === null) return null;
  const filesOfCalls = calls.map(({ file }) => files[file]!);
  return readWithPool(takePool, (pool) => pool.read(filesOfCalls, inspections, plan, shares, progress, signal, draft, memoryBudget(), earlier, packsLater && plan.expectedRecords > LOOK_AT_ONCE_RECORDS), {
    onAnew: (why) => progress.beginAnew(why), clear: async () => draft?.clear(), endAfterMs: END_AFTER_MS,
  });
}

/** In this thread, which then is the dataset's only part. */
async function readHere(
  calls: readonly TableSource[], plan: DatasetPlan, earlier: ScoredDataset | null, hooks: ReadHooks, progress: ProgressReporter, draft: DatasetDraft | null,
): Promise<ScoredDataset> {
  if (draft === null) return readWhole(calls, plan, hooks, undefined, earlier, progress);
  const storage = { memoryBytes: memoryBudget(), openSpill: () => draft.openOwnSpill(), openOutput: () => draft.openOwnPart() };
  const dataset = await readWhole(calls, plan, hooks, storage, earlier, progress);
  await draft.removeSpillFiles(1);
  return dataset;
}
