/** A simulated world in memory, for tests and measurements. */
import type { ByteSource } from '../../src/engine/byteSource.ts';
import { simulateWorld, type WorldOptions } from './simulateWorld.ts';
import type { Truth } from './truth.ts';

export interface WorldInMemory {
  /** By file name, its bytes in order. */
  readonly files: ReadonlyMap<string, readonly Uint8Array<ArrayBuffer>[]>;
  /** Complete: the world has been lived through. */
  readonly truth: Truth;
}

/** A world's files in memory; `onlyCommunications` leaves the other kinds of record out and is quicker. */
export function worldInMemory(options: WorldOptions): WorldInMemory {
  const world = simulateWorld(options);
  const files = new Map<string, Uint8Array<ArrayBuffer>[]>();
  for (const { file, bytes } of world.chunks()) {
    const chunks = files.get(file);
    if (chunks) chunks.push(bytes);
    else files.set(file, [bytes]);
  }
  return { files, truth: world.truth };
}

/** A world's files as the engine opens files. */
export function sourcesOf(files: WorldInMemory['files']): ByteSource[] {
  return [...files].map(([name, chunks]) => {
    const blob = new Blob([...chunks]);
    return { name, bytes: blob.size, read: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()) };
  });
}
