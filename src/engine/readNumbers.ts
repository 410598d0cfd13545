/** The numbers of a file, whatever its kind: for sets, where neither features nor rows are wanted. */
import { isTableKind } from '../records/recordKinds.ts';
import type { Inspection } from '../ingest/inspection.ts';
import type { RecordSink } from '../ingest/recordSink.ts';
import { createTableReader } from '../ingest/tableReader.ts';
import { createTextReader } from '../ingest/textReader.ts';
import { ByteInterner } from '../records/byteInterner.ts';
import type { DayWindow } from '../records/days.ts';
import { DAY_S, parseDay } from '../records/days.ts';
import type { NumberSet } from '../records/numberSet.ts';
import { NumberSetBuilder } from '../records/numberSet.ts';
import type { OddNumbers } from '../records/oddNumbers.ts';
import { columnNames, columnType, TableBuilder } from '../records/recordTables.ts';
import type { ByteSource } from './byteSource.ts';
import { readTable, tableSources } from './tableSource.ts';

export interface NumbersRead {
  readonly numbers: NumberSet;
  readonly rows: number;
  readonly rejected: number;
}

/**
 * Reads the numbers of a file: both ends of communications, every number of a table's rows.
 * @param odd shared by all files that are to be compared
 * @param window only for communications: records that start within it
 */
export async function readNumbers(source: ByteSource, inspection: Inspection, odd: OddNumbers, window: DayWindow | null, checkpoint: () => Promise<void>): Promise<NumbersRead> {
  const set = new NumberSetBuilder();
  let rows = 0;
  let rejected = 0;
  for (const table of tableSources([source], [inspection])) {
    const reader = readerOf(table.inspection, set, odd, window);
    await readTable(table, table.inspection.layout, reader, checkpoint);
    rows += reader.rows;
    rejected += reader.rejected;
  }
  return { numbers: set.finish(), rows, rejected };
}

function readerOf({ kind, layout }: Inspection, set: NumberSetBuilder, odd: OddNumbers, window: DayWindow | null) {
  return isTableKind(kind) ? tableReader() : createTextReader(layout, callSink(set, odd, window));

  function tableReader() {
    const builder = new TableBuilder(isTableKind(kind) ? kind : 'numberLists');
    const places = columnNames(builder.kind).filter((column) => columnType(builder.kind, column) === 'number').map((column) => builder.place(column));
    return createTableReader(layout, builder.kind, {
      oddNumbers: odd,
      texts: new ByteInterner(),
      builder,
      accept() {
        for (const place of places) {
          const key = builder.get(place);
          if (key !== 0) set.add(key);
        }
      },
      reject: () => undefined,
    });
  }
}

function callSink(set: NumberSetBuilder, odd: OddNumbers, window: DayWindow | null): RecordSink {
  const [fromS, toS] = window === null ? [-Infinity, Infinity] : [parseDay(window.from) * DAY_S, (parseDay(window.to) + 1) * DAY_S];
  return {
    oddNumbers: odd,
    cells: new ByteInterner(),
    offsetId: () => 0,
    accept(caller, callee, start) {
      if (start < fromS || start >= toS) return;
      set.add(caller);
      set.add(callee);
    },
    reject: () => undefined,
  };
}
