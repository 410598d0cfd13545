/**
 * Files on their way to becoming datasets: looked at, asked about, read, cancelled or failed. Kept outside of the screen,
 * so that one can go elsewhere while they are read.
 */
import type { EngineClient } from '../../engine/engineClient.ts';
import { EngineError } from '../../engine/engineError.ts';
import type { DatasetInfo, EngineFailure, OpenProgress, ReadOptions } from '../../engine/protocol.ts';
import type { FileProblem, Inspection } from '../../ingest/inspection.ts';
import { copyDecisions } from '../../sources/local/localDecisions.ts';
import { copyRefit } from '../../sources/local/localRefit.ts';
import { copyNotes } from '../../sources/local/localNotes.ts';
import { readSetting, writeSetting } from '../../state/setting.ts';
import { nextStep, parseRemembered, rememberedText, settingKey } from './mappingDraft.ts';

/** A file that could not be taken, and why: its own problems, or what the engine said. */
export interface LeftOut {
  readonly file: string;
  readonly problems: readonly FileProblem[];
  readonly failure: EngineFailure | null;
}

/** A file whose columns the user is asked about. */
export interface Asked {
  readonly file: File;
  readonly inspection: Inspection;
  /** What was remembered for its header. */
  readonly options: ReadOptions;
  /** Place among the files chosen, from 1. */
  readonly place: number;
}

export type OpeningState =
  | { readonly is: 'looking' }
  | { readonly is: 'asking'; readonly asked: Asked }
  | { readonly is: 'reading'; readonly progress: OpenProgress | null; readonly elapsedS: number }
  | { readonly is: 'done'; readonly dataset: DatasetInfo }
  | { readonly is: 'cancelled' }
  /** null where each file was left out for its own reason. */
  | { readonly is: 'failed'; readonly failure: EngineFailure | null };

export interface Opening {
  readonly id: number;
  readonly files: readonly File[];
  readonly state: OpeningState;
  readonly leftOut: readonly LeftOut[];
  /** The dataset that the files are added to; it gives way to the one with both. Null for a dataset of their own. */
  readonly addTo: DatasetInfo | null;
  readonly choices: OpenChoices;
}

export interface OpenChoices {
  /** Ask about every file's columns, also of those that are recognised. */
  readonly checkColumns: boolean;
  /** 0–1. */
  readonly baseRate: number;
  /** Only about so many records from the beginning, where all do not fit. */
  readonly mostRecords?: number;
}

/** How the user answers about a file's columns; null leaves the file out. */
export type MappingAnswer = ReadOptions | null;

export type DoneHandler = (dataset: DatasetInfo, opening: Opening) => void;

export class Openings {
  readonly #engine: Pick<EngineClient, 'inspect' | 'open' | 'remove'>;
  readonly #listeners = new Set<() => void>();
  readonly #controllers = new Map<number, AbortController>();
  readonly #answers = new Map<number, (answer: MappingAnswer) => void>();
  #list: readonly Opening[] = [];
  #nextId = 1;
  #onDone: DoneHandler | null = null;

