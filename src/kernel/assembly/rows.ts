/** Second pass over a window: rows → records. What a row says is what `src/ingest/recordParser.ts` would read in it. */
import { offsetSeconds, NO_TIME, offset, timeOf, timeOfPair } from './clock';
import { trimCell, trimmedEnd, trimmedStart } from './bounds';
import { digitsOf, NO_DIGITS } from './digits';
import {
  CELL_ANSWERED, CELL_DURATION, CELL_NAME, CELL_TYPE, CELL_WORD, DAY_S, HAS_DURATION, IS_ANSWERED, IS_MIRRORED, IS_OUT, IS_OWN_VIEW, IS_TEXT, IS_UNANSWERED, MAX_DURATION_S,
  OFFSET_SHIFT, SAYS_ANSWERED, SAYS_CALL, SAYS_IN, SAYS_OUT, SAYS_TEXT, SAYS_UNANSWERED,
} from './layout';
import { CR, delimiter, LF, marks, NO_MARK, QUOTE, SPACE } from './marks';
import { valueOf, valueOfPair } from './memo';
import { imeiKey, imsiKey, NO_DEVICE, numberKey } from './numbers';
import { append } from './partitions';

/** Columns of the fields, -1 where the file has none (`src/ingest/rowPlan.ts`). */
export let columnFirst: i32 = -1;
export let columnSecond: i32 = -1;
export let columnStart: i32 = -1;
export let columnDate: i32 = -1;
export let columnClock: i32 = -1;
export let columnEnd: i32 = -1;
export let columnDuration: i32 = -1;
export let columnDirection: i32 = -1;
export let columnType: i32 = -1;
export let columnAnswered: i32 = -1;
export let columnImei: i32 = -1;
export let columnImsi: i32 = -1;
export let columnCell: i32 = -1;
export let columnLac: i32 = -1;
export let isPair: bool = true;
export let leastCells: i32 = 1;
export let mostCells: i32 = 0x7fffffff;
/** Cells of a row that are wanted, and the addresses of their bounds, two u32 each. */
export let maxCells: i32 = 0;
export let bounds: usize = 0;
/** Number key of the subscriber whose file it is, where no column says it. */
export let owner: f64 = 0;
/** True where a bare duration is whole seconds. */
export let isInSeconds: bool = true;
/** Added to the lines of records. */
export let lineBase: u32 = 0;

/** Line on which the row begins that comes next. */
export let line: u32 = 1;
/** Records taken since the host last looked. */
export let accepted: u32 = 0;
/** Records by local day since 1970, u32 each. */
export let days: usize = 0;
/** Start and traits of the earliest record, then of the latest: four f64. */
export let extremes: usize = 0;

/** True when the row at which `scan` stopped is whole but left to the parser; else the window ended in it. */
export let isLeft: bool = false;

/** The mark that comes next. */
let mark: usize = 0;

/** To be called after `findMarks`. */
export function beginWindow(): void {
  mark = marks;
}

/**
 * Takes the rows of [from, limit) until one is left to the parser or the window ends.
 * @param from where a row begins, at or behind where the last call stopped
 * @returns where the first row begins that was not taken
 */
export function scan(from: usize, limit: usize): usize {
  let rowStart = from;
  let at = mark;
  while (<usize>load<u32>(at) < from) at += 4;
  while (true) {
    mark = at;
    let cells = 0;
    let cellStart = rowStart;
    let end: usize = 0;
    let byte: u32 = 0;
    while (true) {
      end = <usize>load<u32>(at);
      if (end == NO_MARK) {
        isLeft = false;
        return rowStart;
      }
      at += 4;
      byte = load<u8>(end);
      let cellEnd = end;
      if (byte == QUOTE) {
        if (end != cellStart) {
          if (load<u8>(cellStart) == SPACE) return leave(rowStart);
          // A quote inside a cell is an ordinary character.
          continue;
        }
        // Up to the closing quote; a line end, a doubled quote or text behind it is the parser's.
        cellStart++;
        do {
          cellEnd = <usize>load<u32>(at);
          if (cellEnd == NO_MARK) return leave(rowStart);
          at += 4;
          byte = load<u8>(cellEnd);
          if (byte == LF || byte == CR) return leave(rowStart);
        } while (byte != QUOTE);
        end = <usize>load<u32>(at);
        if (end != cellEnd + 1) return leave(rowStart);
        at += 4;
        byte = load<u8>(end);
        if (byte == QUOTE) return leave(rowStart);
      }
      if (cells < maxCells) {
        const bound = bounds + (<usize>cells << 3);
        store<u32>(bound, <u32>cellStart);
        store<u32>(bound, <u32>cellEnd, 4);
      }
      cells++;
      cellStart = end + 1;
      if (byte == LF || byte == CR) break;
    }
    let next = end + 1;
    if (byte == CR) {
      // Whether an LF belongs to it is not known before it is seen.
      if (next == limit) {
        isLeft = false;
        return rowStart;
      }
      if (load<u8>(next) == LF) {
        next++;
        at += 4;
      }
    }
    if (end > rowStart && (cells < leastCells || cells > mostCells || !take(cells))) return leave(rowStart);
    line++;
    rowStart = next;
  }
}

