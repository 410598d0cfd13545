import type { ScoredDataset } from '../src/analysis/scoredDataset.ts';
import { MemoryBytes } from '../src/engine/bytes.ts';
import { chunksOf, encodeHead, openDataset } from '../src/engine/datasetFile.ts';

/** A dataset as the browser's storage gives it back. */
export function storedAnew(dataset: ScoredDataset): ScoredDataset {
  const chunks = chunksOf(dataset).map(({ rows, bytes }) => ({ rows, bytes: bytes.read(0, bytes.length).slice() }));
  const head = encodeHead(dataset, chunks.map(({ rows, bytes }, file) => ({ rows, file, at: 0, bytes: bytes.length })));
  return openDataset(new MemoryBytes(head), { files: chunks.map(({ bytes }) => new MemoryBytes(bytes)) });
}
