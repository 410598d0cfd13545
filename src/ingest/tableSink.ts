import type { ByteInterner } from '../records/byteInterner.ts';
import type { RejectionReason } from '../records/communication.ts';
import type { OddNumbers } from '../records/oddNumbers.ts';
import type { TableBuilder } from '../records/recordTables.ts';

/** Where a reader of tables puts what it reads. */
export interface TableSink {
  readonly oddNumbers: OddNumbers;
  /** Texts of all tables. */
  readonly texts: ByteInterner;
  /** The row being made. */
  readonly builder: TableBuilder;
  /** Takes the row that was made of this line. */
  accept(line: number, offsetS: number): void;
  /** `bytes[start, end)` is the beginning of the line, in the file's encoding. */
  reject(line: number, reason: RejectionReason, bytes: Uint8Array, start: number, end: number): void;
}
