import type { SchemaElement } from 'hyparquet';
import { clockText, dayText, localTimeText } from '../../records/days.ts';
import type { CellWriter } from './cellWriter.ts';

/**
 * How a column's values are written. `instant` is a moment, told as Unix time, which the reader turns into the user's zone;
 * `local` is what the clock on the wall showed.
 */
export type CellKind = 'plain' | 'instant' | 'local' | 'day' | 'millisOfDay' | 'microsOfDay' | 'nanosOfDay';

/** (Logical and converted types of Apache Parquet's LogicalTypes.md.) */
export function kindOf({ type, converted_type: converted, logical_type: logical }: SchemaElement): CellKind {
  if (logical?.type === 'TIMESTAMP') return logical.isAdjustedToUTC ? 'instant' : 'local';
  if (converted === 'TIMESTAMP_MILLIS' || converted === 'TIMESTAMP_MICROS' || type === 'INT96') return 'instant';
  if (converted === 'DATE' || logical?.type === 'DATE') return 'day';
  if (logical?.type === 'TIME') return logical.unit === 'MILLIS' ? 'millisOfDay' : logical.unit === 'MICROS' ? 'microsOfDay' : 'nanosOfDay';
  if (converted === 'TIME_MILLIS') return 'millisOfDay';
  return converted === 'TIME_MICROS' ? 'microsOfDay' : 'plain';
}

/** Beyond the year 9999 a time is no time. */
const MAX_S = 253_402_300_800;

/** Writes a value as a cell; lists, objects and nothing are empty cells. */
export function writeValue(writer: CellWriter, value: unknown, kind: CellKind): void {
  if (value instanceof Uint8Array) writer.bytes(value, 0, value.length);
  else if (typeof value === 'string') writer.string(value);
  else if (typeof value === 'number' || typeof value === 'bigint') writeNumber(writer, value, kind);
  else if (typeof value === 'boolean') writer.string(value ? 'true' : 'false');
  else writer.skip();
}

function writeNumber(writer: CellWriter, value: number | bigint, kind: CellKind): void {
  const number = Number(value);
  if (kind === 'plain') {
    if (typeof value === 'bigint' && !Number.isSafeInteger(number)) writer.string(value.toString());
    else writer.number(number);
    return;
  }
  const seconds = Math.floor(kind === 'millisOfDay' ? number / 1e3 : kind === 'microsOfDay' ? number / 1e6 : kind === 'nanosOfDay' ? number / 1e9 : number);
  if (!(Math.abs(seconds) < MAX_S)) writer.skip();
  else if (kind === 'instant') writer.number(seconds);
  else if (kind === 'day') writer.string(dayText(seconds / 86_400));
  else if (kind === 'local') writer.string(localTimeText(seconds, 0).slice(0, 19).replace('T', ' '));
  else writer.string(clockText(seconds));
}
