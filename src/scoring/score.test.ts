import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { featureNames } from '../features/featureNames.ts';
import type { FeatureTable } from '../features/featureNames.ts';
import { numberKey } from '../records/numberKey.ts';
import { OddNumbers } from '../records/oddNumbers.ts';
import { detectorIds } from './detectorIds.ts';
import { detectors } from './detectors/detectors.ts';
import { explainNumber, scoreNumbers } from './score.ts';
import { LEAST_CONTRIBUTION, MOST_CONTRIBUTION, scorecard } from './scorecard.ts';
import { logistic, logit } from './shape.ts';
import { massCaller, person, tableOf } from './testing/tableOf.ts';
import type { TestRow } from './testing/tableOf.ts';

/** Any row that a file could give: counts, shares and ratios in their ranges, any of them missing. */
const anyRow = fc.record(Object.fromEntries(featureNames.map((name) => [
  name,
  /share|percent|balance/.test(name) ? fc.double({ min: 0, max: 1, noNaN: true }) : fc.oneof(fc.nat(2000), fc.double({ min: 1, max: 50, noNaN: true })),
])), { requiredKeys: [] });

const scoreOf = (row: TestRow, baseRate = 0.01): number => explainNumber(tableOf(row), 0, baseRate).score;

function keyOf(number: string): number {
  const bytes = new TextEncoder().encode(number);
  return numberKey(bytes, 0, bytes.length, new OddNumbers());
}

