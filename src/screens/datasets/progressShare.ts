import type { OpenProgress } from '../../engine/protocol.ts';

/**
 * How much is done, 0–1, from the time it took and the time it will still take; null while nothing can be told. Bytes alone
 * would stand at the end while the numbers are scored.
 */
export function progressShare(progress: OpenProgress | null, elapsedS: number): number | null {
  if (progress === null) return null;
  if (progress.secondsLeft === null) return progress.bytesTotal > 0 ? Math.min(1, progress.bytes / progress.bytesTotal) / 2 : null;
  const wholeS = elapsedS + progress.secondsLeft;
  return wholeS > 0 ? Math.min(1, elapsedS / wholeS) : 1;
}
