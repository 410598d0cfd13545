/** Files of the other kinds of record, read around the communications of the same dataset. */
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import { withLists } from '../analysis/numberMarks.ts';
import { isTableKind } from '../ingest/findKind.ts';
import type { Inspection } from '../ingest/inspection.ts';
import { createTableReader } from '../ingest/tableReader.ts';
import type { SourceFile } from '../records/communication.ts';
import type { ByteSource } from './byteSource.ts';
import { chunksOf } from './byteSource.ts';
import { MAX_REJECTED_KEPT } from './partReader.ts';
import type { ReadHooks } from './readProgress.ts';
import { ProgressReporter } from './readProgress.ts';
import { TableCollector } from './tableCollector.ts';

/** True for a file that is read as communications. */
export function isOfCalls({ kind }: Pick<Inspection, 'kind'>): boolean {
  return !isTableKind(kind);
}

/**
 * Reads files of any kinds into one dataset: the communications by `readCalls`, then the tables, which are joined to it.
 * @param inspections of the files, in the same order
 */
export async function readWithTables(
  sources: readonly ByteSource[], inspections: readonly Inspection[], hooks: ReadHooks,
  readCalls: (places: readonly number[], hooks: ReadHooks) => Promise<ScoredDataset>,
): Promise<ScoredDataset> {
  const places = sources.map((_, place) => place);
  const calls = places.filter((place) => isOfCalls(inspections[place]!));
  if (calls.length === sources.length) return readCalls(calls, hooks);
  const tables = places.filter((place) => !calls.includes(place));
  const bytesOf = (some: readonly number[]) => some.reduce((sum, place) => sum + sources[place]!.bytes, 0);
  const [callBytes, tableBytes] = [bytesOf(calls), bytesOf(tables)];

  const dataset = await readCalls(calls, { ...hooks, onProgress: (progress) => hooks.onProgress({ ...progress, bytesTotal: callBytes + tableBytes }) });
  const collector = new TableCollector(dataset.oddNumbers);
  const progress = new ProgressReporter(tables.map((place) => sources[place]!), (news) => hooks.onProgress({ ...news, bytes: callBytes + news.bytes, bytesTotal: callBytes + tableBytes }));
  const files: SourceFile[] = [];
  for (const [i, place] of calls.entries()) files[place] = dataset.files[i]!;
  for (const place of tables) {
    const { kind, layout } = inspections[place]!;
    if (!isTableKind(kind)) continue;
    const source = sources[place]!;
    collector.beginFile(place, inspections[place]!, kind);
    const reader = createTableReader(layout, kind, collector);
    for await (const chunk of chunksOf(source)) {
      reader.push(chunk);
      progress.read(chunk.length, collector.rowCount, collector.rejectedCount);
      await hooks.checkpoint();
    }
    reader.end();
    collector.endFile();
    files[place] = { name: source.name, kind, bytes: source.bytes, sha256: null, rows: reader.rows, rejected: reader.rejected };
  }
  return withLists({
    ...dataset,
    files,
    lineSegments: dataset.lineSegments.map((segment) => ({ ...segment, file: calls[segment.file]! })),
    rejected: [...dataset.rejected, ...collector.rejected].slice(0, MAX_REJECTED_KEPT),
    rejectedCount: dataset.rejectedCount + collector.rejectedCount,
    tables: collector.finish(),
  });
}
