import type { ScoredDataset } from '../src/analysis/scoredDataset.ts';
import type { Bytes } from '../src/engine/bytes.ts';
import { MemoryBytes } from '../src/engine/bytes.ts';
import { openFirst } from '../src/engine/datasetInTwo.ts';

/** Where the demo's dataset is: what its queue is made of, and the records, which follow. */
export const DEMO_DATASET = { first: '/demo/dataset.bin.gz', second: '/demo/records.bin.gz' };

/** The demo's dataset, made from the simulated world when the demo was built (`config/demoDataset.ts`); its records come when they are asked for. */
export async function loadDemoDataset(): Promise<ScoredDataset> {
  return openFirst(await load(DEMO_DATASET.first), () => load(DEMO_DATASET.second));
}

async function load(address: string): Promise<Bytes> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: status ${response.status}`);
  return new MemoryBytes(await unpacked(new Uint8Array(await response.arrayBuffer())));
}

/** Some servers say of a .gz file that it is encoded, so that the browser has unpacked it already. */
async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
