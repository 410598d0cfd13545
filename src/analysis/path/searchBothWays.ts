import type { ScoredDataset } from '../scoredDataset.ts';
import type { Hop } from './ties.ts';
import { Ties } from './ties.ts';

/** What one end of the search has reached. Arrays have an entry per row. */
class Side {
  /** Steps from this end; -1 where it has not been. */
  readonly distance: Int32Array;
  readonly before: Int32Array;
  /** Records of the weakest contact on the best shortest path from this end. */
  readonly weakest: Float64Array;
  frontier: readonly number[];

  constructor(rows: number, origin: number) {
    this.distance = new Int32Array(rows).fill(-1);
    this.before = new Int32Array(rows).fill(-1);
    this.weakest = new Float64Array(rows);
    this.distance[origin] = 0;
    this.weakest[origin] = Infinity;
    this.frontier = [origin];
  }

  /** Rows from the origin to `row`. */
  trace(row: number): number[] {
    const rows = [];
    for (let at = row; at >= 0; at = this.before[at]!) rows.push(at);
    return rows.reverse();
  }
}

/**
 * Breadth first from both ends, level by level, the smaller frontier first, until they meet. Within a level each row keeps
 * the predecessor with the strongest weakest contact, so that the path is the strongest of the shortest.
 */
export function searchBothWays(dataset: ScoredDataset, start: number, end: number, mayPass: (row: number) => boolean): Hop[] | null {
  const rows = dataset.features.numbers.length;
  const forth = new Side(rows, start);
  const back = new Side(rows, end);
  const ties = new Ties(dataset);
  while (forth.frontier.length > 0 && back.frontier.length > 0) {
    const side = forth.frontier.length <= back.frontier.length ? forth : back;
    const opposite = side === forth ? back : forth;
    const reached: number[] = [];
    let met: { readonly near: number; readonly far: number } | null = null;
    let best = 0;
    for (const row of side.frontier) {
      const level = side.distance[row]! + 1;
      for (const next of ties.of(row)) {
        const weakest = Math.min(side.weakest[row]!, ties.records[next]!);
        if (opposite.distance[next]! >= 0) {
          const whole = Math.min(weakest, opposite.weakest[next]!);
          if (whole > best) {
            best = whole;
            met = { near: row, far: next };
          }
        } else if (side.distance[next] === -1) {
          if (!mayPass(next)) continue;
          side.distance[next] = level;
          side.before[next] = row;
          side.weakest[next] = weakest;
          reached.push(next);
        } else if (side.distance[next] === level && weakest > side.weakest[next]!) {
          side.before[next] = row;
          side.weakest[next] = weakest;
        }
      }
    }
    if (met !== null) {
      const near = side.trace(met.near);
      const far = opposite.trace(met.far);
      const path = side === forth ? [...near, ...far.reverse()] : [...far, ...near.reverse()];
      return path.slice(1).map((to, i) => ({ from: path[i]!, to, at: null }));
    }
    side.frontier = reached;
  }
  return null;
}
