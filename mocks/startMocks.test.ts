import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { encodeInTwo } from '../src/engine/datasetInTwo.ts';
import { createApiSource } from '../src/sources/api/apiSource.ts';
import { buildDataset } from './buildDataset.ts';
import { DEMO_DATASET } from './demoDataset.ts';
import { startMocks } from './startMocks.ts';

const dataset = buildDataset([{ caller: '7', callee: '8', at: '2026-06-01T08:00:00' }, { caller: '7', callee: '9', at: '2026-06-02T08:00:00' }]);
const { first, second } = encodeInTwo(dataset);
const files = new Map([[DEMO_DATASET.first, first], [DEMO_DATASET.second, second]]);
/** Addresses that were fetched. */
const fetched: string[] = [];

beforeEach(() => {
  fetched.length = 0;
  vi.stubGlobal('fetch', (address: string) => {
    fetched.push(address);
    return Promise.resolve(files.has(address) ? new Response(new Uint8Array(Buffer.concat(files.get(address)!))) : new Response('', { status: 404 }));
  });
  onPage('');
});
afterEach(() => vi.unstubAllGlobals());

const onPage = (search: string) => vi.stubGlobal('window', { location: { search } });
const source = () => createApiSource('http://localhost/api', startMocks());
const records = { filter: { other: null, weekHour: null, day: null, imei: null, cell: null }, page: { offset: 0, limit: 9 } };

describe('the mocked API in the page', () => {
  test('answers the queue without the records, and what needs these once they are loaded', async () => {
    const api = source();
    expect(await api.summary(null)).toMatchObject({ numbers: 3, records: 2 });
    const queue = { window: null, text: '', detectors: [], statuses: [], minScore: 0, sort: 'score', descending: true, offset: 0, limit: 9 } as const;
    expect((await api.suspects(queue)).rows).toHaveLength(3);
    expect(fetched).toEqual([DEMO_DATASET.first]);
    expect((await api.records('7', null, records.filter, records.page)).total).toBe(2);
    expect(fetched).toEqual([DEMO_DATASET.first, DEMO_DATASET.second]);
  });

  test('answers a question that is posted and needs the records', async () => {
    const { rows } = await source().collision({
      window: null, sets: [{ name: 'A', source: { is: 'numbers', text: '7' } }], expression: 'A', keepsLeftAlone: true, isWhole: false,
    });
    expect(rows).toMatchObject([{ number: '7', records: 2 }]);
    expect(fetched).toContain(DEMO_DATASET.second);
  });

  test('leaves a question that is given up', async () => {
    onPage('?mock=slow');
    const given = new AbortController();
    const answer = source().summary(null, given.signal);
    given.abort(new Error('given up'));
    await expect(answer).rejects.toThrow('given up');
  });

  test('cannot be reached when it was asked not to be, and knows no other addresses', async () => {
    onPage('?mock=offline');
    await expect(source().summary(null)).rejects.toMatchObject({ kind: 'offline' });
    onPage('');
    await expect(startMocks()('http://localhost/api/unheard-of', {})).rejects.toThrow('not in the contract');
  });

  test('tells of a dataset that cannot be loaded, and loads it at the next question', async () => {
    files.delete(DEMO_DATASET.first);
    const api = source();
    await expect(api.summary(null)).rejects.toMatchObject({ kind: 'server', message: expect.stringContaining('/demo/dataset.bin.gz: status 404') as string });
    files.set(DEMO_DATASET.first, first);
    expect(await api.summary(null)).toMatchObject({ numbers: 3 });
  });
});
