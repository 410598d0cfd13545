import type { ScoredDataset } from '../src/analysis/scoredDataset.ts';
import { memoryReader, openDataset } from '../src/engine/datasetFile.ts';

const ADDRESS = '/demo/dataset.bin.gz';

/** The demo's dataset, made from the simulated world when the demo was built. */
export async function loadDemoDataset(): Promise<ScoredDataset> {
  const response = await fetch(ADDRESS);
  if (!response.ok) throw new Error(`${ADDRESS}: status ${response.status}`);
  if (response.body === null) throw new Error(`${ADDRESS}: empty`);
  const bytes = await new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
  return openDataset(memoryReader(new Uint8Array(bytes)));
}
