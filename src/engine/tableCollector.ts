import type { Inspection } from '../ingest/inspection.ts';
import { roleOfLabel } from '../ingest/kinds/numberLists.ts';
import type { TableSink } from '../ingest/tableSink.ts';
import { ByteInterner } from '../records/byteInterner.ts';
import type { RejectedRow, RejectionReason } from '../records/communication.ts';
import { NumberSetBuilder } from '../records/numberSet.ts';
import type { OddNumbers } from '../records/oddNumbers.ts';
import type { TableKind } from '../records/recordKinds.ts';
import type { ListRole, NumberList, RecordTable, RecordTables } from '../records/recordTables.ts';
import { listRoles, TableBuilder } from '../records/recordTables.ts';
import { MAX_REJECTED_KEPT } from './partReader.ts';

const REJECTED_TEXT_BYTES = 240;
/** Rows of number lists kept with label and line; of longer lists only the numbers are, two bytes each. */
const MAX_LIST_ROWS = 1_000_000;

/** Takes the rows of a dataset's tables from all their files, and makes sets of the lists. */
export class TableCollector implements TableSink {
  readonly oddNumbers: OddNumbers;
  readonly texts = new ByteInterner();
  readonly rejected: RejectedRow[] = [];
  rowCount = 0;
  rejectedCount = 0;
  readonly #builders = new Map<TableKind, TableBuilder>();
  readonly #lists: NumberList[] = [];
  /** Role + 1 by text id + 1 of a label, for the file at hand. */
  #roles = new Map<number, ListRole>();
  #sets = new Map<ListRole, NumberSetBuilder>();
  #set: NumberSetBuilder | null = null;
  #label = -1;
  #builder: TableBuilder = new TableBuilder('numberLists');
  #file = { index: 0, name: '', encoding: 'utf-8', kind: 'numberLists' as TableKind };
  #numberPlace = 0;
  #labelPlace = 0;

  constructor(oddNumbers: OddNumbers) {
    this.oddNumbers = oddNumbers;
  }

  get builder(): TableBuilder {
    return this.#builder;
  }

  /** The rows that follow are this file's. @param index of the file in the dataset */
  beginFile(index: number, { file, layout }: Pick<Inspection, 'file' | 'layout'>, kind: TableKind): void {
    this.#file = { index, name: file, encoding: layout.encoding, kind };
    let builder = this.#builders.get(kind);
    if (builder === undefined) this.#builders.set(kind, (builder = new TableBuilder(kind)));
    this.#builder = builder;
    this.#numberPlace = builder.place('number');
    this.#labelPlace = builder.place('label');
    this.#roles = new Map();
    this.#sets = new Map();
    this.#set = null;
    this.#label = -1;
  }

  accept(line: number, offsetS: number): void {
    const builder = this.#builder;
    this.rowCount++;
    if (this.#file.kind === 'numberLists') {
      const label = builder.get(this.#labelPlace);
      if (label !== this.#label) this.#turnTo(label);
      this.#set!.add(builder.get(this.#numberPlace));
      if (builder.rowCount >= MAX_LIST_ROWS) return;
    }
    builder.add(this.#file.index, line, offsetS);
  }

  reject(line: number, reason: RejectionReason, bytes: Uint8Array, start: number, end: number): void {
    this.rejectedCount++;
    if (this.rejected.length >= MAX_REJECTED_KEPT) return;
    const text = new TextDecoder(this.#file.encoding).decode(bytes.subarray(start, Math.min(end, start + REJECTED_TEXT_BYTES)));
    this.rejected.push({ file: this.#file.name, line, reason, text });
  }

  endFile(): void {
    for (const role of listRoles) {
      const set = this.#sets.get(role);
      if (set !== undefined) this.#lists.push({ name: this.#file.name, file: this.#file.index, role, numbers: set.finish() });
    }
    this.#sets = new Map();
    this.#set = null;
  }

  finish(): RecordTables {
    const byKind = Object.fromEntries([...this.#builders].map(([kind, builder]): [TableKind, RecordTable] => [kind, builder.finish()]));
    return { texts: this.texts, byKind, lists: this.#lists };
  }

  /** The next numbers of a list have this label. */
  #turnTo(label: number): void {
    this.#label = label;
    let role = this.#roles.get(label);
    if (role === undefined) this.#roles.set(label, (role = roleOfLabel(label === 0 ? '' : this.texts.text(label - 1), this.#file.name)));
    let set = this.#sets.get(role);
    if (set === undefined) this.#sets.set(role, (set = new NumberSetBuilder()));
    this.#set = set;
  }
}
