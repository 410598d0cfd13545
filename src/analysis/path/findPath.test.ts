import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryRecords, someNumbers } from '../../../mocks/arbitraryRecords.ts';
import { buildDataset } from '../../../mocks/buildDataset.ts';
import type { WrittenRecord } from '../../../mocks/buildDataset.ts';
import { findPath } from './findPath.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 5, 1, 8) + minute * 60_000).toISOString().slice(0, 19);
const ask = (records: readonly WrittenRecord[], from: string, to: string, isInTime = false) =>
  findPath(buildDataset(records), { window: null, from, to, isInTime });
const route = (answer: ReturnType<typeof ask>) => answer.steps?.map((step) => step.to).join(' ') ?? null;

/** Fewest steps by plain breadth first, without regard to hubs. */
function fewestSteps(records: readonly WrittenRecord[], from: string, to: string): number | null {
  const steps = new Map([[from, 0]]);
  for (const [number, step] of steps) {
    for (const { caller, callee } of records) {
      for (const [one, other] of [[caller, callee], [callee, caller]] as const) if (one === number && !steps.has(other)) steps.set(other, step + 1);
    }
  }
  return steps.get(to) ?? null;
}

/** Without the short numbers of services, which paths avoid. */
const services = new Set(['10086', '7', '007', '*100#']);
const amongPeople = () => arbitraryRecords().map((records) => records.filter(({ caller, callee }) => !services.has(caller) && !services.has(callee)));

test('a path has the fewest steps, each a contact that there was', () => {
  fc.assert(
    fc.property(amongPeople(), fc.constantFrom(...someNumbers), fc.constantFrom(...someNumbers), (records, from, to) => {
      const present = new Set(records.flatMap(({ caller, callee }) => [caller, callee]));
      const { unknown, steps, hubs } = ask(records, from, to);
      expect(unknown).toEqual([...new Set<string>([from, to])].filter((number) => !present.has(number)));
      if (unknown.length > 0) return;
      expect(hubs).toEqual([]);
      expect(steps?.length ?? null).toBe(fewestSteps(records, from, to));
      let reached: string = from;
      for (const step of steps ?? []) {
        expect(step.from).toBe(reached);
        const between = records.filter(({ caller, callee }) => (caller === step.from && callee === step.to) || (caller === step.to && callee === step.from));
        expect(step.records).toBe(between.length);
        reached = step.to;
      }
      if (steps !== null) expect(reached).toBe(to);
    }),
    { numRuns: 200 },
  );
});

test('a path in time has each contact after the one before, whenever such a path exists', () => {
  fc.assert(
    fc.property(arbitraryRecords(), fc.constantFrom(...someNumbers), fc.constantFrom(...someNumbers), (records, from, to) => {
      const { unknown, steps } = ask(records, from, to, true);
      if (unknown.length > 0 || from === to) return;
      // Earliest arrival by trying every record in order of its end, again and again.
      const utc = (record: WrittenRecord) => Date.parse(`${record.at}Z`) / 1000 - (record.offsetS ?? 8 * 3600);
      const heard = new Map<string, number>([[from, -Infinity]]);
      for (let changed = true; changed;) {
        changed = false;
        for (const record of records) {
          const ways = record.type === 'text' ? [[record.caller, record.callee]] : [[record.caller, record.callee], [record.callee, record.caller]];
          for (const [one, other] of ways) {
            const over = utc(record) + (record.durationS ?? 0);
            if (utc(record) >= (heard.get(one!) ?? Infinity) && over < (heard.get(other!) ?? Infinity)) {
              heard.set(other!, over);
              changed = true;
            }
          }
        }
      }
      expect(steps !== null).toBe(heard.has(to));
      const times = (steps ?? []).map((step) => Date.parse(step.at!));
      expect(times).toEqual([...times].sort((a, b) => a - b));
    }),
    { numRuns: 200 },
  );
});

