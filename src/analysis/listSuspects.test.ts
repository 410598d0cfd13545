import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryRecords, someNumbers } from '../../mocks/arbitraryRecords.ts';
import { buildDataset } from '../../mocks/buildDataset.ts';
import { detectorIds } from '../scoring/detectorIds.ts';
import { statuses, suspectSorts } from './answers.ts';
import type { Decision, SuspectQuery, SuspectRow } from './answers.ts';
import { countFacets } from './countFacets.ts';
import { explainRow } from './explainRow.ts';
import { listSuspects } from './listSuspects.ts';
import { rowOfNumber } from './rowOfNumber.ts';
import type { ScoredDataset } from './scoredDataset.ts';

const everything: SuspectQuery = {
  window: null, text: '', detectors: [], statuses: [], minScore: 0, sort: 'score', descending: true, offset: 0, limit: 500,
};

/** A dataset whose scores and findings are drawn too, so that all of them occur. */
const arbitraryDataset = fc.tuple(
  arbitraryRecords(),
  fc.array(fc.record({ logOdds: fc.constantFrom(-4, -1, 0, 0, 1.5, 6), findings: fc.nat(2 ** detectorIds.length - 1) }), { minLength: 12, maxLength: 12 }),
).map(([records, drawn]): ScoredDataset => {
  const dataset = buildDataset(records);
  const { scores } = dataset;
  return {
    ...dataset,
    scores: {
      ...scores,
      logOdds: scores.logOdds.map((_, row) => drawn[row % drawn.length]!.logOdds),
      findings: scores.findings.map((_, row) => drawn[row % drawn.length]!.findings),
    },
  };
});

const arbitraryDecisions: fc.Arbitrary<Decision[]> = fc.uniqueArray(
  fc.record({
    number: fc.constantFrom(...someNumbers), status: fc.constantFrom(...statuses), reason: fc.constant('checked'), assignee: fc.constantFrom(null, 'me'),
  }),
  { selector: ({ number }) => number, maxLength: 6 },
);

const arbitraryQuery: fc.Arbitrary<SuspectQuery> = fc.record({
  window: fc.constant(null),
  text: fc.constantFrom('', '', '138', '0', '7', 'ali', '王', '+44', '138 0000', 'nobody'),
  detectors: fc.subarray([...detectorIds]),
  statuses: fc.subarray([...statuses]),
  minScore: fc.constantFrom(0, 0, 20, 50, 50.0001, 99, 100),
  among: fc.option(fc.subarray([...someNumbers]), { nil: undefined }),
  sort: fc.constantFrom(...suspectSorts),
  descending: fc.boolean(),
  offset: fc.constant(0),
  limit: fc.constant(500),
});

/** The value a sort goes by, as the row shows it; null when missing. */
function sortValue(row: SuspectRow, sort: SuspectQuery['sort']): number | string | null {
  switch (sort) {
    case 'score': return row.score;
    case 'coverage': return row.coverage;
    case 'calls_per_contact': return row.callsPerContact;
    case 'outgoing_share': return row.outgoingShare;
    case 'imeis': return row.imeis;
    case 'last_seen': return row.lastSeen?.slice(0, 19) ?? null;
    default: return row.number;
  }
}

/** What the filters say, read off a row. */
function passes(row: SuspectRow, query: SuspectQuery): boolean {
  const text = /\d/.test(query.text) ? query.text.replaceAll(' ', '') : query.text;
  return (
    row.number.toLowerCase().includes(text) &&
    (query.detectors.length === 0 || query.detectors.some((id) => row.detectors.includes(id))) &&
    (query.statuses.length === 0 || query.statuses.includes(row.status)) &&
    row.score >= query.minScore &&
    (query.among === undefined || query.among.includes(row.number))
  );
}

