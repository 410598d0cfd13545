import { gzipSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { summariseCase } from '../src/analysis/summariseCase.ts';
import { encodeDataset } from '../src/engine/datasetFile.ts';
import { buildDataset } from './buildDataset.ts';
import { loadDemoDataset } from './demoDataset.ts';

afterEach(() => vi.unstubAllGlobals());

const dataset = buildDataset([{ caller: '13812345678', callee: 'ALICE', at: '2026-06-01T08:00:00' }]);
const stored = Buffer.concat(Array.from(encodeDataset(dataset)));

test.each([
  ['as it is', gzipSync(stored)],
  ['unpacked by the browser on the way', stored],
])('the demo dataset is read %s', async (_, bytes) => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(new Uint8Array(bytes))));
  expect(summariseCase(await loadDemoDataset())).toEqual(summariseCase(dataset));
});

test('a missing demo dataset is told with its address', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 404 })));
  await expect(loadDemoDataset()).rejects.toThrow('/demo/dataset.bin.gz: status 404');
});
