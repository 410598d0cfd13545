/** Which column of a table without known names holds what, by its values. */
import type { CommunicationField } from '../records/communication.ts';
import { isSubscriberFirst } from './assignEnds.ts';
import type { Codes } from './codeMeanings.ts';
import { foldCode } from './codes.ts';
import { lookAtColumn } from './columnValues.ts';
import { wayOfColumn } from './directionCodes.ts';
import type { HeadRow } from './headRows.ts';
import type { ColumnMapping } from './inspection.ts';

/** Fields of a table by its values alone: numbers, times, a duration and a direction can be told apart. @param codes what the user has said of words that say a way */
export function assignByValues(rows: readonly HeadRow[], width: number, given: ColumnMapping, codes: Codes = {}): ColumnMapping {
  const mapping: Partial<Record<CommunicationField, number>> = {};
  const used = new Set(Object.values(given));
  const columns = Array.from({ length: width }, (_, column) => ({ column, values: lookAtColumn(rows, column) }));
  const take = (field: CommunicationField, test: (entry: (typeof columns)[number]) => boolean) => {
    if (given[field] !== undefined) return;
    const found = columns.find((entry) => !used.has(entry.column) && entry.values.filled > 0.5 && test(entry));
    if (!found) return;
    mapping[field] = found.column;
    used.add(found.column);
  };
  // Mainland mobiles with 11 digits and numbers with a + are no Unix times; of ten digits, times of one file begin alike.
  const isPhoneColumn = (column: number) => new Set(rows.slice(0, 200).map((row) => (row.cells[column] ?? '').slice(0, 2))).size > 3;
  // IMEI and IMSI; but 20160901060112 is a time.
  const isDevice = (column: number) => rows.slice(0, 50).every((row) => /^(?!(19|20)\d{12}$)\d{14,16}$/.test(row.cells[column] ?? ''));
  if (given.date === undefined) {
    take('start', ({ values }) => values.writtenTime > 0.9);
    const hasDate = columns.some(({ column, values }) => !used.has(column) && values.date > 0.9 && values.filled > 0.5);
    if (mapping.start === undefined && !hasDate) take('start', ({ values, column }) => values.fullTime > 0.9 && !isDevice(column) && values.date === 0 && !isPhoneColumn(column));
  }
  if (mapping.start === undefined && given.start === undefined) {
    take('date', ({ values }) => values.date > 0.9);
    if (mapping.date !== undefined || given.date !== undefined) take('time', ({ values }) => values.clock > 0.9);
  }
  take('direction', ({ values }) => values.direction > 0.9);
  // Of one subscriber's calls to many a small number may be the way, and is then no duration.
  const hasSubscriber = columns.some(({ values }) => values.isConstant && values.phone === 1) && columns.some(({ values }) => values.phone > 0.9 && !values.isConstant && values.writtenTime === 0);
  const isWay = ({ values, column }: (typeof columns)[number]) => values.isCoded && !values.isConstant && rows.every(({ cells }) => /^0?[123]?$/.test(cells[column] ?? ''));
  if (hasSubscriber && columns.some((entry) => entry.values.duration > 0.9 && entry.values.phone < 0.1 && !entry.values.isCoded)) take('direction', isWay);
  // Words that nobody knows may say it, too: of them the user is asked, and then knows better.
  const unknownWay = hasSubscriber && mapping.direction === undefined && given.direction === undefined ? columns.find(({ column, values }) => !used.has(column) && values.isUnknown)?.column : undefined;
  const isWayKnown = unknownWay !== undefined && rows.some(({ cells }) => (codes[foldCode(cells[unknownWay] ?? '')] ?? 'none') !== 'none');
  if (isWayKnown) mapping.direction = unknownWay;
  if (unknownWay !== undefined) used.add(unknownWay);
  const isOwn = mapping.direction !== undefined || given.number !== undefined || given.other !== undefined;
  const isNumber = ({ values, column }: (typeof columns)[number]) => values.number > 0.9 && values.writtenTime < 0.5 && !isDevice(column);
  const phones = columns.filter((entry) => !used.has(entry.column) && entry.values.phone > 0.5 && isNumber(entry));
  // Where either end of a switchboard's calls is an extension, just one of two columns has a telephone in each row, now this and now that.
  const isPhoneIn = ({ cells }: HeadRow, column: number) => /^\+?\d{7,15}$/.test(cells[column] ?? '');
  const takeTurns = (a: number, b: number) => a !== b && rows.some((row) => isPhoneIn(row, a)) && rows.some((row) => isPhoneIn(row, b)) && rows.every((row) => isPhoneIn(row, a) !== isPhoneIn(row, b));
  const numbers = columns.filter((entry) => !used.has(entry.column) && isNumber(entry));
  const turns = numbers.flatMap((a) => numbers.filter((b) => a.column < b.column && takeTurns(a.column, b.column)).map((b) => [a, b]))[0];
  if (turns !== undefined) phones.splice(0, phones.length, ...turns);
  // Where there are two columns of phone numbers it is those; else small ids may stand for people.
  if (isOwn && phones.length === 1 && given.number === undefined && given.other === undefined) {
    // One column of numbers and a direction: a phone's own list of other ends.
    mapping.other = phones[0]!.column;
    used.add(phones[0]!.column);
  }
  const isEnd = phones.length >= 2 ? (entry: (typeof columns)[number]) => phones.includes(entry) : isNumber;
  if (mapping.other === undefined) {
    take(isOwn ? 'number' : 'caller', isEnd);
    take(isOwn ? 'other' : 'callee', isEnd);
  }
  if (unknownWay !== undefined) mapping.direction = unknownWay;
  take('duration', ({ values }) => values.duration > 0.9 && values.phone < 0.1);
  take('type', ({ values }) => values.type > 0.9);
  take('answered', ({ values }) => values.answered > 0.9 && values.number < 0.1);
  // Where calls that came in name the subscriber second, the two are caller and callee.
  const { number, other, direction } = mapping;
  if (number !== undefined && other !== undefined && direction !== undefined && isSubscriberFirst(rows, number, other, wayOfColumn([], rows, direction, { notes: [], given: codes })) === false) {
    delete mapping.number;
    delete mapping.other;
    Object.assign(mapping, { caller: number, callee: other });
  }
  // Switchboards count from dialling and, in the next column, from the answer.
  const talked = mapping.answered === undefined || mapping.duration === undefined ? undefined : columns[mapping.duration + 1];
  const secondsOf = (row: HeadRow, column: number) => Number(row.cells[column] ?? NaN);
  if (talked !== undefined && !used.has(talked.column) && rows.every((row) => secondsOf(row, talked.column) <= secondsOf(row, talked.column - 1))) mapping.duration = talked.column;
  for (const [field, column] of Object.entries(given) as [CommunicationField, number][]) if (column >= 0) mapping[field] = column;
  return mapping;
}
