/** Notes on numbers, kept where decisions are kept. */

export interface Note {
  /** Tells notes apart; whoever writes it makes it (a UUID). */
  readonly id: string;
  readonly number: string;
  /** '' stands for a note that is not there: writing it takes the note away. */
  readonly text: string;
  /** UTC, ISO 8601 with milliseconds. */
  readonly at: string;
  /** Person's id. */
  readonly by: string;
}

/** Longest note, in characters. */
export const MAX_NOTE = 4000;

/** Writes notes over those known so far, by id. Answers what stood before each, so that writing the answer undoes this. */
export function applyNotes(known: Map<string, Note>, notes: readonly Note[]): readonly Note[] {
  return notes.map((note) => {
    const before = known.get(note.id) ?? { ...note, text: '' };
    if (note.text.trim() === '') known.delete(note.id);
    else known.set(note.id, note);
    return before;
  });
}

/** Oldest first. */
export function inOrder(notes: Iterable<Note>): Note[] {
  return [...notes].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
}
