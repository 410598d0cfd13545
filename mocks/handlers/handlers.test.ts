import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { errorBody } from '../../src/sources/api/errorBody.ts';
import { createApiSource } from '../../src/sources/api/apiSource.ts';
import { answerQuestion } from '../../src/engine/answerQuestion.ts';
import { buildDataset } from '../buildDataset.ts';
import { MockCase } from '../mockCase.ts';
import { parseScenario, SLOW_MS } from '../scenario.ts';
import { startServer } from '../server.ts';

const dataset = buildDataset([{ caller: '7', callee: '8', at: '2026-06-01T08:00:00' }, { caller: '7', callee: '9', at: '2026-06-02T08:00:00' }]);
const mock = new MockCase(() => Promise.resolve(dataset));
const { close } = startServer(mock);
afterAll(() => close());
beforeEach(() => {
  mock.scenario = new Set();
  mock.decisions.clear();
  mock.asked.clear();
});

const source = createApiSource('http://localhost/api');
const confirm = (number: string, assignee: string | null = null) => ({ number, status: 'confirmed', reason: '', assignee }) as const;
const post = (body: string) => fetch('http://localhost/api/decisions', { method: 'POST', body, headers: { 'content-type': 'application/json' } });

describe('the mocked API', () => {
  test.each([
    ['signedOut', 'signedOut'],
    ['error', 'server'],
    ['offline', 'offline'],
  ])('?mock=%s fails every question', async (word, kind) => {
    mock.scenario = parseScenario(`?mock=${word}`);
    await expect(source.summary(null)).rejects.toMatchObject({ kind });
    await expect(source.decide([confirm('7')])).rejects.toMatchObject({ kind });
  });

  test('?mock=flaky fails each question the first time only', async () => {
    mock.scenario = parseScenario('?mock=flaky');
    await expect(source.whoAmI()).rejects.toMatchObject({ kind: 'server', isPassing: true });
    await expect(source.summary(null)).rejects.toMatchObject({ kind: 'server' });
    expect(await source.whoAmI()).toMatchObject({ role: 'analyst' });
  });

  test('?mock=slow answers, late, always as late', async () => {
    mock.scenario = parseScenario('?mock=slow');
    const askedAt = performance.now();
    await source.whoAmI();
    expect(performance.now() - askedAt).toBeGreaterThanOrEqual(SLOW_MS - 5);
  });

  test('?mock=forbidden lets one look but not change', async () => {
    mock.scenario = parseScenario('?mock=forbidden');
    expect(await source.summary(null)).toMatchObject({ numbers: 3 });
    await expect(source.decide([confirm('7')])).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('?mock=supervisor makes one a supervisor, who may give numbers to others; an analyst may not', async () => {
    await expect(source.decide([confirm('7', 'colleague')])).rejects.toMatchObject({ kind: 'forbidden' });
    mock.scenario = parseScenario('?mock=supervisor');
    expect(await source.whoAmI()).toMatchObject({ role: 'supervisor' });
    await source.decide([confirm('7', 'colleague')]);
    mock.scenario = new Set();
    await expect(source.decide([confirm('7')])).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('what an analyst takes on is taken back by the answer', async () => {
    const { id } = await source.whoAmI();
    await source.decide(await source.decide([{ number: '7', status: 'assigned', reason: '', assignee: id }]));
    expect(mock.decisions.size).toBe(0);
  });

  test('an unknown word for the scenario is told with those there are', () => {
    expect(() => parseScenario('?mock=fast')).toThrow(/fast.*slow/);
    expect(parseScenario('?source=demo').size).toBe(0);
  });

  test.each([
    ['/suspects?limit=1000', 400],
    ['/suspects?colour=red', 400],
    ['/trends?by=weather', 400],
    ['/network', 400],
    ['/search', 400],
    ['/numbers/7?from=2026-06-31&to=2026-07-01', 400],
    ['/numbers/404', 404],
    ['/numbers/7?from=2026-06-01&to=2026-06-01', 200],
    ['/numbers/9?from=2026-06-01&to=2026-06-01', 404],
    ['/numbers/404/contacts', 200],
  ])('%s is answered with %i', async (path, status) => {
    const response = await fetch(`http://localhost/api${path}`);
    expect(response.status).toBe(status);
    const body: unknown = await response.json();
    expect(z.safeParse(errorBody, body).success).toBe(status >= 400);
  });

  test.each([
    ['{', 400],
    ['{}', 400],
    ['[]', 400],
    ['[{"number":"7","status":"guilty","reason":"","assignee":null}]', 400],
    ['[{"number":"7","status":"dismissed","reason":"","assignee":null}]', 422],
    ['[{"number":"404","status":"confirmed","reason":"","assignee":null}]', 422],
    ['[{"number":"7","status":"dismissed","reason":"courier","assignee":null}]', 200],
  ])('the decision %s is answered with %i', async (body, status) => {
    expect((await post(body)).status).toBe(status);
  });

  test('sets are compared by posting them, also where one may look but not change, and a wrong expression is refused with its place', async () => {
    const sets = [{ name: 'A', source: { is: 'numbers', text: '7\n8\n12' } }, { name: 'B', source: { is: 'scene', scene: { cells: ['x'], from: '2026-06-01', to: '2026-06-02' }, metres: 0 } }] as const;
    const query = { window: null, sets, expression: 'A - B', keepsLeftAlone: false, isWhole: true };
    mock.scenario = parseScenario('?mock=forbidden');
    const answer = await source.collision(query);
    expect(answer).toMatchObject({ total: 3, inRecords: 2, text: '7\n8\n12\n', sets: [{ count: 3 }, { unknown: ['x'] }] });
    expect(answer).toEqual(answerQuestion(dataset, { ask: 'collision', query }));
    await expect(source.collision({ ...query, expression: 'A - C' })).rejects.toMatchObject({ kind: 'badRequest', message: expect.stringContaining('column 5') as string });
  });

  test('a dataset that could not be loaded is told, and loaded at the next question', async () => {
    let attempts = 0;
    const later = new MockCase(() => (attempts++ === 0 ? Promise.reject(new Error('demo dataset: status 404')) : Promise.resolve(dataset)));
    await expect(later.dataset(null)).rejects.toThrow('404');
    expect(await later.dataset(null)).toBe(dataset);
  });

  test('the last few windows are kept', async () => {
    const window = { from: '2026-06-01', to: '2026-06-01' };
    expect(await mock.dataset(window)).toBe(await mock.dataset({ ...window }));
  });
});
