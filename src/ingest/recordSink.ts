import type { Kernel } from '../kernel/kernel.ts';
import type { ByteInterner } from '../records/byteInterner.ts';
import type { OddNumbers } from '../records/oddNumbers.ts';
import type { LocalSeconds, RejectionReason } from '../records/communication.ts';

/** Whose file a record stands in: nobody's in particular, the caller's own, or the callee's own. */
export const VIEW_OF_NONE = 0;
export const VIEW_OF_CALLER = 1;
export const VIEW_OF_CALLEE = 2;

/** Where a reader puts what it reads. Called once per record, in file order; nothing is allocated per call. */
export interface RecordSink {
  /** Numbers that are not plain digits, shared by all files of the dataset. */
  readonly oddNumbers: OddNumbers;
  readonly cells: ByteInterner;
  /** Id of a UTC offset in seconds, made if it is new (see OFFSET_SHIFT). */
  offsetId(offsetS: number): number;
  /**
   * @param caller,callee number keys, neither NO_NUMBER
   * @param traits as in `communication.ts` but without IS_OUT and the view bits
   * @param view VIEW_OF_NONE, VIEW_OF_CALLER or VIEW_OF_CALLEE
   * @param line of the file, from 1
   * @param cell id in `cells` + 1, or 0
   * @param imei,imsi keys, or 0
   */
  accept(caller: number, callee: number, start: LocalSeconds, traits: number, view: number, line: number, cell: number, imei: number, imsi: number): void;
  /** Where the kernel may write records past `accept`; absent or null where each is to be told. */
  readonly direct?: DirectSink | null;
  /** `bytes[start, end)` is the beginning of the line, in the file's encoding. */
  reject(line: number, reason: RejectionReason, bytes: Uint8Array, start: number, end: number): void;
}

/** What a sink offers to the kernel, which writes records where `accept` would. */
export interface DirectSink {
  readonly kernel: Kernel;
  /** Added to the line of each record. */
  readonly lineBase: number;
  /** Told how many records were written. */
  took(rows: number): void;
}