function leave(rowStart: usize): usize {
  isLeft = true;
  return rowStart;
}

// @ts-ignore: AssemblyScript's own decorator
@inline
function startOf(column: i32): usize {
  return <usize>load<u32>(bounds + (<usize>column << 3));
}

// @ts-ignore: AssemblyScript's own decorator
@inline
function endOf(column: i32): usize {
  return <usize>load<u32>(bounds + (<usize>column << 3), 4);
}

/** Takes the row whose cells are in `bounds`. @returns false if it is left to the parser */
function take(cells: i32): bool {
  const first = columnFirst < 0 ? <u64>owner : numberKey(startOf(columnFirst), endOf(columnFirst));
  const second = numberKey(startOf(columnSecond), endOf(columnSecond));
  if (first == 0 || second == 0) return false;

  const at = columnStart >= 0
    ? timeOf(startOf(columnStart), endOf(columnStart))
    : columnClock < 0 || columnClock >= cells
      ? timeOf(startOf(columnDate), endOf(columnDate))
      : timeOfPair(startOf(columnDate), endOf(columnDate), startOf(columnClock), endOf(columnClock));
  if (at == NO_TIME) return false;
  const startOffset = offset;

  let duration: i64 = -1;
  if (columnDuration >= 0 && columnDuration < cells) duration = durationOf(startOf(columnDuration), endOf(columnDuration));
  if (duration == -1 && columnEnd >= 0 && columnEnd < cells) duration = durationToEnd(at);
  if (duration < -1 || duration > <i64>MAX_DURATION_S) return false;

  let said: u32 = 0;
  if (columnDirection >= 0 && columnDirection < cells) said = valueOfWord(CELL_WORD, columnDirection);
  if (columnType >= 0 && columnType < cells) said = withWord(said, valueOfWord(CELL_TYPE, columnType));
  let isCalleesView = false;
  let isCallersView = false;
  if (!isPair || columnDirection >= 0) {
    if ((said & (SAYS_OUT | SAYS_IN)) != 0) {
      isCallersView = (said & SAYS_OUT) != 0;
      isCalleesView = !isCallersView;
    } else if (!isPair) return false;
  }
  if (columnAnswered >= 0 && columnAnswered < cells) {
    const answered = valueOfWord(CELL_ANSWERED, columnAnswered);
    if (answered != 0) said = (said & ~(SAYS_ANSWERED | SAYS_UNANSWERED)) | answered;
  }
  if ((said & SAYS_UNANSWERED) != 0 && duration > 0) duration = 0;

  let traits = duration >= 0 ? <u32>duration | HAS_DURATION : 0;
  if ((said & SAYS_TEXT) != 0) traits |= IS_TEXT;
  if ((said & SAYS_UNANSWERED) != 0) traits |= IS_UNANSWERED;
  else if ((said & SAYS_ANSWERED) != 0 || (duration > 0 && (said & SAYS_TEXT) == 0)) traits |= IS_ANSWERED;
  traits |= <u32>startOffset << OFFSET_SHIFT;

  let cell: u32 = 0;
  if (columnCell >= 0 && columnCell < cells) {
    const name = nameOf(cells);
    if (name < 0) return false;
    cell = <u32>name;
  }
  const imei = columnImei < 0 || columnImei >= cells ? 0 : imeiKey(startOf(columnImei), endOf(columnImei));
  const imsi = columnImsi < 0 || columnImsi >= cells ? 0 : imsiKey(startOf(columnImsi), endOf(columnImsi));
  if (imei == NO_DEVICE || imsi == NO_DEVICE) return false;

  const isSwapped = isCalleesView && !isPair;
  book(isSwapped ? second : first, isSwapped ? first : second, <u32>at, traits, isCallersView, isCalleesView, cell, imei, imsi);
  return true;
}

