import { simulateWorld } from '../../mocks/world/simulateWorld.ts';
import type { Truth } from '../../mocks/world/truth.ts';
import type { ScoredDataset } from '../../src/analysis/scoredDataset.ts';
import type { ByteSource } from '../../src/engine/byteSource.ts';
import { DEFAULT_BASE_RATE, readDataset } from '../../src/engine/pipeline.ts';

const ZONE = 'Asia/Shanghai';

export interface JudgedWorld {
  readonly truth: Truth;
  readonly dataset: ScoredDataset;
}

/** A world that nobody tuned anything to, read and scored as its files would be when opened. */
export async function readWorld(seed: number, numbers: number, days: number): Promise<JudgedWorld> {
  const world = simulateWorld({ seed, numbers, days });
  const chunks = new Map<string, Uint8Array<ArrayBuffer>[]>();
  for (const { file, bytes } of world.chunks()) chunks.set(file, [...(chunks.get(file) ?? []), bytes]);
  const sources = [...chunks].map(([name, pieces]) => memorySource(name, pieces));
  const dataset = await readDataset(sources, sources.map(() => ({})), ZONE, DEFAULT_BASE_RATE, {
    onProgress: () => undefined, checkpoint: () => Promise.resolve(),
  });
  return { truth: world.truth, dataset };
}

function memorySource(name: string, pieces: readonly Uint8Array<ArrayBuffer>[]): ByteSource {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return { name, bytes: whole.length, read: (start, end) => Promise.resolve(whole.subarray(start, end)) };
}
