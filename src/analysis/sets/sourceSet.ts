import { parseLocalTime } from '../../records/days.ts';
import type { NumberSet } from '../../records/numberSet.ts';
import { combineSets, emptySet, NumberSetBuilder } from '../../records/numberSet.ts';
import { cellsNear, cellOf } from '../compare/sightings.ts';
import { oncePerDataset, recentPerDataset } from '../datasetCache.ts';
import { findDevice } from '../deviceTexts.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import { scoreOf } from '../scoreOf.ts';
import { findingBits } from '../suspectFilter.ts';
import type { NumberSource } from './collision.ts';
import { NumberNames, numbersOfText } from './numbersOfText.ts';

export interface SourceSet {
  readonly numbers: NumberSet;
  readonly unread: number;
  readonly unknown: readonly string[];
}

/** Names of the numbers in lists and dataset alike. */
export const numberNames = oncePerDataset(({ oddNumbers }) => new NumberNames(oddNumbers));

/** Lists stay read while their expression is changed: a million numbers are 13 MB of text and 3 MB read. */
const readLists = recentPerDataset(8, (text: string) => text, (dataset, text) => numbersOfText(text, numberNames(dataset)));

/** The numbers of a source, and what of it was not found. */
export function sourceSet(dataset: ScoredDataset, source: NumberSource): SourceSet {
  switch (source.is) {
    case 'numbers':
      return { ...readLists(dataset, source.text), unknown: [] };
    case 'list': {
      const lists = dataset.tables.lists.filter(({ name, role }) => name === source.name && role === source.role);
      return { numbers: lists.reduce((all, { numbers }) => combineSets(all, '|', numbers), emptySet), unread: 0, unknown: lists.length === 0 ? [source.name] : [] };
    }
    case 'scene':
      return ofScene(dataset, source);
    case 'devices':
      return ofDevices(dataset, source.devices);
    case 'suspects':
      return { numbers: ofSuspects(dataset, source), unread: 0, unknown: [] };
  }
}

function ofScene(dataset: ScoredDataset, { scene, metres }: Extract<NumberSource, { is: 'scene' }>): SourceSet {
  const found = scene.cells.map((text) => ({ text, cell: cellOf(dataset, text) }));
  const cells = new Set(found.flatMap(({ cell }) => (cell === 0 ? [] : cellsNear(dataset, cell, metres))));
  const [fromS, toS] = [parseLocalTime(scene.from), parseLocalTime(scene.to)];
  const halves = dataset.records.recordWords * 2;
  const numbers = rowsWhere(dataset, ({ u32 }, record) => {
    const half = record * halves;
    return u32[half + 4]! >= fromS && u32[half + 4]! < toS && cells.has(u32[half + 7]!);
  });
  return { numbers, unread: 0, unknown: found.filter(({ cell }) => cell === 0).map(({ text }) => text) };
}

function ofDevices(dataset: ScoredDataset, devices: readonly string[]): SourceSet {
  const keys = new Set(devices.map((device) => findDevice(dataset, device)));
  const words = dataset.records.recordWords;
  const seen = new Set<number>();
  const numbers = words <= 4 ? emptySet : rowsWhere(dataset, ({ f64 }, record) => {
    const device = f64[record * words + 4]!;
    if (!keys.has(device)) return false;
    seen.add(device);
    return true;
  });
  return { numbers, unread: 0, unknown: devices.filter((device) => !seen.has(findDevice(dataset, device))) };
}

/** The numbers with a record of which something is true. */
function rowsWhere({ features, records }: ScoredDataset, isMeant: (views: { readonly f64: Float64Array; readonly u32: Uint32Array }, record: number) => boolean): NumberSet {
  const set = new NumberSetBuilder();
  for (let row = 0; row < features.numbers.length; row++) {
    const views = records.recordsOf(row);
    for (let record = views.from; record < views.to; record++) {
      if (!isMeant(views, record)) continue;
      set.add(features.numbers[row]!);
      break;
    }
  }
  return set.finish();
}

function ofSuspects({ features, scores }: ScoredDataset, { detectors, minScore }: Extract<NumberSource, { is: 'suspects' }>): NumberSet {
  const bits = findingBits(detectors);
  const set = new NumberSetBuilder();
  for (let row = 0; row < features.numbers.length; row++) {
    if (bits !== 0 && (scores.findings[row]! & bits) === 0) continue;
    if (minScore > 0 && !(scoreOf(scores.logOdds[row]!) >= minScore)) continue;
    set.add(features.numbers[row]!);
  }
  return set.finish();
}
