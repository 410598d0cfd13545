/**
 * The file that the engine and its peers read: call records of a made-up network, the same bytes on every machine.
 *
 * About one number per 20 records and 64 directed links per 100 records, as in real call records of a month; in the order
 * of time; a few numbers call much, most little; half of the calls go to a small circle. It is for speed only: who is a
 * fraudster is the matter of `mocks/world`.
 */
import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { mix32, Random } from '../mocks/world/random.ts';

export const benchHeader = 'caller,callee,start,duration,imei,cell';

const RECORDS_PER_NUMBER = 20;
const DAYS = 60;
const FIRST_DAY_MS = Date.UTC(2026, 3, 10);
const DAY_S = 86_400;
const CIRCLE = 5;
const CIRCLE_SHARE = 0.56;
const CELLS = 6_000;
const BUFFER_BYTES = 4 << 20;
const LONGEST_ROW_BYTES = 128;
/** Calls by hour of the day. */
const hourWeights = [1, 1, 1, 1, 1, 1, 3, 6, 10, 12, 12, 12, 10, 9, 10, 11, 11, 12, 12, 11, 9, 6, 4, 2];

/** Path of the file with this many records, written first if it is not there. */
export function benchFile(rows: number, folder: string): { readonly path: string; readonly bytes: number } {
  // The name tells the recipe apart: change it when the rows change.
  const path = join(folder, `calls-${rows}-v1.csv`);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    const partial = `${path}.partial`;
    writeRows(partial, rows);
    renameSync(partial, path);
  }
  return { path, bytes: statSync(path).size };
}

function writeRows(path: string, rows: number): void {
  const random = new Random(20_260_608, rows);
  const numbers = Math.max(CIRCLE + 2, Math.round(rows / RECORDS_PER_NUMBER));
  const cumulative = running(hourWeights);
  const file = openSync(path, 'w');
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  let at = buffer.write(`${benchHeader}\n`, 'latin1');
  let dayText = '';
  let day = -1;
  const put = (text: string) => {
    for (let i = 0; i < text.length; i++) buffer[at++] = text.charCodeAt(i);
  };
  const putNumber = (value: number, digits: number) => {
    for (let i = digits - 1, rest = value; i >= 0; i--, rest = Math.floor(rest / 10)) buffer[at + i] = 48 + (rest % 10);
    at += digits;
  };
  for (let row = 0; row < rows; row++) {
    const time = (row / rows) * DAYS;
    if (Math.floor(time) !== day) {
      day = Math.floor(time);
      dayText = new Date(FIRST_DAY_MS + day * DAY_S * 1000).toISOString().slice(0, 10);
    }
    const second = secondOfDay(time - day, cumulative);
    // The square of a uniform: the busiest hundredth makes a tenth of the calls.
    const lot = random.unit();
    const caller = Math.floor(numbers * lot * lot);
    const callee = calledBy(caller, numbers, random);
    put(benchNumber(caller));
    buffer[at++] = 44;
    put(benchNumber(callee));
    buffer[at++] = 44;
    put(dayText);
    buffer[at++] = 32;
    putNumber(Math.floor(second / 3600), 2);
    buffer[at++] = 58;
    putNumber(Math.floor(second / 60) % 60, 2);
    buffer[at++] = 58;
    putNumber(second % 60, 2);
    buffer[at++] = 44;
    const duration = random.chance(0.2) ? 0 : 1 + Math.floor(600 * random.unit() * random.unit() * random.unit());
    put(String(duration));
    buffer[at++] = 44;
    putNumber(86_000_000_000_000 + (mix32(caller) >>> 0), 14);
    buffer[at++] = 48;
    buffer[at++] = 44;
    const cell = (mix32(caller * 31) + (random.chance(0.3) ? random.below(12) : 0) >>> 0) % CELLS;
    putNumber(24_576 + Math.floor(cell / 24), 5);
    buffer[at++] = 45;
    putNumber(26_675_200 + cell * 256, 8);
    buffer[at++] = 10;
    if (at > BUFFER_BYTES - LONGEST_ROW_BYTES) {
      writeSync(file, buffer, 0, at);
      at = 0;
    }
  }
  writeSync(file, buffer, 0, at);
  closeSync(file);
}

/** Whom a caller calls: one of its circle, or anyone; never itself. */
function calledBy(caller: number, numbers: number, random: Random): number {
  const inCircle = random.chance(CIRCLE_SHARE);
  const callee = inCircle ? (mix32(caller * CIRCLE + random.below(CIRCLE)) >>> 0) % numbers : random.below(numbers);
  return callee === caller ? (caller + 1) % numbers : callee;
}

/** Eleven digits, distinct for distinct indices below 10^8, and in no order: the multiplier is coprime to 10^8. */
export function benchNumber(index: number): string {
  return `13${String(900_000_000 - ((index * 61_803_399) % 100_000_000))}`;
}

function running(weights: readonly number[]): Float64Array {
  let sum = 0;
  return Float64Array.from(weights, (weight) => (sum += weight));
}

/** Second of the day when this share (0–1) of the day's calls has been made. */
function secondOfDay(share: number, cumulative: Float64Array): number {
  const target = share * cumulative[23]!;
  let hour = 0;
  while (cumulative[hour]! < target && hour < 23) hour++;
  const before = hour === 0 ? 0 : cumulative[hour - 1]!;
  return Math.min(DAY_S - 1, Math.floor((hour + (target - before) / (cumulative[hour]! - before)) * 3600));
}
