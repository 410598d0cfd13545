/** Messages for screen readers, through one live region of the page. */

let text = '';
const listeners = new Set<() => void>();

/** Says `message` politely. The same message twice in a row is said twice. */
export function announce(message: string): void {
  // A trailing no-break space makes a repeated message a change, which is what screen readers speak.
  text = message === text ? `${message}\u00a0` : message;
  for (const listener of listeners) listener();
}

export function subscribeToAnnouncements(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function lastAnnouncement(): string {
  return text;
}
