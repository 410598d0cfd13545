/**
 * A simulated world: the files an operator would hand over, and the truth about every number in them.
 *
 * Same options, same bytes. The world happens day by day, so that only one day's records are ever in memory.
 * It shares no figure with the features, detectors and weights that will judge it.
 */
import { dayText, parseDay } from '../../src/records/days.ts';
import { Day } from './day.ts';
import { imsiOf } from './handsets.ts';
import { layouts, type End, type Layout } from './layouts.ts';
import type { Member, Side } from './member.ts';
import { breaksCopy, brokenCopy, isWrittenTwice, loseDevice, type BrokenRow } from './noise.ts';
import { tieCircles } from './privateLife.ts';
import { Random } from './random.ts';
import { roles } from './roles/roleList.ts';
import { Stage } from './stage.ts';
import type { FraudTruth, Truth } from './truth.ts';

export interface WorldOptions {
  readonly seed: number;
  /** About how many numbers there are in all, those of other operators included. */
  readonly numbers: number;
  readonly days: number;
  /** First local day, `YYYY-MM-DD`; by default the world ends on LAST_DAY. */
  readonly startDay?: string;
  /** Name of a layout; the first of `layouts` by default. */
  readonly layout?: string;
}

/** Whole lines of a file, in order; the first chunk of a file begins with its header. UTF-8. */
export interface WorldChunk {
  readonly file: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface World {
  readonly truth: Truth;
  /** All files, one after the other, from the beginning; a world can be written once. */
  chunks(): Generator<WorldChunk, void>;
}

export const FEWEST_NUMBERS = 100;
export const WORLD_ZONE = 'Asia/Shanghai';
const LAST_DAY = '2026-06-08';

const OUTSIDE_SHARE = 0.3;
/** One number in 200 is fraud, but no world has so few that a role is missing. */
const FRAUD_SHARE = 0.005;
const FEWEST_FRAUD = 60;
const MOST_FRAUD_SHARE = 0.02;
const LOOK_ALIKE_SHARE = 0.06;
const LOOK_ALIKES_PER_FRAUD = 3.5;
/** Who gives the number to friends only: no stranger has it. */
const UNLISTED_SHARE = 0.4;
const ROWS_PER_CHUNK = 20_000;

/** @throws RangeError when an option is out of range, in words for the user */
export function simulateWorld(options: WorldOptions): World {
  const { seed, numbers, days } = options;
  const layout = layouts.find((each) => each.name === (options.layout ?? layouts[0]!.name));
  if (!layout) throw new RangeError(`layout must be one of ${layouts.map((each) => each.name).join(', ')}`);
  if (!Number.isSafeInteger(seed)) throw new RangeError('seed must be a whole number');
  if (!Number.isInteger(numbers) || numbers < FEWEST_NUMBERS) throw new RangeError(`numbers must be a whole number from ${FEWEST_NUMBERS}`);
  if (!Number.isInteger(days) || days < 1) throw new RangeError('days must be a whole number from 1');
  const startDay = options.startDay === undefined ? parseDay(LAST_DAY) - days + 1 : parseDay(options.startDay);
  if (Number.isNaN(startDay)) throw new RangeError('startDay must be a day like 2026-04-10');

  const stage = cast(seed, numbers, days, startDay);
  const broken: BrokenRow[] = [];
  return { truth: truthOf(stage, broken), chunks: () => write(stage, layout, broken) };
}

/** Puts everyone on the stage and ties them together. */
function cast(seed: number, numbers: number, days: number, startDay: number): Stage {
  const stage = new Stage(seed, numbers, days, startDay);
  const fraud = Math.round(Math.max(FRAUD_SHARE * numbers, Math.min(FEWEST_FRAUD, MOST_FRAUD_SHARE * numbers)));
  const lookAlikes = Math.round(Math.max(LOOK_ALIKE_SHARE * numbers, LOOK_ALIKES_PER_FRAUD * fraud));
  const outside = Math.round(OUTSIDE_SHARE * numbers);
  const counts: Record<Side, number> = { fraud, lookAlike: lookAlikes, ordinary: numbers - fraud - lookAlikes - outside };

  for (let i = Math.round(40 + numbers / 2_000); i > 0; i--) stage.messageSenders.push(stage.add(stage.numbers.messageSender(), 'service', 'ordinary'));
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

function truthOf(stage: Stage, broken: readonly BrokenRow[]): Truth {
  const replaces = new Map(stage.replacements.map((pair) => [pair.new, pair.old]));
  const replacedBy = new Map(stage.replacements.map((pair) => [pair.old, pair.new]));
  const day = (index: number) => dayText(stage.startDay + Math.min(Math.max(index, 0), stage.days - 1));
  const sides: Record<Side, Set<string>> = { ordinary: new Set(), lookAlike: new Set(), fraud: new Set() };
  const roleOf = new Map<string, string>();
  const fraud: FraudTruth[] = [];
  for (const member of stage.members) {
    roleOf.set(member.number, member.role);
    sides[member.side].add(member.role);
    const note = stage.fraudNotes.get(member);
    if (!note) continue;
    fraud.push({
      number: member.number, role: member.role, gang: note.gang, isLowVolume: note.isLowVolume, hasPersonalUse: note.hasPersonalUse,
      from: day(member.firstDay), to: day(member.lastDay),
      replaces: replaces.get(member.number) ?? null, replacedBy: replacedBy.get(member.number) ?? null,
    });
  }
  return {
    seed: stage.seed, zone: WORLD_ZONE, from: day(0), to: day(stage.days - 1), roles: roleOf,
    sides: { ordinary: [...sides.ordinary], lookAlike: [...sides.lookAlike], fraud: [...sides.fraud] }, fraud, broken,
  };
}

/** A file per calendar month. */
function* write(stage: Stage, layout: Layout, broken: BrokenRow[]): Generator<WorldChunk, void> {
  const encoder = new TextEncoder();
  const day = new Day(stage);
  const noise = new Random(stage.seed, 4);
  let file = '';
  let line = 0;
  let lines: string[] = [];
  const chunk = (): WorldChunk => {
    const bytes = encoder.encode(`${lines.join('\n')}\n`);
    lines = [];
    return { file, bytes };
  };
  for (let index = 0; index < stage.days; index++) {
    const date = dayText(stage.startDay + index);
    const month = `话单-${date.slice(0, 7)}.csv`;
    if (month !== file) {
      if (lines.length > 0) yield chunk();
      file = month;
      line = 1;
      lines.push(layout.header);
    }
    day.live(index);
    for (const record of day.inOrder()) {
      const second = day.secondAt(record);
      const at = `${date} ${clockText(second)}`;
      const from = loseDevice(endOf(day.fromAt(record), day, second), noise);
      const to = loseDevice(endOf(day.toAt(record), day, second), noise);
      const written = layout.lines(from, to, at, day.durationAt(record));
      if (isWrittenTwice(noise)) written.push(written[0]!);
      const what = breaksCopy(noise);
      if (what !== null) {
        broken.push({ file, line: line + written.length + 1, what });
        written.push(brokenCopy(written[0]!, at, what));
      }
      for (const each of written) lines.push(each);
      line += written.length;
      if (lines.length >= ROWS_PER_CHUNK) yield chunk();
    }
  }
  if (lines.length > 0) yield chunk();
}

/** What the operator notes of one end. */
function endOf(member: Member, day: Day, second: number): End {
  const { number, isSubscriber } = member;
  if (!isSubscriber || member.role === 'service') return { number, imei: '', imsi: '', cell: '', isSubscriber: isSubscriber && member.role !== 'service' };
  const imei = member.imeiOn(day.index);
  const cell = member.cellAt(day.index, second, day.isWeekend, day.stage.places.count);
  return {
    number,
    imei: imei === 0 ? '' : String(imei),
    imsi: imei === 0 ? '' : String(imsiOf(member.id)),
    cell: day.stage.places.text(cell),
    isSubscriber: true,
  };
}

const twoDigits = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));

/** `HH:MM:SS` of a second of the day. */
function clockText(second: number): string {
  return `${twoDigits[Math.floor(second / 3600)]!}:${twoDigits[Math.floor(second / 60) % 60]!}:${twoDigits[second % 60]!}`;
}
