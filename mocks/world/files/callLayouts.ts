/** How operators lay out their exports: header and rows of a communications file. One declaration per layout. */
import type { Day } from '../day.ts';
import { IS_MESSAGE } from '../day.ts';
import { imsiOf } from '../handsets.ts';
import type { Member } from '../member.ts';
import type { Encoding } from './encodings.ts';
import type { FileWriter } from './fileWriter.ts';

/** One communication as the operator knows it. Reused from row to row. */
export interface CallRow {
  from: Member;
  to: Member;
  day: Day;
  /** Local date, `YYYY-MM-DD`. */
  date: string;
  /** When it happened, and what the exchange's clock said: seconds of the day. */
  second: number;
  stampedSecond: number;
  /** Seconds talked, 0 when not answered, IS_MESSAGE for a message. */
  duration: number;
  /** Whether the device of either end was not noted. */
  isFromDeviceLost: boolean;
  isToDeviceLost: boolean;
}

export interface CallLayout {
  readonly name: string;
  readonly encoding: Encoding;
  readonly lineEnd: string;
  /** Lines above the header. */
  readonly preamble: readonly string[];
  readonly header: string;
  /** The lines of one communication: one, or one for either subscriber. */
  write(writer: FileWriter, row: CallRow): void;
  /** The time of a row as it stands in its lines. */
  timeText(row: CallRow): string;
}

const utf8 = new TextEncoder();
const COMMA = 44;

/** A line per call with both ends; device and cell are the caller's. */
const callerCallee: CallLayout = {
  name: 'caller-callee',
  encoding: 'utf-8',
  lineEnd: '\n',
  preamble: [],
  header: '主叫号码,被叫号码,开始时间,通话时长,通话类型,IMEI,IMSI,基站',
  write(writer, row) {
    writeEnds(writer, row.from, row.to);
    writeIsoTime(writer, row);
    writer.byte(COMMA);
    if (row.duration !== IS_MESSAGE) writer.whole(row.duration);
    writer.bytes(row.duration === IS_MESSAGE ? messageColumn : voiceColumn);
    writeDevice(writer, row.from, row, row.isFromDeviceLost);
    writer.endLine();
  },
  timeText: isoTime,
};
const messageColumn = utf8.encode(',短信,');
const voiceColumn = utf8.encode(',语音,');

/** A line for each subscriber, as in the export of one number: its own side, the other's number, and the direction. */
const numberOther: CallLayout = {
  name: 'number-other',
  encoding: 'utf-8',
  lineEnd: '\n',
  preamble: [],
  header: '本端号码,对端号码,呼叫类型,业务类型,开始时间,通话时长,IMEI,IMSI,基站',
  write(writer, row) {
    if (isListed(row.from)) writeSide(writer, row, row.from, row.to, true, row.isFromDeviceLost);
    if (isListed(row.to)) writeSide(writer, row, row.to, row.from, false, row.isToDeviceLost);
  },
  timeText: isoTime,
};
const sideColumns = {
  outgoing: { voice: utf8.encode(',主叫,语音,'), message: utf8.encode(',主叫,短信,') },
  incoming: { voice: utf8.encode(',被叫,语音,'), message: utf8.encode(',被叫,短信,') },
};

/** As exported for abroad: day first, carriage returns, a byte order mark. */
const english: CallLayout = {
  name: 'english',
  encoding: 'utf-8 with BOM',
  lineEnd: '\r\n',
  preamble: [],
  header: 'Calling Number,Called Number,Start Time,Duration (s),Call Type,IMEI,IMSI,Cell ID',
  write(writer, row) {
    writeEnds(writer, row.from, row.to);
    writer.ascii(dayFirst(row.date));
    writer.byte(32);
    writeClock(writer, row.stampedSecond);
    writer.byte(COMMA);
    if (row.duration !== IS_MESSAGE) writer.whole(row.duration);
    writer.ascii(row.duration === IS_MESSAGE ? ',SMS,' : ',Voice,');
    writeDevice(writer, row.from, row, row.isFromDeviceLost);
    writer.endLine();
  },
  timeText: (row) => `${dayFirst(row.date)} ${clockText(row.stampedSecond)}`,
};

