/** Files of the other kinds of record, read around the communications of the same dataset. */
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import { withLists } from '../analysis/numberMarks.ts';
import { isTableKind } from '../records/recordKinds.ts';
import type { Inspection } from '../ingest/inspection.ts';
import { createTableReader } from '../ingest/tableReader.ts';
import type { SourceFile } from '../records/communication.ts';
import { MAX_REJECTED_KEPT } from './partReader.ts';
import type { ReadHooks } from './readProgress.ts';
import { ProgressReporter } from './readProgress.ts';
import { TableCollector } from './tableCollector.ts';
import type { TableSource } from './tableSource.ts';
import { readTable } from './tableSource.ts';

/** True for a file that is read as communications. */
export function isOfCalls({ kind }: Pick<Inspection, 'kind'>): boolean {
  return !isTableKind(kind);
}

/**
 * Reads tables of any kinds into one dataset: the communications by `readCalls`, then the others, which are joined to it. Each
 * is a file of the dataset.
 */
export async function readWithTables(
  sources: readonly TableSource[], hooks: ReadHooks, readCalls: (calls: readonly TableSource[], hooks: ReadHooks) => Promise<ScoredDataset>,
): Promise<ScoredDataset> {
  const places = sources.map((_, place) => place);
  const calls = places.filter((place) => isOfCalls(sources[place]!.inspection));
  const sourcesOf = (some: readonly number[]) => some.map((place) => sources[place]!);
  if (calls.length === sources.length) return readCalls(sources, hooks);
  const tables = places.filter((place) => !calls.includes(place));
  const bytesOf = (some: readonly number[]) => sourcesOf(some).reduce((sum, { bytes }) => sum + bytes, 0);
  const [callBytes, tableBytes] = [bytesOf(calls), bytesOf(tables)];

  const dataset = await readCalls(sourcesOf(calls), { ...hooks, onProgress: (progress) => hooks.onProgress({ ...progress, bytesTotal: callBytes + tableBytes }) });
  const collector = new TableCollector(dataset.oddNumbers);
  const progress = new ProgressReporter(sourcesOf(tables), (news) => hooks.onProgress({ ...news, bytes: callBytes + news.bytes, bytesTotal: callBytes + tableBytes }));
  const files: SourceFile[] = [];
  for (const [i, place] of calls.entries()) files[place] = dataset.files[i]!;
  for (const place of tables) {
    const source = sources[place]!;
    const { kind, layout } = source.inspection;
    if (!isTableKind(kind)) continue;
    collector.beginFile(source.file, { file: source.name, layout }, kind);
    const reader = createTableReader(layout, kind, collector);
    const problems = await readTable(source, layout, reader, async (bytes) => {
      progress.read(bytes, collector.rowCount, collector.rejectedCount);
      await hooks.checkpoint();
    });
    collector.endFile();
    files[place] = { name: source.name, kind, bytes: source.bytes, sha256: null, rows: reader.rows, rejected: reader.rejected, problems };
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
