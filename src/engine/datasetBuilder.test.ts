import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storedAnew } from '../../mocks/storedAnew.ts';
import { coreColumn } from '../analysis/completeFeatures.ts';
import { contactsOf } from '../analysis/contactsOf.ts';
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import { featureDeclarations } from '../features/featureDeclarations.ts';
import { VIEW_OF_CALLEE, VIEW_OF_CALLER, VIEW_OF_NONE } from '../ingest/recordSink.ts';
import { HAS_DURATION, IS_ANSWERED, IS_TEXT, IS_UNANSWERED, OWN_VIEW_SLACK_S, RECORD_WORDS_WITH_CARDS } from '../records/communication.ts';
import { findNumberKey, numberText } from '../records/numberKey.ts';
import { DatasetBuilder } from './datasetBuilder.ts';
import { MemoryBytes } from './bytes.ts';
import { chunksOf, encodeHead, openDataset } from './datasetFile.ts';
import { lookedCloser } from './takeCloserLook.ts';
import { windowDataset } from './windowDataset.ts';

/** A communication as a person would write it down. */
interface Call {
  readonly caller: number;
  readonly callee: number;
  readonly start: number;
  readonly seconds: number | null;
  readonly answered: boolean | null;
  readonly isText: boolean;
  readonly view: number;
  readonly cell: number;
  readonly imei: number;
}

/** What one number's records give, and the whole graph; a closer look has its own tests. */
const featureNames = featureDeclarations.filter(({ merge }) => merge !== 'closer').map(({ name }) => name);

const MONDAY = 1_464_566_400; // 2016-05-30T00:00:00

const calls = (options: { views: boolean }) =>
  fc.array(
    fc.record<Call>({
      caller: fc.integer({ min: 1, max: 9 }),
      callee: fc.integer({ min: 1, max: 9 }),
      start: fc.integer({ min: 0, max: 12 * 86_400 }).map((s) => MONDAY + s),
      seconds: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 40 })),
      answered: fc.constantFrom(null, true, false),
      isText: fc.boolean(),
      view: options.views ? fc.constantFrom(VIEW_OF_NONE, VIEW_OF_CALLER, VIEW_OF_CALLEE) : fc.constant(VIEW_OF_NONE),
      cell: fc.integer({ min: 0, max: 3 }),
      imei: fc.integer({ min: 0, max: 3 }),
    }),
    { minLength: 1, maxLength: 60 },
  );

const keyOf = (number: number) => 10 ** 11 + 13_800_000_000 + number;
const deviceOf = (imei: number) => (imei === 0 ? 0 : 10 ** 14 + imei);

function build(list: readonly Call[], expectedRecords = list.length): ScoredDataset {
  const builder = new DatasetBuilder({ name: 'test', recordWords: RECORD_WORDS_WITH_CARDS, expectedRecords, zone: 'UTC', baseRate: 0.01 });
  builder.beginFile('test.csv', 1, 'utf-8');
  const offset = builder.offsetId(0);
  list.forEach((call, i) => {
    const traits =
      offset | (call.isText ? IS_TEXT : 0) | (call.seconds === null ? 0 : HAS_DURATION | call.seconds) |
      (call.answered === null ? 0 : call.answered ? IS_ANSWERED : IS_UNANSWERED);
    builder.accept(keyOf(call.caller), keyOf(call.callee), call.start, traits, call.view, i + 2, call.cell, deviceOf(call.imei), 0);
  });
  builder.endFile(list.length + 1);
  const steps = builder.finish();
  for (;;) {
    const step = steps.next();
    if (step.done) return lookedCloser(step.value);
  }
}

interface Seen {
  readonly isOut: boolean;
  readonly other: number;
  readonly call: Call;
  readonly isOwn: boolean;
  /** Whether the device and cell are this number's. */
  readonly isRecorder: boolean;
}

