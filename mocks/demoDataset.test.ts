import { gzipSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { summariseCase } from '../src/analysis/summariseCase.ts';
import { encodeInTwo } from '../src/engine/datasetInTwo.ts';
import { buildDataset } from './buildDataset.ts';
import { DEMO_DATASET, loadDemoDataset } from './demoDataset.ts';

afterEach(() => vi.unstubAllGlobals());

const dataset = buildDataset([{ caller: '13812345678', callee: 'ALICE', at: '2026-06-01T08:00:00' }]);
const { first, second } = encodeInTwo(dataset);
const files = new Map([[DEMO_DATASET.first, Buffer.concat(first)], [DEMO_DATASET.second, Buffer.concat(second)]]);

test.each([
  ['as it is', gzipSync],
  ['unpacked by the browser on the way', (bytes: Buffer) => bytes],
])('the demo dataset is read %s', async (_, packed) => {
  vi.stubGlobal('fetch', (address: string) => Promise.resolve(new Response(new Uint8Array(packed(files.get(address)!)))));
  const loaded = await loadDemoDataset();
  expect(summariseCase(loaded)).toEqual(summariseCase(dataset));
  await loaded.records.complete!();
  const [ours, theirs] = [loaded, dataset].map(({ records }) => ({ ...records.recordsOf(0) }));
  expect(ours!.f64.subarray(0, ours!.to)).toEqual(theirs!.f64.subarray(0, theirs!.to));
});

test('a missing demo dataset is told with its address', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 404 })));
  await expect(loadDemoDataset()).rejects.toThrow('/demo/dataset.bin.gz: status 404');
});

test('records that cannot be loaded are told with their address', async () => {
  vi.stubGlobal('fetch', (address: string) => Promise.resolve(address === DEMO_DATASET.first ? new Response(new Uint8Array(files.get(address)!)) : new Response('', { status: 404 })));
  await expect((await loadDemoDataset()).records.complete!()).rejects.toThrow('/demo/records.bin.gz: status 404');
});
