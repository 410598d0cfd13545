import type { Life } from './life.ts';

/** Something a person takes along to another number, on a scale where chance is about normal. */
export interface Trait {
  readonly value: (life: Life) => number;
  /** Variance of `value` from there being so few records. */
  readonly noise: (life: Life) => number;
  /** Assumed variance within a person, and between persons. */
  readonly within: number;
  readonly between: number;
}

export const traits: readonly Trait[] = [
  // Records a day, logarithm.
  { value: ({ records, days }) => Math.log((records + 0.5) / days), noise: ({ records }) => 2 / (records + 0.5), within: 0.15, between: 1 },
  // Own initiative, logit.
  { value: ({ out, records }) => Math.log((out + 1) / (records - out + 1)), noise: ({ out, records }) => 1 / (out + 1) + 1 / (records - out + 1), within: 0.1, between: 1 },
  // Length of calls, logarithm; seconds.
  { value: ({ logTalkS, talks }) => logTalkS / talks, noise: ({ talks }) => 0.8 / talks, within: 0.05, between: 0.25 },
  // Contacts per record, logarithm.
  { value: ({ ties, records }) => Math.log(ties.size / records), noise: ({ ties, records }) => 1 / ties.size + 0.5 / records, within: 0.05, between: 0.4 },
  // Messages, logit.
  { value: ({ texts, records }) => Math.log((texts + 0.5) / (records - texts + 0.5)), noise: ({ texts, records }) => 1 / (texts + 0.5) + 1 / (records - texts + 0.5), within: 0.2, between: 2 },
];
