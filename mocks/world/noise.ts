/** What is wrong with real exports: devices that were not noted, rows that stand there twice, rows that cannot be read. */
import type { Random } from './random.ts';
import type { End } from './layouts.ts';

const WITHOUT_DEVICE = 0.03;
const TWICE = 0.003;
const BROKEN = 0.00005;

/** A row that was broken on purpose. */
export interface BrokenRow {
  readonly file: string;
  /** Line of the file, from 1. */
  readonly line: number;
  readonly what: 'number' | 'time' | 'columns';
}

export function loseDevice(end: End, random: Random): End {
  return random.chance(WITHOUT_DEVICE) ? { ...end, imei: '' } : end;
}

export function isWrittenTwice(random: Random): boolean {
  return random.chance(TWICE);
}

/** What is broken about an extra copy of the row, or null, mostly, for no such copy. */
export function breaksCopy(random: Random): BrokenRow['what'] | null {
  return random.chance(BROKEN) ? random.pick(['number', 'time', 'columns'] as const) : null;
}

/** The row with its number gone, its time unreadable, or cut off after its first columns. `at` is the time as it stands in it. */
export function brokenCopy(line: string, at: string, what: BrokenRow['what']): string {
  if (what === 'number') return line.slice(line.indexOf(','));
  if (what === 'time') return line.replace(at, '####');
  return line.slice(0, line.indexOf(',', line.indexOf(',') + 1));
}
