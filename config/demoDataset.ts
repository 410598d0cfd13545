import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { DEMO_DATASET } from '../mocks/demoDataset.ts';
import { demoWorld } from '../mocks/world/demoWorld.ts';
import { WORLD_ZONE } from '../mocks/world/simulateWorld.ts';
import { storyOf } from '../mocks/world/story.ts';
import { sourcesOf, worldInMemory } from '../mocks/world/worldInMemory.ts';
import { encodeInTwo } from '../src/engine/datasetInTwo.ts';
import { DEFAULT_BASE_RATE, readDataset } from '../src/engine/pipeline.ts';
import { DEMO_STORY_ADDRESS } from '../src/sources/api/demoStory.ts';

interface DemoFile {
  /** Below the site's root. */
  readonly path: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/**
 * The demo's case: a simulated world's files, as a user would open them, and the dataset that the engine makes of them, and what really happened. Made
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
  const { files, truth } = worldInMemory(demoWorld);
  const dataset = await readDataset(sourcesOf(files), [], WORLD_ZONE, DEFAULT_BASE_RATE, { onProgress: () => undefined, checkpoint: () => Promise.resolve() });
  const { first, second } = encodeInTwo(dataset);
  const packed = (address: string, pieces: readonly Uint8Array[]) => ({ path: address.slice(1), type: 'application/gzip', bytes: gzipSync(Buffer.concat(pieces)) });
  return [
    packed(DEMO_DATASET.first, first),
    packed(DEMO_DATASET.second, second),
    { path: DEMO_STORY_ADDRESS.slice(1), type: 'application/json', bytes: Buffer.from(JSON.stringify(storyOf(truth))) },
    ...[...files].map(([name, pieces]) => ({ path: `demo/${name}`, type: name.endsWith('.csv') ? 'text/csv' : 'text/plain', bytes: Buffer.concat([...pieces]) })),
  ];
}
