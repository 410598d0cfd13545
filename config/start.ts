/** `npm start`: the dashboard with the mocked API, built first when the build is missing or older than the sources. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build, preview } from 'vite';

const outDir = 'dist-demo';
const sources = ['src', 'mocks', 'public', 'config', 'index.html', 'vite.config.ts', 'package-lock.json'];

/** Time of the newest file under a path, in epoch ms. */
function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((time, name) => Math.max(time, newest(join(path, name))), stat.mtimeMs);
}

function isBuilt(): boolean {
  const built = statSync(join(outDir, 'index.html'), { throwIfNoEntry: false });
  return built !== undefined && sources.every((source) => newest(source) <= built.mtimeMs);
}

if (!isBuilt()) await build({ mode: 'demo', build: { outDir }, logLevel: 'warn' });
const server = await preview({ mode: 'demo', build: { outDir } }).catch((error: unknown) => {
  // Somebody else's server, or this one in another window: no fault of the program, so no stack.
  process.stderr.write(`Callchain cannot be served: ${error instanceof Error ? error.message : String(error)}. End what uses it, then start again.\n`);
  process.exit(1);
});
process.stdout.write(`Callchain is at ${server.resolvedUrls?.local[0] ?? 'http://localhost:4173/'}\n`);
