import { expect, test } from 'vitest';
import { ringOfPhones } from '../../mocks/ringOfPhones.ts';
import { buildDataset } from '../../mocks/buildDataset.ts';
import { completeFeatures } from './completeFeatures.ts';
import { openDossier } from './openDossier.ts';
import { prepareDossiers } from './prepareDossiers.ts';

test('a dossier that was prepared for says what it would have said anyhow', () => {
  const { records, successors } = ringOfPhones({ seed: 9, phones: 60 });
  const [number = ''] = successors.keys();
  const prepared = buildDataset(records);
  const shares = [...prepareDossiers(prepared)];
  expect(shares.at(-1)).toBe(1);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  const features = completeFeatures(prepared);
  const dossier = openDossier(prepared, { number }, []);
  expect(dossier).toEqual(openDossier(buildDataset(records), { number }, []));
  expect(dossier?.features.find(({ feature }) => feature === 'core')?.percentile).not.toBeNull();
  // And what was made is kept.
  expect(completeFeatures(prepared)).toBe(features);
});
