import type { CaseSummary, Page, RejectedRow } from './answers.ts';
import { dayText, localTimeText } from '../records/days.ts';
import { modelFingerprint } from '../scoring/modelFingerprint.ts';
import { evidencePresent } from './evidencePresent.ts';
import type { ScoredDataset } from './scoredDataset.ts';

/** Size, provenance and span. Numbers, links and records are those of the dataset's window; the rest is of the whole. */
export function summariseCase(dataset: ScoredDataset): CaseSummary {
  const { files, context, firstDay } = dataset;
  const instant = (moment: ScoredDataset['firstAt']) =>
    moment === null ? null : localTimeText(moment.at, context.offsetsS[moment.offset] ?? 0);
  return {
    name: dataset.name,
    files,
    numbers: dataset.features.numbers.length,
    links: dataset.linkCount,
    records: dataset.recordCount,
    rejected: dataset.rejectedCount,
    ...(dataset.duplicateCount === 0 ? {} : { duplicates: dataset.duplicateCount }),
    ...(dataset.tables.lists.length === 0 ? {} : { lists: dataset.tables.lists.map(({ name, role, numbers }) => ({ name, role, numbers: numbers.size })) }),
    first: instant(dataset.firstAt),
    last: instant(dataset.lastAt),
    zone: context.zone,
    scoredInMs: dataset.scoredInMs,
    baseRate: dataset.baseRate,
    model: modelFingerprint,
    evidence: evidencePresent(dataset),
    ...(dataset.refitted && { refit: dataset.refitted.refit }),
    activity: Array.from(dataset.recordsByDay, (records, i) => ({ day: dayText(firstDay + i), records })),
  };
}

/** A page of the rejected rows that were kept; `total` counts all, kept or not. */
export function listRejected(dataset: ScoredDataset, { page }: { readonly page: Page }): {
  readonly total: number; readonly rows: readonly RejectedRow[];
} {
  return { total: dataset.rejectedCount, rows: dataset.rejected.slice(page.offset, page.offset + page.limit) };
}
