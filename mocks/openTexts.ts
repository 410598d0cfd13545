import type { ScoredDataset } from '../src/analysis/scoredDataset.ts';
import type { ByteSource } from '../src/engine/byteSource.ts';
import { readDataset } from '../src/engine/pipeline.ts';
import type { ReadHooks } from '../src/engine/readProgress.ts';
import type { ReadOptions } from '../src/engine/protocol.ts';

const quiet: ReadHooks = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };

/** A file in memory. */
export function textSource(name: string, text: string): ByteSource {
  const bytes = new TextEncoder().encode(text);
  return { name, bytes: bytes.length, read: (start, end) => Promise.resolve(bytes.slice(start, end)) };
}

/** The scored dataset of files written out in a test, of any kinds of record, in Chinese time. */
export function openTexts(files: Readonly<Record<string, readonly string[]>>, options: readonly ReadOptions[] = []): Promise<ScoredDataset> {
  return readDataset(Object.entries(files).map(([name, lines]) => textSource(name, lines.join('\n'))), options, 'Asia/Shanghai', 0.01, quiet);
}
