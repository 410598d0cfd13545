import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logistic } from '../shape.ts';
import { crossValidate } from './crossValidate.ts';
import type { HeldOut } from './crossValidate.ts';
import type { LabelledTerms } from './refit.ts';
import { fitFactors, sumOf } from './refit.ts';
import { areaUnderRoc } from './metrics.ts';
import { seededRandom } from './trainingSet.ts';

const terms = ['calls_per_contact', 'imeis', 'active_hours', 'bulkCaller'] as const;

const anyExample = fc.record({
  contributions: fc.array(fc.tuple(fc.constantFrom(...terms), fc.double({ min: -2, max: 3, noNaN: true })), { maxLength: 6 }).map((entries): LabelledTerms['contributions'] => new Map(entries)),
  isFraud: fc.boolean(),
});

/** Numbers whose reasons are worth what `truth` says, in a dataset decided about by somebody who knows. */
function decided(count: number, truth: Readonly<Partial<Record<(typeof terms)[number], number>>>, seed: number): LabelledTerms[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const contributions = new Map(terms.map((term) => [term, random() < 0.5 ? 0 : random() * 5 - 2]));
    const logOdds = [...contributions].reduce((sum, [term, contribution]) => sum + contribution * (truth[term] ?? 1), -0.5);
    return { contributions, isFraud: random() < logistic(logOdds) };
  });
}

const aucOf = (examples: readonly LabelledTerms[], factors: Parameters<typeof sumOf>[1]) =>
  areaUnderRoc(examples.map((example) => sumOf(example, factors)), examples.map(({ isFraud }) => (isFraud ? 1 : 0)));

function heldOutOf(examples: readonly LabelledTerms[]): HeldOut | null {
  const steps = crossValidate(examples);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

describe('learning from decisions', () => {
  it('gives factors between 0 and 2 and finite figures whatever was decided', () => {
    fc.assert(fc.property(fc.array(anyExample, { maxLength: 30 }), (examples) => {
      for (const { against, inFavour } of fitFactors(examples)) {
        for (const factor of [against, inFavour]) {
          expect(factor).toBeGreaterThanOrEqual(0);
          expect(factor).toBeLessThanOrEqual(2);
        }
      }
      const heldOut = heldOutOf(examples);
      for (const figure of heldOut === null ? [] : [heldOut.shipped.auc, heldOut.shipped.logLoss, heldOut.refitted.auc, heldOut.refitted.logLoss]) expect(Number.isFinite(figure)).toBe(true);
    }), { numRuns: 60 });
  });

  it('learns nothing from decisions of one kind only', () => {
    for (const isFraud of [true, false]) {
      const examples = decided(50, {}, 1).map((example) => ({ ...example, isFraud }));
      expect(fitFactors(examples)).toEqual([]);
      expect(heldOutOf(examples)).toBeNull();
    }
  });

  it('learns nothing from numbers that were decided both ways for the same reasons', () => {
    const examples = [true, false].flatMap((isFraud) => Array.from({ length: 20 }, () => ({ contributions: new Map([['imeis', 2]] as const), isFraud })));
    expect(fitFactors(examples)).toEqual([]);
  });

  it('hardly moves with five decisions, even when they contradict the model', () => {
    const examples = decided(5, {}, 3).map((example) => ({ ...example, isFraud: sumOf(example, []) < 0 }));
    for (const { against, inFavour } of fitFactors(examples)) {
      expect(Math.abs(against - 1)).toBeLessThan(0.2);
      expect(Math.abs(inFavour - 1)).toBeLessThan(0.2);
    }
    const others = decided(2000, {}, 4);
    expect(aucOf(others, [])).toBeGreaterThan(0.8);
    expect(aucOf(others, fitFactors(examples))).toBeGreaterThan(aucOf(others, []) - 0.01);
  });

  it('finds with 200 decisions which reasons are worth little here, and more than the shipped model tells of others', () => {
    const truth = { imeis: 0.2, bulkCaller: 0.1, calls_per_contact: 1.5 };
    const examples = decided(200, truth, 5);
    const factors = fitFactors(examples);
    const of = (term: string) => factors.find((known) => known.term === term)!;
    expect(of('imeis').against).toBeLessThan(0.7);
    expect(of('bulkCaller').against).toBeLessThan(0.7);
    expect(of('calls_per_contact').against).toBeGreaterThan(1);
    const others = decided(3000, truth, 6);
    expect(aucOf(others, factors)).toBeGreaterThan(aucOf(others, []) + 0.02);
    const heldOut = heldOutOf(examples)!;
    expect(heldOut).toMatchObject({ decisions: 200, folds: 5, verdict: 'better' });
    expect(heldOut.refitted.auc).toBeGreaterThan(heldOut.shipped.auc);
  });

  it('loses almost nothing where the shipped model was right', () => {
    const others = decided(3000, {}, 7);
    for (let seed = 10; seed < 15; seed++) {
      for (const count of [5, 20, 200]) expect(aucOf(others, fitFactors(decided(count, {}, seed)))).toBeGreaterThan(aucOf(others, []) - 0.012);
    }
  });
});
