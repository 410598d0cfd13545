/** How operators lay out their exports: header and rows of a communications file. One declaration per layout. */
import { IS_MESSAGE } from '../day.ts';
import { imsiOf } from '../handsets.ts';
import { NO_CELL, type Places } from '../places.ts';
import type { Encoding } from './encodings.ts';
import type { FileWriter } from './fileWriter.ts';
import type { MemberFacts } from './memberFacts.ts';

/** One communication as the operator knows it. Reused from row to row. */
export interface CallRow {
  /** Ids of the two ends. */
  from: number;
  to: number;
  readonly facts: MemberFacts;
  readonly places: Places;
  /** Day of the world. */
  day: number;
  /** Local date, `YYYY-MM-DD`. */
  date: string;
  /** When it happened, and what the exchange's clock said: seconds of the day. */
  second: number;
  stampedSecond: number;
  /** Seconds talked, 0 when not answered, IS_MESSAGE for a message. */
  duration: number;
  /** Where each end was, NO_CELL where the operator does not know. */
  fromCell: number;
  toCell: number;
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
    writeEnds(writer, row, true);
    writeIsoTime(writer, row);
    writer.byte(COMMA);
    if (row.duration !== IS_MESSAGE) writer.whole(row.duration);
    writer.bytes(row.duration === IS_MESSAGE ? messageColumn : voiceColumn);
    writeDevice(writer, row, true);
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
    if (row.facts.isListed(row.from)) writeSide(writer, row, true);
    if (row.facts.isListed(row.to)) writeSide(writer, row, false);
  },
  timeText: isoTime,
};
const sideColumns = {
  outgoing: { voice: utf8.encode('主叫,语音,'), message: utf8.encode('主叫,短信,') },
  incoming: { voice: utf8.encode('被叫,语音,'), message: utf8.encode('被叫,短信,') },
};

/** As exported for abroad: day first, carriage returns, a byte order mark. */
const english: CallLayout = {
  name: 'english',
  encoding: 'utf-8 with BOM',
  lineEnd: '\r\n',
  preamble: [],
  header: 'Calling Number,Called Number,Start Time,Duration (s),Call Type,IMEI,IMSI,Cell ID',
  write(writer, row) {
    writeEnds(writer, row, true);
    writer.ascii(dayFirst(row.date));
    writer.byte(32);
    writer.clock(row.stampedSecond);
    writer.byte(COMMA);
    if (row.duration !== IS_MESSAGE) writer.whole(row.duration);
    writer.ascii(row.duration === IS_MESSAGE ? ',SMS,' : ',Voice,');
    writeDevice(writer, row, true);
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
    writeEnds(writer, row, true);
    writer.ascii(row.date.replaceAll('-', ''));
    writer.byte(32);
    writer.whole(compactClock(row.stampedSecond), 6);
    writer.byte(COMMA);
    if (row.duration !== IS_MESSAGE) writer.text(wordedDuration(row.duration));
    writer.bytes(row.duration === IS_MESSAGE ? messageColumn : voiceColumn);
    writeDevice(writer, row, true);
    writer.endLine();
  },
  timeText: (row) => `${row.date.replaceAll('-', '')} ${String(compactClock(row.stampedSecond)).padStart(6, '0')}`,
};

export const callLayouts: readonly CallLayout[] = [callerCallee, numberOther, english, report];

function writeEnds(writer: FileWriter, { from, to, facts }: CallRow, isFromFirst: boolean): void {
  facts.writeNumber(writer, isFromFirst ? from : to);
  writer.byte(COMMA);
  facts.writeNumber(writer, isFromFirst ? to : from);
  writer.byte(COMMA);
}

function writeSide(writer: FileWriter, row: CallRow, isOutgoing: boolean): void {
  const columns = isOutgoing ? sideColumns.outgoing : sideColumns.incoming;
  writeEnds(writer, row, isOutgoing);
  writer.bytes(row.duration === IS_MESSAGE ? columns.message : columns.voice);
  writeIsoTime(writer, row);
  writer.byte(COMMA);
  if (row.duration !== IS_MESSAGE) writer.clock(row.duration);
  writer.byte(COMMA);
  writeDevice(writer, row, isOutgoing);
  writer.endLine();
}

/** `IMEI,IMSI,cell` of one end, each empty where the operator does not know it. */
function writeDevice(writer: FileWriter, row: CallRow, isFrom: boolean): void {
  const id = isFrom ? row.from : row.to;
  const cell = isFrom ? row.fromCell : row.toCell;
  const imei = row.facts.imeiOn(id, row.day);
  if (imei !== 0 && !(isFrom ? row.isFromDeviceLost : row.isToDeviceLost)) writer.whole(imei, 15);
  writer.byte(COMMA);
  if (imei !== 0) writer.whole(imsiOf(id), 15);
  writer.byte(COMMA);
  if (cell !== NO_CELL) writer.ascii(row.places.text(cell));
}

function writeIsoTime(writer: FileWriter, row: CallRow): void {
  writer.ascii(row.date);
  writer.byte(32);
  writer.clock(row.stampedSecond);
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
