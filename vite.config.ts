import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contentSecurityPolicy } from './config/contentSecurityPolicy.ts';
import { demoDataset } from './config/demoDataset.ts';
import { mockServiceWorker } from './config/mockServiceWorker.ts';

/** Mode `demo` carries the mocked API; every other build does not. */
export default defineConfig(({ mode }) => ({
  plugins: [react(), contentSecurityPolicy(), ...(mode === 'demo' ? [mockServiceWorker(), demoDataset()] : [])],
  resolve: { alias: mode === 'demo' ? { tldts: join(import.meta.dirname, 'mocks/siteOfHost.ts') } : {} },
  worker: { format: 'es' },
  // The colours are light-dark(); for older browsers the CSS would be rewritten in a way that loses the chosen scheme.
  build: { target: 'es2024', cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'], sourcemap: false, reportCompressedSize: false },
  server: { port: 5173 },
  preview: { port: 4173, strictPort: true },
}));
