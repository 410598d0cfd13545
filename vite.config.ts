import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contentSecurityPolicy } from './config/contentSecurityPolicy.ts';
import { demoDataset } from './config/demoDataset.ts';

/** What every page needs, in three files rather than in one and many small ones: the browser compiles them side by side. */
const startingFiles = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 3 },
  { name: 'libraries', test: /node_modules/, tags: ['$initial' as const], priority: 2 },
  { name: 'program', tags: ['$initial' as const], priority: 1 },
];

/** Mode `demo` carries the mocked API; every other build does not. */
export default defineConfig(({ mode }) => ({
  plugins: [react(), contentSecurityPolicy(), ...(mode === 'demo' ? [demoDataset()] : [])],
  resolve: { alias: mode === 'demo' ? { 'tough-cookie': join(import.meta.dirname, 'mocks/noCookies.ts') } : {} },
  worker: { format: 'es' },
  build: {
    target: 'es2024',
    // The colours are light-dark(); for older browsers the CSS would be rewritten in a way that loses the chosen scheme.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    sourcemap: false,
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: { groups: startingFiles } } },
  },
  server: { port: 5173 },
  preview: { port: 4173, strictPort: true },
}));
