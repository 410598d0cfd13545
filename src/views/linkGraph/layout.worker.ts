/** Runs `layOut` off the main thread. */
import { layOut } from './layOut.ts';
import type { LayoutMessage, LayoutReply } from './layoutProtocol.ts';

addEventListener('message', ({ data: { id, request } }: MessageEvent<LayoutMessage>) => {
  try {
    const startedMs = performance.now();
    const positions = layOut(request);
    postMessage({ id, is: 'laidOut', positions, tookMs: performance.now() - startedMs } satisfies LayoutReply);
  } catch (error) {
    postMessage({ id, is: 'failed', details: error instanceof Error ? (error.stack ?? error.message) : String(error) } satisfies LayoutReply);
  }
});