/** Writes the record for either end, as `accept` of `src/engine/partReader.ts` does. */
function book(caller: u64, callee: u64, start: u32, traits: u32, isCallersView: bool, isCalleesView: bool, cell: u32, imei: u64, imsi: u64): void {
  accepted++;
  const day = days + (<usize>(<u32>start / <u32>DAY_S) << 2);
  store<u32>(day, load<u32>(day) + 1);
  if (<f64>start < load<f64>(extremes)) {
    store<f64>(extremes, <f64>start);
    store<f64>(extremes, <f64>traits, 8);
  }
  if (<f64>start > load<f64>(extremes, 16)) {
    store<f64>(extremes, <f64>start, 16);
    store<f64>(extremes, <f64>traits, 24);
  }
  const place = lineBase + line;
  if (isCalleesView) {
    append(callee, caller, start, traits | IS_OWN_VIEW, place, cell, imei, imsi);
    if (caller != callee) append(caller, callee, start, traits | IS_OUT | IS_MIRRORED, place, 0, 0, 0);
  } else {
    append(caller, callee, start, traits | IS_OUT | (isCallersView ? IS_OWN_VIEW : 0), place, cell, imei, imsi);
    if (caller != callee) append(callee, caller, start, traits | (isCallersView ? IS_MIRRORED : 0), place, 0, 0, 0);
  }
}

/** Seconds, -1 where there are none, below that where the parser must see the row. */
function durationOf(start: usize, end: usize): i64 {
  const length = end - start;
  if (length == 0) return -1;
  if (length <= 8 && isInSeconds) {
    const value = digitsOf(start, end);
    if (value != NO_DIGITS) return <i64>value;
  }
  return <i64>valueOf(CELL_DURATION, start, end);
}

/** Seconds from a start to the end that its row names, for rows that name no duration. */
function durationToEnd(at: i64): i64 {
  const startS = at - <i64>offsetSeconds();
  const start = startOf(columnEnd);
  const end = endOf(columnEnd);
  trimCell(start, end);
  if (trimmedStart == trimmedEnd) return -1;
  const until = timeOf(start, end);
  if (until == NO_TIME) return -2;
  const duration = until - <i64>offsetSeconds() - startS;
  return duration < 0 ? -2 : duration;
}

/** Id + 1 of the cell or place, 0 for none, below 0 where the parser must see the row. */
function nameOf(cells: i32): f64 {
  const start = startOf(columnCell);
  const end = endOf(columnCell);
  if (columnLac >= 0 && columnLac < cells) return valueOfPair(CELL_NAME, start, end, startOf(columnLac), endOf(columnLac));
  return start == end ? 0 : valueOf(CELL_NAME, start, end);
}

function valueOfWord(kind: i32, column: i32): u32 {
  const start = startOf(column);
  const end = endOf(column);
  return start == end ? 0 : <u32>valueOf(kind, start, end);
}

/** What the direction says goes before what the type says, except that the type column knows the type. */
function withWord(said: u32, more: u32): u32 {
  const direction = (said & (SAYS_OUT | SAYS_IN)) == 0 ? more & (SAYS_OUT | SAYS_IN) : said & (SAYS_OUT | SAYS_IN);
  const type = (more & (SAYS_TEXT | SAYS_CALL)) == 0 ? said & (SAYS_TEXT | SAYS_CALL) : more & (SAYS_TEXT | SAYS_CALL);
  const answers = SAYS_ANSWERED | SAYS_UNANSWERED;
  return direction | type | ((said & answers) == 0 ? more & answers : said & answers);
}
