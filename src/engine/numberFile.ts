import { keysOf } from '../records/numberSet.ts';
import { numberText } from '../records/numberKey.ts';
import { OddNumbers } from '../records/oddNumbers.ts';
import type { ByteSource } from './byteSource.ts';
import { inspectFiles } from './pipeline.ts';
import { readNumbers } from './readNumbers.ts';

/** The numbers of a file, whatever its kind, as one text that any source can be asked with. */
export interface NumberFile {
  /** A number a line, each once. */
  readonly text: string;
  readonly count: number;
  readonly rows: number;
  readonly rejected: number;
}

/** Rejects with UnreadableFile when it is no file of records or numbers. */
export async function readNumberFile(source: ByteSource, zone: string, checkpoint: () => Promise<void>): Promise<NumberFile> {
  const [inspection] = await inspectFiles([source], [{}], zone);
  const odd = new OddNumbers();
  const { numbers, rows, rejected } = await readNumbers(source, inspection!, odd, null, checkpoint);
  const lines: string[] = [];
  for (const key of keysOf(numbers)) lines.push(numberText(key, odd));
  return { text: lines.join('\n'), count: numbers.size, rows, rejected };
}
