import { describe, expect, it } from 'vitest';
import { sourceOfFile } from './byteSource.ts';
import { startPartInThread } from './fixtures/portInThread.ts';
import { PartPool } from './partPool.ts';
import type { PartRequest } from './partProtocol.ts';
import { readFiles } from './readFiles.ts';

const wanted = { zone: 'Asia/Shanghai', baseRate: 0.01, earlier: null, mostRecords: null };
const row = (i: number) => `1380000${1000 + (i % 17)},1390000${1000 + (i % 41)},2026-05-${String(1 + (i % 28)).padStart(2, '0')} 10:00:00,${i % 60}`;
/** By its beginning, more records than are packed before the first queue. */
const calls = new File([['caller,callee,start,duration,note', ...Array.from({ length: 5000 }, (_, i) => `${row(i)},`), ...Array.from({ length: 3000 }, (_, i) => `${row(i)},${'x'.repeat(10_000)}`), ''].join('\n')], 'calls.csv');
const list = new File(['number,name\n13800001000,Shop\n'], 'list.csv');

describe('a reading that is given up when its calls are read, and not yet its tables', () => {
  it('leaves no worker waiting for someone to ask for the records', async () => {
    const asked = new Set<PartRequest['do']>();
    let [begun, ended] = [0, 0];
    const takePool = () => new PartPool(() => {
      begun++;
      const port = startPartInThread([sourceOfFile(calls)]);
      const send = port.send.bind(port);
      port.send = (request, transfer) => {
        asked.add(request.do);
        send(request, transfer);
      };
      port.end = () => {
        ended++;
        return Promise.resolve();
      };
      return port;
    });
    const stop = new AbortController();
    const checkpoint = () => {
      if (asked.has('finish')) stop.abort(new Error('given up'));
      return stop.signal.aborted ? Promise.reject(stop.signal.reason as Error) : Promise.resolve();
    };
    const reading = readFiles([calls, list], [{}, { kind: 'numberLists' }], wanted, {
      hooks: { onProgress: () => undefined, checkpoint }, signal: stop.signal, draft: Promise.resolve(null), takePool, packsLater: true,
    });
    await expect(reading).rejects.toThrow('given up');
    expect([asked.has('finish'), asked.has('pack')]).toEqual([true, false]);
    expect([begun > 0, ended]).toEqual([true, begun]);
  });
});
