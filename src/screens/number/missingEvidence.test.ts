import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { featureNames } from '../../features/featureNames.ts';
import type { FeatureName } from '../../features/featureNames.ts';
import { evidenceFields, missingEvidence } from './missingEvidence.ts';

function known(names: readonly FeatureName[]) {
  return names.map((feature) => ({ feature, value: 1, percentile: null }));
}

describe('the evidence a number lacks', () => {
  it('is everything for a number without features, and nothing for one with all', () => {
    expect(missingEvidence([])).toEqual(evidenceFields);
    expect(missingEvidence(featureNames.map((feature) => ({ feature, value: 0, percentile: null })))).toEqual([]);
  });

  it('never grows when more is known', () => {
    fc.assert(fc.property(fc.subarray([...featureNames]), fc.subarray([...featureNames]), (some, more) => {
      const before = new Set(missingEvidence(known(some)));
      expect(missingEvidence(known([...some, ...more])).every((field) => before.has(field))).toBe(true);
    }));
  });

  it('names IMEI and cells for a file that has neither', () => {
    const told = known(featureNames.filter((name) => !/imei|antenna/.test(name)));
    const unknown = featureNames.filter((name) => /imei|antenna/.test(name)).map((feature) => ({ feature, value: null, percentile: null }));
    expect(missingEvidence([...told, ...unknown])).toEqual(['imei', 'cell']);
  });
});
