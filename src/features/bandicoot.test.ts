import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import { openFile } from '../engine/cli/openFile.ts';
import { DEFAULT_BASE_RATE, readDataset } from '../engine/pipeline.ts';
import { numberKey } from '../records/numberKey.ts';
import { OddNumbers } from '../records/oddNumbers.ts';
import type { FeatureName } from './featureNames.ts';
import { featureNames } from './featureNames.ts';
import callsAndTexts from './golden/callsAndTexts.bandicoot.json' with { type: 'json' };
import nodobo from './golden/nodobo.bandicoot.json' with { type: 'json' };

const TOLERANCE = 1e-6;

/** What bandicoot 0.6 printed for the numbers of a file. */
interface Golden {
  readonly about: { readonly sha256: string };
  /** null: bandicoot gives None. */
  readonly users: Readonly<Record<string, Readonly<Partial<Record<FeatureName, number | null>>>>>;
}

const comparisons: readonly { readonly who: string; readonly file: string; readonly golden: Golden; readonly zone: string }[] = [
  // Real calls of 27 students, without messages and cells; its README says whose they are.
  { who: 'the Nodobo students', file: join(import.meta.dirname, '../../../shared/data/nodobo/calls.csv'), golden: nodobo, zone: 'Europe/London' },
  // Invented calls and messages at cells, with ties, zero durations, a call to itself and both ends of the night.
  { who: 'four numbers that call, write and move', file: join(import.meta.dirname, 'golden/callsAndTexts.csv'), golden: callsAndTexts, zone: 'Asia/Shanghai' },
];

for (const { who, file, golden, zone } of comparisons) {
  const isThere = existsSync(file);
  if (!isThere) process.stderr.write(`skipped: ${file} is not here to compare with bandicoot\n`);
  describe.skipIf(!isThere)(`the features of ${who}`, () => {
    const users = Object.entries(golden.users);
    const shared = featureNames.filter((name) => users.some(([, features]) => features[name] !== undefined));
    let dataset: ScoredDataset;
    beforeAll(async () => {
      const source = await openFile(file);
      try {
        dataset = await readDataset([source], [{}], zone, DEFAULT_BASE_RATE, { onProgress: () => undefined, checkpoint: () => Promise.resolve() });
      } finally {
        await source.close();
      }
    });

    it('are computed from the very file that bandicoot read', () => {
      expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(golden.about.sha256);
      expect(shared.length).toBeGreaterThanOrEqual(15);
    });

    it.each(shared)('%s is what bandicoot says, for every number', (feature) => {
      const column = dataset.features.columns[feature];
      const differences = users.flatMap(([user, features]) => {
        const expected = features[feature];
        if (expected === undefined) return [];
        const ours = column[rowOf(dataset, user)] ?? NaN;
        const isSame = expected === null ? Number.isNaN(ours) : Math.abs(ours - expected) <= TOLERANCE;
        return isSame ? [] : [{ user, ours, bandicoot: expected }];
      });
      expect(differences).toEqual([]);
    });
  });
}

function rowOf(dataset: ScoredDataset, number: string): number {
  const bytes = new TextEncoder().encode(number);
  return dataset.rowOf(numberKey(bytes, 0, bytes.length, new OddNumbers()));
}
