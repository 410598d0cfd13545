/**
 * How fast the reader is alone, with a sink that only counts: `npx node bench/ingest.ts [rows]`. Prints million rows and megabytes
 * per second, median and best of the runs, for the kinds of lines that fill large files.
 */
import { ByteInterner } from '../src/records/byteInterner.ts';
import { OddNumbers } from '../src/records/oddNumbers.ts';
import { HEAD_BYTES } from '../src/ingest/headBytes.ts';
import { inspectHead } from '../src/ingest/inspectHead.ts';
import { createTextReader } from '../src/ingest/textReader.ts';

const CHUNK_BYTES = 8 << 20;
const RUNS = 5;
const rows = Number(process.argv[2] ?? 1_000_000);

/** Mulberry32: the same file every time. */
function makeRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const two = (value: number) => String(value).padStart(2, '0');
const mobile = (random: (below: number) => number) => `1${3 + random(7)}${String(random(1_000_000_000)).padStart(9, '0')}`;

type Line = (random: (below: number) => number, at: Date) => string;
const stamp = (at: Date) => at.toISOString().slice(0, 19).replace('T', ' ');
const kinds: readonly (readonly [string, string, Line])[] = [
  ['four columns', 'caller,callee,start,duration', (r, at) => `${mobile(r)},${mobile(r)},${stamp(at)},${r(600)}`],
  ['four of six columns', 'caller,callee,start,duration,remark,fee', (r, at) => `${mobile(r)},${mobile(r)},${stamp(at)},${r(600)},national voice call no. ${r(9)},0.00`],
  ['with devices and cells', 'caller,callee,start,duration,type,imei,cell', (r, at) => `${mobile(r)},${mobile(r)},${stamp(at)},${r(600)},call,${35_000_000_000_000 + r(100_000)}${r(10)},460-00-${20_000 + r(30)}-${40_000 + r(1000)}`],
  ['number, other and direction', '本机号码,对方号码,呼叫类型,开始时间,通话时长', (r, at) => `${mobile(r)},${mobile(r)},${r(2) === 0 ? '主叫' : '被叫'},${stamp(at)},${r(600)}`],
  ['all quoted', 'caller,callee,start,duration', (r, at) => `"${mobile(r)}","${mobile(r)}","${stamp(at)}","${r(600)}"`],
  ['dates with the day first', 'Target No,B Party No,Call Type,Date,Time,Dur(s)', (r, at) => `'${mobile(r)}','${mobile(r)}',${r(2) === 0 ? 'OUT' : 'IN'},'${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${at.getUTCFullYear()}',${stamp(at).slice(11)},${r(600)}`],
  ['Unix times, international numbers', 'from;to;timestamp;duration', (r, at) => `+44${r(1_000_000_000)};+44${r(1_000_000_000)};${at.getTime() / 1000};${r(600)}`],
];

for (const [name, header, line] of kinds) {
  const random = makeRandom(7);
  const parts: string[] = [header];
  const start = Date.UTC(2016, 8, 1) / 1000;
  for (let row = 0; row < rows; row++) parts.push(line(random, new Date((start + Math.floor((row / rows) * 30 * 86_400)) * 1000)));
  const bytes = new TextEncoder().encode(`${parts.join('\n')}\n`);
  const { layout, kind } = inspectHead(bytes.subarray(0, HEAD_BYTES), { name: '13900001111.csv', bytes: bytes.length }, {}, 'Asia/Shanghai');
  if (kind === null) throw new Error(`${name}: not recognised`);
  const seconds: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    let sum = 0;
    const began = performance.now();
    const reader = createTextReader(layout, {
      oddNumbers: new OddNumbers(),
      cells: new ByteInterner(),
      offsetId: () => 0,
      accept(caller, callee, at, traits, _view, lineNumber, cell, imei) {
        sum += caller - callee + at + traits + lineNumber + cell + imei;
      },
      reject(lineNumber, reason) {
        throw new Error(`line ${lineNumber}: ${reason}`);
      },
    });
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) reader.push(bytes.subarray(at, at + CHUNK_BYTES));
    reader.end();
    if (reader.rows !== rows || !Number.isFinite(sum)) throw new Error(`${name}: ${reader.rows} of ${rows} rows`);
    seconds.push((performance.now() - began) / 1000);
  }
  seconds.sort((a, b) => a - b);
  const median = seconds[RUNS >> 1]!;
  const figures = [`${(rows / median / 1e6).toFixed(2)} M rows/s`, `best ${(rows / seconds[0]! / 1e6).toFixed(2)}`, `${(bytes.length / median / 1e6).toFixed(0)} MB/s`, `${(bytes.length / rows).toFixed(0)} B/row`];
  console.log(`${name.padEnd(36)}${figures.map((figure) => figure.padStart(16)).join('')}`);
}
