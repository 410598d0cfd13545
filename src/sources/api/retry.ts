import { SourceError } from '../sourceError.ts';

const MAX_RETRIES = 2;
const FIRST_DELAY_MS = 400;

/** For the query cache: asks up to twice more where that may help (server failed, not reachable), never otherwise. */
export function retryPolicy(failures: number, error: unknown): boolean {
  return failures < MAX_RETRIES && error instanceof SourceError && error.isPassing;
}

/** For the query cache: 0.4 s, then 1.6 s. @param attempt from 0 */
export function retryDelay(attempt: number): number {
  return FIRST_DELAY_MS * 4 ** attempt;
}
