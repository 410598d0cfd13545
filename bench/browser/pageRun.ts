/** What the bench page can be asked to run, and what it answers. */
import type { Digests } from './tableDigest.ts';

export const pagePeers = ['engine', 'read', 'papaparse', 'duckdbWasm'] as const;
export type PagePeer = (typeof pagePeers)[number];

export interface PageRun {
  /** From choosing the file to the result, everything loaded; for the engine and its peers the result is the ranked first hundred. */
  readonly seconds: number;
  /** Bytes read, where only reading is measured. */
  readonly bytes: number | null;
}

/** What follows behind the result. */
export interface PageRest {
  /** From choosing the file to the first answer about a number's records; null for those that are asked none. */
  readonly recordsSeconds: number | null;
  /** From choosing the file to the closer look, after which scores no longer change; null for those that take none. */
  readonly closerSeconds: number | null;
  /** How long a question to the engine waited at most meanwhile, in ms; null for those that are asked none. */
  readonly waitMs: number | null;
  /** Longest time in ms in which the page could not react, from choosing the file until all was done. */
  readonly longestTaskMs: number;
}

/** What `page.ts` offers to the bench on the other side of the browser. */
export interface BenchPage {
  run(peer: PagePeer): Promise<PageRun>;
  /** Waits for what the last run still does after its result. */
  rest(): Promise<PageRest>;
  /** Of what the last run found; outside of its time. null where there is nothing to compare. */
  digest(): Promise<Digests | null>;
  /** Of what the last run stored; outside of its time. null for those that store nothing. */
  answers(): Promise<AnswerTimes | null>;
}

/** How long questions to what was stored take, in ms: the longest of many. */
export interface AnswerTimes {
  /** The first fifty records of numbers all over the queue, and the dossiers of some of them. */
  readonly recordsMs: number;
  readonly dossierMs: number;
  /** The first of them, which learns how the features are distributed. */
  readonly firstDossierMs: number;
  readonly networkMs: number;
  /** The first time, which goes through all records. */
  readonly trendsMs: number;
}

/** Loads a peer's code and starts its worker, as a page does before anyone chooses a file; not measured. */
export type PreparePeer = () => Promise<ReadyPeer>;

/** Takes a file and answers when the result is there: this is what is measured. */
export type ReadyPeer = (file: File) => Promise<PeerRun>;

/** One measured run: what a peer answers, with what is needed to look at its result afterwards. */
export interface PeerRun {
  readonly bytes: number | null;
  /**
   * Resolves once the scores no longer change and the result is kept: with the moments (`performance.now()`) of the first answer about records
   * and of the last change of the scores, and how long questions waited.
   */
  rest?(): Promise<{ readonly recordsAt: number; readonly settledAt: number; readonly waitMs: number }>;
  /** After `digest`. */
  answers?(): Promise<AnswerTimes>;
  digest(): Promise<Digests | null>;
}