/** As printed for the police: a heading, GBK, and durations in words. */
const report: CallLayout = {
  name: 'report',
  encoding: 'gbk',
  lineEnd: '\r\n',
  preamble: ['话单查询结果', '查询条件：全部用户,时间单位：本地时间'],
  header: '主叫,被叫,起始时间,时长,业务类型,终端串号,IMSI号,小区号',
  write(writer, row) {
    writeEnds(writer, row.from, row.to);
    writer.ascii(row.date.replaceAll('-', ''));
    writer.byte(32);
    writer.whole(compactClock(row.stampedSecond), 6);
    writer.byte(COMMA);
    if (row.duration !== IS_MESSAGE) writer.text(wordedDuration(row.duration));
    writer.bytes(row.duration === IS_MESSAGE ? messageColumn : voiceColumn);
    writeDevice(writer, row.from, row, row.isFromDeviceLost);
    writer.endLine();
  },
  timeText: (row) => `${row.date.replaceAll('-', '')} ${String(compactClock(row.stampedSecond)).padStart(6, '0')}`,
};

export const callLayouts: readonly CallLayout[] = [callerCallee, numberOther, english, report];

/** Whether the operator lists a number's own calls. */
export function isListed(member: Member): boolean {
  return member.isSubscriber && member.role !== 'service';
}

function writeEnds(writer: FileWriter, first: Member, second: Member): void {
  writer.ascii(first.number);
  writer.byte(COMMA);
  writer.ascii(second.number);
  writer.byte(COMMA);
}

function writeSide(writer: FileWriter, row: CallRow, own: Member, other: Member, isOutgoing: boolean, isDeviceLost: boolean): void {
  const columns = isOutgoing ? sideColumns.outgoing : sideColumns.incoming;
  writer.ascii(own.number);
  writer.byte(COMMA);
  writer.ascii(other.number);
  writer.bytes(row.duration === IS_MESSAGE ? columns.message : columns.voice);
  writeIsoTime(writer, row);
  writer.byte(COMMA);
  if (row.duration !== IS_MESSAGE) writeClock(writer, row.duration);
  writer.byte(COMMA);
  writeDevice(writer, own, row, isDeviceLost);
  writer.endLine();
}

/** `IMEI,IMSI,cell`, each empty where the operator does not know it. */
function writeDevice(writer: FileWriter, member: Member, { day, second }: CallRow, isDeviceLost: boolean): void {
  const isKnown = isListed(member);
  const imei = isKnown ? member.imeiOn(day.index) : 0;
  if (imei !== 0 && !isDeviceLost) writer.whole(imei, 15);
  writer.byte(COMMA);
  if (imei !== 0) writer.whole(imsiOf(member.id), 15);
  writer.byte(COMMA);
  if (isKnown) writer.ascii(day.stage.places.text(member.cellAt(day.index, second, day.isWeekend, day.stage.places)));
}

function writeIsoTime(writer: FileWriter, row: CallRow): void {
  writer.ascii(row.date);
  writer.byte(32);
  writeClock(writer, row.stampedSecond);
}

/** `HH:MM:SS`. */
function writeClock(writer: FileWriter, second: number): void {
  writer.whole(Math.floor(second / 3600), 2);
  writer.byte(58);
  writer.whole(Math.floor(second / 60) % 60, 2);
  writer.byte(58);
  writer.whole(second % 60, 2);
}

/** `HH:MM:SS` of a second of the day. */
export function clockText(second: number): string {
  return [second / 3600, (second / 60) % 60, second % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
}

function isoTime(row: CallRow): string {
  return `${row.date} ${clockText(row.stampedSecond)}`;
}

function dayFirst(date: string): string {
  return `${date.slice(8, 10)}-${date.slice(5, 7)}-${date.slice(0, 4)}`;
}

/** HHMMSS as a number. */
function compactClock(second: number): number {
  return Math.floor(second / 3600) * 10_000 + (Math.floor(second / 60) % 60) * 100 + (second % 60);
}

/** `5分32秒`, `32秒`, `1小时0分5秒`. */
function wordedDuration(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return `${hours > 0 ? `${hours}小时` : ''}${hours > 0 || minutes > 0 ? `${minutes}分` : ''}${seconds % 60}秒`;
}
