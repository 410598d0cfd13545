/** Files of every format with their bytes mutated, read as if somebody had opened them: nothing may hang, crash or get lost unsaid. */
import { inspectFile, readDataset, UnreadableFile } from '../../src/engine/pipeline.ts';
import { FormatError, ReadNotes } from '../../src/ingest/formats/format.ts';
import { openFormat } from '../../src/ingest/formats/formats.ts';
import { inFormats } from '../../src/ingest/fixtures/inFormats.ts';
import { tablesToRead } from '../../src/ingest/inspectTables.ts';
import { fileOf } from '../../src/engine/byteSource.ts';

/** Longer than this for a file of a few KB is a hang, even on a busy machine. */
const SLOW_MS = 20_000;
const ROWS = 40;

export interface FuzzFailure {
  readonly run: number;
  readonly format: string;
  readonly why: string;
  readonly bytes: Uint8Array;
}

export interface FuzzOutcome {
  readonly runs: number;
  /** Files of which records were read, and files that were refused with a reason. */
  readonly read: number;
  readonly refused: number;
  readonly slowestMs: number;
  readonly failures: readonly FuzzFailure[];
}

/** @param first number of the first run; the same seed and run always give the same file */
export async function fuzzReaders(seed: number, runs: number, first = 0, onRun: (run: number) => void = () => undefined): Promise<FuzzOutcome> {
  const files = Object.entries(inFormats(validTable()));
  const failures: FuzzFailure[] = [];
  let read = 0;
  let refused = 0;
  let slowestMs = 0;
  for (let run = first; run < first + runs; run++) {
    onRun(run);
    const random = randomOf(seed * 1_000_003 + run);
    const [format, { name, bytes: valid }] = files[Math.floor(random() * files.length)]!;
    const bytes = mutated(valid, files[Math.floor(random() * files.length)]![1].bytes, random);
    const startedAt = performance.now();
    try {
      if (await readOne(name, bytes)) read++;
      else refused++;
    } catch (error) {
      failures.push({ run, format, why: error instanceof Error ? (error.stack ?? error.message) : String(error), bytes });
    }
    const tookMs = performance.now() - startedAt;
    slowestMs = Math.max(slowestMs, tookMs);
    if (tookMs > SLOW_MS) failures.push({ run, format, why: `took ${Math.round(tookMs)} ms`, bytes });
  }
  return { runs, read, refused, slowestMs, failures };
}

/** True when it was read, false when it was refused with a reason. Rejects when anything else happens. */
async function readOne(name: string, bytes: Uint8Array): Promise<boolean> {
  const source = { name, bytes: bytes.length, read: (start: number, end: number) => Promise.resolve(bytes.slice(start, end)) };
  const inspection = await inspectFile(source, {}, 'Asia/Shanghai');
  if (inspection.problems.some(({ isFatal }) => isFatal)) return false;
  const dataset = await readDataset([source], [], 'Asia/Shanghai', 0.01, { onProgress: () => undefined, checkpoint: () => Promise.resolve() }).catch((error: unknown) => {
    if (error instanceof UnreadableFile) return null;
    throw error;
  });
  if (dataset === null) return false;
  const [file] = dataset.files;
  const accounted = file!.rows + file!.rejected;
  let held = 0;
  let isCountable = true;
  const { tables } = await openFormat(fileOf(source));
  for (const { table, layout } of tablesToRead(inspection)) {
    const notes = new ReadNotes();
    const text = await textOf(tables.find(({ name: known }) => known === table)!.text(notes, null, Infinity), layout.encoding);
    // A quote may hold a line end; what is blank or no record (a total, a note) is not told apart here.
    isCountable &&= !text.includes('"');
    held += text.split(/\r\n|\r|\n/).slice(layout.headerLine).filter((line) => line.trim() !== '').length;
  }
  if (isCountable && (accounted > held || accounted < held * 0.5)) throw new Error(`${held} rows, of which ${file!.rows} accepted and ${file!.rejected} rejected`);
  return true;
}

async function textOf(chunks: AsyncGenerator<Uint8Array>, encoding: string): Promise<string> {
  const decoder = new TextDecoder(encoding);
  let text = '';
  try {
    for await (const chunk of chunks) text += decoder.decode(chunk, { stream: true });
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
  }
  return text + decoder.decode();
}

const edges = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff];

/** A few changes anywhere: bits, bytes, numbers at their edge, pieces cut out, put in twice or taken from another file; or the end missing. */
function mutated(valid: Uint8Array, other: Uint8Array, random: () => number): Uint8Array {
  let bytes = valid.slice();
  const at = (length: number) => Math.floor(random() * Math.max(1, length));
  for (let changes = 1 + at(6); changes > 0 && bytes.length > 4; changes--) {
    const place = at(bytes.length);
    const length = 1 + at(Math.min(64, bytes.length - place));
    switch (at(8)) {
      case 0:
        bytes[place]! ^= 1 << at(8);
        break;
      case 1:
        bytes[place] = at(256);
        break;
      case 2:
        new DataView(bytes.buffer).setUint32(Math.min(place, bytes.length - 4), edges[at(edges.length)]!, random() < 0.8);
        break;
      case 3:
        bytes = joined(bytes.subarray(0, place), bytes.subarray(place + length));
        break;
      case 4:
        bytes = joined(bytes.subarray(0, place), bytes.subarray(place, place + length), bytes.subarray(place));
        break;
      case 5:
        bytes = joined(bytes.subarray(0, place), other.subarray(at(other.length), at(other.length)), bytes.subarray(place));
        break;
      case 6:
        bytes.fill(at(3) === 0 ? 0 : at(256), place, place + length);
        break;
      default:
        if (random() < 0.3) bytes = bytes.slice(0, place);
    }
  }
  return bytes;
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function validTable() {
  const rows = Array.from({ length: ROWS }, (_, i) =>
    [`1380000${1000 + i * 7}`, `1390000${1000 + ((i * 31) % 97)}`, `2026-05-${String(1 + (i % 28)).padStart(2, '0')} 10:${String(i % 60).padStart(2, '0')}:00`, String(i * 3), `4301-${20_000 + (i % 9)}`]);
  return { header: ['主叫号码', '被叫号码', '开始时间', '通话时长', '基站'], rows };
}

/** Mulberry32: the same numbers for the same seed, everywhere. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}
