import { delay, HttpResponse } from 'msw';
import type { DefaultBodyType, HttpResponseResolver, PathParams } from 'msw';
import * as z from 'zod/mini';
import { problemText, readParameters } from '../../src/sources/api/parameters.ts';
import type { ErrorBody } from '../../src/sources/api/errorBody.ts';
import { RecordsPending } from '../../src/records/recordStore.ts';
import type { MockCase } from '../mockCase.ts';
import { SLOW_MS } from '../scenario.ts';

/** A refusal, thrown anywhere in a handler. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: ErrorBody;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.body = { code, message };
  }
}

export interface Asked {
  readonly request: Request;
  readonly url: URL;
  /** Parts of the path, decoded. */
  readonly params: PathParams;
}

/** Makes an MSW resolver of a function that answers with JSON or throws a Refusal; the scenario comes before it. */
export function answering(mock: MockCase, answer: (asked: Asked) => Promise<unknown>): HttpResponseResolver {
  return async ({ request, params }) => {
    const { scenario } = mock;
    if (scenario.has('slow')) await delay(SLOW_MS);
    if (scenario.has('offline')) return HttpResponse.error();
    try {
      refuseByScenario(mock, request);
      const asked = { url: new URL(request.url), params };
      // Asked once more when it turns out that the answer needs the records, and these were not there yet.
      const again = request.clone();
      const answered = await answer({ request, ...asked }).catch(async (error: unknown) => {
        if (!(error instanceof RecordsPending)) throw error;
        await mock.complete();
        return answer({ request: again, ...asked });
      });
      return HttpResponse.json(answered as DefaultBodyType);
    } catch (error) {
      if (error instanceof Refusal) return HttpResponse.json(error.body, { status: error.status });
      return HttpResponse.json({ code: 'fault', message: String(error) } satisfies ErrorBody, { status: 500 });
    }
  };
}

function refuseByScenario(mock: MockCase, request: Request): void {
  const { scenario, asked } = mock;
  // Questions too long for an address are posted too; they change nothing.
  const isWrite = request.method !== 'GET' && !new URL(request.url).pathname.endsWith('/collisions');
  if (scenario.has('signedOut')) throw new Refusal(401, 'signedOut', 'Sign in first.');
  if (scenario.has('error')) throw new Refusal(500, 'fault', 'The demo was asked to fail (mock=error).');
  if (scenario.has('forbidden') && isWrite) throw new Refusal(403, 'forbidden', 'You may look but not change (mock=forbidden).');
  const question = `${request.method} ${request.url}`;
  if (scenario.has('flaky') && !asked.has(question)) {
    asked.add(question);
    throw new Refusal(503, 'busy', 'The demo was asked to fail the first time (mock=flaky).');
  }
}

/** The request's parameters by their schema. @throws Refusal 400 naming the parameter that is wrong */
export function parametersOf<T extends z.ZodMiniObject>(schema: T, url: URL): z.output<T> {
  const result = readParameters(schema, url.searchParams);
  if ('problem' in result) throw new Refusal(400, 'badParameter', result.problem);
  return result.values;
}

/** The request's body by its schema. @throws Refusal 400 saying what is wrong */
export async function bodyOf<T>(schema: z.ZodMiniType<T>, request: Request): Promise<T> {
  let body: unknown;
  try {
    body = await request.json();
  } catch {
    throw new Refusal(400, 'badBody', 'The body is not JSON.');
  }
  const result = z.safeParse(schema, body);
  if (!result.success) throw new Refusal(400, 'badBody', problemText(result.error));
  return result.data;
}
