/** Call records made up for the journeys: seeded, so that a failure can be seen again. */
import { closeSync, openSync, writeSync } from 'node:fs';

export interface CallRecord {
  readonly caller: string;
  readonly callee: string;
  /** On the clock of China: `2026-03-02 09:14:05`. */
  readonly start: string;
  readonly durationS: number;
  readonly type: 'call' | 'text';
  readonly imei: string;
  readonly cell: string;
}

const firstDay = Date.UTC(2026, 2, 2);
const dayMs = 86_400_000;

/** Park and Miller's generator: 0 ≤ x < 1. */
function randomFrom(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function mobile(at: number): string {
  return `139${String(10_000_000 + at * 37).padStart(8, '0')}`;
}

function timeText(day: number, secondOfDay: number): string {
  return new Date(firstDay + day * dayMs + secondOfDay * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

/** The number that calls hundreds of strangers once each, from four devices at one cell. */
export const BULK_CALLER = '17012345678';
/** Calls the bulk caller makes, each to a number of its own. */
export const BULK_CALLS = 600;

/**
 * Thirty days of ordinary life among a hundred people, who call and answer their few friends, and in it one bulk caller.
 * @param count of records in all
 */
export function ordinaryLifeWithABulkCaller(count: number, seed = 5): readonly CallRecord[] {
  const random = randomFrom(seed);
  const people = 100;
  const records: CallRecord[] = [];
  for (let i = 0; i < count - BULK_CALLS; i++) {
    const who = Math.floor(random() * people);
    const friend = (who + 1 + Math.floor(random() * 5)) % people;
    const [caller, callee] = random() < 0.5 ? [who, friend] : [friend, who];
    records.push({
      caller: mobile(caller), callee: mobile(callee),
      start: timeText(Math.floor(random() * 30), 7 * 3600 + Math.floor(random() * 15 * 3600)),
      durationS: 10 + Math.floor(random() * random() * 900), type: random() < 0.9 ? 'call' : 'text',
      imei: `86000000000${String(1000 + caller)}`, cell: `24576-${5000 + (caller % 40)}`,
    });
  }
  for (let i = 0; i < BULK_CALLS; i++) {
    records.push({
      caller: BULK_CALLER, callee: mobile(1000 + i), start: timeText(10 + (i % 9), 9 * 3600 + Math.floor(random() * 9 * 3600)),
      durationS: 5 + Math.floor(random() * 60), type: 'call', imei: `8611111111111${10 + (i % 4)}`, cell: '24576-9001',
    });
  }
  return records.sort((a, b) => a.start.localeCompare(b.start));
}

/** As an operator abroad would export them. */
export function asEnglishCsv(records: readonly CallRecord[]): string {
  const rows = records.map(({ caller, callee, start, durationS, type, imei, cell }) =>
    [caller, callee, start, type === 'call' ? durationS : '', type === 'call' ? 'voice' : 'sms', imei, cell].join(','));
  return ['Caller,Callee,Start time,Duration,Type,IMEI,Cell', ...rows, ''].join('\r\n');
}

/** As a Chinese operator lists one's own number, the other and the direction, with a preamble and a total row. */
export function asChineseListing(records: readonly CallRecord[]): string {
  const rows = records.map(({ caller, callee, start, durationS }, i) => {
    const [own, other, direction] = i % 2 === 0 ? [caller, callee, '主叫'] : [callee, caller, '被叫'];
    return [own, other, direction, start, `${Math.floor(durationS / 60)}分${durationS % 60}秒`, '深圳市'].join(',');
  });
  return ['中国移动通信客户话单', '', '本机号码,对方号码,呼叫类型,起始时间,通话时长,通话地点', ...rows, `合计,,,,${rows.length}条,`, ''].join('\r\n');
}

let gbkCodes: Map<string, number> | null = null;

/** Text as GBK bytes. Platforms only decode GBK, so the encoder is the decoder turned round. */
export function inGbk(text: string): Buffer {
  gbkCodes ??= readGbkCodes();
  const bytes: number[] = [];
  for (const character of text) {
    const code = gbkCodes.get(character) ?? character.charCodeAt(0);
    if (code > 0xff) bytes.push(code >> 8);
    bytes.push(code & 0xff);
  }
  return Buffer.from(bytes);
}

function readGbkCodes(): Map<string, number> {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd' && !codes.has(character)) codes.set(character, (lead << 8) | trail);
    }
  }
  return codes;
}

/** A file of `numbers` numbers, each in one call with another. */
export function aCallForEveryone(numbers: number): Buffer {
  const lines = ['Caller,Callee,Start time,Duration'];
  for (let i = 0; i < numbers; i += 2) {
    lines.push(`1380${String(i).padStart(7, '0')},1380${String(i + 1).padStart(7, '0')},${timeText(i % 28, (i * 7) % 86_400)},${5 + (i % 300)}`);
  }
  return Buffer.from(lines.join('\n'));
}

/** Writes a file of that size whose rows are all good, in little time. @returns how many rows */
export function writeManyCalls(path: string, megabytes: number): number {
  const rows = asEnglishCsv(ordinaryLifeWithABulkCaller(20_000)).split('\r\n').slice(1);
  const block = Buffer.from(rows.join('\r\n'));
  const handle = openSync(path, 'w');
  writeSync(handle, 'Caller,Callee,Start time,Duration,Type,IMEI,Cell\r\n');
  const blocks = Math.ceil((megabytes * 1e6) / block.length);
  for (let i = 0; i < blocks; i++) writeSync(handle, block);
  closeSync(handle);
  return blocks * 20_000;
}
