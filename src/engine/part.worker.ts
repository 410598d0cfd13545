/** A part of the engine in a worker of its own. */
import { isAllocationFailure } from './allocationFailure.ts';
import { FileGone, sourceOfFile } from './byteSource.ts';
import { Part } from './part.ts';
import type { PartReply, PartRequest } from './partProtocol.ts';
import { NotDivisible } from './segment.ts';
import { warmUp } from './warmUp.ts';

const part = new Part();

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
      const { options, segments, files, layouts } = request;
      const summary = await part.read(options, segments, files.map(sourceOfFile), layouts, (progress) => {
        postMessage({ is: 'progress', ...progress } satisfies PartReply);
        return Promise.resolve();
      });
      return { is: 'read', summary };
    }
    case 'give':
      return { is: 'given', records: part.give(request.partitions) };
    case 'features': {
      const steps = part.features(request.self, request.partitions, request.foreign, request.ids, request.lastDay, request.bounds);
      for (;;) {
        const step = steps.next();
        if (step.done) return { is: 'features', made: step.value };
        postMessage({ is: 'made', share: step.value } satisfies PartReply);
      }
    }
  }
}

/** What can be handed over instead of copied. */
function buffersOf(reply: PartReply): ArrayBuffer[] {
  if (reply.is === 'given') return reply.records.flatMap(({ records }) => records.blocks.map((block) => block.buffer));
  if (reply.is !== 'features') return [];
  const { part: made, groups } = reply.made;
  const columns = [made.numbers, made.deviceKeys, made.deviceRows, ...Object.values(made.columns), ...Object.values(made.presence)];
  const grouped = groups.flatMap(({ blocks, order, starts }) => [...blocks, order, starts]);
  return [...columns, ...grouped].map((column: Uint32Array | Float64Array) => column.buffer as ArrayBuffer);
}

function failureOf(error: unknown): PartReply {
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const failed = (why: Extract<PartReply, { is: 'failed' }>['why'], file = ''): PartReply => ({ is: 'failed', why, file, details });
  if (error instanceof NotDivisible) return failed('notDivisible', error.message);
  if (error instanceof FileGone) return failed('fileGone', error.file);
  if (isAllocationFailure(error)) return failed('outOfMemory');
  return failed('fault');
}
