import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { demoWorld } from './demoWorld.ts';
import { MOST_SKEW_S } from './files/noise.ts';
import { roles } from './roles/roleList.ts';
import { simulateWorld, type World, type WorldOptions } from './simulateWorld.ts';
import { truthJson } from './truth.ts';

interface Row {
  readonly caller: string;
  readonly callee: string;
  readonly at: string;
  readonly duration: string;
  readonly type: string;
  readonly imei: string;
  readonly cell: string;
}

const small: WorldOptions = { seed: 11, numbers: 600, days: 14 };

function linesOf(world: World): Map<string, string[]> {
  const texts = new Map<string, string>();
  for (const { file, bytes } of world.chunks()) if (file.startsWith('话单')) texts.set(file, (texts.get(file) ?? '') + new TextDecoder().decode(bytes));
  return new Map([...texts].map(([file, text]) => [file, text.trimEnd().split('\n')]));
}

function sha256(options: WorldOptions): string {
  const world = simulateWorld(options);
  const hash = createHash('sha256');
  for (const { file, bytes } of world.chunks()) hash.update(file).update(bytes);
  for (const piece of truthJson(world.truth)) hash.update(piece);
  return hash.digest('hex');
}

function rowsOf(world: World): Row[] {
  return [...linesOf(world).values()].flatMap((lines) => lines.slice(1)).map((line) => line.split(','))
    .filter((cells) => cells.length === 8 && cells[0] !== '' && !cells[2]!.includes('#'))
    .map(([caller, callee, at, duration, type, imei, , cell]) => ({ caller, callee, at, duration, type, imei, cell }) as Row);
}

