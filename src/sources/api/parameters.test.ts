import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contactSorts, statuses, suspectSorts, trendMeasures } from '../../analysis/answers.ts';
import type { NetworkQuery, RecordFilter, SuspectQuery, TrendQuery } from '../../analysis/answers.ts';
import { DAY_S, dayText, localTimeText } from '../../records/days.ts';
import { detectorIds } from '../../scoring/detectorIds.ts';
import { toPage, toWindow } from './common.ts';
import { fromNetworkQuery, networkParameters, toNetworkQuery } from './network.ts';
import { contactParameters, fromContactQuery, fromRecordQuery, recordParameters, toRecordFilter } from './numbers.ts';
import { readParameters, writeParameters } from './parameters.ts';
import type { ParameterValue } from './parameters.ts';
import { facetParameters, fromFacetQuery, fromSuspectQuery, suspectParameters, toFacetQuery, toSuspectQuery } from './suspects.ts';
import { fromTrendQuery, toTrendQuery, trendParameters } from './trends.ts';
import { groupingKinds, thingKinds, thingText } from '../../analysis/things/thing.ts';

const window = fc.option(fc.tuple(fc.integer({ min: 10_000, max: 20_000 }), fc.nat(100)).map(([from, days]) => ({ from: dayText(from), to: dayText(from + days) })), { nil: null });
const page = fc.record({ offset: fc.nat(1e6), limit: fc.integer({ min: 1, max: 500 }) });
const number = fc.oneof(fc.stringMatching(/^\+?\d{1,15}$/), fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }));
const text = fc.option(number, { nil: null });

const suspectQuery: fc.Arbitrary<SuspectQuery> = fc.tuple(
  fc.record({
    window,
    text: fc.string({ maxLength: 20, unit: 'grapheme' }),
    detectors: fc.subarray([...detectorIds]),
    statuses: fc.subarray([...statuses]),
    minScore: fc.oneof(fc.constantFrom(0, 50, 100), fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10)),
    sort: fc.constantFrom(...suspectSorts),
    descending: fc.boolean(),
  }),
  page,
).map(([query, { offset, limit }]) => ({ ...query, offset, limit }));

const time = fc.option(fc.integer({ min: 9_000 * DAY_S, max: 20_000 * DAY_S }).map((at) => localTimeText(at, 0).slice(0, 19)), { nil: null });
const recordFilter: fc.Arbitrary<RecordFilter> = fc.record({
  other: text, weekHour: fc.option(fc.nat(167), { nil: null }), day: fc.option(fc.integer({ min: 9_000, max: 20_000 }).map(dayText), { nil: null }), imei: text, cell: text, since: time, until: time,
});

/** What a server reads of what the fetcher writes. */
function sent<T extends Parameters<typeof readParameters>[0]>(schema: T, values: Readonly<Record<string, ParameterValue>>) {
  const read = readParameters(schema, new URL(`http://case.test/${writeParameters(values)}`).searchParams);
  if ('problem' in read) throw new Error(read.problem);
  return read.values;
}

describe('what is asked arrives as it was asked', () => {
  test('the queue', () => {
    fc.assert(fc.property(suspectQuery, (query) => {
      expect(toSuspectQuery(sent(suspectParameters, fromSuspectQuery(query)))).toEqual(query);
    }));
  });
  test('its counts', () => {
    fc.assert(
      fc.property(suspectQuery, (query) => {
        expect(toFacetQuery(sent(facetParameters, fromFacetQuery(query)))).toEqual({ ...query, sort: 'score', descending: true, offset: 0, limit: 0 });
      }),
    );
  });
  test('records', () => {
    fc.assert(
      fc.property(window, recordFilter, page, (asked, filter, where) => {
        const values = sent(recordParameters, fromRecordQuery(asked, filter, where));
        expect([toWindow(values), toRecordFilter(values), toPage(values)]).toEqual([asked, filter, where]);
      }),
    );
  });
  test('contacts', () => {
    fc.assert(
      fc.property(window, fc.constantFrom(...contactSorts), page, (asked, sort, where) => {
        const values = sent(contactParameters, fromContactQuery(asked, sort, where));
        expect([toWindow(values), values.sort, toPage(values)]).toEqual([asked, sort, where]);
      }),
    );
  });
  test('the network, also of numbers with commas and signs', () => {
    const thing = fc.tuple(fc.constantFrom(...thingKinds), number).map(([kind, name]) => thingText({ kind, name }));
    const query: fc.Arbitrary<NetworkQuery> = fc.record({
      window, numbers: fc.array(number, { maxLength: 50 }), also: fc.array(number, { maxLength: 20 }), contactsEach: fc.nat(500),
      openThings: fc.array(thing, { maxLength: 20 }), things: fc.array(thing, { maxLength: 20 }), groupBy: fc.constantFrom(null, ...groupingKinds),
    }).filter(({ numbers, also, openThings, things }) => numbers.length + also.length + openThings.length + things.length > 0);
    fc.assert(fc.property(query, (asked) => {
      expect(toNetworkQuery(sent(networkParameters, fromNetworkQuery(asked)))).toEqual(asked);
    }));
  });
  test('trends', () => {
    const query: fc.Arbitrary<TrendQuery> = fc.record({ window, by: fc.constant('detector' as const), measure: fc.constantFrom(...trendMeasures) });
    fc.assert(fc.property(query, (asked) => {
      expect(toTrendQuery(sent(trendParameters, fromTrendQuery(asked)))).toEqual(asked);
    }));
  });
});

describe('a wrong parameter is refused by its name', () => {
  test.each([
    ['limit=501', 'limit'],
    ['limit=0', 'limit'],
    ['limit=ten', 'limit'],
    ['limit=', 'limit'],
    ['offset=-1', 'offset'],
    ['offset=1.5', 'offset'],
    ['offset=1e3', 'offset'],
    ['sort=size', 'sort'],
    ['descending=yes', 'descending'],
    ['minScore=101', 'minScore'],
    ['status=new&status=old', 'status.1'],
    ['detector=pickpocket', 'detector.0'],
    ['from=2026-02-30&to=2026-03-01', 'from'],
    ['from=2026-02-01', 'from'],
    ['from=2026-03-02&to=2026-03-01', 'from'],
    ['sort=score&sort=number', 'sort'],
    ['order=score', 'order'],
    [`text=${'1'.repeat(201)}`, 'text'],
  ])('%s', (search, name) => {
    expect(readParameters(suspectParameters, new URLSearchParams(search))).toEqual({ problem: expect.stringMatching(new RegExp(`^${name}: `)) });
  });
});
