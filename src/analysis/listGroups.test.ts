import { describe, expect, it } from 'vitest';
import { buildDataset } from '../../mocks/buildDataset.ts';
import type { WrittenRecord } from '../../mocks/buildDataset.ts';
import { seededRandom } from '../scoring/training/trainingSet.ts';
import { listGroups } from './listGroups.ts';

const numberOf = (i: number) => `1380000${String(i).padStart(4, '0')}`;
const at = (random: () => number) => new Date(Date.UTC(2026, 4, 1) + Math.floor(random() * 30 * 86_400) * 1000).toISOString().slice(0, 19);

/** Two hundred people who call whom they like, and six callers who share a list of ten. */
function town(hasGang: boolean): WrittenRecord[] {
  const random = seededRandom(3);
  const records: WrittenRecord[] = [];
  for (let i = 0; i < 3000; i++) {
    const [caller, callee] = [Math.floor(random() * 200), Math.floor(random() * 200)];
    if (caller !== callee) records.push({ caller: numberOf(caller), callee: numberOf(callee), at: at(random), durationS: 60 });
  }
  if (!hasGang) return records;
  for (let caller = 300; caller < 306; caller++) {
    for (let callee = 20; callee < 30; callee++) {
      for (let call = 0; call < 4; call++) records.push({ caller: numberOf(caller), callee: numberOf(callee), at: at(random), durationS: 30 });
    }
  }
  return records;
}

describe('dense groups', () => {
  it('are found with exactly their callers and the numbers that they share', () => {
    const [group, ...others] = listGroups(buildDataset(town(true)));
    expect(others).toEqual([]);
    expect(group!.callers.toSorted()).toEqual([300, 301, 302, 303, 304, 305].map(numberOf));
    expect(group!.called.map(({ number }) => number).toSorted()).toEqual(Array.from({ length: 10 }, (_, i) => numberOf(20 + i)));
    expect(group!.timesChance).toBeGreaterThan(5);
  });

  it('are none among people who call whom they like, and none of nothing', () => {
    expect(listGroups(buildDataset(town(false)))).toEqual([]);
    expect(listGroups(buildDataset([]))).toEqual([]);
  });
});
