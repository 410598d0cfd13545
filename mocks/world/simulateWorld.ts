/**
 * A simulated world: the files an operator would hand over, and the truth about every number in them.
 *
 * Same options, same bytes. The world happens day by day, so that only one day's records are ever in memory.
 * It shares no figure with the features, detectors and weights that will judge it.
 */
import { parseDay } from '../../src/records/days.ts';
import { Day } from './day.ts';
import { accessLog } from './files/accessLog.ts';
import { callLayouts } from './files/callLayouts.ts';
import { cells } from './files/cells.ts';
import { communications, MIXED } from './files/communications.ts';
import { interventionFile } from './files/interventionFile.ts';
import type { BrokenRow } from './files/noise.ts';
import { numberLists, type WrongLabel } from './files/numberLists.ts';
import { pools } from './files/pools.ts';
import { registrations } from './files/registrations.ts';
import { Desk, type Scribe, type WorldChunk } from './files/scribe.ts';
import { subscriptions } from './files/subscriptions.ts';
import { transfers } from './files/transfers.ts';
import type { Side } from './member.ts';
import { tieCircles } from './privateLife.ts';
import { roles } from './roles/roleList.ts';
import { Stage } from './stage.ts';
import { truthOf, type Truth } from './truth.ts';

export interface WorldOptions {
  readonly seed: number;
  /** About how many numbers there are in all, those of other operators included. */
  readonly numbers: number;
  readonly days: number;
  /** Share of numbers that are fraud, up to 0.1; by default one in 200, but in a small world at least enough for every role. */
  readonly fraudShare?: number;
  /** First local day, `YYYY-MM-DD`; by default the world ends on LAST_DAY. */
  readonly startDay?: string;
  /** One of `layoutNames`; the first by default. */
  readonly layout?: string;
  /** Calls and messages alone, without the other kinds of record. */
  readonly onlyCommunications?: boolean;
}

export interface World {
  readonly truth: Truth;
  /** Role of every number, without a table of them. */
  eachRole(): Generator<readonly [number: string, role: string], void>;
  /** All files at the same time, each in order of its lines; a world can be written once. */
  chunks(): Generator<WorldChunk, void>;
}

/** How calls can be laid out: one way for all, or each month another. */
export const layoutNames: readonly string[] = [...callLayouts.map((layout) => layout.name), MIXED];

export const FEWEST_NUMBERS = 100;
export const WORLD_ZONE = 'Asia/Shanghai';
const LAST_DAY = '2026-06-08';

const OUTSIDE_SHARE = 0.3;
/** One number in 200 is fraud, but no world has so few that a role is missing. */
const FRAUD_SHARE = 0.005;
const FEWEST_FRAUD = 80;
const MOST_FRAUD_SHARE = 0.02;
const LOOK_ALIKE_SHARE = 0.08;
const LOOK_ALIKES_PER_FRAUD = 4.5;
/** Who gives the number to friends only: no stranger has it. */
const UNLISTED_SHARE = 0.4;

/** @throws RangeError when an option is out of range, in words for the user */
export function simulateWorld(options: WorldOptions): World {
  const { seed, numbers, days } = options;
  const layout = options.layout ?? layoutNames[0]!;
  if (!layoutNames.includes(layout)) throw new RangeError(`layout must be one of ${layoutNames.join(', ')}`);
  if (!Number.isSafeInteger(seed)) throw new RangeError('seed must be a whole number');
  if (!Number.isInteger(numbers) || numbers < FEWEST_NUMBERS) throw new RangeError(`numbers must be a whole number from ${FEWEST_NUMBERS}`);
  if (!Number.isInteger(days) || days < 1) throw new RangeError('days must be a whole number from 1');
  const startDay = options.startDay === undefined ? parseDay(LAST_DAY) - days + 1 : parseDay(options.startDay);
  if (Number.isNaN(startDay)) throw new RangeError('startDay must be a day like 2026-04-10');

  const { fraudShare } = options;
  if (fraudShare !== undefined && !(fraudShare > 0 && fraudShare <= 0.1)) throw new RangeError('fraudShare must be above 0 and at most 0.1');
  const fraud = Math.round(fraudShare === undefined ? Math.max(FRAUD_SHARE * numbers, Math.min(FEWEST_FRAUD, MOST_FRAUD_SHARE * numbers)) : fraudShare * numbers);
  const stage = cast(seed, numbers, days, startDay, fraud);
  const broken: BrokenRow[] = [];
  const wrongLabels: WrongLabel[] = [];
  const desk = new Desk();
  const scribes = [communications(stage, desk, layout, broken)];
  if (options.onlyCommunications !== true) {
    scribes.push(
      subscriptions(stage, desk), pools(stage, desk), accessLog(stage, desk), registrations(stage, desk), transfers(stage, desk), cells(stage, desk),
      interventionFile(stage, desk), numberLists(stage, desk, wrongLabels),
    );
  }
  return {
    truth: truthOf(stage, WORLD_ZONE, broken, wrongLabels),
    *eachRole() {
      for (const { number, role } of stage.members) yield [number, role];
    },
    chunks: () => live(stage, scribes, desk),
  };
}

/** Lets the days pass while the scribes write, and hands out what they have written. */
function* live(stage: Stage, scribes: readonly Scribe[], desk: Desk): Generator<WorldChunk, void> {
  const day = new Day(stage);
  function* writing(steps: readonly (Generator<void, void> | undefined)[]): Generator<WorldChunk, void> {
    for (const each of steps) {
      if (each === undefined) continue;
      while (each.next().done !== true) yield* desk.leaving();
    }
  }
  yield* writing(scribes.map((scribe) => scribe.before?.()));
  for (let index = 0; index < stage.days; index++) {
    day.live(index);
    yield* writing(scribes.map((scribe) => scribe.day?.(day)));
  }
  yield* writing(scribes.map((scribe) => scribe.after?.()));
  yield* desk.leaving(1);
}

/** Puts everyone on the stage and ties them together. */
function cast(seed: number, numbers: number, days: number, startDay: number, fraud: number): Stage {
  const stage = new Stage(seed, numbers, days, startDay, fraud);
  const lookAlikes = Math.round(Math.max(LOOK_ALIKE_SHARE * numbers, LOOK_ALIKES_PER_FRAUD * fraud));
  const outside = Math.round(OUTSIDE_SHARE * numbers);
  const counts: Record<Side, number> = { fraud, lookAlike: lookAlikes, accomplice: 0, ordinary: numbers - fraud - lookAlikes - outside };

  for (let i = Math.round(40 + numbers / 2_000); i > 0; i--) stage.addMessageSender();
  for (const role of roles) {
    const total = roles.reduce((sum, other) => (other.side === role.side ? sum + other.weight : sum), 0);
    role.cast(Math.max(1, Math.round((counts[role.side] * role.weight) / total)), stage);
  }
  while (stage.outside.length < outside) stage.addOutside();
  tieCircles(stage);
  stage.circles.settle(stage.members.length);
  for (const member of [...stage.people, ...stage.outside]) {
    if (member.side !== 'fraud' && !stage.random.chance(UNLISTED_SHARE)) stage.public.push(member);
  }
  stage.random.shuffle(stage.public);
  return stage;
}
