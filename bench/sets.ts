/**
 * `npx node bench/sets.ts [--numbers N]`: set algebra on three lists of N numbers (1,000,000), as the comparison does it. `first`: the lists are
 * read from their text as well; `again`: another expression over the same lists; `whole`: with all numbers found as text. Medians of
 * seven, ms. Last line: JSON.
 */
import { buildDataset } from '../mocks/buildDataset.ts';
import { Random } from '../mocks/world/random.ts';
import { collideSets } from '../src/analysis/sets/collideSets.ts';
import type { CollisionQuery } from '../src/analysis/sets/collision.ts';

const RUNS = 7;
const at = process.argv.indexOf('--numbers');
const count = at < 0 ? 1_000_000 : Number(process.argv[at + 1]);
/** Of four million mobiles, so that the lists overlap as lists from the same province do. */
const POOL = 4 * count;
const random = new Random(5, 1);
const list = () => {
  const text: string[] = [];
  for (let i = 0; i < count; i++) text.push(String(13_000_000_000 + random.below(POOL) * 97));
  return text.join('\n');
};
const texts = [list(), list(), list()];
const sets: CollisionQuery['sets'] = texts.map((text, i) => ({ name: 'ABC'[i]!, source: { is: 'numbers', text } }));
const ask = (dataset: ReturnType<typeof buildDataset>, expression: string, isWhole = false) =>
  collideSets(dataset, { window: null, sets, expression, keepsLeftAlone: false, isWhole });
const record = { caller: '13800000001', callee: '13800000002', at: '2026-05-01T10:00:00' };

const times: Record<'first' | 'again' | 'whole', number[]> = { first: [], again: [], whole: [] };
let total = 0;
for (let run = 0; run <= RUNS; run++) {
  const dataset = buildDataset([record]);
  const timed = (what: keyof typeof times, act: () => unknown) => {
    const began = performance.now();
    act();
    // The first run compiles.
    if (run > 0) times[what].push(performance.now() - began);
  };
  timed('first', () => (total = ask(dataset, 'A & B - C').total));
  timed('again', () => ask(dataset, '(A | B) ^ C'));
  timed('whole', () => ask(dataset, 'A | B | C', true));
}
const medians = Object.fromEntries(Object.entries(times).map(([what, values]) => [what, Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!)]));
console.log(JSON.stringify({ lists: 3, numbers: count, found: total, ms: medians }));
