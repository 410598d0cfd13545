import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { demoWorld } from '../mocks/world/demoWorld.ts';
import { simulateWorld, WORLD_ZONE } from '../mocks/world/simulateWorld.ts';
import { encodeDataset } from '../src/engine/datasetFile.ts';
import { MemoryRecords } from '../src/engine/memoryRecords.ts';
import { DEFAULT_BASE_RATE, readDataset } from '../src/engine/pipeline.ts';

interface DemoFile {
  /** Below the site's root. */
  readonly path: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/**
 * The demo's case: a simulated world's files, as a user would open them, and the dataset that the engine makes of them. Made
 * when the demo is built or first asked for in development, by the same pipeline that reads a user's files.
 */
export function demoDataset(): Plugin {
  let files: Promise<readonly DemoFile[]> | null = null;
  return {
    name: 'callchain:demo-dataset',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = decodeURI((request.url ?? '').split('?')[0]!.slice(1));
        if (!path.startsWith('demo/')) {
          next();
          return;
        }
        files ??= makeFiles();
        void files.then(
          (made) => {
            const file = made.find((candidate) => candidate.path === path);
            if (!file) return next();
            response.setHeader('Content-Type', file.type);
            return response.end(file.bytes);
          },
          (error: unknown) => next(error),
        );
      });
    },
    async generateBundle() {
      for (const { path, bytes } of await makeFiles()) this.emitFile({ type: 'asset', fileName: path, source: bytes });
    },
  };
}

async function makeFiles(): Promise<readonly DemoFile[]> {
  const chunks = new Map<string, Uint8Array[]>();
  for (const { file, bytes } of simulateWorld(demoWorld).chunks()) chunks.set(file, [...(chunks.get(file) ?? []), bytes]);
  const opened = [...chunks].map(([name, pieces]) => ({ name, bytes: Buffer.concat(pieces) }));
  const dataset = await readDataset(
    opened.map(({ name, bytes }) => ({ name, bytes: bytes.length, read: (start, end) => Promise.resolve(bytes.subarray(start, end)) })),
    [], WORLD_ZONE, DEFAULT_BASE_RATE,
    { onProgress: () => undefined, checkpoint: () => Promise.resolve() },
  );
  if (!(dataset.records instanceof MemoryRecords)) throw new Error('a dataset just read has its records in memory');
  const stored = Buffer.concat(Array.from(encodeDataset(dataset, dataset.records), (piece) => piece.slice()));
  return [
    { path: 'demo/dataset.bin.gz', type: 'application/gzip', bytes: gzipSync(stored) },
    ...opened.map(({ name, bytes }) => ({ path: `demo/${name}`, type: 'text/csv', bytes })),
  ];
}