describe('a world from a seed', () => {
  test('the same seed gives the same bytes, another seed others', () => {
    expect(sha256(small)).toBe(sha256(small));
    expect(sha256({ ...small, seed: 12 })).not.toBe(sha256(small));
  });

  test('rows are in the order of time within their file but for clocks that are off, and of the month the file is named after', () => {
    for (const [file, lines] of linesOf(simulateWorld({ ...small, days: 45 }))) {
      const times = lines.slice(1).map((line) => line.split(',')[2] ?? '').filter((time) => /^\d/.test(time));
      const stamps = times.map((time) => Date.parse(`${time}Z`) / 1000);
      let latest = 0;
      expect(stamps.filter((stamp) => stamp < (latest = Math.max(latest, stamp)) - 2 * MOST_SKEW_S)).toEqual([]);
      expect(times.every((time) => time.startsWith(file.slice(3, 10)))).toBe(true);
    }
  });

  test('the rows broken on purpose are where the truth says', () => {
    const world = simulateWorld({ seed: 3, numbers: 2_000, days: 60 });
    const files = linesOf(world);
    expect(world.truth.broken.length).toBeGreaterThan(0);
    const isBroken = { number: /^,/, time: /####/, columns: /^\d+,\d+$/ };
    for (const { file, line, what } of world.truth.broken) expect(files.get(file)![line - 1]).toMatch(isBroken[what]);
    const broken = [...files.values()].flatMap((lines) => lines.slice(1)).filter((line) => /^,|####/.test(line) || line.split(',').length !== 8);
    expect(broken).toHaveLength(world.truth.broken.length);
  });

  test('a row for each subscriber holds the same calls as a row for both ends', () => {
    const [both, each] = ['caller-callee', 'number-other'].map((layout) => rowCount({ ...small, layout }));
    expect(each!).toBeGreaterThan(both!);
    expect(each!).toBeLessThan(2 * both!);
  });

  test('options that make no world are refused in words', () => {
    expect(() => simulateWorld({ ...small, numbers: 3 })).toThrow(/numbers must be/);
    expect(() => simulateWorld({ ...small, days: 0 })).toThrow(/days must be/);
    expect(() => simulateWorld({ ...small, startDay: '2026-02-30' })).toThrow(/startDay must be/);
    expect(() => simulateWorld({ ...small, layout: 'x' })).toThrow(/layout must be one of/);
  });
});

function rowCount(options: WorldOptions): number {
  return [...linesOf(simulateWorld(options)).values()].reduce((sum, lines) => sum + lines.length - 1, 0);
}

describe('the demo world', () => {
  let world: World;
  let rows: Row[];
  const calls = new Map<string, { out: number; in: number; contacts: Set<string>; days: Set<string> }>();
  const sideOf = (number: string) => {
    const role = world.truth.roles.get(number)!;
    return (['ordinary', 'lookAlike', 'accomplice', 'fraud'] as const).find((side) => world.truth.sides[side].includes(role))!;
  };
  const daysActive = (number: string) => calls.get(number)!.days.size;
  const medianOf = (role: string, value: (number: string) => number) =>
    median([...world.truth.roles].filter(([number, each]) => each === role && calls.has(number)).map(([number]) => value(number)));

  beforeAll(() => {
    world = simulateWorld({ ...demoWorld, onlyCommunications: true });
    rows = rowsOf(world);
    for (const number of new Set(rows.flatMap((row) => [row.caller, row.callee]))) calls.set(number, { out: 0, in: 0, contacts: new Set(), days: new Set() });
    for (const { caller, callee, at, type } of rows) {
      calls.get(caller)!.days.add(at.slice(0, 10));
      calls.get(callee)!.days.add(at.slice(0, 10));
      if (type !== '语音') continue;
      calls.get(caller)!.out++;
      calls.get(caller)!.contacts.add(callee);
      calls.get(callee)!.in++;
      calls.get(callee)!.contacts.add(caller);
    }
  }, 60_000);

  test('has about as many numbers as asked for and a hundred records or so of each, up to 8 June', () => {
    expect(world.truth.roles.size / demoWorld.numbers).toBeGreaterThan(0.95);
    expect(world.truth.roles.size / demoWorld.numbers).toBeLessThan(1.08);
    expect(rows.length / demoWorld.numbers).toBeGreaterThan(80);
    expect(rows.length / demoWorld.numbers).toBeLessThan(160);
    expect([world.truth.from, world.truth.to]).toEqual(['2026-04-10', '2026-06-08']);
  });

  test('every number in the files has a role in the truth, and every role is played', () => {
    for (const number of calls.keys()) expect(world.truth.roles.has(number)).toBe(true);
    const played = new Set(world.truth.roles.values());
    expect(roles.map((role) => role.name).filter((name) => !played.has(name))).toEqual([]);
  });

  test('innocent look-alikes outnumber fraud at least three to one', () => {
    const counts = { ordinary: 0, lookAlike: 0, accomplice: 0, fraud: 0 };
    for (const number of world.truth.roles.keys()) counts[sideOf(number)]++;
    expect(counts.fraud).toBe(world.truth.fraud.length);
    expect(counts.lookAlike).toBeGreaterThanOrEqual(3 * counts.fraud);
  });

  test('of the fraud, 30 % keeps quiet, 20 % mixes in a private life and 15 % is blocked and replaced', () => {
    // Whom a raid silenced is no case of a blocked card.
    const raided = new Set(world.truth.interventions().find(({ kind }) => kind === 'raid')!.numbers);
    const firsts = world.truth.fraud.filter((each) => each.replaces === null && !raided.has(each.number));
    const share = (is: (each: (typeof firsts)[number]) => boolean) => firsts.filter(is).length / firsts.length;
    expect(share((each) => each.isLowVolume)).toBeCloseTo(0.3, 1);
    expect(share((each) => each.hasPersonalUse)).toBeCloseTo(0.2, 1);
    expect(share((each) => each.replacedBy !== null)).toBeCloseTo(0.15, 1);
  });

  test('a blocked number is silent after its last day, and its successor only then begins', () => {
    const blocked = world.truth.fraud.filter((each) => each.replacedBy !== null);
    expect(blocked.length).toBeGreaterThan(0);
    for (const old of blocked) {
      const successor = world.truth.fraud.find((each) => each.number === old.replacedBy)!;
      const daysOf = (number: string) => [...(calls.get(number)?.days ?? [])].toSorted();
      expect(daysOf(old.number).every((day) => day <= old.to)).toBe(true);
      expect(daysOf(successor.number).every((day) => day > old.to)).toBe(true);
      expect(successor.gang).toBe(old.gang);
    }
  });

  test('a SIM-box moves many cards through few devices; a shared handset has a few cards', () => {
    const cardsIn = new Map<string, Set<string>>();
    for (const { caller, imei } of rows) if (imei !== '') cardsIn.set(imei, (cardsIn.get(imei) ?? new Set()).add(caller));
    const cards = (role: string) => [...cardsIn.values()].filter((numbers) => [...numbers].some((number) => world.truth.roles.get(number) === role)).map((numbers) => numbers.size);
    expect(median(cards('simBox'))).toBeGreaterThanOrEqual(6);
    expect(median(cards('sharedHandset'))).toBeGreaterThanOrEqual(3);
    expect(median(cards('person'))).toBe(1);
  });

  test('a burner works for days, a bulk caller for a week or two, a courier all the time', () => {
    const days = ['burner', 'bulkCaller', 'courier'].map((role) => medianOf(role, daysActive));
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(days[0]).toBeLessThan(10);
    expect(days[1]).toBeLessThan(21);
    expect(days[2]).toBeGreaterThan(45);
  });

  test('no single plain rule tells fraud: neither calls per contact, nor the share of outgoing, nor how many are called', () => {
    const numbers = [...calls.keys()].filter((number) => calls.get(number)!.out + calls.get(number)!.in > 0);
    const rules = {
      contacts: (number: string) => calls.get(number)!.contacts.size,
      callsPerContact: (number: string) => -(calls.get(number)!.out + calls.get(number)!.in) / calls.get(number)!.contacts.size,
      outgoing: (number: string) => calls.get(number)!.out / (calls.get(number)!.out + calls.get(number)!.in),
    };
    const areas = Object.entries(rules).map(([rule, value]) => ({
      rule, area: areaUnderCurve(numbers.map((number) => ({ value: value(number), isFraud: sideOf(number) === 'fraud' }))),
    }));
    expect(areas.filter(({ area }) => area < 0.55 || area > 0.95)).toEqual([]);
  });

  test('an innocent call is as short as a fraudulent one', () => {
    const talked = rows.filter((row) => Number(row.duration) > 0);
    const medianS = (isFraud: boolean) => median(talked.filter((row) => (sideOf(row.caller) === 'fraud') === isFraud).map((row) => Number(row.duration)));
    expect(medianS(true) / medianS(false)).toBeGreaterThan(0.7);
    expect(medianS(true) / medianS(false)).toBeLessThan(1.4);
  });
});

/** Chance that a fraud number ranks above another (ROC), ties counted half. */
function areaUnderCurve(items: { value: number; isFraud: boolean }[]): number {
  const sorted = items.toSorted((a, b) => a.value - b.value);
  let ranks = 0;
  let fraud = 0;
  for (let from = 0; from < sorted.length;) {
    let to = from;
    while (to < sorted.length && sorted[to]!.value === sorted[from]!.value) to++;
    for (let i = from; i < to; i++) {
      if (!sorted[i]!.isFraud) continue;
      ranks += (from + to + 1) / 2;
      fraud++;
    }
    from = to;
  }
  return (ranks - (fraud * (fraud + 1)) / 2) / (fraud * (sorted.length - fraud));
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
