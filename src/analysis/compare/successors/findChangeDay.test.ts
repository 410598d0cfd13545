import { describe, expect, it } from 'vitest';
import { buildDataset } from '../../../../mocks/buildDataset.ts';
import type { RingOptions } from '../../../../mocks/ringOfPhones.ts';
import { ringOfPhones } from '../../../../mocks/ringOfPhones.ts';
import { parseDay } from '../../../records/days.ts';
import { findChangeDay } from './findChangeDay.ts';

function lookInto(options: RingOptions) {
  const { records, cut, successors } = ringOfPhones(options);
  const search = findChangeDay(buildDataset(records));
  let step = search.next();
  while (step.done !== true) step = search.next();
  const { pairs = [], cut: found = '' } = step.value ?? {};
  const isRight = ({ old, new: newer }: { readonly old: string; readonly new: string }) => successors.get(old) === newer;
  return { daysOff: parseDay(found) - parseDay(cut), all: successors.size, right: pairs.filter(isRight).length, wrong: pairs.filter((pair) => !isRight(pair)).length };
}

describe('a change of phones on a day that nobody tells', () => {
  it.each([
    ['five of 400 change in one night', {}],
    ['each makes sixty calls', { callsPerPhone: 60 }],
    ['the records are of twenty days', { days: 20, changeDay: 12, callsPerPhone: 50 }],
  ] as const)('is found with all pairs, and none false, where %s', (_, options) => {
    for (const seed of [61, 62]) {
      const { daysOff, all, right, wrong } = lookInto({ seed, ...options });
      expect({ daysOff, right, wrong }).toEqual({ daysOff: 0, right: all, wrong: 0 });
    }
  });

  it.each([
    ['three change', { changing: 3 }],
    ['the phones have mobile numbers, and an old one is rung once more', { areMobiles: true, isRungOnce: true }],
    ['eight change', { changing: 8 }],
    ['no tower is written', { towers: 0 }],
    ['they change over two days', { spreadDays: 2 }],
    ['each makes fifteen calls', { callsPerPhone: 15 }],
  ] as const)('is found within two days with most pairs, and none false, where %s', (_, options) => {
    for (const seed of [61, 62]) {
      const { daysOff, all, right, wrong } = lookInto({ seed, ...options });
      expect(Math.abs(daysOff)).toBeLessThanOrEqual(2);
      expect(right).toBeGreaterThanOrEqual(all * 0.6);
      expect(wrong).toBe(0);
    }
  });

  it('is none in records of one day', () => {
    const call = { caller: '13800000001', callee: '13800000002', durationS: 60 };
    expect(findChangeDay(buildDataset([{ ...call, at: '2026-05-01T10:00:00' }, { ...call, at: '2026-05-01T12:00:00' }])).next().value).toBeNull();
  });
});
