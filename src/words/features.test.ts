import { expect, it } from 'vitest';
import { featureDeclarations } from '../features/featureDeclarations.ts';
import { featureFigure, featureWords } from './features.ts';

it('names each feature with the unit that it is declared in', () => {
  const declared = Object.fromEntries(featureDeclarations.map(({ name, unit }) => [name, unit]));
  const worded = Object.fromEntries(Object.entries(featureWords).map(([name, { unit }]) => [name, unit]));
  expect(worded).toEqual(declared);
});

it('writes a figure as a person reads it in either language', () => {
  expect(featureFigure('outgoing_share', 0.974, 'en')).toBe('97%');
  expect(featureFigure('calls_per_contact', 1.104, 'en')).toBe('1.1');
  expect(featureFigure('call_duration_mean', 332, 'en')).toBe('5 min 32 s');
  expect(featureFigure('call_duration_mean', 332, 'zh')).toBe('5分32秒');
  expect(featureFigure('number_of_contacts', 12_345, 'en')).toBe('12,345');
  expect(featureFigure('entropy_of_antennas', 5e-324, 'en')).toBe('0 nats');
});
