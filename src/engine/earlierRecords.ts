/** The records of a dataset that files are added to, on their way to the reader that takes them. */
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import { ChunkedRecords } from './chunkedTables.ts';

/** Records of some numbers, in the bytes in which they are kept (`recordCodec.ts`). */
export interface EarlierRecords {
  readonly recordWords: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each number's bytes end. */
  readonly ends: Uint32Array<ArrayBuffer>;
}

/** What the words of those records stand for: a reader takes these first, so that they mean the same to it. */
export interface EarlierIds {
  readonly oddNumbers: { readonly arena: Uint8Array; readonly starts: Uint32Array };
  readonly cells: { readonly arena: Uint8Array; readonly starts: Uint32Array };
  readonly offsetsS: readonly number[];
}

export function earlierIds({ oddNumbers, cells, context }: ScoredDataset): EarlierIds {
  return { oddNumbers: oddNumbers.export(), cells: cells.export(), offsetsS: context.offsetsS };
}

/** All records of a dataset, in pieces that may be handed over. Throws for a window's dataset, which holds none of its own. */
export function* earlierRecords({ records }: ScoredDataset): Generator<EarlierRecords> {
  if (!(records instanceof ChunkedRecords)) throw new Error('nothing can be added to a dataset seen through a window');
  for (const { bytes, ends } of records.encoded()) yield { recordWords: records.recordWords, bytes, ends };
}

/** How many bytes of text take a reader about as long as a record that was read before. */
const BYTES_PER_RECORD = 40;

/** What a dataset takes of the places of lines and of its reader's time; null for one of an older version, which does not tell. */
export function earlierShare({ lineSegments, recordCount }: ScoredDataset): { readonly lines: number; readonly bytes: number } | null {
  let lines = 0;
  for (const { end } of lineSegments) {
    if (end === undefined) return null;
    lines = Math.max(lines, end);
  }
  return { lines, bytes: recordCount * BYTES_PER_RECORD };
}
