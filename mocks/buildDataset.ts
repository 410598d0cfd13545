import type { ScoredDataset } from '../src/analysis/scoredDataset.ts';
import { DatasetBuilder } from '../src/engine/datasetBuilder.ts';
import { lookedCloser } from '../src/engine/takeCloserLook.ts';
import { VIEW_OF_CALLEE, VIEW_OF_CALLER, VIEW_OF_NONE } from '../src/ingest/recordSink.ts';
import { HAS_DURATION, IS_ANSWERED, IS_TEXT, IS_UNANSWERED, OFFSET_SHIFT, recordWordsFor } from '../src/records/communication.ts';
import { numberKey } from '../src/records/numberKey.ts';
import type { RecordTables } from '../src/records/recordTables.ts';
import { noTables } from '../src/records/recordTables.ts';

/** A record as a test writes it. */
export interface WrittenRecord {
  readonly caller: string;
  readonly callee: string;
  /** Local time, `2026-06-01T08:30:00`. */
  readonly at: string;
  readonly type?: 'call' | 'text';
  readonly durationS?: number;
  readonly answered?: boolean;
  readonly imei?: string;
  readonly cell?: string;
  /** Whose own file it stands in; nobody's in particular by default. */
  readonly fileOf?: 'caller' | 'callee';
  /** UTC offset in seconds, +08:00 by default. */
  readonly offsetS?: number;
}

export interface WrittenFile {
  readonly name: string;
  readonly records: readonly WrittenRecord[];
}

const encoder = new TextEncoder();

/** The scored dataset of records written out in a test: the same as if their files, a header line and a line each, had been opened. */
export function buildDataset(files: readonly WrittenFile[] | readonly WrittenRecord[], baseRate = 0.01, tables: RecordTables = noTables): ScoredDataset {
  const named = isFiles(files) ? files : [{ name: 'calls.csv', records: files }];
  const all = named.flatMap(({ records }) => records);
  const builder = new DatasetBuilder({
    name: named[0]?.name ?? '', recordWords: recordWordsFor({ hasDevices: all.some(({ imei }) => imei !== undefined), hasCards: false }), expectedRecords: all.length, zone: 'Asia/Shanghai', baseRate,
  });
  for (const { name, records } of named) {
    builder.beginFile(name, records.length * 60, 'utf-8');
    records.forEach((record, i) => accept(builder, record, i + 2));
    builder.endFile(records.length + 1);
  }
  const steps = builder.finish();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return lookedCloser({ ...step.value, tables });
  }
}

function isFiles(files: readonly WrittenFile[] | readonly WrittenRecord[]): files is readonly WrittenFile[] {
  return files[0] !== undefined && 'records' in files[0];
}

const views = { none: VIEW_OF_NONE, caller: VIEW_OF_CALLER, callee: VIEW_OF_CALLEE };

function accept(builder: DatasetBuilder, record: WrittenRecord, line: number): void {
  const key = (text: string) => {
    const bytes = encoder.encode(text);
    return numberKey(bytes, 0, bytes.length, builder.oddNumbers);
  };
  const cell = encoder.encode(record.cell ?? '');
  const traits = (record.type === 'text' ? IS_TEXT : 0)
    | (record.durationS === undefined ? 0 : HAS_DURATION | record.durationS)
    | (record.answered === undefined ? 0 : record.answered ? IS_ANSWERED : IS_UNANSWERED)
    | (builder.offsetId(record.offsetS ?? 8 * 3600) << OFFSET_SHIFT);
  builder.accept(
    key(record.caller), key(record.callee), Date.parse(`${record.at}Z`) / 1000, traits >>> 0, views[record.fileOf ?? 'none'], line,
    cell.length === 0 ? 0 : builder.cells.intern(cell, 0, cell.length) + 1, record.imei === undefined ? 0 : 10 ** 14 + Number(record.imei.slice(0, 14)), 0,
  );
}
