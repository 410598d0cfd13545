import { describe, expect, it, vi } from 'vitest';
import { listRecords } from '../analysis/listRecords.ts';
import { listSuspects } from '../analysis/listSuspects.ts';
import { numberOfRow } from '../analysis/rowOfNumber.ts';
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import { RecordsPending } from '../records/recordStore.ts';
import type { ByteSource } from './byteSource.ts';
import { chunksOf } from './datasetFile.ts';
import { Part } from './part.ts';
import { partCount, PartPool, readWithPool } from './partPool.ts';
import type { PartPort } from './partPort.ts';
import { describeAll } from './fixtures/partsInThread.ts';
import { startPartInThread } from './fixtures/portInThread.ts';
import { inspectFiles, planDataset, readDataset } from './pipeline.ts';
import type { OpenProgress } from './protocol.ts';
import { ProgressReporter } from './readProgress.ts';
import type { Segment } from './segment.ts';
import { lookedCloser } from './takeCloserLook.ts';

const ZONE = 'Asia/Shanghai';
const NO_FILTER = { other: null, weekHour: null, day: null, imei: null, cell: null };
const PAGE = { offset: 0, limit: 500 };
const text = ['caller,callee,start,duration', ...Array.from({ length: 300 }, (_, i) =>
  `1380000${1000 + (i % 17)},1390000${1000 + (i % 41)},2026-05-${String(1 + (i % 28)).padStart(2, '0')} 10:00:${String(i % 60).padStart(2, '0')},${i}`)].join('\n');
const bytes = new TextEncoder().encode(text);
const sourceOf = (of: Uint8Array): ByteSource => ({ name: 'calls.csv', bytes: of.length, read: (start, end) => Promise.resolve(of.slice(start, end)) });
const source = sourceOf(bytes);
/** Each part may have so many. */
const LINES = 100_000;
const requests = ['begin', 'read', 'give', 'features', 'finish'] as const;

/** @returns what happened, in order, besides the dataset */
async function readWith(newPort: (pool: number, port: number) => PartPort, { of = source, endAfterMs = 0, packsLater = false, isWarming = false } = {}) {
  const inspections = await inspectFiles([of], [], ZONE);
  const told = new Set<OpenProgress['anew']>();
  const progress = new ProgressReporter([of], ({ anew }) => told.add(anew));
  const happened: string[] = [];
  let pools = 0;
  const newPool = () => {
    let ports = 0;
    const pool = pools++;
    const made = new PartPool(() => {
      const port = newPort(pool, ports++);
      const end = port.end.bind(port);
      port.end = () => {
        happened.push(`end ${pool}`);
        return end();
      };
      return port;
    });
    if (isWarming) {
      warm = made.warmUp();
      made.endWarmUp();
    }
    return made;
  };
  let warm = Promise.resolve();
  const dataset = await readWithPool(
    newPool,
    (pool) => {
      const cut = 4000;
      const shares: Segment[][] = Array.from({ length: pool.size }, () => []);
      shares[0]!.push({ file: 0, start: 0, end: cut, base: 0, lines: LINES, whole: null });
      shares.at(-1)!.push({ file: 0, start: cut, end: of.bytes, base: LINES, lines: LINES, whole: null });
      return pool.read([of.name], inspections, planDataset(inspections, 0.01), shares, progress, new AbortController().signal, null, Infinity, null, packsLater);
    },
    {
      onAnew(why) {
        happened.push(why);
        progress.beginAnew(why);
      },
      clear() {
        happened.push('clear');
        return Promise.resolve();
      },
      endAfterMs,
    },
  );
  await warm;
  return { dataset, pools, told: [...told].at(-1), happened };
}

/** What happens when a pool's workers are ended. */
const ends = (pool: number) => Array.from({ length: partCount() }, () => `end ${pool}`);

describe('a worker that is lost while files are read', () => {
  it('whenever it was, has them read once more from their beginning, which is told, with nothing lost or counted twice', async () => {
    const expected = describeAll(await readDataset([source], [], ZONE, 0.01, { onProgress: () => undefined, checkpoint: () => Promise.resolve() }));
    for (const endsAt of requests) {
      for (const isDone of [false, true]) {
        const { dataset, told, happened } = await readWith((pool, port) => (pool + port === 0 ? startPartInThread([source], endsAt, isDone) : startPartInThread([source])));
        expect([endsAt, told, happened]).toEqual([endsAt, 'lost', [...ends(0), 'lost', 'clear', ...ends(1)]]);
        expect(describeAll(lookedCloser(dataset!))).toEqual(expected);
      }
    }
  });

  it('and again with the next ones, leaves them to be read in the thread that asked', async () => {
    const { dataset, happened } = await readWith(() => startPartInThread([source], 'features'));
    expect([dataset, happened]).toEqual([null, [...ends(0), 'lost', 'clear', ...ends(1), 'lost', 'clear']]);
  });
});

