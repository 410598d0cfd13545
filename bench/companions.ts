/**
 * `npx node bench/companions.ts`: of pairs who go about together among colleagues and neighbours, how many are found at 5 % false discovery,
 * and how many of those found are false. Last line: JSON of measure → value.
 */
import { companionName, companionWorld } from '../mocks/companionWorld.ts';
import type { CompanionOptions } from '../mocks/companionWorld.ts';
import { buildDataset } from '../mocks/buildDataset.ts';
import { FALSE_DISCOVERY_LINE } from '../src/analysis/answers.ts';
import { findCompanions } from '../src/analysis/compare/findCompanions.ts';

const PAIRS = 20;
const SEEDS = [101, 102, 103];
const worlds: Readonly<Record<string, CompanionOptions>> = {
  'three trips a week': { people: 200, cells: 80 },
  'two trips a week': { people: 200, cells: 80, trips: 2 },
  'one trip a week': { people: 200, cells: 80, trips: 1 },
  'two weeks': { people: 200, cells: 80, days: 14 },
  'few calls': { people: 200, cells: 80, calls: 0.5 },
  'few cells': { people: 200, cells: 20 },
};

const total = { all: 0, right: 0, wrong: 0 };
for (const [name, options] of Object.entries(worlds)) {
  const count = { all: 0, right: 0, wrong: 0 };
  for (const seed of SEEDS) {
    const dataset = buildDataset(companionWorld(seed, PAIRS, options));
    for (let pair = 0; pair < PAIRS; pair++) {
      const search = findCompanions(dataset, { window: null, number: companionName(pair), minutes: 30, metres: 0 });
      let step = search.next();
      while (step.done !== true) step = search.next();
      const partner = companionName((options.people ?? 80) - 1 - pair);
      const found = step.value.rows.filter(({ falseDiscovery }) => falseDiscovery <= FALSE_DISCOVERY_LINE);
      count.all++;
      if (found.some(({ number }) => number === partner)) count.right++;
      count.wrong += found.filter(({ number }) => number !== partner).length;
    }
  }
  for (const key of ['all', 'right', 'wrong'] as const) total[key] += count[key];
  console.log(`${name.padEnd(20)}found ${(count.right / count.all).toFixed(3)}  false ${(count.wrong / Math.max(1, count.right + count.wrong)).toFixed(3)}`);
}
console.log(JSON.stringify({ found: total.right / total.all, false: total.wrong / Math.max(1, total.right + total.wrong) }));
