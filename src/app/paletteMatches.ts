/** An entry of the command palette. */
export interface Command {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly detail?: string;
  readonly keys?: string;
  readonly run: (isShift: boolean) => void;
}

/** Commands whose label has all words of the text, in any order; all of them for an empty text. */
export function matchCommands(commands: readonly Command[], text: string): readonly Command[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter(({ label }) => {
    const low = label.toLowerCase();
    return words.every((word) => low.includes(word));
  });
}

/** The text as numbers are stored, or '' when it is none: spaces, hyphens and brackets are only for reading. */
export function numberText(text: string): string {
  const bare = text.replace(/[\s()\-.]/g, '');
  return /^[+*#]?\d[\d*#]*$/.test(bare) ? bare : /\d/.test(text) ? text.trim() : '';
}
