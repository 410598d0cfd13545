import type { Life } from './life.ts';

/** All pairs are looked at while they are so few; beyond that, those with something in common. */
export const ALL_PAIRS = 40_000;
const CANDIDATES_EACH = 20;
/** Where very many numbers changed, each gets fewer candidates, so that the answer takes seconds. */
const FEWEST_CANDIDATES_EACH = 6;
const CANDIDATES = 200_000;
/** Lists longer than this tell too little to be gone through. */
const MOST_PER_CONTACT = 300;
const MOST_PER_DEVICE = 200;
const MOST_PER_CELL = 40;

/** Pairs with a contact, a device or a rarely used cell in common, the most telling first; all pairs where they are few. */
export function* firstCandidates(olds: readonly Life[], news: readonly Life[]): Generator<readonly [number, number]> {
  if (olds.length * news.length <= ALL_PAIRS) {
    for (let old = 0; old < olds.length; old++) for (let newer = 0; newer < news.length; newer++) yield [old, newer];
    return;
  }
  const indices = ([
    [(life) => life.ties, MOST_PER_CONTACT, 1], [(life) => life.devices, MOST_PER_DEVICE, 5], [(life) => life.cells, MOST_PER_CELL, 0.5],
  ] as const satisfies readonly (readonly [(life: Life) => ReadonlyMap<number, unknown>, number, number])[]).map(([keysOf, longest, weight]) => {
    const holders = new Map<number, number[]>();
    news.forEach((life, newer) => {
      for (const key of keysOf(life).keys()) {
        const list = holders.get(key);
        if (list === undefined) holders.set(key, [newer]);
        else list.push(newer);
      }
    });
    return { keysOf, longest, weight, holders };
  });
  const most = Math.max(FEWEST_CANDIDATES_EACH, Math.min(CANDIDATES_EACH, Math.floor(CANDIDATES / olds.length)));
  const weights = new Map<number, number>();
  for (const [old, life] of olds.entries()) {
    weights.clear();
    for (const { keysOf, longest, weight, holders } of indices) {
      for (const key of keysOf(life).keys()) {
        const list = holders.get(key);
        if (list === undefined || list.length > longest) continue;
        for (const newer of list) weights.set(newer, (weights.get(newer) ?? 0) + weight / Math.log(2 + list.length));
      }
    }
    for (const [newer] of [...weights].sort(([, a], [, b]) => b - a).slice(0, most)) yield [old, newer];
  }
}