describe('files that turn out to be readable only as one piece', () => {
  it('are left to the thread that asked, once the workers have ended and what they wrote is cleared', async () => {
    const quoted = sourceOf(new TextEncoder().encode(`${text}\n13800001000,13900001000,"2026-05-01 10:00:00\n",5\n`));
    const { dataset, told, happened } = await readWith(() => startPartInThread([quoted]), { of: quoted });
    expect([dataset, told, happened]).toEqual([null, 'indivisible', [...ends(0), 'indivisible', 'clear']]);
  });
});

describe('workers that are warmed up', () => {
  it('leave it when a file comes, and read that as any other', async () => {
    const read = vi.spyOn(Part.prototype, 'read');
    const { dataset: expected } = await readWith(() => startPartInThread([source]));
    const usual = read.mock.calls.length;
    const { dataset } = await readWith(() => startPartInThread([source]), { isWarming: true });
    expect([read.mock.calls.length - usual, describeAll(dataset!)]).toEqual([usual, describeAll(expected!)]);
    await new PartPool(() => startPartInThread([source])).warmUp();
    expect(read.mock.calls.length).toBeGreaterThan(2 * usual);
    read.mockRestore();
  });
});

describe('workers that have done their work', () => {
  it('are ended at once, or after the first answers where that would hold these up', async () => {
    expect((await readWith(() => startPartInThread([source]))).happened).toEqual(ends(0));
    const { happened } = await readWith(() => startPartInThread([source]), { endAfterMs: 20 });
    expect(happened).toEqual([]);
    await vi.waitFor(() => expect(happened).toEqual(ends(0)));
  });
});

describe('records that are packed later', () => {
  const ROWS = 30_000;
  /** Enough of each partition that the kernel groups them. */
  const large = sourceOf(new TextEncoder().encode(['caller,callee,start,duration', ...Array.from({ length: ROWS }, (_, i) =>
    `138000${10_000 + ((i * i) % 1999)},139000${10_000 + (i % 4999)},2026-0${1 + Math.floor((i * 5) / ROWS)}-${String(1 + (i % 28)).padStart(2, '0')} 10:00:${String(i % 60).padStart(2, '0')},${i % 300}`)].join('\n')));
  const queueOf = (dataset: ScoredDataset) => listSuspects({ ...dataset }, { window: null, text: '', detectors: [], statuses: [], minScore: 0, sort: 'score', descending: true, offset: 0, limit: 100 }, []);

  it('are not waited for by the queue, which says of them what it says afterwards, and pending for whoever asks; then all is as if they had not been', async () => {
    const { dataset, happened } = await readWith(() => startPartInThread([large]), { of: large, packsLater: true, endAfterMs: 20 });
    const queue = queueOf(dataset!);
    expect(queue.rows.some(({ weeks }) => weeks.length === 12 && weeks.some((count) => count > 0))).toBe(true);
    expect(() => dataset!.records.recordsOf(0)).toThrow(RecordsPending);
    await Promise.all([dataset!.records.complete!(), dataset!.records.complete!()]);
    expect(queueOf(dataset!)).toEqual(queue);
    const { dataset: expected } = await readWith(() => startPartInThread([large]), { of: large });
    expect(() => expected!.records.recordsOf(0)).not.toThrow();
    const [packed, wanted] = [dataset, expected].map((either) => chunksOf(either!).map(({ bytes }) => bytes.length));
    expect(packed).toEqual(wanted);
    for (let row = 0; row < expected!.features.numbers.length; row += 37) {
      const number = numberOfRow(expected!, row);
      expect(listRecords(dataset!, { number, filter: NO_FILTER, page: PAGE })).toEqual(listRecords(expected!, { number, filter: NO_FILTER, page: PAGE }));
    }
    await vi.waitFor(() => expect(happened).toEqual(ends(0)));
  });

  it('are lost with a worker that is lost before they are packed, which is told, and the others end', async () => {
    const { dataset, happened } = await readWith((_, port) => startPartInThread([large], port === 0 ? 'pack' : null), { of: large, packsLater: true, endAfterMs: 20 });
    await expect(dataset!.records.complete!()).rejects.toThrow('ended');
    await vi.waitFor(() => expect(happened).toEqual(ends(0)));
  });
});
