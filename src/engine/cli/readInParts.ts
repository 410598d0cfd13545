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
  memoryBytes = memoryBudget(totalmem() / 2 ** 30), leastBytes = LEAST_BYTES,
): Promise<ScoredDataset | null> {
  const bytes = inspections.reduce((sum, { textBytes }) => sum + textBytes, 0);
  if (bytes < leastBytes) return null;
  const shares = cutFiles(inspections, partCount());
  if (shares === null) return null;
  const read = (pool: PartPool) => pool.read(paths, inspections, plan, shares, progress, new AbortController().signal, new TemporaryFolder(shares.length), memoryBytes);
  try {
    return await readWithPool(() => new PartPool(startNodePart), read, () => {
      process.stderr.write('a worker was lost; the files are read once more from their beginning\n');
      progress.beginAnew();
      return Promise.resolve();
    });
  } catch (error) {
    if (error instanceof FileGone) throw new UnreadableFile(error.file, null, `${error.file}: became shorter or went away while it was read`, { cause: error });
    if (error instanceof RangeError) return null;
    throw error;
  }
}
