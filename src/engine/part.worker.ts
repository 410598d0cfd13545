/** A part of the engine in a worker of its own. */
import { isAllocationFailure } from './allocationFailure.ts';
import { FileGone, sourceOfFile } from './byteSource.ts';
import { FileBytes } from './bytes.ts';
import type { Chunk } from './chunk.ts';
import { Part } from './part.ts';
import type { PartReply, PartRequest, PartRoom, SentChunk } from './partProtocol.ts';
import type { PartStorage } from './partStorage.ts';
import { NotDivisible } from './segment.ts';
import { openPartFile, openSpillFile } from './storage.ts';
import { warmUp } from './warmUp.ts';

let part = new Part();

addEventListener('message', ({ data }: MessageEvent<PartRequest>) => {
  carryOut(data)
    .then((message) => postMessage(message, { transfer: buffersOf(message) }))
    .catch((error: unknown) => postMessage(failureOf(error)));
});

async function carryOut(request: PartRequest): Promise<PartReply> {
  switch (request.do) {
    case 'warmUp':
      await warmUp();
      return { is: 'warm' };
    case 'read': {
      const { options, room, segments, files, layouts } = request;
      part = new Part(storageOf(room));
      const summary = await part.read(options, segments, files.map(sourceOfFile), layouts, (progress) => {
        postMessage({ is: 'progress', ...progress } satisfies PartReply);
        return Promise.resolve();
      });
      return { is: 'read', summary, isMuch: part.isMuch };
    }
    case 'give':
      return { is: 'given', records: part.give(request.partitions) };
    case 'features':
      for (const partitions of part.features(request.self, request.partitions, request.foreign, request.ids, request.lastDay, request.bounds)) {
        postMessage({ is: 'made', partitions } satisfies PartReply);
      }
      return { is: 'features' };
    case 'finish': {
      const { chunks, ...made } = part.finish();
      part.closeOutput();
      return { is: 'finished', made, chunks: chunks.map(sent) };
    }
  }
}

/** The folder of the dataset being made; what cannot be opened there is done without. */
function storageOf({ memoryBytes, draft, self }: PartRoom): PartStorage {
  const open = async (openFile: typeof openPartFile) => {
    if (draft === null) return null;
    try {
      return await openFile(draft, self);
    } catch (error) {
      if (error instanceof DOMException || error instanceof TypeError) return null;
      throw error;
    }
  };
  return { memoryBytes, openSpill: () => open(openSpillFile), openOutput: () => open(openPartFile) };
}

function sent({ rows, bytes }: Chunk): SentChunk {
  if (bytes instanceof FileBytes) return { rows, memory: null, at: bytes.start, bytes: bytes.length };
  return { rows, memory: bytes.read(0, bytes.length), at: 0, bytes: bytes.length };
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
