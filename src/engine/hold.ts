/** What an answer is awaited from. */
const held = new Set<{ readonly thing: object }>();

/**
 * Keeps an object alive until the function returned is called. Chromium collects a stream's reader, or the handle of a file, although its
 * answer is still awaited, when nothing but that wait leads to it; then the answer never comes.
 */
export function hold(thing: object): () => void {
  const hold = { thing };
  held.add(hold);
  return () => held.delete(hold);
}