describe('a score', () => {
  it('is the sum of the reasons shown, for any number and any base rate', () => {
    fc.assert(fc.property(fc.array(anyRow, { minLength: 1, maxLength: 4 }), fc.double({ min: 1e-6, max: 0.9, noNaN: true }), (rows, baseRate) => {
      const features = tableOf(...rows);
      const table = scoreNumbers(features, baseRate);
      for (let row = 0; row < rows.length; row++) {
        const { baseLogOdds, logOdds, coverage, terms, findings, score } = explainNumber(features, row, baseRate);
        expect(logOdds).toBe(table.logOdds[row]);
        expect(terms.reduce((sum, term) => sum + term.contribution, baseLogOdds)).toBeCloseTo(logOdds, 10);
        expect(score).toBeCloseTo(100 / (1 + Math.exp(-logOdds)), 10);
        expect(coverage).toBeCloseTo(table.coverage[row]!, 5);
        expect(findings.map(({ id }) => id)).toEqual(detectorIds.filter((_, bit) => (table.findings[row]! & (1 << bit)) !== 0));
        for (const term of terms) {
          expect(term.contribution).toBeGreaterThanOrEqual(LEAST_CONTRIBUTION);
          expect(term.contribution).toBeLessThanOrEqual(MOST_CONTRIBUTION);
        }
      }
    }));
  });

  it('moves with the base rate by exactly the difference of its log-odds', () => {
    const features = tableOf(massCaller);
    const difference = scoreNumbers(features, 0.1).logOdds[0]! - scoreNumbers(features, 0.001).logOdds[0]!;
    expect(difference).toBeCloseTo(logit(0.1) - logit(0.001), 10);
  });

  it('of a number of which nothing is known is the base rate, at no coverage', () => {
    const { logOdds, coverage } = scoreNumbers(tableOf({}), 0.01);
    expect(logistic(logOdds[0]!)).toBeCloseTo(0.01, 10);
    expect(coverage[0]).toBe(0);
  });

  it('loses nothing and gains nothing by a missing field, which only lowers coverage', () => {
    const { imeis: _, ...withoutDevice } = person;
    const full = explainNumber(tableOf(person), 0, 0.01);
    const less = explainNumber(tableOf(withoutDevice), 0, 0.01);
    const device = full.terms.find((term) => term.feature === 'imeis')!;
    expect(less.logOdds).toBeCloseTo(full.logOdds - device.contribution, 10);
    expect(less.coverage).toBeLessThan(full.coverage);
  });

  it('counts only the strongest of features that say the same', () => {
    const writer = { ...massCaller, number_of_texts_out: 300, number_of_texts_in: 40, interactions_per_contact: 1.1 };
    const said = explainNumber(tableOf(writer), 0, 0.01).terms.map(({ feature }) => feature);
    expect(said).toContain('calls_per_contact');
    expect(said).not.toContain('interactions_per_contact');
    const { calls_per_contact: _, ...withoutCalls } = writer;
    expect(explainNumber(tableOf(withoutCalls), 0, 0.01).terms.map(({ feature }) => feature)).toContain('interactions_per_contact');
  });

  it('puts a person well below the line and a mass caller above it', () => {
    expect(scoreOf(person)).toBeLessThan(1);
    expect(scoreOf(massCaller)).toBeGreaterThan(50);
  });

  it('stays low for a number with a handful of calls, however strange they look, unless a list names it', () => {
    fc.assert(fc.property(anyRow, fc.nat(3), fc.nat(2), (row, out, into) => {
      const few = { ...row, seized_lists: NaN, seized_on_device: NaN, number_of_interactions: out + into, number_of_calls_out: out, number_of_calls_in: into, number_of_texts_out: 0, number_of_texts_in: 0 };
      expect(scoreOf(few)).toBeLessThan(15);
    }));
  });

  it('grows with the evidence when the ratios stay', () => {
    const ratios = { calls_per_contact: 1, percent_initiated_interactions: 1, active_hours: 8, imeis: 1 };
    const scores = [1, 5, 25, 125, 625].map((calls) => scoreOf({ ...ratios, number_of_calls_out: calls, number_of_calls_in: 0 }));
    expect(scores).toEqual(scores.toSorted((a, b) => a - b));
    expect(scores[0]).toBeLessThan(3);
  });

  it('of a service is the base rate, although a hotline that calls its customers looks like a bulk caller', () => {
    const keys = [...['10086', '95588', '106575001234', '10101010'].map(keyOf), ...Array.from({ length: 9 }, (_, i) => keyOf(`1380000000${i}`))];
    const features = { ...tableOf(...keys.map(() => massCaller)), numbers: Float64Array.from(keys) };
    const { logOdds, coverage, findings } = scoreNumbers(features, 0.01);
    for (let row = 0; row < 4; row++) {
      expect([logistic(logOdds[row]!), coverage[row], findings[row]]).toEqual([expect.closeTo(0.01, 10), 0, 0]);
      expect(explainNumber(features, row, 0.01)).toMatchObject({ logOdds: logOdds[row], coverage: 0, terms: [], findings: [] });
    }
    expect(logistic(logOdds[4]!)).toBeGreaterThan(0.5);
  });

  it('is given to short ids where all numbers are short: they are no services', () => {
    const keys = ['7', '42', '1999'].map(keyOf);
    const { logOdds } = scoreNumbers({ ...tableOf(...keys.map(() => massCaller)), numbers: Float64Array.from(keys) }, 0.01);
    expect(logistic(logOdds[0]!)).toBeGreaterThan(0.5);
  });

  it('of a mere sender of messages is the base rate: nothing like it was ever labelled', () => {
    const sender = { number_of_calls_out: 0, number_of_calls_in: 0, number_of_texts_out: 9000, number_of_texts_in: 0, incoming_text_share: 0, interactions_per_contact: 1.2 };
    expect(scoreOf(sender)).toBeCloseTo(1, 10);
  });

  it('of a number that is only called is below the base rate', () => {
    const called = { number_of_calls_out: 0, number_of_calls_in: 40, percent_initiated_interactions: 0, calls_per_contact: 8, active_hours: 16 };
    expect(scoreOf(called)).toBeLessThan(1);
  });

  it('takes well under a second for a million numbers', () => {
    const million = 1_000_000;
    const some = tableOf(...Array.from({ length: 1000 }, (_, i) => ({ ...massCaller, calls_per_contact: 1 + i / 100, number_of_calls_out: i, imeis: 1 + (i % 7), active_hours: i % 25 })));
    const columns = Object.fromEntries(Object.entries(some.columns).map(([name, column]) => {
      const long = new Float64Array(million);
      for (let from = 0; from < million; from += column.length) long.set(column, from);
      return [name, long];
    })) as FeatureTable['columns'];
    const table = { numbers: new Float64Array(million).fill(keyOf('13800000000')), columns };
    // Processor time, and the best of three: other work on the machine is not the score's.
    const took = [1, 2, 3].map(() => {
      const started = process.threadCpuUsage();
      expect(scoreNumbers(table, 0.01).logOdds).toHaveLength(million);
      return process.threadCpuUsage(started).user / 1000;
    });
    expect(Math.min(...took)).toBeLessThan(1000);
  }, 60_000);
});

describe('the scorecard that ships', () => {
  it('has straight, bounded shapes and a share of the evidence for every group', () => {
    for (const group of scorecard.groups) {
      expect(group.importance).toBeGreaterThan(0);
      for (const { knots, values, halfEvidence } of group.terms) {
        expect(knots.length).toBeGreaterThan(1);
        expect(values).toHaveLength(knots.length);
        expect(knots).toEqual([...new Set(knots)].toSorted((a, b) => a - b));
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(LEAST_CONTRIBUTION);
          expect(value).toBeLessThanOrEqual(MOST_CONTRIBUTION);
        }
        expect(halfEvidence).toBeGreaterThan(0);
      }
    }
  });
});

describe('the list of detectors', () => {
  it('has one for every id, in the order of the bits', () => {
    expect(detectors.map(({ id }) => id)).toEqual([...detectorIds]);
  });

  it('weighs support above 0 and counter-evidence below', () => {
    for (const { logOdds, supporting, against } of detectors) {
      expect(logOdds).toBeGreaterThan(0);
      for (const criterion of supporting) expect(criterion.logOdds).toBeGreaterThan(0);
      for (const criterion of against) expect(criterion.logOdds).toBeLessThan(0);
      expect(against.length).toBeGreaterThan(0);
    }
  });
});
