import { afterEach, expect, test, vi } from 'vitest';
import { SourceError } from '../sourceError.ts';
import { readApiConfig } from './apiConfig.ts';
import { createApiSource } from './apiSource.ts';
import { retryDelay, retryPolicy } from './retry.ts';

const source = createApiSource('/api');
const person = { id: 'a', name: 'Analyst', role: 'analyst' };

afterEach(() => vi.unstubAllGlobals());

function answering(body: unknown, status = 200) {
  const fetch = vi.fn<(url: string) => Promise<Response>>(() => Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })));
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

/** The error that a promise rejects with. */
async function failure(promise: Promise<unknown>): Promise<SourceError> {
  const error = await promise.then(() => null, (reason: unknown) => reason);
  if (!(error instanceof SourceError)) throw new Error(`no SourceError: ${String(error)}`);
  return error;
}

test.each([
  [401, 'signedOut', false],
  [403, 'forbidden', false],
  [400, 'badRequest', false],
  [422, 'badRequest', false],
  [404, 'contract', false],
  [429, 'server', true],
  [500, 'server', true],
  [503, 'server', true],
] as const)('status %i is told as %s', async (status, kind, isPassing) => {
  answering({ code: 'x', message: 'What the server says.' }, status);
  const error = await failure(source.whoAmI());
  expect(error).toMatchObject({ kind, isPassing, message: 'What the server says.' });
  expect(error.details).toContain(`${status} /api/me`);
});

test('a failing server that answers with a page is told all the same', async () => {
  answering('<html>Bad gateway</html>', 502);
  const error = await failure(source.whoAmI());
  expect(error).toMatchObject({ kind: 'server', message: 'Status 502' });
  expect(error.details).toContain('Bad gateway');
});

test('a number that the server does not hold is an answer, not an error', async () => {
  answering({ code: 'unknownNumber', message: 'not here' }, 404);
  expect(await source.dossier('7', null)).toBeNull();
});

test('a server that does not know the address of a dossier is at fault', async () => {
  answering('<html>Not found</html>', 404);
  expect(await failure(source.dossier('7', null))).toMatchObject({ kind: 'contract' });
});

test('an answer that does not fit the contract names the part', async () => {
  answering({ total: 1, of: 1, rows: [{ number: '7', rank: 1, score: 'high' }] });
  const error = await failure(source.suspects({ window: null, text: '', detectors: [], statuses: [], minScore: 0, sort: 'score', descending: true, offset: 0, limit: 1 }));
  expect(error).toMatchObject({ kind: 'contract', isPassing: false });
  expect(error.message).toContain('rows.0.score');
});

test('an answer that is not JSON is a breach of the contract', async () => {
  answering('<!doctype html>');
  expect(await failure(source.whoAmI())).toMatchObject({ kind: 'contract' });
});

test('an unreachable server is told as offline, and as this computer when that is so', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await failure(source.whoAmI())).toMatchObject({ kind: 'offline', message: 'The server cannot be reached.', isPassing: true });
  vi.stubGlobal('navigator', { onLine: false });
  expect(await failure(source.whoAmI())).toMatchObject({ kind: 'offline', message: 'This computer is offline.' });
});

test('an answer that breaks off is told as offline', async () => {
  const broken = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"id":'));
      controller.error(new TypeError('network error'));
    },
  });
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(broken)));
  expect(await failure(source.whoAmI())).toMatchObject({ kind: 'offline' });
});

test('an aborted question rejects with the reason of the signal, and nothing is asked after it', async () => {
  const fetch = answering(person);
  const controller = new AbortController();
  const reason = new Error('superseded');
  controller.abort(reason);
  await expect(source.whoAmI(controller.signal)).rejects.toBe(reason);
  expect(fetch).not.toHaveBeenCalled();
});

test('a question aborted on its way rejects with the reason of the signal', async () => {
  const controller = new AbortController();
  const reason = new Error('superseded');
  vi.stubGlobal('fetch', (_url: string, { signal }: RequestInit) => new Promise((_, reject) => signal!.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')))));
  const answer = source.whoAmI(controller.signal);
  controller.abort(reason);
  await expect(answer).rejects.toBe(reason);
});

test('a question aborted while its answer comes in rejects with the reason of the signal', async () => {
  const controller = new AbortController();
  const reason = new Error('superseded');
  vi.stubGlobal('fetch', (_url: string, { signal }: RequestInit) => {
    const body = new ReadableStream({ start: (stream) => signal!.addEventListener('abort', () => stream.error(new DOMException('Aborted', 'AbortError'))) });
    return Promise.resolve(new Response(body));
  });
  const answer = source.whoAmI(controller.signal);
  await Promise.resolve();
  controller.abort(reason);
  await expect(answer).rejects.toBe(reason);
});

test('the fetcher asks once; only passing failures may be asked again, twice, later each time', async () => {
  const fetch = answering({ code: 'fault', message: 'down' }, 500);
  const error = await failure(source.whoAmI());
  expect(fetch).toHaveBeenCalledTimes(1);
  expect([0, 1, 2].map((failures) => retryPolicy(failures, error))).toEqual([true, true, false]);
  expect(retryPolicy(0, new SourceError('signedOut', ''))).toBe(false);
  expect(retryPolicy(0, new Error('a fault of the program'))).toBe(false);
  expect(retryDelay(1)).toBeGreaterThan(retryDelay(0));
});

test('numbers of any spelling go into the address', async () => {
  const fetch = answering({ total: 0, rows: [] });
  await source.contacts('*100#/?', null, 'last', { offset: 0, limit: 10 });
  expect(fetch.mock.calls[0]![0]).toBe('/api/numbers/*100%23%2F%3F/contacts?sort=last&offset=0&limit=10');
});

test('the configuration says where the API is', async () => {
  answering({ api: '/case/api/' });
  expect(await readApiConfig()).toEqual({ api: '/case/api' });
});

test.each([
  ['missing', 'Not found', 404],
  ['not JSON, as when a server answers with the page', '<!doctype html>', 200],
  ['without an API', '{}', 200],
  ['with an API at another site, which the page may not ask', '{"api":"https://elsewhere.test/api"}', 200],
  ['with an API at another site without a scheme', '{"api":"//elsewhere.test/api"}', 200],
])('a configuration that is %s is refused by its name', async (_, body, status) => {
  answering(body, status);
  const error = await failure(readApiConfig());
  expect(error.kind).toBe('contract');
  expect(error.message).toContain('/config.json');
});
