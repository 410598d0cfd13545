/** The page in which the engine and its peers run; driven from Node by `session.ts`. */
import { runDuckdbWasm } from '../peers/duckdbWasm.ts';
import { runEngine } from '../peers/engine.ts';
import { runPapaparse } from '../peers/papaparse.ts';
import { runRead } from '../peers/read.ts';
import { longestTask } from './longestTask.ts';
import type { BenchPage, PagePeer, PeerRun } from './pageRun.ts';

declare global {
  interface Window {
    bench: BenchPage;
  }
}

const peers: Record<PagePeer, (file: File) => Promise<PeerRun>> = {
  engine: runEngine,
  read: runRead,
  papaparse: runPapaparse,
  duckdbWasm: runDuckdbWasm,
};

function chosenFile(): File {
  const file = document.querySelector('input')?.files?.[0];
  if (!file) throw new Error('no file chosen');
  return file;
}

let last: PeerRun | null = null;

window.bench = {
  async run(peer) {
    const file = chosenFile();
    const stop = longestTask();
    const startedAt = performance.now();
    last = await peers[peer](file);
    const seconds = (performance.now() - startedAt) / 1000;
    return { seconds, bytes: last.bytes, longestTaskMs: stop() };
  },
  async digest() {
    return (await last?.digest()) ?? null;
  },
};
