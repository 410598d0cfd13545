/** Simulated worlds as datasets: files in memory, read by the same pipeline as a user's. */
import { WORLD_ZONE, type WorldOptions } from '../../mocks/world/simulateWorld.ts';
import type { Truth } from '../../mocks/world/truth.ts';
import { sourcesOf, worldInMemory } from '../../mocks/world/worldInMemory.ts';
import type { ScoredDataset } from '../../src/analysis/scoredDataset.ts';
import { DEFAULT_BASE_RATE, readDataset } from '../../src/engine/pipeline.ts';
import { numberText } from '../../src/records/numberKey.ts';

/** The scored dataset of a world's calls and messages, through the same pipeline as a user's files. */
export async function worldDataset(options: WorldOptions): Promise<{ readonly dataset: ScoredDataset; readonly truth: Truth }> {
  const { files, truth } = worldInMemory({ ...options, onlyCommunications: true });
  const dataset = await readDataset(sourcesOf(files), [], WORLD_ZONE, DEFAULT_BASE_RATE, { onProgress: () => undefined, checkpoint: () => Promise.resolve() });
  return { dataset, truth };
}

/** By row, the number as it stands in the files. */
export function numberTexts({ features, oddNumbers }: ScoredDataset): string[] {
  return Array.from(features.numbers, (key) => numberText(key, oddNumbers));
}
