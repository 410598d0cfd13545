/** What is wrong with real exports: devices not noted, rows that stand there twice, rows that cannot be read, clocks that are off. */
import { mix32, type Random } from '../random.ts';

const WITHOUT_DEVICE = 0.03;
const TWICE = 0.003;
const BROKEN = 0.00005;
/** Rows that are looked at again, for what is rarer. */
const RARE = 0.002;
/** One exchange in so many has a clock that is off. */
const SKEWED_EXCHANGES = 14;
/** Cells that one exchange serves. */
const CELLS_PER_EXCHANGE = 24;
/** The most that a clock is off, seconds. */
export const MOST_SKEW_S = 180;

/** A row that was broken on purpose. */
export interface BrokenRow {
  readonly file: string;
  /** Line of the file, from 1. */
  readonly line: number;
  readonly what: 'number' | 'time' | 'columns';
}

/** What is wrong with one row. */
export interface Flaws {
  isFromDeviceLost: boolean;
  isToDeviceLost: boolean;
  isTwice: boolean;
  /** What is broken about an extra copy of the row, or null, mostly, for no such copy. */
  breaks: BrokenRow['what'] | null;
}

const drawn: Flaws = { isFromDeviceLost: false, isToDeviceLost: false, isTwice: false, breaks: null };

/** Draws the flaws of a row; the answer is overwritten by the next. One draw of 32 bits does for nearly all rows. */
export function drawFlaws(random: Random): Flaws {
  const lot = random.u32();
  drawn.isFromDeviceLost = (lot & 0x3ff) < WITHOUT_DEVICE * 0x400;
  drawn.isToDeviceLost = ((lot >>> 10) & 0x3ff) < WITHOUT_DEVICE * 0x400;
  const rest = (lot >>> 20) / 0x1000;
  drawn.isTwice = rest < TWICE;
  drawn.breaks = rest > 1 - RARE && random.chance(BROKEN / RARE) ? random.pick(['number', 'time', 'columns'] as const) : null;
  return drawn;
}

/** The row with its number gone, its time unreadable, or cut off after its first columns. `at` is the time as it stands in it. */
export function brokenCopy(line: string, at: string, what: BrokenRow['what']): string {
  if (what === 'number') return line.slice(line.indexOf(','));
  if (what === 'time') return line.replace(at, '####');
  return line.slice(0, line.indexOf(',', line.indexOf(',') + 1));
}

/** Seconds by which the clock of a cell's exchange is ahead, for most 0. */
export function clockSkewS(seed: number, cell: number): number {
  if (cell < 0) return 0;
  const lot = mix32(seed * 65_599 + Math.floor(cell / CELLS_PER_EXCHANGE)) >>> 0;
  return lot % SKEWED_EXCHANGES === 0 ? ((lot >>> 8) % (2 * MOST_SKEW_S + 1)) - MOST_SKEW_S : 0;
}
