import { describe, expect, test } from 'vitest';
import type { ByteSource } from '../../src/engine/byteSource.ts';
import { readDataset } from '../../src/engine/pipeline.ts';
import { layouts } from './layouts.ts';
import { simulateWorld, WORLD_ZONE, type WorldOptions } from './simulateWorld.ts';

const options: WorldOptions = { seed: 3, numbers: 2_000, days: 60 };

/** A world's files in memory, as our own reader is given files. */
function sourcesOf(files: ReadonlyMap<string, readonly Uint8Array<ArrayBuffer>[]>): ByteSource[] {
  return [...files].map(([name, chunks]) => {
    const blob = new Blob([...chunks]);
    return { name, bytes: blob.size, read: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()) };
  });
}

describe.each(layouts.map((layout) => layout.name))('files in the layout %s', (layout) => {
  test('are read whole: only the rows broken on purpose are rejected, at their lines', async () => {
    const world = simulateWorld({ ...options, layout });
    const files = new Map<string, Uint8Array<ArrayBuffer>[]>();
    for (const { file, bytes } of world.chunks()) files.set(file, [...(files.get(file) ?? []), bytes]);
    const lines = [...files.values()].flat().reduce((sum, bytes) => sum + bytes.reduce((count, byte) => (byte === 10 ? count + 1 : count), 0), 0);

    const dataset = await readDataset(sourcesOf(files), [], WORLD_ZONE, 0.01, { onProgress: () => undefined, checkpoint: async () => undefined });
    expect(world.truth.broken.length).toBeGreaterThan(0);
    expect(places(dataset.rejected)).toEqual(places(world.truth.broken));
    expect(dataset.recordCount).toBe(lines - files.size - world.truth.broken.length);
    expect(dataset.context.zone).toBe(WORLD_ZONE);
  });
});

function places(rows: readonly { readonly file: string; readonly line: number }[]): string[] {
  return rows.map(({ file, line }) => `${file}:${line}`);
}
