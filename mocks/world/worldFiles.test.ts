import { describe, expect, test } from 'vitest';
import { readDataset } from '../../src/engine/pipeline.ts';
import { layoutOfMonth } from './files/communications.ts';
import { layoutNames, WORLD_ZONE, type WorldOptions } from './simulateWorld.ts';
import { sourcesOf, worldInMemory } from './worldInMemory.ts';

const options: WorldOptions = { seed: 3, numbers: 1_000, days: 60 };

describe.each(layoutNames)('files in the layout %s', (layout) => {
  test('are read whole: only the rows broken on purpose are rejected, at their lines', async () => {
    const { files, truth } = worldInMemory({ ...options, layout, onlyCommunications: true });
    const lines = [...files.values()].flat().reduce((sum, bytes) => sum + bytes.reduce((count, byte) => (byte === 10 ? count + 1 : count), 0), 0);

    const dataset = await readDataset(sourcesOf(files), [], WORLD_ZONE, 0.01, { onProgress: () => undefined, checkpoint: async () => undefined });
    expect(truth.broken.length).toBeGreaterThan(0);
    expect(places(dataset.rejected)).toEqual(places(truth.broken));
    const heads = [...files.keys()].reduce((sum, _, month) => sum + layoutOfMonth(options.seed, layout, month).preamble.length + 1, 0);
    expect(dataset.recordCount).toBe(lines - heads - truth.broken.length);
    expect(dataset.context.zone).toBe(WORLD_ZONE);
  });
});

function places(rows: readonly { readonly file: string; readonly line: number }[]): string[] {
  return rows.map(({ file, line }) => `${file}:${line}`);
}
