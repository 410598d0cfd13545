/** The page in which the engine and its peers run; driven from Node by `session.ts`. */
import { prepareDuckdbWasm } from '../peers/duckdbWasm.ts';
import { prepareEngine } from '../peers/engine.ts';
import { preparePapaparse } from '../peers/papaparse.ts';
import { prepareRead } from '../peers/read.ts';
import { longestTask } from './longestTask.ts';
import type { BenchPage, PagePeer, PeerRun, PreparePeer } from './pageRun.ts';

declare global {
  interface Window {
    bench: BenchPage;
  }
}

const peers: Record<PagePeer, PreparePeer> = {
  engine: prepareEngine,
  read: prepareRead,
  papaparse: preparePapaparse,
  duckdbWasm: prepareDuckdbWasm,
};

function chosenFile(): File {
  const file = document.querySelector('input')?.files?.[0];
  if (!file) throw new Error('no file chosen');
  return file;
}

let last: PeerRun | null = null;
let startedAt = 0;
let stopWatch = longestTask();

window.bench = {
  async run(peer) {
    const file = chosenFile();
    const open = await peers[peer]();
    stopWatch();
    stopWatch = longestTask();
    startedAt = performance.now();
    last = await open(file);
    const seconds = (performance.now() - startedAt) / 1000;
    return { seconds, bytes: last.bytes };
  },
  async rest() {
    const rest = await last?.rest?.();
    const seconds = (at: number | undefined) => (at === undefined ? null : (at - startedAt) / 1000);
    return { recordsSeconds: seconds(rest?.recordsAt), closerSeconds: seconds(rest?.settledAt), waitMs: rest?.waitMs ?? null, longestTaskMs: stopWatch() };
  },
  async digest() {
    return (await last?.digest()) ?? null;
  },
  async answers() {
    return (await last?.answers?.()) ?? null;
  },
};
