/**
 * `npm run bench -- [--rows N] [--runs R] [--only engine,read,…] [--app]`: the engine and its peers on the same generated
 * file, interleaved. Prints a table, and as last line JSON (medians; peers that did not run are null).
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pagePeers, type AnswerTimes, type PagePeer } from './browser/pageRun.ts';
import { buildBenchPage, runInPage, serveFolder, type BrowserRun } from './browser/session.ts';
import type { Digests } from './browser/tableDigest.ts';
import { runApp } from './browser/appRun.ts';
import { benchFile } from './generate.ts';
import type { NativeRun } from './peers/duckdbNative.ts';

const peers = ['engine', 'read', 'duckdbWasm', 'papaparse', 'duckdbNative', 'command'] as const;
/** The command line is asked for by name. */
const usualPeers = peers.filter((peer) => peer !== 'command');
type Peer = (typeof peers)[number];

const DATA = join(import.meta.dirname, 'data');
const usage = `usage: npm run bench -- [--rows 1000000] [--runs 3] [--only ${peers.join(',')}] [--app]`;

interface Run {
  readonly seconds: number;
  readonly recordsSeconds: number | null;
  readonly closerSeconds: number | null;
  readonly peakMB: number | null;
  readonly cpuSeconds: number | null;
  readonly longestTaskMs: number | null;
  readonly waitMs: number | null;
  readonly digests: Digests | null;
  readonly answers: AnswerTimes | null;
  readonly bytes: number | null;
}

function refuse(message: string): never {
  console.error(`bench: ${message}\n${usage}`);
  process.exit(2);
}

function readArguments() {
  let values: { rows: string; runs: string; only?: string; app?: boolean };
  try {
    ({ values } = parseArgs({
      options: {
        rows: { type: 'string', default: '1000000' }, runs: { type: 'string', default: '3' }, only: { type: 'string' }, app: { type: 'boolean' },
      },
    }));
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
  const only = values.only === undefined ? usualPeers : values.only.split(',').map((name) => peers.find((peer) => peer === name) ?? refuse(`--only: there is no ${name}`));
  return { rows: count('rows', values.rows), runs: count('runs', values.runs), only, app: values.app === true };
}

function count(name: string, text: string): number {
  return /^[1-9]\d*$/.test(text) ? Number(text) : refuse(`--${name} must be a whole number from 1, not "${text}"`);
}

/** Native DuckDB in a process of its own, so that its memory is its own. */
function runNative(file: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'peers/duckdbNative.ts'), file], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (piece: Buffer) => (output += piece.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) {
        reject(new Error(`native DuckDB ended with ${code}`));
        return;
      }
      const { seconds, peakMB, digests } = JSON.parse(output) as NativeRun;
      resolve({ seconds, peakMB, recordsSeconds: null, closerSeconds: null, cpuSeconds: null, digests, answers: null, longestTaskMs: null, waitMs: null, bytes: null });
    });
  });
}

/** The engine on the command line, from its start to its end: it hashes the file and looks closer, too. */
function runCommand(file: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const child = spawn(process.execPath, [join(import.meta.dirname, '../src/engine/cli.ts'), 'score', file, '--top', '100'], { stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) {
        reject(new Error(`the command line ended with ${code}`));
        return;
      }
      const seconds = (performance.now() - startedAt) / 1000;
      resolve({ seconds, recordsSeconds: null, closerSeconds: seconds, peakMB: null, cpuSeconds: null, digests: null, answers: null, longestTaskMs: null, waitMs: null, bytes: null });
    });
  });
}

function isPagePeer(peer: Peer): peer is PagePeer {
  return pagePeers.some((each) => each === peer);
}

