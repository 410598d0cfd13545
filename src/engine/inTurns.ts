import { turn } from './turn.ts';

/** A turn of the event loop between pieces of work, so that a cancel or a question comes through. */
const TURN_MS = 30;

/** To be called between pieces of work: gives others a turn now and then, and rejects with the signal's reason once it has aborted. */
export function turnTaker(signal: AbortSignal): () => Promise<void> {
  let turnAt = performance.now();
  return async () => {
    if (performance.now() - turnAt >= TURN_MS) {
      await turn();
      turnAt = performance.now();
    }
    signal.throwIfAborted();
  };
}

/** Carries work out in steps, so that other questions and a cancel come through in between. */
export async function inTurns<Answer>(steps: Generator<number, Answer>, signal: AbortSignal, onShare: (share: number) => void = () => undefined): Promise<Answer> {
  const checkpoint = turnTaker(signal);
  for (;;) {
    // It may have aborted just as the checkpoint let go.
    signal.throwIfAborted();
    const step = steps.next();
    if (step.done === true) return step.value;
    onShare(step.value);
    await checkpoint();
  }
}

/** Waits for work that may be given up: that its signal aborted is no failure. */
export async function untilAborted(work: Promise<void>, signal: AbortSignal): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
