/** A dataset and what was added to it later, as one. */
import { withLists } from '../analysis/numberMarks.ts';
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import { joinTables } from '../records/joinTables.ts';
import { MAX_REJECTED_KEPT } from './partReader.ts';
import type { MergedParts } from './mergeParts.ts';

/** Days and span of what was read now and of the dataset that it is added to. */
export function withEarlier(merged: MergedParts, earlier: ScoredDataset): MergedParts {
  const spans = [merged, earlier].filter(({ firstDay, lastDay }) => firstDay <= lastDay);
  const firstDay = Math.min(...spans.map((span) => span.firstDay));
  const lastDay = Math.max(...spans.map((span) => span.lastDay));
  const recordsByDay = new Uint32Array(spans.length === 0 ? 0 : lastDay - firstDay + 1);
  for (const span of spans) span.recordsByDay.forEach((count, day) => (recordsByDay[span.firstDay - firstDay + day]! += count));
  const moments = (which: 'firstAt' | 'lastAt') => [earlier[which], merged[which]].filter((moment) => moment !== null);
  return {
    ...merged,
    recordCount: merged.recordCount + earlier.recordCount,
    ...(spans.length === 0 ? {} : { firstDay, lastDay, recordsByDay }),
    firstAt: moments('firstAt').toSorted((a, b) => a.at - b.at)[0] ?? null,
    lastAt: moments('lastAt').toSorted((a, b) => b.at - a.at)[0] ?? null,
  };
}

/** @param added has the records of both, but only its own files, rejected rows and tables */
export function joinDatasets(earlier: ScoredDataset, added: ScoredDataset): ScoredDataset {
  const shift = earlier.files.length;
  const files = [...earlier.files, ...added.files];
  return withLists({
    ...added,
    name: `${files[0]!.name} + ${files.length - 1}`,
    files,
    lineSegments: [...earlier.lineSegments, ...added.lineSegments.map((segment) => ({ ...segment, file: segment.file + shift }))],
    rejected: [...earlier.rejected, ...added.rejected].slice(0, MAX_REJECTED_KEPT),
    rejectedCount: earlier.rejectedCount + added.rejectedCount,
    duplicateCount: earlier.duplicateCount + added.duplicateCount,
    tables: joinTables(earlier.tables, added.tables, shift),
  });
}
