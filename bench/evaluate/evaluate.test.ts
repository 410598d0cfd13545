import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scorecard } from '../../src/scoring/scorecard.ts';
import { splitInOrder } from '../../src/scoring/training/trainingSet.ts';
import provenance from '../../src/scoring/scorecard.json' with { type: 'json' };
import { CALLMINE_FILE, evaluateCallMine } from './evaluateCallMine.ts';
import { evaluateNodobo } from './evaluateNodobo.ts';
import { measure, partOf, trainingBaseRate } from './measure.ts';
import { Report } from './report.ts';
import { readSichuan, SICHUAN_FILE, sichuanTrainingSet } from './sichuan.ts';

const data = join(import.meta.dirname, '../../../shared/data');
const hasSichuan = existsSync(join(data, SICHUAN_FILE));
const hasNodobo = existsSync(join(data, 'nodobo/calls.csv'));
if (!hasSichuan || !hasNodobo) process.stderr.write(`skipped: ${data} is not here to judge the score on\n`);

/** Read within the tests: a suite that is skipped still runs its own body. */
function judged() {
  const set = sichuanTrainingSet(readSichuan(data));
  const split = splitInOrder(set.labels.length);
  return { rows: set.labels.length, test: measure(partOf(set, split.test), scorecard, trainingBaseRate(set, split)) };
}

describe.skipIf(!hasSichuan)('the weights that ship', () => {
  it('tell fraud from the rest on subscribers they were not fitted to', () => {
    expect(judged().test.auc).toBeGreaterThanOrEqual(0.93);
  });

  it('give probabilities that come true', () => {
    expect(judged().test.ece).toBeLessThanOrEqual(0.03);
  });

  it('are the ones whose measures their provenance states', () => {
    const { rows, test } = judged();
    expect(test).toEqual(provenance.provenance.measures.test);
    expect(provenance.provenance.rows).toBe(rows);
  });
});

describe.skipIf(!hasNodobo)('the students of Nodobo', () => {
  it('are none of them suspects, in the whole file and in any week of it', async () => {
    const report = new Report();
    await evaluateNodobo(data, report);
    const measures = JSON.parse(report.json()) as Record<string, number>;
    expect(measures['nodobo.users']).toBe(27);
    expect(measures['nodobo.usersAt50']).toBe(0);
    expect(measures['nodobo.weekly.userWeeksAt50']).toBe(0);
  });
});

describe.skipIf(!existsSync(join(data, CALLMINE_FILE)))('the planted block of CallMine', () => {
  it('is found as one group: its ten callers and no other', async () => {
    const report = new Report();
    await evaluateCallMine(data, report);
    expect(JSON.parse(report.json())).toEqual({ 'callmine.groups': 1, 'callmine.plantedAmongFirst20': 10 });
  });
});
