/** How operators lay out their exports: header and rows of a communications file. One declaration per layout. */
import { IS_MESSAGE } from './day.ts';

/** One end of a communication as the operator knows it; '' where it does not. */
export interface End {
  readonly number: string;
  readonly imei: string;
  readonly imsi: string;
  readonly cell: string;
  readonly isSubscriber: boolean;
}

export interface Layout {
  readonly name: string;
  readonly header: string;
  /** The lines of one communication: one, or one for either subscriber. `at` is local, `YYYY-MM-DD HH:MM:SS`. */
  lines(from: End, to: End, at: string, duration: number): string[];
}

/** A line per call with both ends; device and cell are the caller's. */
const callerCallee: Layout = {
  name: 'caller-callee',
  header: '主叫号码,被叫号码,开始时间,通话时长,通话类型,IMEI,IMSI,基站',
  lines: (from, to, at, duration) => [
    duration === IS_MESSAGE
      ? `${from.number},${to.number},${at},,短信,${from.imei},${from.imsi},${from.cell}`
      : `${from.number},${to.number},${at},${duration},语音,${from.imei},${from.imsi},${from.cell}`,
  ],
};

/** A line for each subscriber, as in the export of one number: its own side, the other's number, and the direction. */
const numberOther: Layout = {
  name: 'number-other',
  header: '本端号码,对端号码,呼叫类型,业务类型,开始时间,通话时长,IMEI,IMSI,基站',
  lines(from, to, at, duration) {
    const kind = duration === IS_MESSAGE ? '短信' : '语音';
    const length = duration === IS_MESSAGE ? '' : clockText(duration);
    const lines: string[] = [];
    if (from.isSubscriber) lines.push(`${from.number},${to.number},主叫,${kind},${at},${length},${from.imei},${from.imsi},${from.cell}`);
    if (to.isSubscriber) lines.push(`${to.number},${from.number},被叫,${kind},${at},${length},${to.imei},${to.imsi},${to.cell}`);
    return lines;
  },
};

export const layouts: readonly Layout[] = [callerCallee, numberOther];

/** `00:05:32`. */
function clockText(seconds: number): string {
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
}
