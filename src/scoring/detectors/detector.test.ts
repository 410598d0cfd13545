import { expect, it } from 'vitest';
import type { FeatureName } from '../../features/featureNames.ts';
import { tableOf } from '../testing/tableOf.ts';
import { bindDetector } from './detector.ts';
import { kin } from './kin.ts';

it('is not asked of a table that lacks all features of which it needs one', () => {
  const needed = kin.any.map(({ feature }) => feature);
  const without = (lacking: readonly FeatureName[]) => bindDetector(kin, { ...tableOf({}), lacks: (name) => lacking.includes(name) }, 0);
  expect(without(needed)).toBeNull();
  expect(without(needed.slice(1))).not.toBeNull();
});