async function runPeer(address: string, peer: Peer, file: string): Promise<Run | null> {
  try {
    const run: Run | BrowserRun = isPagePeer(peer) ? await runInPage(address, peer, file) : await (peer === 'command' ? runCommand : runNative)(file);
    return run;
  } catch (error) {
    // A peer that runs out of memory is a result, too.
    console.error(`${peer}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    return null;
  }
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Median of a measure of a peer's runs; null without any. */
function medianOf(runs: readonly (Run | null)[], measure: (run: Run) => number | null): number | null {
  return median(runs.map((run) => (run === null ? null : measure(run))).filter((value) => value !== null));
}

/** Median of a ÷ b over the rounds in which both ran. */
function pairedRatio(a: readonly (Run | null)[], b: readonly (Run | null)[]): number | null {
  return median(a.flatMap((run, round) => (run && b[round] ? [run.seconds / b[round].seconds] : [])));
}

/** The same of the time with the closer look. */
function pairedCloserRatio(a: readonly (Run | null)[], b: readonly (Run | null)[]): number | null {
  return median(a.flatMap((run, round) => (run?.closerSeconds && b[round]?.closerSeconds ? [run.closerSeconds / b[round].closerSeconds] : [])));
}

function rounded(value: number | null, digits: number): number | null {
  return value === null ? null : Number(value.toFixed(digits));
}

const { rows, runs, only, app } = readArguments();
console.error(`generating ${rows} records`);
const file = benchFile(rows, DATA);
const done: Record<Peer, (Run | null)[]> = { engine: [], read: [], duckdbWasm: [], papaparse: [], duckdbNative: [], command: [] };
let appSeconds: number | null = null;

await buildBenchPage(join(DATA, 'page'));
const server = await serveFolder(join(DATA, 'page'));
try {
  for (let round = 0; round < runs; round++) {
    for (const peer of only) {
      const run = await runPeer(server.address, peer, file.path);
      done[peer].push(run);
      console.error(`run ${round + 1} of ${runs}: ${peer} ${run === null ? 'failed' : `${run.seconds.toFixed(2)} s`}`);
    }
  }
} finally {
  server.close();
}
if (app) appSeconds = median(await runApp(file.path, runs));

const digests = peers.flatMap((peer) => done[peer].flatMap((run) => (run?.digests ? [{ peer, ...run.digests }] : [])));
const [firstDigest] = digests;
const isAllRead = done.read.every((run) => run?.bytes === file.bytes);
const compared = new Set(digests.map(({ peer }) => peer)).size;
const isEqual = digests.every(({ numbers, links }) => numbers === firstDigest?.numbers && links === firstDigest.links);
const agree = compared < 2 ? null : isEqual && isAllRead;
const numbersAndLinks = firstDigest ? [firstDigest.numbers, firstDigest.links].map((digest) => Number(digest.split(':')[0]).toLocaleString('en')) : ['?', '?'];

console.log(`${rows.toLocaleString('en')} records, ${(file.bytes / 1e6).toFixed(0)} MB, ${numbersAndLinks.join(' numbers, ')} links; medians of ${runs}`);
console.table(Object.fromEntries(only.map((peer) => {
  const seconds = medianOf(done[peer], (run) => run.seconds);
  return [peer, {
    seconds: rounded(seconds, 2),
    'with records': rounded(medianOf(done[peer], (run) => run.recordsSeconds), 2),
    'with closer look': rounded(medianOf(done[peer], (run) => run.closerSeconds), 2),
    'M records/s': seconds === null ? null : rounded(rows / seconds / 1e6, 2),
    'processor s': rounded(medianOf(done[peer], (run) => run.cpuSeconds), 1),
    'peak MB': rounded(medianOf(done[peer], (run) => run.peakMB), 0),
    'longest task ms': rounded(medianOf(done[peer], (run) => run.longestTaskMs), 0),
    failed: done[peer].filter((run) => run === null).length,
  }];
})));
if (agree === false) for (const { peer, numbers, links } of digests) console.log(`${peer}: numbers ${numbers}, links ${links}`);

const seconds = Object.fromEntries(peers.map((peer) => [peer, rounded(medianOf(done[peer], (run) => run.seconds), 3)]));
const peakMB = Object.fromEntries(peers.map((peer) => [peer, rounded(medianOf(done[peer], (run) => run.peakMB), 0)]));
console.log(JSON.stringify({
  rows,
  seconds: { ...seconds, ...(app ? { app: rounded(appSeconds, 3) } : {}) },
  ratio: {
    duckdbWasm: rounded(pairedRatio(done.duckdbWasm, done.engine), 2),
    papaparse: rounded(pairedRatio(done.papaparse, done.engine), 2),
    read: rounded(pairedRatio(done.engine, done.read), 2),
    // The command takes the closer look before it answers: beside the browser's time with it.
    command: rounded(pairedCloserRatio(done.command, done.engine), 2),
  },
  recordsSeconds: rounded(medianOf(done.engine, (run) => run.recordsSeconds), 3),
  closerSeconds: rounded(medianOf(done.engine, (run) => run.closerSeconds), 3),
  peakMB,
  // The worst of the engine's runs: a page is as calm as its worst moment.
  longestTaskMs: rounded(done.engine.reduce<number | null>((worst, run) => (run === null ? worst : Math.max(worst ?? 0, run.longestTaskMs ?? 0)), null), 1),
  // Until all is settled and saved.
  waitMs: rounded(medianOf(done.engine, (run) => run.waitMs), 0),
  answers: done.engine.findLast((run) => run !== null)?.answers ?? null,
  agree,
}));