  constructor(engine: Pick<EngineClient, 'inspect' | 'open' | 'remove'>) {
    this.#engine = engine;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Newest first; the same array until something changes. */
  readonly list = (): readonly Opening[] => this.#list;

  /** `handler` is told of each dataset when it can be asked; it replaces the one before. */
  tellDone(handler: DoneHandler): void {
    this.#onDone = handler;
  }

  /** Opens files as one dataset, or adds them to one. Resolves when that has ended, however it ended. */
  async start(files: readonly File[], choices: OpenChoices, addTo: DatasetInfo | null = null): Promise<void> {
    const id = this.#nextId++;
    const controller = new AbortController();
    this.#controllers.set(id, controller);
    this.#set([{ id, files, state: { is: 'looking' }, leftOut: [], addTo, choices }, ...this.#list]);
    try {
      const chosen = await this.#choose(id, files, choices.checkColumns, controller.signal);
      const dataset = await this.#read(id, chosen, choices, controller.signal);
      if (dataset !== null && addTo !== null) {
        // Where the browser refuses its storage, nothing was decided.
        await Promise.all([copyDecisions(addTo.id, dataset.id), copyNotes(addTo.id, dataset.id), copyRefit(addTo.id, dataset.id)]).catch(() => undefined);
        await this.#engine.remove(addTo.id);
      }
      if (dataset !== null) this.#done(id, dataset);
      // Whoever leaves out the only file has thought better of it.
      else this.#update(id, { state: this.#find(id)?.leftOut.length === 0 ? { is: 'cancelled' } : { is: 'failed', failure: null } });
    } catch (error) {
      const failure = failureOf(error);
      this.#update(id, { state: failure.code === 'cancelled' ? { is: 'cancelled' } : { is: 'failed', failure } });
    } finally {
      this.#controllers.delete(id);
      this.#answers.delete(id);
    }
  }

  /** The user's answer about the file that is asked about. */
  answer(id: number, answer: MappingAnswer): void {
    this.#answers.get(id)?.(answer);
  }

  /** Opens the files of one that had no room anew, with as much of them as fits. */
  async startWithin(id: number, mostRecords: number): Promise<void> {
    const opening = this.#find(id);
    if (opening === undefined) return;
    this.dismiss(id);
    await this.start(opening.files, { ...opening.choices, mostRecords }, opening.addTo);
  }

  cancel(id: number): void {
    this.#controllers.get(id)?.abort();
  }

  /** Takes an ended opening off the list. */
  dismiss(id: number): void {
    if (!this.#controllers.has(id)) this.#set(this.#list.filter((opening) => opening.id !== id));
  }

  /** Looks at each file and settles how it is to be read; files that cannot be are left out. */
  async #choose(id: number, files: readonly File[], checkColumns: boolean, signal: AbortSignal): Promise<Chosen[]> {
    const chosen: Chosen[] = [];
    const answered = new Map<string, ReadOptions>();
    for (const [i, file] of files.entries()) {
      try {
        const { inspection, options } = await this.#look(file, answered);
        signal.throwIfAborted();
        const step = nextStep(inspection);
        if (step === 'leaveOut') {
          this.#leaveOut(id, { file: file.name, problems: inspection.problems.filter((problem) => problem.isFatal), failure: null });
          continue;
        }
        const isSettled = step === 'open' && (!checkColumns || answered.has(inspection.signature));
        const answer = isSettled ? options : await this.#ask(id, { file, inspection, options, place: i + 1 }, signal);
        if (answer === null) continue;
        if (!isSettled) {
          answered.set(inspection.signature, answer);
          for (const [signature, set] of setTables(inspection, answer)) writeSetting(settingKey(signature), rememberedText(set));
        }
        chosen.push({ file, options: answer });
      } catch (error) {
        signal.throwIfAborted();
        this.#leaveOut(id, { file: file.name, problems: [], failure: failureOf(error) });
      }
    }
    return chosen;
  }

  /** A file as it would be read with what is known for its header. */
  async #look(file: File, answered: ReadonlyMap<string, ReadOptions>): Promise<{ inspection: Inspection; options: ReadOptions }> {
    const plain = await this.#engine.inspect(file, {});
    const remembered = ({ signature, layout }: Inspection) => parseRemembered(readSetting(settingKey(signature)), layout.header.length);
    const known = plain.tables.flatMap((each) => { const set = remembered(each); return set === null ? [] : [[each.table, set] as const]; });
    const options = plain.tables.length === 0 ? (answered.get(plain.signature) ?? remembered(plain)) : known.length === 0 ? null : { tables: Object.fromEntries(known) };
    return options === null ? { inspection: plain, options: {} } : { inspection: await this.#engine.inspect(file, options), options };
  }

  #ask(id: number, asked: Asked, signal: AbortSignal): Promise<MappingAnswer> {
    this.#update(id, { state: { is: 'asking', asked } });
    return new Promise((resolve, reject) => {
      const abort = () => reject(cancelled());
      signal.addEventListener('abort', abort, { once: true });
      this.#answers.set(id, (answer) => {
        signal.removeEventListener('abort', abort);
        this.#update(id, { state: { is: 'looking' } });
        resolve(answer);
      });
    });
  }

  /** Reads what was chosen. A file that turns out bad is left out and the others are read; null when none is left. */
  async #read(id: number, chosen: readonly Chosen[], choices: OpenChoices, signal: AbortSignal): Promise<DatasetInfo | null> {
    if (signal.aborted) throw cancelled();
    if (chosen.length === 0) return null;
    const { baseRate, mostRecords } = choices;
    const startedAt = performance.now();
    const onProgress = (progress: OpenProgress | null) => this.#update(id, { state: { is: 'reading', progress, elapsedS: (performance.now() - startedAt) / 1000 } });
    onProgress(null);
    const addTo = this.#find(id)?.addTo ?? null;
    try {
      return await this.#engine.open({
        files: chosen.map(({ file }) => file), options: chosen.map(({ options }) => options), baseRate, ...(addTo === null ? {} : { addTo: addTo.id }),
        ...(mostRecords !== undefined && { mostRecords }),
      }, { onProgress, signal });
    } catch (error) {
      const failure = failureOf(error);
      const bad = chosen.find(({ file }) => file.name === failure.file);
      if (bad === undefined || (failure.code !== 'unreadable' && failure.code !== 'fileGone')) throw error;
      this.#leaveOut(id, { file: bad.file.name, problems: failure.inspection?.problems.filter((problem) => problem.isFatal) ?? [], failure });
      return await this.#read(id, chosen.filter((other) => other !== bad), choices, signal);
    }
  }

  #done(id: number, dataset: DatasetInfo): void {
    this.#update(id, { state: { is: 'done', dataset } });
    const opening = this.#find(id);
    if (opening === undefined) return;
    // What was left out stays to be read; the dataset itself has its own row.
    if (opening.leftOut.length === 0) this.#set(this.#list.filter((other) => other !== opening));
    this.#onDone?.(dataset, opening);
  }

  #leaveOut(id: number, leftOut: LeftOut): void {
    this.#update(id, { leftOut: [...(this.#find(id)?.leftOut ?? []), leftOut] });
  }

  #find(id: number): Opening | undefined {
    return this.#list.find((opening) => opening.id === id);
  }

  #update(id: number, change: Partial<Opening>): void {
    this.#set(this.#list.map((opening) => (opening.id === id ? { ...opening, ...change } : opening)));
  }

  #set(list: readonly Opening[]): void {
    this.#list = list;
    for (const listener of this.#listeners) listener();
  }
}

/** What was set for each header of a file. */
function setTables(inspection: Inspection, answer: ReadOptions): readonly (readonly [signature: string, set: ReadOptions])[] {
  if (inspection.tables.length === 0) return [[inspection.signature, answer]];
  return inspection.tables.flatMap(({ table, signature }) => { const set = answer.tables?.[table]; return set ? [[signature, set] as const] : []; });
}

interface Chosen {
  readonly file: File;
  readonly options: ReadOptions;
}

function cancelled(): EngineError {
  return new EngineError({ code: 'cancelled', file: null, details: 'cancelled', inspection: null });
}

function failureOf(error: unknown): EngineFailure {
  if (error instanceof EngineError) return error.failure;
  if (error instanceof DOMException && error.name === 'AbortError') return cancelled().failure;
  return { code: 'fault', file: null, details: error instanceof Error ? (error.stack ?? error.message) : String(error), inspection: null };
}

const all = new WeakMap<object, Openings>();

/** The page's openings: one list per engine. */
export function openingsOf(engine: EngineClient): Openings {
  const known = all.get(engine) ?? new Openings(engine);
  all.set(engine, known);
  return known;
}
