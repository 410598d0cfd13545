import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { featureNames } from '../../features/featureNames.ts';
import type { FeatureName } from '../../features/featureNames.ts';
import { evidenceGaps } from './missingEvidence.ts';

function known(names: readonly FeatureName[], value = 1000) {
  return names.map((feature) => ({ feature, value, percentile: null }));
}

describe('the evidence a number lacks', () => {
  it('is nothing for one of whom all is known', () => {
    expect(evidenceGaps(known(featureNames))).toEqual({ missing: [], few: [] });
  });

  it('never grows when more is known', () => {
    fc.assert(fc.property(fc.subarray([...featureNames]), fc.subarray([...featureNames]), (some, more) => {
      const before = new Set(evidenceGaps(known(some)).missing);
      expect(evidenceGaps(known([...new Set([...some, ...more])])).missing.every((field) => before.has(field))).toBe(true);
    }));
  });

  it('names IMEI and cells for a file that has neither, and messages for one with calls alone', () => {
    const told = known(featureNames.filter((name) => !/imei|antenna|text/.test(name)));
    const untold = featureNames.filter((name) => /imei|antenna/.test(name)).map((feature) => ({ feature, value: null, percentile: null }));
    const noTexts = known(featureNames.filter((name) => /texts/.test(name)), 0);
    expect(evidenceGaps([...told, ...untold, ...noTexts])).toEqual({ missing: ['texts', 'imei', 'cell'], few: [] });
  });

  it('says when there are calls, but few', () => {
    const features = known(featureNames).map((entry) => (/calls_(out|in)$/.test(entry.feature) ? { ...entry, value: 2 } : entry));
    expect(evidenceGaps(features).few).toEqual([{ kind: 'calls', records: 4 }]);
  });
});
