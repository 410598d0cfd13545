import { getResponse } from 'msw';
import type { HttpHandler } from 'msw';
import type { Fetch } from '../src/sources/api/request.ts';
import { loadDemoDataset } from './demoDataset.ts';
import { peopleHandlers } from './handlers/people.ts';
import { summaryHandlers } from './handlers/summary.ts';
import { suspectHandlers } from './handlers/suspects.ts';
import { MockCase } from './mockCase.ts';
import { parseScenario } from './scenario.ts';

/** After what the queue is made of: it is put up first. */
const RECORDS_AFTER_MS = 1_000;

/**
 * The mocked API, for the development server and the demo build: answers as a server of the contract would, in the page itself. Its
 * dataset is loaded meanwhile, and the first question waits for it. What the queue asks is at hand, the rest comes when it is asked.
 */
export function startMocks(): Fetch {
  const mock = new MockCase(loadDemoDataset, parseScenario(window.location.search));
  // A failure to load is told by the answer that needed it, so it must not surface here too.
  const loadRecords = () => void mock.complete().catch(() => undefined);
  mock.dataset(null).then(() => setTimeout(loadRecords, RECORDS_AFTER_MS), () => undefined);
  const first = [peopleHandlers, summaryHandlers, suspectHandlers].flatMap((make) => make(mock));
  let all: Promise<HttpHandler[]> | null = null;
  const loadAll = () => (all ??= import('./handlers/handlers.ts').then(({ createHandlers }) => createHandlers(mock), (error: unknown) => {
    all = null;
    throw error;
  }));
  const answer = async (request: Request) => (await getResponse(first, request)) ?? getResponse(await loadAll(), request);
  return async (url, init) => {
    const request = new Request(url, init);
    const response = await unlessAborted(answer(request), request.signal);
    if (response === undefined) throw new Error(`${request.method} ${url} is not in the contract`);
    // As when a server cannot be reached.
    if (response.type === 'error') throw new TypeError('Failed to fetch');
    return response;
  };
}

/** Rejects with the signal's reason if it aborts first. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  return Promise.race([work, promise]);
}
