import { expect, test } from 'vitest';
import { LayoutError, startLayoutClient } from './layoutClient.ts';
import type { LayoutMessage, LayoutReply, LayoutRequest } from './layoutProtocol.ts';

/** Stands in for the browser's worker: answers only when told to. */
class HandWorker extends EventTarget {
  readonly asked: LayoutMessage[] = [];
  isEnded = false;
  postMessage(message: LayoutMessage) {
    this.asked.push(message);
  }
  terminate() {
    this.isEnded = true;
  }
  reply(reply: LayoutReply) {
    this.dispatchEvent(new MessageEvent('message', { data: reply }));
  }
}

function setUp() {
  const workers: HandWorker[] = [];
  const client = startLayoutClient(() => {
    workers.push(new HandWorker());
    return workers.at(-1) as unknown as Worker;
  });
  return { workers, client };
}
const request: LayoutRequest = { nodes: [{ number: '1', size: 10, group: null, isFixed: false }], pairs: [], places: {} };

test('a layout arrives from the worker, and the worker is kept for the next', async () => {
  const { workers, client } = setUp();
  for (const x of [1, 2]) {
    const answer = client.layOut(request, new AbortController().signal);
    workers[0]!.reply({ id: workers[0]!.asked.at(-1)!.id, is: 'laidOut', positions: { 1: { x, y: 0 } }, tookMs: 1 });
    expect(await answer).toEqual({ 1: { x, y: 0 } });
  }
  expect(workers).toHaveLength(1);
});

test('an aborted layout ends its worker, and the next one is answered by a new worker', async () => {
  const { workers, client } = setUp();
  const controller = new AbortController();
  const first = client.layOut(request, controller.signal);
  controller.abort(new Error('superseded'));
  await expect(first).rejects.toThrow('superseded');
  expect(workers[0]!.isEnded).toBe(true);
  const second = client.layOut(request, new AbortController().signal);
  workers[1]!.reply({ id: workers[1]!.asked[0]!.id, is: 'laidOut', positions: {}, tookMs: 1 });
  expect(await second).toEqual({});
});

test('a layout that fails, and a worker that dies, are told with their details', async () => {
  const { workers, client } = setUp();
  const first = client.layOut(request, new AbortController().signal);
  workers[0]!.reply({ id: workers[0]!.asked[0]!.id, is: 'failed', details: 'singular matrix' });
  await expect(first).rejects.toThrow(new LayoutError('singular matrix'));
  const second = client.layOut(request, new AbortController().signal);
  workers[0]!.dispatchEvent(Object.assign(new Event('error'), { message: 'script not found' }));
  await expect(second).rejects.toThrow('script not found');
});
