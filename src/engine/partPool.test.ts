import { describe, expect, it } from 'vitest';
import type { ByteSource } from './byteSource.ts';
import { PartPool, readWithPool } from './partPool.ts';
import { describeAll } from './fixtures/partsInThread.ts';
import { startPartInThread } from './fixtures/portInThread.ts';
import { inspectFiles, planDataset, readDataset } from './pipeline.ts';
import { ProgressReporter } from './readProgress.ts';
import type { Segment } from './segment.ts';
import { lookedCloser } from './takeCloserLook.ts';

const ZONE = 'Asia/Shanghai';
const text = ['caller,callee,start,duration', ...Array.from({ length: 300 }, (_, i) =>
  `1380000${1000 + (i % 17)},1390000${1000 + (i % 41)},2026-05-${String(1 + (i % 28)).padStart(2, '0')} 10:00:${String(i % 60).padStart(2, '0')},${i}`)].join('\n');
const bytes = new TextEncoder().encode(text);
const source: ByteSource = { name: 'calls.csv', bytes: bytes.length, read: (start, end) => Promise.resolve(bytes.slice(start, end)) };
const requests = ['begin', 'read', 'give', 'features', 'finish'] as const;

async function readWith(newPool: (place: number) => PartPool) {
  const inspections = await inspectFiles([source], [], ZONE);
  const told: boolean[] = [];
  const progress = new ProgressReporter([source], ({ isAnew }) => told.push(isAnew));
  let pools = 0;
  const dataset = await readWithPool(
    () => newPool(pools++),
    (pool) => {
      const cut = bytes.indexOf(10, 4000) + 1;
      const shares: Segment[][] = Array.from({ length: pool.size }, () => []);
      shares[0]!.push({ file: 0, start: 0, end: cut, base: 0, lines: 1000, whole: null });
      shares.at(-1)!.push({ file: 0, start: cut, end: bytes.length, base: 1000, lines: 1000, whole: null });
      return pool.read([source.name], inspections, planDataset(inspections, 0.01), shares, progress, new AbortController().signal, null);
    },
    () => {
      progress.beginAnew();
      return Promise.resolve();
    },
  );
  return { dataset, pools, isToldAnew: told.at(-1) };
}

describe('a worker that is lost while files are read', () => {
  it('whenever it was, has them read once more from their beginning, which is told, with nothing lost or counted twice', async () => {
    const expected = describeAll(await readDataset([source], [], ZONE, 0.01, { onProgress: () => undefined, checkpoint: () => Promise.resolve() }));
    for (const endsAt of requests) {
      for (const isDone of [false, true]) {
        const { dataset, pools, isToldAnew } = await readWith((place) => {
          let isFirst = place === 0;
          return new PartPool(() => {
            const port = isFirst ? startPartInThread([source], endsAt, isDone) : startPartInThread([source]);
            isFirst = false;
            return port;
          });
        });
        expect([endsAt, pools, isToldAnew]).toEqual([endsAt, 2, true]);
        expect(describeAll(lookedCloser(dataset!))).toEqual(expected);
      }
    }
  });

  it('and again with the next ones, leaves them to be read in the thread that asked', async () => {
    const { dataset, pools } = await readWith(() => new PartPool(() => startPartInThread([source], 'features')));
    expect([dataset, pools]).toEqual([null, 2]);
  });
});
