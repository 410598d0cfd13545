/** First and last step of a brush, both included. */
export type Range = readonly [first: number, last: number];

/** A drag from where it began: `at` in steps (fractional), `from` the range then. */
export interface BrushDrag {
  readonly how: 'first' | 'last' | 'move' | 'draw';
  readonly at: number;
  readonly from: Range;
}

/** The range while dragging to `at` (in steps, fractional) over `count` steps. */
export function dragRange({ how, at: start, from }: BrushDrag, at: number, count: number): Range {
  const step = clamp(Math.floor(at), count);
  switch (how) {
    case 'first':
      return [Math.min(clamp(Math.round(at), count), from[1]), from[1]];
    case 'last':
      return [from[0], Math.max(clamp(Math.round(at) - 1, count), from[0])];
    case 'draw': {
      const origin = clamp(Math.floor(start), count);
      return step < origin ? [step, origin] : [origin, step];
    }
    case 'move': {
      const by = Math.min(Math.max(Math.round(at - start), -from[0]), count - 1 - from[1]);
      return [from[0] + by, from[1] + by];
    }
    default:
      return from;
  }
}

/** The range after a key on one end; null when the key does not move it. Shift takes the whole range along. */
export function moveEnd(range: Range, end: 'first' | 'last', key: string, isWhole: boolean, count: number): Range | null {
  const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -7, PageUp: 7, Home: -count, End: count }[key];
  if (by === undefined) return null;
  if (isWhole) return dragRange({ how: 'move', at: 0, from: range }, by, count);
  return end === 'first'
    ? [Math.min(clamp(range[0] + by, count), range[1]), range[1]]
    : [range[0], Math.max(clamp(range[1] + by, count), range[0])];
}

function clamp(step: number, count: number): number {
  return Math.min(Math.max(step, 0), Math.max(0, count - 1));
}
