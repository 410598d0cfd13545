/**
 * `npx node bench/numberList.ts [numbers] [records]`: how long a list of numbers takes from its text to a set, and the set's collision with
 * the numbers of a file of communications, by the rooms that the program uses. Last line: JSON of measure → value.
 */
import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openFile } from '../src/engine/cli/openFile.ts';
import { inspectFiles } from '../src/engine/pipeline.ts';
import { readNumbers } from '../src/engine/readNumbers.ts';
import type { NumberSet } from '../src/records/numberSet.ts';
import { combineSets } from '../src/records/numberSet.ts';
import { OddNumbers } from '../src/records/oddNumbers.ts';
import { Random } from '../mocks/world/random.ts';
import { benchFile } from './generate.ts';

const DATA = join(import.meta.dirname, 'data');
const LINE_BYTES = 12;
const LINES_AT_ONCE = 1 << 18;
const listLength = Number(process.argv[2] ?? 80_000_000);
const records = Number(process.argv[3] ?? 10_000_000);

/** Mobiles in no order, of 700 million possible ones: a line each, as a seized list comes. */
function listFile(length: number): string {
  const path = join(DATA, `list-${length}-v1.txt`);
  if (existsSync(path)) return path;
  mkdirSync(DATA, { recursive: true });
  const file = openSync(`${path}.partial`, 'w');
  const random = new Random(20_260_608, length);
  const lines = Buffer.alloc(LINES_AT_ONCE * LINE_BYTES, '\n');
  for (let done = 0; done < length;) {
    const count = Math.min(LINES_AT_ONCE, length - done);
    for (let line = 0; line < count; line++) {
      let rest = 13_000_000_000 + random.below(700_000) * 10_000 + random.below(10_000);
      for (let digit = 10; digit >= 0; digit--) {
        lines[line * LINE_BYTES + digit] = 48 + (rest % 10);
        rest = Math.floor(rest / 10);
      }
    }
    writeSync(file, lines, 0, count * LINE_BYTES);
    done += count;
  }
  closeSync(file);
  renameSync(`${path}.partial`, path);
  return path;
}

async function numbersOf(path: string, odd: OddNumbers): Promise<NumberSet> {
  const source = await openFile(path);
  try {
    const [inspection] = await inspectFiles([source], [{}], 'Asia/Shanghai');
    return (await readNumbers(source, inspection!, odd, null, () => Promise.resolve())).numbers;
  } finally {
    await source.close();
  }
}

function timed<T>(work: () => T): { readonly result: T; readonly seconds: number } {
  const began = performance.now();
  const result = work();
  return { result, seconds: (performance.now() - began) / 1000 };
}

const list = listFile(listLength);
const calls = benchFile(records, DATA);
const odd = new OddNumbers();
const called = await numbersOf(calls.path, odd);
const before = process.memoryUsage.rss();
const began = performance.now();
const listed = await numbersOf(list, odd);
const loadSeconds = (performance.now() - began) / 1000;
const peakMB = process.resourceUsage().maxRSS / 1024;
const setMB = (listed.low.byteLength + listed.chunks.byteLength + listed.counts.byteLength + listed.starts.byteLength) / 2 ** 20;
const collision = timed(() => combineSets(listed, '&', called));

console.error(`${listLength.toLocaleString('en')} lines (${(statSync(list).size / 1e6).toFixed(0)} MB), ${called.size.toLocaleString('en')} numbers of ${records.toLocaleString('en')} records`);
console.log(JSON.stringify({
  lines: listLength, numbers: listed.size, records, loadSeconds: round(loadSeconds), collideSeconds: round(collision.seconds), found: collision.result.size,
  setMB: Math.round(setMB), peakMB: Math.round(peakMB), beforeMB: Math.round(before / 2 ** 20),
}));

function round(value: number): number {
  return Number(value.toFixed(3));
}