/** The records that describe a number, in time order, told the slow and obvious way. */
function recordsOf(list: readonly Call[], number: number): Seen[] {
  const all = list.flatMap((call): Seen[] => {
    const out: Seen = { isOut: true, other: call.callee, call, isOwn: call.view === VIEW_OF_CALLER, isRecorder: call.view !== VIEW_OF_CALLEE };
    const into: Seen = { isOut: false, other: call.caller, call, isOwn: call.view === VIEW_OF_CALLEE, isRecorder: call.view === VIEW_OF_CALLEE };
    if (call.caller === number && call.callee === number) return [call.view === VIEW_OF_CALLEE ? into : out];
    return call.caller === number ? [out] : call.callee === number ? [into] : [];
  });
  const own = all.filter((seen) => seen.isOwn).map(({ call }) => call.start);
  // What its own view tells better: calls of other subscribers' files, and those of files about both ends from its first own record to its last.
  const isTold = ({ call }: Seen) => call.view !== VIEW_OF_NONE || (call.start >= Math.min(...own) - OWN_VIEW_SLACK_S && call.start <= Math.max(...own) + OWN_VIEW_SLACK_S);
  return all.filter((seen) => seen.isOwn || own.length === 0 || !isTold(seen)).toSorted((a, b) => a.call.start - b.call.start);
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;
const std = (values: readonly number[]) => Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));
const median = (values: readonly number[]) => {
  const sorted = values.toSorted((a, b) => a - b);
  return values.length === 0 ? NaN : (sorted[(values.length - 1) >> 1]! + sorted[values.length >> 1]!) / 2;
};
const distinct = <T>(values: readonly T[]) => [...new Set(values)];
const countsOf = (values: readonly number[]) => distinct(values).map((value) => values.filter((other) => other === value).length);
const entropy = (counts: readonly number[]) => (counts.length === 0 ? NaN : -sum(counts.map((n) => (n / sum(counts)) * Math.log(n / sum(counts)))));

/** Every feature but `core`, told from its definition. */
function featuresOf(list: readonly Call[], number: number): Record<string, number> {
  const seen = recordsOf(list, number);
  const lastDay = Math.floor(Math.max(...list.map((call) => call.start)) / 86_400);
  const isCall = ({ call }: Seen) => !call.isText;
  const callsMade = seen.filter((record) => isCall(record) && record.isOut);
  const calls = seen.filter(isCall);
  const texts = seen.filter((record) => !isCall(record));
  const timed = calls.flatMap(({ call }) => (call.seconds === null ? [] : [call.seconds]));
  const others = seen.map((record) => record.other);
  const contacts = distinct(others);
  const between = (other: number) => seen.filter((record) => record.other === other);
  const perContact = contacts.map((other) => between(other).length);
  const callContacts = distinct(calls.map((record) => record.other));
  const days = distinct(seen.map(({ call }) => Math.floor(call.start / 86_400)));
  const gaps = seen.slice(1).map(({ call }, i) => call.start - seen[i]!.call.start);
  const hour = ({ call }: Seen) => Math.floor((call.start % 86_400) / 3600);
  const told = callsMade.filter(({ call }) => call.answered !== null);
  const dialled = callsMade.slice(1).map((record, i) => Math.abs(record.other - callsMade[i]!.other));
  const devices = distinct(seen.filter((record) => record.isRecorder && record.call.imei > 0).map(({ call }) => call.imei));
  const everyone = distinct(list.flatMap((call) => [call.caller, call.callee]));
  const usersOf = (imei: number) =>
    everyone.filter((other) => recordsOf(list, other).some((record) => record.isRecorder && record.call.imei === imei)).length;
  const slots = distinct(seen.filter((record) => record.isRecorder && record.call.cell > 0).map(({ call }) => Math.floor(call.start / 1800)));
  const slotCells = slots.map((slot) => {
    const cells = seen.filter((record) => record.isRecorder && record.call.cell > 0 && Math.floor(record.call.start / 1800) === slot).map(({ call }) => call.cell);
    return distinct(cells).toSorted((a, b) => cells.filter((cell) => cell === b).length - cells.filter((cell) => cell === a).length)[0]!;
  });
  const connected = calls.filter(({ call }) => (call.seconds ?? 0) > 0);
  const partners = (isOut: boolean) => distinct(connected.filter((record) => record.isOut === isOut && record.other !== number).map((record) => record.other));
  const secondsOf = (isOut: boolean) => sum(connected.filter((record) => record.isOut === isOut && record.other !== number).map(({ call }) => call.seconds!));
  const sorted = perContact.toSorted((a, b) => b - a);
  let target = Math.ceil(seen.length * 0.8);
  const pareto = sorted.filter((n) => {
    const isNeeded = target > 0;
    target -= n;
    return isNeeded;
  }).length;
  const dormancies = days.toSorted((a, b) => a - b).slice(1).map((day, i) => day - days.toSorted((a, b) => a - b)[i]! - 1);
  const callHours = countsOf(calls.map(hour));
  return {
    active_days: days.length,
    number_of_interactions: seen.length,
    number_of_calls_out: callsMade.length,
    number_of_calls_in: calls.length - callsMade.length,
    number_of_texts_out: seen.filter((record) => record.call.isText && record.isOut).length,
    number_of_texts_in: seen.filter((record) => record.call.isText && !record.isOut).length,
    percent_initiated_interactions: callsMade.length / calls.length,
    outgoing_share: seen.filter((record) => record.isOut).length / seen.length,
    incoming_text_share: texts.filter((record) => !record.isOut).length / texts.length,
    busiest_day_calls: Math.max(0, ...countsOf(calls.map(({ call }) => Math.floor(call.start / 86_400)))),
    answered_share: told.filter(({ call }) => call.answered).length / told.length,
    number_of_contacts: contacts.length,
    interactions_per_contact: seen.length / contacts.length,
    calls_per_contact: calls.length / callContacts.length,
    entropy_of_contacts: entropy(perContact),
    balance_of_contacts: mean(contacts.map((other) => between(other).filter((record) => record.isOut).length / seen.length)),
    percent_pareto_interactions: pareto / contacts.length,
    one_call_contact_share: callContacts.filter((other) => calls.filter((record) => record.other === other).length === 1).length / callContacts.length,
    reciprocated_share: contacts.filter((other) => distinct(between(other).map((record) => record.isOut)).length === 2).length / contacts.length,
    new_contacts_per_active_day: contacts.length / days.length,
    sequential_share: dialled.filter((step) => step > 0 && step <= 10).length / dialled.length,
    code_senders: 0,
    percent_nocturnal: seen.filter(({ call }) => call.start % 86_400 <= 25_200 || call.start % 86_400 >= 68_400).length / seen.length,
    hour_entropy: entropy(countsOf(seen.map(hour))),
    active_hours: callHours.length || NaN,
    busiest_hour_share: Math.max(0, ...callHours) / calls.length,
    interevent_time_mean: mean(gaps),
    interevent_time_std: std(gaps),
    gap_median: median(gaps),
    gap_variation: std(gaps) / mean(gaps),
    days_since_first_seen: lastDay - Math.min(...days),
    longest_dormancy: Math.max(0, ...dormancies),
    call_duration_mean: mean(timed),
    call_duration_std: std(timed),
    call_duration_median: median(timed),
    short_call_share: connected.filter(({ call }) => call.seconds! <= 15).length / connected.length,
    imeis: devices.length || NaN,
    numbers_per_imei: devices.length === 0 ? NaN : Math.max(...devices.map(usersOf)),
    number_of_antennas: distinct(slotCells).length || NaN,
    entropy_of_antennas: entropy(countsOf(slotCells)),
    top_antenna_share: Math.max(0, ...countsOf(slotCells)) / slotCells.length,
    in_degree: partners(false).length,
    out_degree: partners(true).length,
    weighted_in_degree: secondsOf(false),
    weighted_out_degree: secondsOf(true),
  };
}

