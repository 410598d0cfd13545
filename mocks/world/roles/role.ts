import type { Side } from '../member.ts';
import type { Stage } from '../stage.ts';

/** A way of living with a number, or of abusing one. Each has a file here and a line in `roleList.ts`. */
export interface Role {
  readonly name: string;
  readonly side: Side;
  /** Its part of its side, relative to the other roles of that side. */
  readonly weight: number;
  /** Puts about `count` members of the role on the stage, in whole groups where it has any. */
  cast(count: number, stage: Stage): void;
}