/** Fewest steps in time: who has heard, and by when, after each number of steps. */
function fewestStepsInTime(records: readonly WrittenRecord[], from: string, to: string): number | null {
  const utc = (record: WrittenRecord) => Date.parse(`${record.at}Z`) / 1000 - (record.offsetS ?? 8 * 3600);
  const people = new Set(records.flatMap(({ caller, callee }) => [caller, callee]));
  let heard = new Map<string, number>([[from, -Infinity]]);
  for (let steps = 0; steps <= people.size; steps++) {
    if (heard.has(to)) return steps;
    const next = new Map(heard);
    for (const record of records) {
      const over = utc(record) + (record.durationS ?? 0);
      const ways = [[record.caller, record.callee], ...(record.type === 'text' ? [] : [[record.callee, record.caller]])];
      for (const [one, other] of ways) if (utc(record) >= (heard.get(one!) ?? Infinity) && over < (next.get(other!) ?? Infinity)) next.set(other!, over);
    }
    heard = next;
  }
  return null;
}

test('a path in time has the fewest steps of all in time', () => {
  fc.assert(
    fc.property(amongPeople(), fc.constantFrom(...someNumbers), fc.constantFrom(...someNumbers), (records, from, to) => {
      const { unknown, steps } = ask(records, from, to, true);
      if (unknown.length === 0 && from !== to) expect(steps?.length ?? null).toBe(fewestStepsInTime(records, from, to));
    }),
    { numRuns: 300 },
  );
  // And where the way is long: a chain that is right in time beside a shorter one that is not.
  const chain = (numbers: readonly number[], minute: (i: number) => number): WrittenRecord[] =>
    numbers.slice(1).map((number, i) => ({ caller: `1390000100${numbers[i]!}`, callee: `1390000100${number}`, at: at(minute(i)), durationS: 30 }));
  const records = [...chain([0, 1, 2, 9], (i) => 100 - i), ...chain([0, 3, 4, 5, 6, 9], (i) => 200 + i), ...chain([0, 3, 7, 9], (i) => 90 - i)];
  expect(route(ask(records, '13900001000', '13900001009', true))).toBe('3 4 5 6 9'.split(' ').map((n) => `1390000100${n}`).join(' '));
});

test('of two shortest paths the one with the stronger contacts is shown', () => {
  const records: WrittenRecord[] = [
    { caller: '1', callee: '2', at: at(0) }, { caller: '2', callee: '9', at: at(1) },
    ...[0, 1, 2].flatMap((i) => [{ caller: '1', callee: '3', at: at(10 + i) }, { caller: '9', callee: '3', at: at(20 + i) }]),
  ];
  expect(route(ask(records, '1', '9'))).toBe('3 9');
});

test('a longer path between people goes before the hotline that both have called, which is named where nothing else leads there', () => {
  // A caller of many is what the victims have in common, and no hotline.
  const victims = Array.from({ length: 300 }, (_, i) => ({ caller: '13600000009', callee: `1390000${1000 + i}`, at: at(i), durationS: 60 }));
  expect(ask(victims, '13900001000', '13900001001').hubs).toEqual([]);
  const everyone = Array.from({ length: 300 }, (_, i) => ({ caller: `1390000${1000 + i}`, callee: '13600000000', at: at(i), durationS: 60 }));
  const direct = ask(everyone, '13900001000', '13900001001');
  expect(route(direct)).toBe('13600000000 13900001001');
  expect(direct.hubs).toEqual(['13600000000']);
  const people = ['13900001000', '13700000001', '13700000002', '13900001001'];
  const round = ask([...everyone, ...people.slice(1).map((callee, i) => ({ caller: people[i]!, callee, at: at(400 + i) }))], '13900001000', '13900001001');
  expect(route(round)).toBe(people.slice(1).join(' '));
  expect(round.hubs).toEqual([]);
});

test('word that came too late does not count in time', () => {
  const records: WrittenRecord[] = [
    { caller: '1', callee: '2', at: at(10), durationS: 600 },
    // Begins while 1 and 2 still talk.
    { caller: '2', callee: '3', at: at(15), durationS: 60 },
    { caller: '2', callee: '4', at: at(30), durationS: 60 },
    { caller: '4', callee: '3', at: at(40), type: 'text' },
  ];
  expect(route(ask(records, '1', '3'))).toBe('2 3');
  expect(route(ask(records, '1', '3', true))).toBe('2 4 3');
  // A message tells its sender nothing.
  expect(ask(records, '3', '1', true).steps).toBeNull();
  expect(ask(records, '1', '3', true).steps!.at(-1)!.at).toBe(`${at(40)}+08:00`);
});
