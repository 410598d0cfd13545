/**
 * `npx node bench/successors.ts WORLD…`: of the numbers in simulated worlds that gave way to another, how many are found at the day of their
 * change, how many pairs are false, and how often those of some probability are right. A world is a folder that `npm run world` wrote. Last line: JSON of measure → value.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SuccessorPair } from '../src/analysis/answers.ts';
import { findSuccessors } from '../src/analysis/compare/successors/findSuccessors.ts';
import { parseArguments } from '../src/engine/cli/arguments.ts';
import { readArguments } from '../src/engine/cli/readFiles.ts';

interface Truth {
  readonly replacements: readonly { readonly old: string; readonly new: string; readonly cut: string; readonly isFraud: boolean }[];
  readonly fraud: readonly { readonly number: string; readonly role: string }[];
}

const counts = { fraud: { all: 0, right: 0 }, people: { all: 0, right: 0 }, found: 0, false: 0, claimedFalse: 0 };
/** Pairs by what was claimed of them, a tenth each: how many, how many right, and the sum of the claims. */
const claims = Array.from({ length: 10 }, () => ({ all: 0, right: 0, claimed: 0 }));
const seconds: number[] = [];

for (const folder of process.argv.slice(2)) {
  const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth;
  const files = readdirSync(folder).filter((name) => name !== 'truth.json').map((name) => join(folder, name));
  const dataset = await readArguments(parseArguments(['--zone', 'Asia/Shanghai', ...files]));
  const role = new Map(truth.fraud.map((each) => [each.number, each.role]));
  const isTrue = ({ old, new: newer }: SuccessorPair) => truth.replacements.some((each) => each.old === old && each.new === newer);
  for (const cut of [...new Set(truth.replacements.map((each) => each.cut))].toSorted()) {
    const began = performance.now();
    const { pairs } = whole(findSuccessors(dataset, { cut }));
    seconds.push((performance.now() - began) / 1000);
    for (const expected of truth.replacements.filter((each) => each.cut === cut)) {
      const kind = expected.isFraud ? counts.fraud : counts.people;
      kind.all++;
      const guess = pairs.find(({ old }) => old === expected.old);
      if (guess?.new === expected.new) kind.right++;
      else if (process.env['SHOW'] === 'missed') console.error('missed', cut, expected, role.get(expected.old), guess?.new, guess?.similarity);
    }
    counts.found += pairs.length;
    for (const pair of pairs) {
      counts.claimedFalse += 1 - pair.similarity;
      const tenth = claims[Math.min(9, Math.floor(pair.similarity * 10))]!;
      tenth.all++;
      tenth.claimed += pair.similarity;
      if (isTrue(pair)) tenth.right++;
      if (isTrue(pair)) continue;
      counts.false++;
      if (process.env['SHOW'] === 'false') {
        const { contacts, cells, devices, rhythm, timing, logOdds } = pair.evidence;
        console.error('false', cut, pair.old, role.get(pair.old), pair.new, role.get(pair.new), [logOdds, contacts.logRatio, cells?.logRatio, devices?.logRatio, rhythm.logRatio, timing.logRatio].map((value) => value?.toFixed(1)).join(' '));
      }
    }
  }
}

function whole<Answer>(steps: Generator<unknown, Answer>): Answer {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const { fraud, people } = counts;
const share = (part: number, all: number) => Number((part / Math.max(1, all)).toFixed(3));
for (const { all, right, claimed } of claims) if (all > 0) console.log(`claimed ${share(claimed, all).toFixed(2)}  right ${share(right, all).toFixed(2)}  of ${all}`);
console.log(JSON.stringify({
  replaced: fraud.all + people.all, right: share(fraud.right + people.right, fraud.all + people.all), fraud: share(fraud.right, fraud.all), people: share(people.right, people.all),
  pairs: counts.found, false: share(counts.false, counts.found), claimedFalse: share(counts.claimedFalse, counts.found), seconds: Number(Math.max(...seconds).toFixed(2)),
}));
