/** People with homes and offices in few cells, of whom some make trips together: for holding the search for companions against. */
import type { WrittenRecord } from './buildDataset.ts';
import { Random } from './world/random.ts';

export const companionName = (i: number) => String(13_800_000_000 + i);
const timeText = (s: number) => new Date(Date.UTC(2026, 2, 2) + s * 1000).toISOString().slice(0, 19);

export interface CompanionOptions {
  readonly people?: number;
  readonly cells?: number;
  readonly days?: number;
  /** Trips a week that each pair makes together. */
  readonly trips?: number;
  /** Calls that a person makes from home and from the office, a day each. */
  readonly calls?: number;
}

/** Ten share an office; person i and person people − 1 − i, of the first `pairs`, go about together, each ringing somebody within 25 minutes. */
export function companionWorld(seed: number, pairs: number, { people = 80, cells = 40, days = 28, trips = 3, calls: usual = 2 }: CompanionOptions = {}): WrittenRecord[] {
  const random = new Random(seed, 9);
  const cell = () => `cell-${random.below(cells)}`;
  const offices = Array.from({ length: Math.ceil(people / 10) }, cell);
  const homes = Array.from({ length: people }, cell);
  const records: WrittenRecord[] = [];
  const calls = (i: number, at: number, where: string) => records.push({ caller: companionName(i), callee: companionName(random.below(people)), at: timeText(at), durationS: 60, cell: where });
  for (let day = 0; day < days; day++) {
    const midnight = day * 86_400;
    for (let i = 0; i < people; i++) {
      for (let left = random.poisson(usual); left > 0; left--) calls(i, midnight + random.whole(18 * 3600, 23 * 3600), homes[i]!);
      if (day % 7 < 5) for (let left = random.poisson(usual); left > 0; left--) calls(i, midnight + random.whole(9 * 3600, 17 * 3600), offices[Math.floor(i / 10)]!);
      if (random.chance(0.3)) calls(i, midnight + random.whole(7 * 3600, 22 * 3600), cell());
    }
    for (let pair = 0; pair < pairs; pair++) {
      if (!random.chance(trips / 7)) continue;
      const at = midnight + random.whole(8 * 3600, 21 * 3600);
      const where = cell();
      // One of a pair is of another office, so that nothing else brings them together.
      calls(pair, at, where);
      calls(people - 1 - pair, at + random.whole(0, 1500), where);
    }
  }
  return records;
}
