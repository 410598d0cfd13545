import { expect, test } from 'vitest';
import { buildDataset } from '../../mocks/buildDataset.ts';
import type { WrittenRecord } from '../../mocks/buildDataset.ts';
import { evidencePresent } from './evidencePresent.ts';

const calls = (imei?: string): WrittenRecord[] => Array.from({ length: 400 }, (_, i) => ({
  caller: `1390000${String(1000 + (i % 20))}`, callee: `1380000${String(1000 + (i % 37))}`, at: `2026-06-${String(1 + (i % 28)).padStart(2, '0')}T1${i % 10}:00:00`, durationS: 30 + i, ...(imei && { imei }),
}));

test('names the features that the files never give, and how much of the evidence is there', () => {
  const without = evidencePresent(buildDataset(calls()));
  expect(without.missing).toContain('imeis');
  expect(without.missing).not.toContain('calls_per_contact');
  const withDevices = evidencePresent(buildDataset(calls('86111111111111')));
  expect(withDevices.missing).not.toContain('imeis');
  expect(withDevices.most).toBeGreaterThan(without.most);
  expect(without.median).toBeLessThanOrEqual(without.most + 0.005);
  expect(evidencePresent(buildDataset([]))).toEqual({ median: 0, most: 0, missing: [] });
});
