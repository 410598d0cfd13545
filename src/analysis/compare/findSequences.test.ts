import { expect, test } from 'vitest';
import { buildDataset } from '../../../mocks/buildDataset.ts';
import type { WrittenRecord } from '../../../mocks/buildDataset.ts';
import { Random } from '../../../mocks/world/random.ts';
import { FALSE_DISCOVERY_LINE } from '../answers.ts';
import { findSequences } from './findSequences.ts';
import type { Sequences } from './sequences.ts';

const HUB = '13800000000';
const nameOf = (i: number) => String(13_900_000_000 + i);
const timeText = (s: number) => new Date(Date.UTC(2026, 2, 2) + s * 1000).toISOString().slice(0, 19);

function sequencesOf(records: readonly WrittenRecord[], numbers = [HUB], minutes = 10): Sequences {
  const steps = findSequences(buildDataset(records), { window: null, numbers, minutes });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Four weeks of a busy number with 25 contacts and a daily rhythm; `relays` times a report of one is passed on to another. */
function busyHub(seed: number, relays: number): WrittenRecord[] {
  const random = new Random(seed, 3);
  const records: WrittenRecord[] = [];
  for (let day = 0; day < 28; day++) {
    for (let left = random.poisson(14); left > 0; left--) {
      const at = day * 86_400 + Math.floor((14 + random.normal() * 3) * 3600);
      const other = nameOf(Math.floor(25 * random.unit() ** 1.5));
      records.push({ ...(random.chance(0.5) ? { caller: HUB, callee: other } : { caller: other, callee: HUB }), at: timeText(Math.max(0, at)), durationS: random.whole(10, 200) });
    }
  }
  for (let i = 0; i < relays; i++) {
    const at = random.below(28) * 86_400 + random.whole(8, 22) * 3600;
    records.push({ caller: nameOf(100), callee: HUB, at: timeText(at), durationS: 60 });
    records.push({ caller: HUB, callee: nameOf(101), at: timeText(at + 60 + random.whole(20, 500)), durationS: 30 });
  }
  return records;
}

test('a report passed on ten times stands out, with its direction, beside what chance would give', () => {
  for (const seed of [1, 2, 3]) {
    const { rows } = sequencesOf(busyHub(seed, 10));
    expect(rows[0]).toMatchObject({ via: HUB, first: { number: nameOf(100), direction: 'in' }, second: { number: nameOf(101), direction: 'out' }, times: 10, of: 10 });
    expect(rows[0]!.expected).toBeLessThan(1);
    expect(rows[0]!.falseDiscovery).toBeLessThan(FALSE_DISCOVERY_LINE);
    expect(rows[0]!.gapS).toBeGreaterThan(10);
    expect(rows[0]!.occasions).toHaveLength(10);
    for (const { at, secondAt } of rows[0]!.occasions) expect(at < secondAt).toBe(true);
  }
});

test('contacts that are only busy at the same hours follow each other as often as chance says', () => {
  let wrong = 0;
  for (let seed = 10; seed < 30; seed++) wrong += sequencesOf(busyHub(seed, 0)).rows.filter(({ falseDiscovery }) => falseDiscovery <= FALSE_DISCOVERY_LINE).length;
  // Of 20 numbers one may have a false one.
  expect(wrong).toBeLessThanOrEqual(1);
});

test('what comes later than the minutes asked for does not follow, and a long talk is measured from its end', () => {
  const records = [0, 1, 2, 3, 4].flatMap((day) => [
    { caller: '1', callee: '5', at: timeText(day * 86_400 + 36_000), durationS: 1800 },
    { caller: '5', callee: '2', at: timeText(day * 86_400 + 36_000 + 1800 + 240), durationS: 20 },
  ]);
  expect(sequencesOf(records, ['5'], 5).rows.filter(({ first }) => first.number === '1')).toMatchObject([{ second: { number: '2' }, times: 5, gapS: 240 }]);
  expect(sequencesOf(records, ['5'], 3).rows).toEqual([]);
});

test('of several numbers each is searched by itself; unknown ones are named', () => {
  const { rows, unknown } = sequencesOf(busyHub(1, 10), [HUB, nameOf(100), '77']);
  expect(unknown).toEqual(['77']);
  expect(new Set(rows.map(({ via }) => via))).toContain(HUB);
});
