import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const path = '/mockServiceWorker.js';

/** Serves MSW's worker script from its package in development and adds it to the demo build; no copy is committed. */
export function mockServiceWorker(): Plugin {
  const read = () => readFileSync(createRequire(import.meta.url).resolve('msw/mockServiceWorker.js'), 'utf8');
  return {
    name: 'callchain:mock-service-worker',
    configureServer(server) {
      server.middlewares.use(path, (_request, response) => {
        response.setHeader('Content-Type', 'text/javascript');
        response.end(read());
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: path.slice(1), source: read() });
    },
  };
}
