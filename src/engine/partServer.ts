import { isAllocationFailure } from './allocationFailure.ts';
import type { ByteSource } from './byteSource.ts';
import { FileGone } from './byteSource.ts';
import { FileBytes } from './bytes.ts';
import type { Chunk } from './chunk.ts';
import { Part } from './part.ts';
import type { PartFile, PartReply, PartRequest, PartRoom, SentChunk } from './partProtocol.ts';
import { PartReader } from './partReader.ts';
import type { PartStorage } from './partStorage.ts';
import { untilAborted, turnTaker } from './inTurns.ts';
import { NotDivisible } from './segment.ts';
import { warmUpReading } from './warmUp.ts';

/** Bytes read between two messages of how far it is. */
const TELL_BYTES = 4 << 20;

/** What a part needs of the platform that its worker runs on. */
export interface PartHost {
  /** Begins to read what `open` will most likely be asked for; absent where that saves nothing. */
  expect?(file: File, start: number, end: number): void;
  /** Opens the files; `close` is called when they have been read. */
  open(files: readonly PartFile[]): Promise<{ readonly sources: readonly ByteSource[]; readonly close: () => Promise<void> }>;
  storageOf(room: PartRoom): PartStorage;
  /** Sends a message to the engine. @param transfer what can be handed over instead of copied */
  send(reply: PartReply, transfer: readonly ArrayBuffer[]): void;
}

/** A part of the engine in a worker of its own: carries out what the engine asks. */
export class PartServer {
  readonly #host: PartHost;
  #part = new Part();
  readonly #warmUp = new AbortController();

  constructor(host: PartHost) {
    this.#host = host;
  }

  /** Answers with one message, and with news before it; a failure is an answer, too. Only `endWarmUp` has none. */
  async answer(request: PartRequest): Promise<void> {
    if (request.do === 'endWarmUp') {
      this.#warmUp.abort();
      return;
    }
    try {
      const reply = await this.#carryOut(request);
      this.#host.send(reply, buffersOf(reply));
    } catch (error) {
      this.#host.send(failureOf(error), []);
    }
  }

  async #carryOut(request: Exclude<PartRequest, { readonly do: 'endWarmUp' }>): Promise<PartReply> {
    switch (request.do) {
      case 'warmUp':
        await untilAborted(warmUpReading(turnTaker(this.#warmUp.signal)), this.#warmUp.signal);
        return { is: 'warm' };
      case 'expect':
        this.#host.expect?.(request.file, request.start, request.end);
        return { is: 'expecting' };
      case 'begin':
        this.#part = new Part(this.#host.storageOf(request.room));
        this.#part.begin(new PartReader(request.options));
        if (request.ids !== null) this.#part.takeIds(request.ids);
        return { is: 'begun' };
      case 'takeEarlier':
        await this.#part.takeEarlier(request.records);
        return { is: 'tookEarlier' };
      case 'read':
        return this.#read(request);
      case 'give':
        return { is: 'given', records: this.#part.give(request.partitions) };
      case 'features':
        for (const partitions of this.#part.features(request.self, request.partitions, request.foreign, request.ids, request.lastDay, request.bounds, request.packsLater)) {
          this.#host.send({ is: 'made', partitions }, []);
        }
        return { is: 'features' };
      case 'finish': {
        const { chunks, ...made } = this.#part.finish();
        this.#part.closeOutput();
        return { is: 'finished', made, chunks: chunks.map(sent) };
      }
      case 'pack':
        for (const end of this.#part.pack()) this.#host.send({ is: 'chunkEnd', ...end }, [end.bytes.buffer]);
        return { is: 'packed' };
    }
  }

  async #read({ segments, files, layouts }: Extract<PartRequest, { do: 'read' }>): Promise<PartReply> {
    const { sources, close } = await this.#host.open(files);
    try {
      let unsaid = 0;
      const summary = await this.#part.read(segments, sources, layouts, ({ bytes, ...progress }) => {
        unsaid += bytes;
        if (unsaid >= TELL_BYTES) {
          this.#host.send({ is: 'progress', bytes: unsaid, ...progress }, []);
          unsaid = 0;
        }
        return Promise.resolve();
      });
      return { is: 'read', summary, isMuch: this.#part.isMuch };
    } finally {
      await close();
    }
  }
}

function sent({ rows, bytes, weeks }: Chunk): SentChunk {
  if (bytes instanceof FileBytes) return { rows, memory: null, at: bytes.start, bytes: bytes.length, weeks };
  return { rows, memory: bytes.read(0, bytes.length), at: 0, bytes: bytes.length, weeks };
}

/** What can be handed over instead of copied. */
function buffersOf(reply: PartReply): ArrayBuffer[] {
  if (reply.is === 'given') return reply.records.flatMap(({ records }) => records.blocks.map((block) => block.buffer));
  if (reply.is !== 'finished') return [];
  const { made, chunks } = reply;
  return [made.deviceKeys.buffer, made.deviceRows.buffer, ...chunks.flatMap(({ memory }) => (memory === null ? [] : [memory.buffer]))];
}

function failureOf(error: unknown): PartReply {
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const failed = (why: Extract<PartReply, { is: 'failed' }>['why'], file = ''): PartReply => ({ is: 'failed', why, file, details });
  if (error instanceof NotDivisible) return failed('notDivisible', error.message);
  if (error instanceof FileGone) return failed('fileGone', error.file);
  if (isAllocationFailure(error)) return failed('outOfMemory');
  return failed('fault');
}
