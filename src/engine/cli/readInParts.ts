import { totalmem } from 'node:os';
import type { ScoredDataset } from '../../analysis/scoredDataset.ts';
import type { Inspection } from '../../ingest/inspection.ts';
import { FileGone } from '../byteSource.ts';
import { memoryBudget } from '../memoryBudget.ts';
import { partCount, PartPool, readWithPool } from '../partPool.ts';
import type { DatasetPlan } from '../pipeline.ts';
import { UnreadableFile } from '../pipeline.ts';
import type { ProgressReporter } from '../readProgress.ts';
import { cutFiles } from '../segment.ts';
import { startNodePart } from './nodePart.ts';
import { TemporaryFolder } from './tempFile.ts';

/** Below this, starting workers takes longer than they save. */
const LEAST_BYTES = 48 << 20;

/**
 * Reads files of communications in workers side by side; null where that does not help or cannot be done: small files. Throws UnreadableFile.
 */
export async function readInParts(
  paths: readonly string[], inspections: readonly Inspection[], plan: DatasetPlan, progress: ProgressReporter,
  memoryBytes = memoryBudget(totalmem() / 2 ** 30), leastBytes = LEAST_BYTES, startPart = startNodePart,
): Promise<ScoredDataset | null> {
  const bytes = inspections.reduce((sum, { textBytes }) => sum + textBytes, 0);
  if (bytes < leastBytes) return null;
  const shares = cutFiles(inspections, partCount());
  if (shares === null) return null;
  const folder = new TemporaryFolder();
  const read = (pool: PartPool) => pool.read(paths, inspections, plan, shares, progress, new AbortController().signal, folder, memoryBytes);
  try {
    return await readWithPool(() => new PartPool(startPart), read, {
      onAnew(why) {
        process.stderr.write(`${why === 'lost' ? 'a worker was lost: the files' : 'the files can only be read as one piece: they'} are read once more from their beginning\n`);
        progress.beginAnew(why);
      },
      clear: () => folder.clear(),
      // What follows keeps the thread busy: they would hold their memory until the end.
      endAfterMs: 0,
    });
  } catch (error) {
    await folder.clear();
    if (error instanceof FileGone) throw new UnreadableFile(error.file, null, `${error.file}: became shorter or went away while it was read`, { cause: error });
    if (error instanceof RangeError) return null;
    throw error;
  }
}
