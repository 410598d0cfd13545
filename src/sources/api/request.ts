import * as z from 'zod/mini';
import { SourceError } from '../sourceError.ts';
import type { SourceErrorKind } from '../sourceError.ts';
import { errorBody } from './errorBody.ts';
import { problemText } from './parameters.ts';

/** How much of an answer goes into an error's details. */
const DETAILS_CHARACTERS = 400;

export interface RequestOptions {
  readonly signal: AbortSignal | undefined;
  /** Makes it a POST of this as JSON. */
  readonly body?: unknown;
}

/** As `fetch` is called here. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Asks through `reach`, which is `fetch` or stands for it. */
export function asking(reach: Fetch) {
  return {
    /** Asks once, as JSON, and checks the answer. Rejects with a SourceError, or with the signal's reason when it was aborted. */
    ask: async <T>(url: string, schema: z.ZodMiniType<T>, options: RequestOptions): Promise<T> =>
      readAnswer(await send(reach, url, options), url, schema, options.signal),
    /** The same where 404 means that there is no such thing, which is an answer too. */
    askOrNull: async <T>(url: string, schema: z.ZodMiniType<T>, options: RequestOptions): Promise<T | null> => {
      const response = await send(reach, url, options, [404]);
      if (response.status !== 404) return readAnswer(response, url, schema, options.signal);
      // A 404 without the contract's body comes from a server that does not know the path, which is a fault.
      const body = z.safeParse(errorBody, parsedOrNull(await textOf(response, url, options.signal)));
      if (body.success) return null;
      throw new SourceError('contract', 'The server does not know this address.', `404 ${url}`);
    },
  };
}

async function send(reach: Fetch, url: string, { signal, body }: RequestOptions, allowed: readonly number[] = []): Promise<Response> {
  signal?.throwIfAborted();
  let response: Response;
  try {
    response = await reach(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    signal?.throwIfAborted();
    throw offline(url, error);
  }
  if (!response.ok && !allowed.includes(response.status)) throw await refusal(response, url, signal);
  return response;
}

async function readAnswer<T>(response: Response, url: string, schema: z.ZodMiniType<T>, signal: AbortSignal | undefined): Promise<T> {
  const text = await textOf(response, url, signal);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new SourceError('contract', 'The answer is not JSON.', details(response, url, text), { cause: error });
  }
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  const problem = problemText(result.error);
  throw new SourceError('contract', `The answer does not fit the contract at ${problem}`, details(response, url, problem), { cause: result.error });
}

/** The body. It can still break off after the head has come. */
async function textOf(response: Response, url: string, signal: AbortSignal | undefined): Promise<string> {
  try {
    return await response.text();
  } catch (error) {
    signal?.throwIfAborted();
    throw offline(url, error);
  }
}

function offline(url: string, cause: unknown): SourceError {
  const isOffline = typeof navigator !== 'undefined' && 'onLine' in navigator && !navigator.onLine;
  const message = isOffline ? 'This computer is offline.' : 'The server cannot be reached.';
  return new SourceError('offline', message, `${url}\n${String(cause)}`, { cause });
}

async function refusal(response: Response, url: string, signal: AbortSignal | undefined): Promise<SourceError> {
  const text = await textOf(response, url, signal);
  const body = z.safeParse(errorBody, parsedOrNull(text));
  const message = body.success ? body.data.message : response.statusText || `Status ${response.status}`;
  return new SourceError(kindOfStatus(response.status), message, details(response, url, text));
}

function kindOfStatus(status: number): SourceErrorKind {
  if (status === 401) return 'signedOut';
  if (status === 403) return 'forbidden';
  if (status === 400 || status === 422) return 'badRequest';
  // Gateways answer these when the server behind them is away or busy; asking again may help, as with all of 5xx.
  if (status === 408 || status === 429 || status >= 500) return 'server';
  return 'contract';
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function details(response: Response, url: string, text: string): string {
  return `${response.status} ${url}\n${text.slice(0, DETAILS_CHARACTERS)}`;
}
