/** A record's line as it stands in the file it came from. */
import type { FoundLine } from '../analysis/answers.ts';
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import type { LineSegment } from '../records/communication.ts';
import type { ByteSource } from './byteSource.ts';
import { FileGone } from './byteSource.ts';

const CR = 13;
const LF = 10;
/** Read at a time on the way to the line. */
const PIECE_BYTES = 1 << 20;
/** More of a line is not shown. */
const LONGEST_BYTES = 16 << 10;

/**
 * Line `line` (from 1) of the dataset's files of a name: mostly one file, but others may have the same name.
 * @param sources by index of the file; null for those not open
 */
export async function findLines(
  { files, lineSegments }: Pick<ScoredDataset, 'files' | 'lineSegments'>, name: string, line: number, sources: readonly (ByteSource | null)[],
): Promise<readonly FoundLine[]> {
  const found: FoundLine[] = [];
  for (const [index, file] of files.entries()) {
    if (file.name !== name) continue;
    const segment = lineSegments.findLast((candidate) => candidate.file === index && candidate.linesBefore + (candidate.marks?.[0]?.line ?? 1) <= line);
    const source = sources[index] ?? null;
    if (segment?.marks === undefined) found.push({ is: 'unplaced' });
    else if (source === null) found.push({ is: 'closed' });
    else found.push(await readLine(source, segment, line - segment.linesBefore));
  }
  return found;
}

async function readLine(source: ByteSource, { marks = [], encoding = 'utf-8' }: LineSegment, line: number): Promise<FoundLine> {
  // A mark within a line tells only where the next one begins; the first one stands at the beginning of its line.
  const mark = marks.findLast((candidate) => candidate.line < line) ?? marks[0]!;
  const unit = encoding.startsWith('utf-16') ? 2 : 1;
  const low = encoding === 'utf-16be' ? 1 : 0;
  let toSkip = line - mark.line;
  let isAfterCr = false;
  const kept: Uint8Array[] = [];
  let length = 0;
  try {
    for (let at = mark.at; at < source.bytes && length <= LONGEST_BYTES; at += PIECE_BYTES) {
      const piece = await source.read(at, Math.min(source.bytes, at + PIECE_BYTES));
      let from = toSkip === 0 ? 0 : -1;
      for (let i = 0; i + unit <= piece.length; i += unit) {
        const code = unit === 1 || piece[i + 1 - low] === 0 ? piece[i + low]! : 0;
        const isRest = code === LF && isAfterCr;
        isAfterCr = code === CR;
        if (isRest) {
          // The second half of a line end: the line begins behind it.
          if (toSkip === 0 && length === 0 && from >= 0) from = i + unit;
          continue;
        }
        if (code !== LF && code !== CR) continue;
        if (toSkip === 0) {
          kept.push(piece.subarray(from, i));
          return lineOf(kept, encoding);
        }
        toSkip--;
        if (toSkip === 0) from = i + unit;
      }
      if (from >= 0) {
        kept.push(piece.subarray(from));
        length += piece.length - from;
      }
    }
  } catch (error) {
    if (error instanceof FileGone) return { is: 'changed' };
    throw error;
  }
  return toSkip > 0 ? { is: 'changed' } : lineOf(kept, encoding);
}

function lineOf(pieces: readonly Uint8Array[], encoding: string): FoundLine {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { is: 'line', text: new TextDecoder(encoding).decode(bytes.subarray(0, LONGEST_BYTES)), isCut: bytes.length > LONGEST_BYTES };
}