describe('the queue', () => {
  test('any way of paging shows each number once, in one order', () => {
    fc.assert(
      fc.property(arbitraryDataset, arbitraryQuery, arbitraryDecisions, fc.integer({ min: 1, max: 5 }), (dataset, query, decisions, limit) => {
        const whole = listSuspects(dataset, query, decisions);
        const paged: SuspectRow[] = [];
        for (let offset = 0; offset < whole.total; offset += limit) {
          const page = listSuspects(dataset, { ...query, offset, limit }, decisions);
          expect(page.total).toBe(whole.total);
          paged.push(...page.rows);
        }
        expect(paged).toEqual(whole.rows);
        expect(new Set(paged.map(({ number }) => number)).size).toBe(whole.total);
        expect(listSuspects(dataset, { ...query, offset: whole.total }, decisions).rows).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('filters together show exactly the numbers that pass each of them', () => {
    fc.assert(
      fc.property(arbitraryDataset, arbitraryQuery, arbitraryDecisions, (dataset, query, decisions) => {
        const all = listSuspects(dataset, { ...everything, sort: query.sort, descending: query.descending }, decisions);
        expect(all.total).toBe(dataset.features.numbers.length);
        const filtered = listSuspects(dataset, query, decisions);
        expect(filtered.of).toBe(all.total);
        expect(filtered.rows).toEqual(all.rows.filter((row) => passes(row, query)));
      }),
      { numRuns: 60 },
    );
  });

  test('rows come in the order of the sort, missing values last, equal ones by rank', () => {
    fc.assert(
      fc.property(arbitraryDataset, fc.constantFrom(...suspectSorts.filter((sort) => sort !== 'number')), fc.boolean(), (dataset, sort, descending) => {
        const { rows } = listSuspects(dataset, { ...everything, sort, descending }, []);
        const expected = [...rows].sort((one, other) => {
          const [a, b] = [sortValue(one, sort), sortValue(other, sort)];
          if (a === b) return sort === 'score' ? 0 : one.rank - other.rank;
          if (a === null || b === null) return a === null ? 1 : -1;
          return a < b !== descending ? -1 : 1;
        });
        expect(rows.map(({ number }) => number)).toEqual(expected.map(({ number }) => number));
      }),
      { numRuns: 60 },
    );
  });

  test('ranks count from 1 by score, whatever is filtered', () => {
    fc.assert(
      fc.property(arbitraryDataset, (dataset) => {
        const { rows } = listSuspects(dataset, everything, []);
        expect(rows.map(({ rank }) => rank)).toEqual(rows.map((_, i) => i + 1));
      }),
      { numRuns: 20 },
    );
  });

  test('a row has the strongest three reasons of its number, whichever page it is on', () => {
    fc.assert(
      fc.property(arbitraryDataset, fc.nat(3), (dataset, offset) => {
        const { rows } = listSuspects(dataset, { ...everything, offset }, []);
        const reasons = rows.map(({ number }) => explainRow(dataset, rowOfNumber(dataset, number)).reasons);
        expect(rows.map((row) => row.reasons)).toEqual(reasons.map((all) => all.slice(0, 3)));
      }),
      { numRuns: 20 },
    );
  });

  test('a number with a dismissal shows it, one without is new', () => {
    const dataset = buildDataset([{ caller: '13800000001', callee: '10086', at: '2026-06-01T08:00:00' }]);
    const { rows } = listSuspects(dataset, { ...everything, sort: 'number', descending: false }, [
      { number: '+86 138 0000 0001', status: 'dismissed', reason: 'courier', assignee: null },
    ]);
    expect(rows.map(({ number, status }) => [number, status])).toEqual([['10086', 'new'], ['13800000001', 'dismissed']]);
  });

  test('the weeks of a row are those of the dataset, at most twelve, and hold its records', () => {
    const days = ['2026-01-05', '2026-05-18', '2026-06-08', '2026-06-08'];
    const dataset = buildDataset(days.map((day) => ({ caller: '13800000001', callee: '10086', at: `${day}T08:00:00` })));
    const { rows } = listSuspects(dataset, everything, []);
    expect(rows[0]!.weeks).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 2]);
  });

  test('an empty dataset has an empty queue', () => {
    expect(listSuspects(buildDataset([]), everything, [])).toEqual({ total: 0, of: 0, rows: [] });
  });
});

describe('the counts beside the filters', () => {
  test('each is what its filter would show with the other filters as they are', () => {
    fc.assert(
      fc.property(arbitraryDataset, arbitraryQuery, arbitraryDecisions, (dataset, query, decisions) => {
        const total = (change: Partial<SuspectQuery>) => listSuspects(dataset, { ...query, ...change }, decisions).total;
        const facets = countFacets(dataset, query, decisions);
        expect(facets.detectors).toEqual(detectorIds.map((id) => ({ id, count: total({ detectors: [id] }) })));
        expect(facets.statuses).toEqual(statuses.map((status) => ({ status, count: total({ statuses: [status] }) })));
        expect(facets.scores.map((_, bin) => total({ minScore: bin * 10 }))).toEqual(
          facets.scores.map((_, bin) => facets.scores.slice(bin).reduce((sum, count) => sum + count, 0)),
        );
      }),
      { numRuns: 60 },
    );
  });
});
