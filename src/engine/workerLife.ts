/**
 * Whether a worker still lives. A browser tells of errors in a worker, but of none that was closed, or ended for want of memory: whoever
 * waits for its answer would wait for ever. A lock that it holds for as long as it lives tells.
 */

/** A worker's first message to whoever started it. */
export interface SignOfLife {
  readonly is: 'alive';
  /** The lock that is free once the worker is gone. */
  readonly lock: string;
}

/** To be called in a worker as it starts. */
export function showLife(): void {
  const lock = `callchain-alive-${crypto.randomUUID()}`;
  void locks()?.request(lock, () => {
    const sign: SignOfLife = { is: 'alive', lock };
    postMessage(sign);
    return new Promise(() => undefined);
  });
}

/**
 * Calls `onGone` once the worker that gave the sign is gone, however it went. The function returned ends the watch, which must be done
 * before one ends the worker oneself.
 */
export function watchLife({ lock }: SignOfLife, onGone: () => void): () => void {
  const watch = new AbortController();
  locks()?.request(lock, { signal: watch.signal }, onGone).catch((error: unknown) => {
    if (!watch.signal.aborted) throw error;
  });
  return () => watch.abort();
}

/** Absent where the page was not fetched securely. */
function locks(): LockManager | undefined {
  return (navigator as Partial<Navigator>).locks;
}
