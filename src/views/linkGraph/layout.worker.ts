/** Lays out and measures off the main thread. */
import { centrality } from './centrality.ts';
import { findCommunities } from './communities.ts';
import { layOut } from './layOut.ts';
import type { LayoutMessage, LayoutReply, Measured, MeasureRequest } from './layoutProtocol.ts';

addEventListener('message', ({ data }: MessageEvent<LayoutMessage>) => {
  try {
    postMessage(answer(data));
  } catch (error) {
    postMessage({ id: data.id, is: 'failed', details: error instanceof Error ? (error.stack ?? error.message) : String(error) } satisfies LayoutReply);
  }
});

function answer(message: LayoutMessage): LayoutReply {
  const { id } = message;
  if (message.do === 'measure') return { id, is: 'measured', measured: measure(message.request) };
  const startedMs = performance.now();
  const positions = layOut(message.request);
  return { id, is: 'laidOut', positions, tookMs: performance.now() - startedMs };
}

function measure(request: MeasureRequest): Measured {
  return {
    values: request.measure === null ? null : centrality(request, request.measure),
    communities: request.hasCommunities ? findCommunities(request) : null,
  };
}
