import type { Page, RecordFilter, RecordPage, RecordRow } from './answers.ts';
import { CARD_WORD, DEVICE_WORD, HAS_DURATION, IS_ANSWERED, IS_OUT, IS_TEXT, IS_UNANSWERED, MAX_DURATION_S, placeName } from '../records/communication.ts';
import { DAY_S, dayOf, parseDay, weekOf, WEEK_S } from '../records/days.ts';
import { findNumberKey, numberText } from '../records/numberKey.ts';
import type { RecordViews } from '../records/recordStore.ts';
import { timeTextOf } from './recordSpan.ts';
import { rowOfNumber } from './rowOfNumber.ts';
import type { ScoredDataset } from './scoredDataset.ts';
import { deviceText, findDevice } from './deviceTexts.ts';

export interface RecordQuery {
  readonly number: string;
  readonly filter: RecordFilter;
  readonly page: Page;
}

/** A page of a number's records, oldest first, down to the file and line. A number that the dataset does not hold has none. */
export function listRecords(dataset: ScoredDataset, { number, filter, page }: RecordQuery): RecordPage {
  const row = rowOfNumber(dataset, number);
  if (row < 0) return { total: 0, rows: [] };
  const views = dataset.records.recordsOf(row);
  const passes = predicate(dataset, filter);
  const shown: number[] = [];
  let total = 0;
  for (let record = views.from; record < views.to; record++) {
    if (passes !== null && !passes(views, record)) continue;
    if (total >= page.offset && shown.length < page.limit) shown.push(record);
    total++;
  }
  return { total, rows: shown.map((record) => recordRow(dataset, views, record)) };
}

/** null when the filter restricts nothing. */
function predicate(dataset: ScoredDataset, filter: RecordFilter): ((views: RecordViews, record: number) => boolean) | null {
  const words = dataset.records.recordWords;
  const tests: ((views: RecordViews, record: number) => boolean)[] = [];
  if (filter.other !== null) {
    const key = findNumberKey(filter.other, dataset.oddNumbers);
    tests.push(({ f64 }, record) => f64[record * words + 1] === key);
  }
  if (filter.weekHour !== null) {
    const { weekHour } = filter;
    tests.push(({ u32 }, record) => weekHourOf(u32[record * words * 2 + 4]!) === weekHour);
  }
  if (filter.day !== null) {
    const day = parseDay(filter.day);
    tests.push(({ u32 }, record) => dayOf(u32[record * words * 2 + 4]!) === day);
  }
  if (filter.imei !== null) {
    const device = words > DEVICE_WORD ? findDevice(dataset, filter.imei) : NaN;
    tests.push(({ f64 }, record) => f64[record * words + DEVICE_WORD] === device);
  }
  if (filter.cell !== null) {
    const bytes = new TextEncoder().encode(filter.cell);
    // A cell that the dataset does not know matches nothing; 0 would match records without a cell.
    const cell = dataset.cells.find(bytes, 0, bytes.length);
    tests.push(({ u32 }, record) => cell >= 0 && u32[record * words * 2 + 7] === cell + 1);
  }
  const [since, until] = [localSeconds(filter.since), localSeconds(filter.until)];
  if (since !== null) tests.push(({ u32 }, record) => u32[record * words * 2 + 4]! >= since);
  if (until !== null) tests.push(({ u32 }, record) => u32[record * words * 2 + 4]! <= until);
  if (tests.length === 0) return null;
  return (views, record) => tests.every((test) => test(views, record));
}

/** Local seconds of `YYYY-MM-DDTHH:MM:SS`; null for none. */
function localSeconds(text: string | null | undefined): number | null {
  return text === null || text === undefined ? null : Date.parse(`${text}Z`) / 1000;
}

/** Weekday × 24 + hour, Monday first, of a local time. */
export function weekHourOf(at: number): number {
  const sinceMonday = at + 3 * DAY_S - weekOf(at) * WEEK_S;
  return Math.floor(sinceMonday / 3600);
}

function recordRow(dataset: ScoredDataset, views: RecordViews, record: number): RecordRow {
  const words = dataset.records.recordWords;
  const at = record * words;
  const half = at * 2;
  const { f64, u32 } = views;
  const traits = u32[half + 5]!;
  const isText = (traits & IS_TEXT) !== 0;
  const line = u32[half + 6]!;
  const cell = u32[half + 7]!;
  const durationS = (traits & HAS_DURATION) === 0 ? null : traits & MAX_DURATION_S;
  return {
    at: timeTextOf(dataset, views, record),
    direction: (traits & IS_OUT) === 0 ? 'in' : 'out',
    type: isText ? 'text' : 'call',
    other: numberText(f64[at + 1]!, dataset.oddNumbers),
    durationS,
    answered: (traits & IS_ANSWERED) !== 0 ? true : (traits & IS_UNANSWERED) !== 0 ? false : null,
    imei: words > DEVICE_WORD ? deviceText(dataset, f64[at + DEVICE_WORD]!) : null,
    imsi: words > CARD_WORD ? deviceText(dataset, f64[at + CARD_WORD]!) : null,
    cell: cell === 0 ? null : dataset.cells.text(cell - 1),
    ...fileAndLine(dataset, line),
  };
}

/** File and line, from 1, of the line number that a record carries. */
export function fileAndLine({ files, lineSegments }: ScoredDataset, number: number): { readonly file: string; readonly line: number } {
  const segment = lineSegments.findLast(({ base }) => base < number);
  if (!segment) return { file: '', line: number };
  return { file: placeName(files[segment.file]?.name ?? '', segment.table), line: segment.linesBefore + number - segment.base };
}
