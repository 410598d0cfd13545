import * as z from 'zod/mini';
import { SourceError } from '../sourceError.ts';
import { problemText } from './parameters.ts';

const configSchema = z.object({
  /** Where the API is: a path of this site, since the page's policy lets it talk to no other. */
  api: z.string().check(z.regex(/^\/(?!\/)/, 'a path of this site that begins with /')),
});

export interface ApiConfig {
  /** Without a slash at the end. */
  readonly api: string;
}

/**
 * Reads the small configuration file that stands beside the page, so that one build serves every installation. Rejects
 * with a SourceError that names the file and what is wrong in it.
 */
export async function readApiConfig(address = '/config.json'): Promise<ApiConfig> {
  let response: Response;
  try {
    response = await fetch(address, { headers: { accept: 'application/json' }, cache: 'no-cache' });
  } catch (error) {
    throw new SourceError('offline', `${address} cannot be reached.`, String(error), { cause: error });
  }
  if (!response.ok) {
    throw new SourceError(response.status >= 500 ? 'server' : 'contract', `${address} is missing: it must say where the API is, as {"api": "/api"}.`, `${response.status} ${address}`);
  }
  const text = await response.text();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // A server that answers every path with the page does so for a missing file too.
    throw new SourceError('contract', `${address} is not JSON: it must say where the API is, as {"api": "/api"}.`, text.slice(0, 400), { cause: error });
  }
  const result = z.safeParse(configSchema, value);
  if (!result.success) throw new SourceError('contract', `${address} is wrong at ${problemText(result.error)}`, text.slice(0, 400), { cause: result.error });
  return { api: result.data.api.replace(/\/+$/, '') };
}
