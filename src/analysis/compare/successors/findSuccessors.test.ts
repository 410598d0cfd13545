import { describe, expect, it } from 'vitest';
import { buildDataset } from '../../../../mocks/buildDataset.ts';
import type { ChangeOptions } from '../../../../mocks/changeOfPhones.ts';
import { changeOfPhones } from '../../../../mocks/changeOfPhones.ts';
import { DAY_S, dayText, parseDay } from '../../../records/days.ts';
import type { Successors } from '../../answers.ts';
import type { ScoredDataset } from '../../scoredDataset.ts';
import { findSuccessors } from './findSuccessors.ts';

function successorsIn(dataset: ScoredDataset, cut: string): Successors {
  const search = findSuccessors(dataset, { cut });
  for (;;) {
    const step = search.next();
    if (step.done === true) return step.value;
  }
}

/** What is found in worlds of a kind, against what happened. */
function lookInto(options: Omit<ChangeOptions, 'seed'>, seeds: readonly number[], shiftDays = 0) {
  const count = { all: 0, right: 0, wrong: 0 };
  for (const seed of seeds) {
    const { records, cut, successors } = changeOfPhones({ seed, ...options });
    const found = successorsIn(buildDataset(records), dayText(parseDay(cut) + shiftDays)).pairs;
    count.right += found.filter((pair) => successors.get(pair.old) === pair.new).length;
    count.wrong += found.filter((pair) => successors.get(pair.old) !== pair.new && pair.similarity >= 0.5).length;
    count.all += successors.size;
  }
  return count;
}

describe('successors', () => {
  it('finds a circle of five among 400 that changed all its phones together, and nobody else', () => {
    expect(lookInto({ circles: 1 }, [2, 3, 4])).toEqual({ all: 15, right: 15, wrong: 0 });
  });

  it('finds them without cells, with two circles at once, and among people who come and go on the same day', () => {
    expect(lookInto({ circles: 1, cells: false }, [3])).toEqual({ all: 5, right: 5, wrong: 0 });
    expect(lookInto({ circles: 2, circleSize: 6 }, [1])).toEqual({ all: 12, right: 12, wrong: 0 });
    expect(lookInto({ circles: 1, gone: 4, born: 4 }, [2])).toEqual({ all: 5, right: 5, wrong: 0 });
  });

  it.each([-1, 1])('bears a cut that is off by a day (%i)', (shiftDays) => {
    expect(lookInto({ circles: 1 }, [3], shiftDays)).toEqual({ all: 5, right: 5, wrong: 0 });
  });

  it('finds 19 of 20 where 15 % of all changed their numbers within days, each alone', () => {
    const { all, right, wrong } = lookInto({ share: 0.15, days: 30, changeDay: 15, delayDays: 3 }, [1]);
    expect(right / all).toBeGreaterThanOrEqual(0.95);
    expect(wrong / all).toBeLessThanOrEqual(0.02);
  });

  it('finds nobody where people only come and go', () => {
    expect(lookInto({ turnover: 0.1, gone: 6, born: 6 }, [1, 2])).toEqual({ all: 0, right: 0, wrong: 0 });
  });

  it('says what a pair rests on', () => {
    const { records, cut, successors } = changeOfPhones({ seed: 3, circles: 1, keptDevices: 1 });
    const { pairs, silent, begun, expectedFalse } = successorsIn(buildDataset(records), cut);
    expect(pairs).toHaveLength(5);
    expect(expectedFalse).toBeLessThan(1);
    expect(Math.min(silent, begun)).toBeGreaterThanOrEqual(5);
    const cutS = parseDay(cut) * DAY_S;
    for (const { similarity, evidence: { logOdds, contacts, cells, devices, silentSince, activeSince, recordsBefore, recordsAfter } } of pairs) {
      expect(similarity).toBeCloseTo(1 / (1 + Math.exp(-logOdds)), 9);
      expect(contacts.shared.length).toBeLessThanOrEqual(contacts.sharedCount);
      // Contacts that changed too stand beside their own successors.
      for (const mapped of contacts.mapped) expect(successors.get(mapped.old)).toBe(mapped.new);
      expect(cells!.knownShare).toBeGreaterThan(0);
      expect(devices!.shared).toHaveLength(1);
      expect(Math.abs(Date.parse(`${silentSince.slice(0, 19)}Z`) / 1000 - cutS)).toBeLessThan(3 * DAY_S);
      expect(Date.parse(`${activeSince.slice(0, 19)}Z`) / 1000).toBeGreaterThan(cutS - 2 * DAY_S);
      expect(recordsBefore).toBeGreaterThan(recordsAfter / 10);
    }
    expect(pairs.some(({ evidence }) => evidence.contacts.mappedCount > 0)).toBe(true);
  });

  it('finds nothing where there is nothing after the cut, or nothing at all to compare', () => {
    const call = { caller: '13800000001', callee: '13800000002', durationS: 60 };
    const dataset = buildDataset([{ ...call, at: '2026-05-01T10:00:00' }, { ...call, at: '2026-05-02T10:00:00' }]);
    for (const cut of ['2020-01-01', '2026-05-02', '2030-01-01']) expect(successorsIn(dataset, cut).pairs).toEqual([]);
  });
});
