/**
 * A stored dataset in two files, for whoever loads it over a network: the first has what the queue is made of, the second what
 * follows in its chunks, where each number's records end and the records.
 */
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import { RECENT_WEEKS } from '../kernel/groupKernel.ts';
import { DAY_S, weekOf } from '../records/days.ts';
import type { Bytes } from './bytes.ts';
import { chunkPlaces, completeChunk } from './chunk.ts';
import { chunksOf, encodeHead, openDataset } from './datasetFile.ts';

export interface DatasetInTwo {
  readonly first: readonly Uint8Array[];
  readonly second: readonly Uint8Array[];
}

/** Both files, in pieces. Throws for a window's dataset, which has no chunks of its own. */
export function encodeInTwo(dataset: ScoredDataset): DatasetInTwo {
  let at = 0;
  const split = chunksOf(dataset).map(({ rows, bytes }) => {
    const { ends } = chunkPlaces(rows);
    const place = { rows, file: 0, at, bytes: ends };
    at += ends;
    return { place, front: bytes.read(0, ends), end: bytes.read(ends, bytes.length - ends) };
  });
  const head = encodeHead(dataset, split.map(({ place }) => place), weeksOf(dataset));
  return { first: [head, ...split.map(({ front }) => front)], second: split.map(({ end }) => end) };
}

/**
 * Opens the first file. What is asked of the records throws RecordsPending until `records.complete` has loaded the second, which may be
 * tried again when it failed. Throws when the bytes are not a dataset.
 */
export function openFirst(first: Bytes, loadSecond: () => Promise<Bytes>): ScoredDataset {
  let completed: Promise<void> | null = null;
  const dataset = openDataset(first, {
    complete: () => (completed ??= loadSecond().then((second) => takeRecords(dataset, second)).catch((error: unknown) => {
      completed = null;
      throw error;
    })),
  });
  return dataset;
}

function takeRecords(dataset: ScoredDataset, second: Bytes): void {
  let at = 0;
  const ends = chunksOf(dataset).map(({ rows }) => {
    const bytes = endLength(rows, second, at);
    const end = second.read(at, bytes);
    at += bytes;
    return end;
  });
  for (const [i, chunk] of chunksOf(dataset).entries()) completeChunk(chunk, ends[i]!);
}

/** Length of the end of a chunk that begins at `at`: where the records of each of its numbers end, and these. */
function endLength(rows: number, second: Bytes, at: number): number {
  const places = chunkPlaces(rows);
  const { buffer, byteOffset } = second.read(at, rows * 4);
  return places.records - places.ends + Math.ceil((new Uint32Array(buffer, byteOffset, rows).at(-1) ?? 0) / 8) * 8;
}

/** How many records each number has in the dataset's last weeks: RECENT_WEEKS counts each, the last week at the end. */
function weeksOf({ records, features, lastDay }: ScoredDataset): Uint32Array {
  const weeks = new Uint32Array(features.numbers.length * RECENT_WEEKS);
  const firstWeek = weekOf(lastDay * DAY_S) - RECENT_WEEKS + 1;
  for (let row = 0; row < features.numbers.length; row++) {
    const { u32, from, to } = records.recordsOf(row);
    for (let record = to - 1; record >= from; record--) {
      const week = weekOf(u32[record * records.recordWords * 2 + 4]!) - firstWeek;
      if (week < 0) break;
      weeks[row * RECENT_WEEKS + week]!++;
    }
  }
  return weeks;
}
