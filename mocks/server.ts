import { setupServer } from 'msw/node';
import { createHandlers } from './handlers/handlers.ts';
import type { MockCase } from './mockCase.ts';

/** The mocked API for tests on Node; a request that it does not know fails the test. */
export function startServer(mock: MockCase): { readonly close: () => void } {
  const server = setupServer(...createHandlers(mock));
  server.listen({ onUnhandledFrame: 'error' });
  return { close: () => server.close() };
}
