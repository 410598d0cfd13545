import { expect, test } from 'vitest';
import { buildDataset } from '../../../mocks/buildDataset.ts';
import type { WrittenRecord } from '../../../mocks/buildDataset.ts';
import { Random } from '../../../mocks/world/random.ts';
import type { PortraitOfTwo } from './portrait.ts';
import { CLEAR_LOG_RATIO } from './portrait.ts';
import { drawPortrait } from './drawPortrait.ts';

const nameOf = (i: number) => String(13_800_000_000 + i);
const timeText = (s: number) => new Date(Date.UTC(2026, 2, 2) + s * 1000).toISOString().slice(0, 19);
const PEOPLE = 80;

/**
 * Four weeks of 80 people in 20 cells, eight to an office. Person 0 has a second phone, number 80: the same places and hours, some of the
 * same contacts, never both at once.
 */
function world(seed: number): WrittenRecord[] {
  const random = new Random(seed, 31);
  const records: WrittenRecord[] = [];
  const people = Array.from({ length: PEOPLE }, () => ({
    home: random.below(20), peak: random.between(10, 21), talkS: random.logNormal(90, 0.6), many: random.between(1.5, 5), circle: Array.from({ length: 14 }, () => nameOf(random.below(PEOPLE))),
  }));
  const second = [...people[0]!.circle.slice(0, 6), ...Array.from({ length: 8 }, () => nameOf(random.below(PEOPLE)))];
  const free = people.map(() => 0);
  for (let day = 0; day < 28; day++) {
    const calls = people.flatMap(({ peak, many }, i) =>
      Array.from({ length: random.poisson(i === 0 ? many * 2 : many) }, () => ({ i, s: Math.floor(((peak + random.normal() * 3.5 + 24) % 24) * 3600) })));
    for (const { i, s } of calls.toSorted((a, b) => a.s - b.s)) {
      const person = people[i]!;
      const isSecond = i === 0 && random.chance(0.5);
      const callee = random.pick(isSecond ? second : person.circle);
      const other = Number(callee) - Number(nameOf(0));
      const at = day * 86_400 + s;
      // Nobody talks with two at once.
      if (other === i || free[i]! > at || free[other]! > at) continue;
      const durationS = Math.round(random.logNormal(person.talkS, 0.7));
      const where = random.chance(0.15) ? random.below(20) : s > 32_400 && s < 61_200 && day % 7 < 5 ? Math.floor(i / 8) : person.home;
      const dialled = other === 0 && random.chance(0.4) ? nameOf(80) : callee;
      records.push({ caller: isSecond ? nameOf(80) : nameOf(i), callee: dialled, at: timeText(at), durationS, cell: `cell-${where}` });
      free[i] = free[other] = at + durationS;
    }
  }
  return records;
}

function portraitOf(records: readonly WrittenRecord[], a: string, b: string): PortraitOfTwo {
  return drawPortrait(buildDataset(records), { window: null, a, b, minutes: 30, metres: 0 }).both!;
}

test('two phones of one person are told from colleagues and strangers, by signs that are all shown', () => {
  for (const seed of [1, 2, 3]) {
    const dataset = buildDataset(world(seed));
    const weigh = (a: number, b: number) => drawPortrait(dataset, { window: null, a: nameOf(a), b: nameOf(b), minutes: 30, metres: 0 }).both!.samePerson;
    const same = weigh(0, 80);
    expect(same.logRatio).toBeGreaterThan(CLEAR_LOG_RATIO);
    expect(same.terms.reduce((sum, { logRatio }) => sum + logRatio, 0)).toBeCloseTo(same.logRatio, 9);
    const others = Array.from({ length: PEOPLE - 1 }, (_, i) => weigh(0, i + 1).logRatio);
    expect(Math.max(...others)).toBeLessThan(same.logRatio);
    expect(others.filter((logRatio) => logRatio > CLEAR_LOG_RATIO).length).toBeLessThanOrEqual(2);
  }
});

test('either order of the two says the same of both', () => {
  const dataset = buildDataset(world(4));
  const ask = (a: string, b: string) => drawPortrait(dataset, { window: null, a, b, minutes: 30, metres: 0 }).both!;
  const [one, other] = [ask(nameOf(0), nameOf(80)), ask(nameOf(80), nameOf(0))];
  expect(other.a).toEqual(one.b);
  expect(other.direct.fromA).toEqual(one.direct.fromB);
  expect(other.common.total).toBe(one.common.total);
  expect(other.devices).toEqual(one.devices);
});

test('direct contact, shared devices and cells, and messages passed on are told with their counts', () => {
  const call = (caller: string, callee: string, at: string, more: Partial<WrittenRecord> = {}) => ({ caller, callee, at: `2026-03-${at}`, durationS: 60, ...more });
  const records = [
    call('1', '2', '02T10:00:00', { imei: '35000000000001', cell: 'a' }), call('2', '1', '03T10:00:00', { imei: '35000000000001', cell: 'a', durationS: 30 }),
    ...[4, 5, 6, 7, 8, 9].flatMap((day) => [call('1', '13900000005', `0${day}T12:00:00`, { cell: 'b' }), call('2', '13900000005', `0${day}T12:05:00`, { cell: 'c' })]),
  ];
  const { direct, devices, cells, relays, common, together } = portraitOf(records, '1', '2');
  expect(direct).toMatchObject({ fromA: { calls: 1, seconds: 60 }, fromB: { calls: 1, seconds: 30 } });
  expect(devices).toEqual([{ imei: '35000000000001', a: 1, b: 1 }]);
  expect(cells).toEqual([{ cell: 'a', a: 1, b: 1 }]);
  expect(relays.fromA.times).toBe(6);
  expect(relays.fromB.times).toBe(0);
  expect(common.rows).toMatchObject([{ number: '13900000005', numbers: ['1', '2'] }]);
  expect(together).toMatchObject({ hours: 0, seen: 6 });
});

test('a number that is not in the records is named, and there is no portrait', () => {
  const dataset = buildDataset([{ caller: '1', callee: '2', at: '2026-03-02T10:00:00' }]);
  expect(drawPortrait(dataset, { window: null, a: '1', b: '77', minutes: 30, metres: 0 })).toEqual({ unknown: ['77'], both: null });
  expect(drawPortrait(dataset, { window: null, a: '1', b: '1', minutes: 30, metres: 0 }).both!.together).toBeNull();
});
