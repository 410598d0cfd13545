import type { FileLayout } from '../ingest/inspection.ts';
import { createTextReader } from '../ingest/textReader.ts';
import { placeName } from '../records/communication.ts';
import type { ByteSource } from './byteSource.ts';
import { LineMarks } from './lineMarks.ts';
import type { PartReader } from './partReader.ts';
import type { Segment, WholeTable } from './segment.ts';
import { NotDivisible } from './segment.ts';
import { readTable, tableOf } from './tableSource.ts';

/**
 * Reads a table that can only be read from its beginning into `part`. Throws NotDivisible when it has more lines than its segment may.
 * @param onRead told the bytes of the file after each piece
 */
export async function readWholeTable(
  source: ByteSource, layout: FileLayout, { file, base, lines }: Segment, { table, isPlain }: WholeTable, part: PartReader, onRead: (bytes: number) => Promise<void>,
): Promise<void> {
  part.beginSegment(file, placeName(source.name, table), layout.encoding, base);
  const reader = createTextReader(layout, part);
  // Only of a file that is text itself does a byte of the text tell where in the file it stands.
  const marks = isPlain ? new LineMarks(1, 0) : null;
  let at = 0;
  const notices = await readTable(tableOf(source, table), layout, reader, async (bytes, chunk) => {
    at += chunk.length;
    marks?.note(reader, chunk, at);
    if (reader.line > lines) throw new NotDivisible(source.name);
    await onRead(bytes);
  });
  if (reader.line > lines) throw new NotDivisible(source.name);
  part.endSegment(reader.line, marks?.take(reader), notices);
}
