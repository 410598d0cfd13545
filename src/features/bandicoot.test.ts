import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import { DEFAULT_BASE_RATE, readDataset } from '../engine/pipeline.ts';
import { openFile } from '../engine/cli/readFiles.ts';
import { numberKey } from '../records/numberKey.ts';
import { OddNumbers } from '../records/oddNumbers.ts';
import type { FeatureName } from './featureNames.ts';
import golden from './golden/nodobo.bandicoot.json' with { type: 'json' };

/** The file that bandicoot read too; its README says whose it is. */
const file = join(import.meta.dirname, '../../../shared/data/nodobo/calls.csv');
const isThere = existsSync(file);
if (!isThere) process.stderr.write(`skipped: ${file} is not here to compare with bandicoot\n`);

const TOLERANCE = 1e-6;
const users = Object.entries(golden.users as Readonly<Record<string, Readonly<Partial<Record<FeatureName, number>>>>>);

describe.skipIf(!isThere)('the features of the Nodobo students', () => {
  let dataset: ScoredDataset;
  beforeAll(async () => {
    const source = await openFile(file);
    try {
      dataset = await readDataset([source], [{}], 'Europe/London', DEFAULT_BASE_RATE, { onProgress: () => undefined, checkpoint: () => Promise.resolve() });
    } finally {
      await source.close();
    }
  });

  it('are computed from the very file that bandicoot read', () => {
    expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(golden.about.sha256);
    expect(users).toHaveLength(27);
  });

  const names = Object.keys(users[0]![1]) as FeatureName[];
  it.each(names)('%s is what bandicoot says, for every student', (feature) => {
    const column = dataset.features.columns[feature];
    const differences = users.flatMap(([user, theirs]) => {
      const bytes = new TextEncoder().encode(user);
      const row = dataset.rowOf(numberKey(bytes, 0, bytes.length, new OddNumbers()));
      const ours = row < 0 ? NaN : column[row]!;
      const expected = theirs[feature]!;
      return Math.abs(ours - expected) <= TOLERANCE ? [] : [{ user, ours, bandicoot: expected }];
    });
    expect(differences).toEqual([]);
  });
});
