/** What really happened in a simulated world, to hold a judgement against. */
import type { BrokenRow } from './noise.ts';

export interface FraudTruth {
  readonly number: string;
  readonly role: string;
  readonly gang: string;
  /** Kept under what stands out. */
  readonly isLowVolume: boolean;
  /** Also lived, or seemed to live, an ordinary life. */
  readonly hasPersonalUse: boolean;
  /** Local days between which the card worked, both included. */
  readonly from: string;
  readonly to: string;
  /** The blocked number whose place it took. */
  readonly replaces: string | null;
  readonly replacedBy: string | null;
}

export interface Truth {
  readonly seed: number;
  readonly zone: string;
  /** First and last local day. */
  readonly from: string;
  readonly to: string;
  /** Role of every number of the world. */
  readonly roles: ReadonlyMap<string, string>;
  /** Role names by side. */
  readonly sides: Readonly<Record<'ordinary' | 'lookAlike' | 'fraud', readonly string[]>>;
  readonly fraud: readonly FraudTruth[];
  /** Rows broken on purpose; complete when all files have been read. */
  readonly broken: readonly BrokenRow[];
}

/** The truth as JSON, in pieces of bounded size. */
export function* truthJson(truth: Truth): Generator<string> {
  const { roles, ...rest } = truth;
  yield `${JSON.stringify(rest, null, 1).slice(0, -2)},\n "roles": {`;
  let separator = '\n';
  let piece = '';
  for (const [number, role] of roles) {
    piece += `${separator}  ${JSON.stringify(number)}: ${JSON.stringify(role)}`;
    separator = ',\n';
    if (piece.length < 1_000_000) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}\n }\n}\n`;
}
