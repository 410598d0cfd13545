import type { KnownFacts } from '../../features/closer/closerFeature.ts';
import type { Point } from '../../features/travel.ts';
import { hasNumber } from '../../records/numberSet.ts';
import { isMarked } from '../numberMarks.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import { cellSites } from './cellSites.ts';

/** What the dataset's lists and cells tell of its numbers, for the closer look. */
export function knownFacts(dataset: ScoredDataset): KnownFacts {
  const seized = dataset.tables.lists.filter(({ role }) => role === 'seized');
  const { numbers } = dataset.features;
  const sites = new Map<number, Point>();
  for (const [cell, { point }] of cellSites(dataset)) if (point !== null) sites.set(cell, point);
  return {
    seizedLists: (row) => (isMarked(dataset, row, 'seized') ? seized.reduce((count, list) => count + Number(hasNumber(list.numbers, numbers[row]!)), 0) : 0),
    isLeftAlone: (row) => isMarked(dataset, row, 'leftAlone'),
    sites,
    offsetsS: dataset.context.offsetsS,
  };
}