/** Core numbers by peeling, again and again, whoever has too few links left. */
function coresOf(list: readonly Call[]): Map<number, number> {
  const links = distinct(list.filter((call) => !call.isText && (call.seconds ?? 0) > 0 && call.caller !== call.callee).map((call) => `${call.caller}>${call.callee}`))
    .map((link) => link.split('>').map(Number) as [number, number]);
  const everyone = distinct(list.flatMap((call) => [call.caller, call.callee]));
  const cores = new Map(everyone.map((number) => [number, 0]));
  for (let k = 1; ; k++) {
    let left = new Set(everyone);
    for (;;) {
      const degree = (number: number) => links.filter(([a, b]) => left.has(a) && left.has(b) && (a === number || b === number)).length;
      const kept = new Set([...left].filter((number) => degree(number) >= k));
      if (kept.size === left.size) break;
      left = kept;
    }
    if (left.size === 0) return cores;
    for (const number of left) cores.set(number, k);
  }
}

function rowOf(dataset: ScoredDataset, number: number): number {
  return dataset.rowOf(keyOf(number));
}

describe('features from records', () => {
  it('equal their definitions, whoever recorded the calls and in whatever order they stand', () => {
    fc.assert(
      fc.property(calls({ views: true }), (list) => {
        const dataset = build(list);
        for (const number of distinct(list.flatMap((call) => [call.caller, call.callee]))) {
          const row = rowOf(dataset, number);
          const expected = featuresOf(list, number);
          for (const name of featureNames) {
            if (name === 'core') continue;
            const actual = dataset.features.columns[name][row]!;
            if (Number.isNaN(expected[name]!)) expect(actual, `${name} of ${number}`).toBeNaN();
            else expect(actual, `${name} of ${number}`).toBeCloseTo(expected[name]!, 9);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('do not depend on the number of partitions', () => {
    fc.assert(
      fc.property(calls({ views: true }), (list) => {
        const few = build(list, 1);
        const many = build(list, 10_000_000);
        for (let row = 0; row < few.features.numbers.length; row++) {
          const other = many.rowOf(few.features.numbers[row]!);
          for (const name of featureNames) expect(many.features.columns[name][other]).toEqual(few.features.columns[name][row]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('give the core number that peeling gives', () => {
    fc.assert(
      fc.property(calls({ views: false }), (list) => {
        const dataset = build(list);
        const cores = coreColumn(dataset);
        for (const [number, core] of coresOf(list)) expect(cores[rowOf(dataset, number)]).toBe(core);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a window', () => {
  it('gives what opening only its records would give', () => {
    fc.assert(
      fc.property(calls({ views: false }), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }), (list, a, b) => {
        const day = (offset: number) => new Date((MONDAY + offset * 86_400) * 1000).toISOString().slice(0, 10);
        const window = { from: day(Math.min(a, b)), to: day(Math.max(a, b)) };
        const inside = list.filter((call) => call.start >= MONDAY + Math.min(a, b) * 86_400 && call.start < MONDAY + (Math.max(a, b) + 1) * 86_400);
        fc.pre(inside.length > 0);
        const windowed = windowDataset(build(list), window);
        const alone = build(inside);
        expect(windowed.features.numbers.toSorted()).toEqual(alone.features.numbers.toSorted());
        expect(windowed.recordCount).toBe(alone.recordCount);
        expect(windowed.linkCount).toBe(alone.linkCount);
        for (let row = 0; row < alone.features.numbers.length; row++) {
          const other = windowed.rowOf(alone.features.numbers[row]!);
          for (const name of featureNames) {
            // Ages count to the window's last day, which may have no records.
            if (name !== 'days_since_first_seen') expect(windowed.features.columns[name][other]).toEqual(alone.features.columns[name][row]);
          }
          const views = windowed.records.recordsOf(other);
          expect(views.to - views.from).toBe(alone.features.columns.number_of_interactions[row]);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a stored dataset', () => {
  it('opens as it was saved', () => {
    fc.assert(
      fc.property(calls({ views: true }), (list) => {
        const dataset = build(list);
        const opened = storedAnew(dataset);
        expect({ ...opened.features.columns }).toEqual({ ...dataset.features.columns });
        expect(opened.presence).toEqual(dataset.presence);
        for (const row of dataset.features.numbers.keys()) expect(contactsOf(opened, row)).toEqual(contactsOf(dataset, row));
        expect(opened.scores).toEqual(dataset.scores);
        expect(opened.recordsByDay).toEqual(dataset.recordsByDay);
        for (let row = 0; row < dataset.features.numbers.length; row++) {
          const expected = dataset.records.recordsOf(row);
          const actual = opened.records.recordsOf(row);
          const halves = dataset.records.recordWords * 2;
          expect(actual.u32.slice(actual.from * halves, actual.to * halves)).toEqual(expected.u32.slice(expected.from * halves, expected.to * halves));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('says so when bytes are missing', () => {
    const dataset = build([{ caller: 1, callee: 2, start: MONDAY, seconds: 3, answered: null, isText: false, view: VIEW_OF_NONE, cell: 0, imei: 0 }]);
    const head = encodeHead(dataset, chunksOf(dataset).map(({ rows, bytes }) => ({ rows, file: 0, at: 0, bytes: bytes.length })));
    expect(() => openDataset(new MemoryBytes(head))).toThrow(/ends early/);
    expect(() => openDataset(new MemoryBytes(new Uint8Array(64)))).toThrow(/not a stored dataset/);
  });
});

describe('the lookup of a number', () => {
  it('finds every number by its text and no other', () => {
    const dataset = build([{ caller: 1, callee: 2, start: MONDAY, seconds: 3, answered: null, isText: false, view: VIEW_OF_NONE, cell: 0, imei: 0 }]);
    for (let row = 0; row < 2; row++) {
      const text = numberText(dataset.features.numbers[row]!, dataset.oddNumbers);
      expect(dataset.rowOf(findNumberKey(text, dataset.oddNumbers))).toBe(row);
    }
    expect(dataset.rowOf(findNumberKey('999', dataset.oddNumbers))).toBe(-1);
  });
});
