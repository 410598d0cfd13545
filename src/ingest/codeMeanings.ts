/** What a direction written as a code can mean. Apart from how codes are read, since the mapping form needs no words of other languages. */
export const codeMeanings = ['out', 'in', 'missed', 'sent', 'received', 'none'] as const;
/** A call that went out, one that came in, one that came in and was not answered, a message sent, one received; nothing known. */
export type CodeMeaning = (typeof codeMeanings)[number];

/** By the code as `foldCode` writes it. A row whose code says nothing is rejected. */
export type Codes = Readonly<Record<string, CodeMeaning>>;
