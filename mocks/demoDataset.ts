import type { ScoredDataset } from '../src/analysis/scoredDataset.ts';
import { MemoryBytes } from '../src/engine/bytes.ts';
import { openDataset } from '../src/engine/datasetFile.ts';

const ADDRESS = '/demo/dataset.bin.gz';

/** The demo's dataset, made from the simulated world when the demo was built (`config/demoDataset.ts`). */
export async function loadDemoDataset(): Promise<ScoredDataset> {
  const response = await fetch(ADDRESS);
  if (!response.ok) throw new Error(`${ADDRESS}: status ${response.status}`);
  return openDataset(new MemoryBytes(await unpacked(new Uint8Array(await response.arrayBuffer()))));
}

/** Some servers say of a .gz file that it is encoded, so that the browser has unpacked it already. */
async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
