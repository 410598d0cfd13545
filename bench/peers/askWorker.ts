/** Sends one message to a worker and awaits its one answer; rejects when the worker fails. */
export function askWorker<Answer>(worker: Worker, message: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => resolve(data), { once: true });
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'the worker stopped')), { once: true });
    worker.postMessage(message, []);
  });
}
