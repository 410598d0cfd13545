import { ByteInterner } from '../records/byteInterner.ts';
import { OddNumbers } from '../records/oddNumbers.ts';
import { HAS_DURATION, IS_ANSWERED, IS_TEXT, IS_UNANSWERED, MAX_DURATION_S, OFFSET_SHIFT } from '../records/communication.ts';
import { localTimeText } from '../records/days.ts';
import { numberText } from '../records/numberKey.ts';
import type { HeadRow } from './headRows.ts';
import type { FileLayout, SampleRow } from './inspection.ts';
import type { RecordSink } from './recordSink.ts';
import { createTextReader } from './textReader.ts';

/** Read at a time, until there are rows enough. */
const PIECE_BYTES = 4 << 10;

/**
 * The first rows as the reader itself reads them.
 *
 * @param head the file's first bytes, ending with a whole line
 * @param rows the same rows as text
 */
export function readSample(layout: FileLayout, head: Uint8Array, rows: readonly HeadRow[], count: number): SampleRow[] {
  const sample: SampleRow[] = [];
  const offsets: number[] = [];
  const oddNumbers = new OddNumbers();
  const cells = new ByteInterner();
  const add = (line: number, record: SampleRow['record'], rejected: SampleRow['rejected']) => {
    if (sample.length < count) sample.push({ line, cells: rows.find((row) => row.line === line)?.cells ?? [], record, rejected });
  };
  const sink: RecordSink = {
    oddNumbers,
    cells,
    offsetId(offsetS) {
      const known = offsets.indexOf(offsetS);
      // More offsets than a dataset can hold are only possible in a broken file, and only the first rows are shown.
      return known >= 0 ? known : Math.min(31, offsets.push(offsetS) - 1);
    },
    accept(caller, callee, start, traits, _view, line, cell, imei) {
      if (sample.length >= count) return;
      add(line, {
        caller: numberText(caller, oddNumbers),
        callee: numberText(callee, oddNumbers),
        at: localTimeText(start, offsets[traits >>> OFFSET_SHIFT] ?? 0),
        type: (traits & IS_TEXT) === 0 ? 'call' : 'text',
        durationS: (traits & HAS_DURATION) === 0 ? null : traits & MAX_DURATION_S,
        answered: (traits & IS_ANSWERED) !== 0 ? true : (traits & IS_UNANSWERED) !== 0 ? false : null,
        imei: imei === 0 ? null : numberText(imei, oddNumbers),
        cell: cell === 0 ? null : cells.text(cell - 1),
      }, null);
    },
    reject(line, reason) {
      add(line, null, reason);
    },
  };
  const reader = createTextReader(layout, sink);
  for (let from = 0; from < head.length && sample.length < count; from += PIECE_BYTES) reader.push(head.subarray(from, from + PIECE_BYTES));
  if (sample.length < count) reader.end();
  return sample;
}
