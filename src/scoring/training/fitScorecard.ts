import { evidenceOf } from '../evidence.ts';
import { LEAST_CONTRIBUTION, MOST_CONTRIBUTION } from '../scorecard.ts';
import type { Scorecard, ScorecardTerm } from '../scorecard.ts';
import { shapeAt } from '../shape.ts';
import { boostCurves } from './boostCurves.ts';
import type { Curve, CurveInput, Instances } from './boostCurves.ts';
import { calibrate } from './calibrate.ts';
import { defaultFitOptions } from './fitOptions.ts';
import type { FitOptions } from './fitOptions.ts';
import { oftenMissing } from './scorecardPlan.ts';
import type { GroupPlan, TermPlan } from './scorecardPlan.ts';
import type { TrainingSet } from './trainingSet.ts';

/** How the shipped scorecard is fitted: fewer bins, because a reader must be able to follow its curves. */
export const scorecardFitOptions: FitOptions = { ...defaultFitOptions, bins: 24 };

/**
 * Fits an additive scorecard by cyclic boosting (`boostCurves`), calibrated on the rows that each bag had not seen. What is
 * fitted is what is scored: the evidence weight, the clipping and the rule that only the strongest of a group counts are
 * part of the loss. The intercept is held at the training part's log-odds and the calibration turns about it, so that a
 * number without evidence stands at the base rate, whatever it is.
 * @param rows rows to fit to
 */
export function fitScorecard({ features, labels }: TrainingSet, rows: Uint32Array, plan: readonly GroupPlan[], options: FitOptions = scorecardFitOptions): Scorecard {
  const planned = plan.flatMap((group, index) => group.terms.map((term) => ({ term, input: inputOf(term, index) })))
    .filter(({ input }) => rows.some((row) => !Number.isNaN(input.values[row]!)));
  const instances = instancesOf(planned.map(({ term }) => term), rows);
  const { curves, prior, unseen } = boostCurves(
    planned.map(({ input }) => input), labels, instances, { least: LEAST_CONTRIBUTION, most: MOST_CONTRIBUTION }, options,
  );
  const { scale } = calibrate(unseen, Uint8Array.from(instances.rows, (row) => labels[row]!), instances.weights, false, prior);
  const terms = planned.map(({ term, input }, t) => ({ input, group: input.group, term: termOf(term, curves[t]!, scale) }));
  return {
    groups: plan.map((group, index) => ({ name: group.name, of: terms.filter((each) => each.group === index) }))
      .filter(({ of }) => of.length > 0)
      .map(({ name, of }) => ({ name, importance: rounded(importance(of, rows), 4), terms: of.map(({ term }) => term) })),
  };

  function inputOf(term: TermPlan, group: number): CurveInput {
    const evidence = evidenceOf(features, term.evidence);
    return {
      values: features.columns[term.feature],
      weights: evidence.map((records) => records / (records + term.halfEvidence)),
      direction: term.direction,
      group,
      missingTells: false,
    };
  }
}

/** Each row once for every set of features that files may lack. */
function instancesOf(terms: readonly TermPlan[], rows: Uint32Array): Instances {
  const size = rows.length * oftenMissing.length;
  const all = new Uint32Array(size);
  const weights = new Float64Array(size);
  const hidden = terms.map(() => new Uint8Array(size));
  for (const [copy, { hidden: names, weight }] of oftenMissing.entries()) {
    const from = copy * rows.length;
    all.set(rows, from);
    weights.fill(weight, from, from + rows.length);
    for (const [t, { feature }] of terms.entries()) if (names.includes(feature)) hidden[t]!.fill(1, from, from + rows.length);
  }
  return { rows: all, weights, hidden };
}

/** A knot where the curve bends; where it runs straight on, none is needed. */
function termOf(plan: TermPlan, { knots, values }: Curve, scale: number): ScorecardTerm {
  const points = [...knots].map((knot, i): readonly [knot: number, value: number] => [
    Number(knot.toPrecision(5)),
    rounded(Math.min(MOST_CONTRIBUTION, Math.max(LEAST_CONTRIBUTION, scale * values[i]!)), 4),
  ]).filter(([knot], i, all) => i === 0 || knot > all[i - 1]![0]);
  // A curve needs two knots: of one value it is flat.
  if (points.length === 1) points.push([points[0]![0] + 1, points[0]![1]]);
  return {
    feature: plan.feature,
    evidence: plan.evidence,
    halfEvidence: plan.halfEvidence,
    knots: points.map(([knot]) => knot),
    values: points.map(([, value]) => value),
  };
}

/** Mean absolute contribution of a group. */
function importance(group: readonly { readonly input: CurveInput; readonly term: ScorecardTerm }[], rows: Uint32Array): number {
  let sum = 0;
  for (const row of rows) {
    let strongest = 0;
    for (const { input, term } of group) {
      const value = input.values[row]!;
      if (Number.isNaN(value)) continue;
      strongest = Math.max(strongest, Math.abs(input.weights![row]! * shapeAt(term.knots, term.values, value)));
    }
    sum += strongest;
  }
  return sum / rows.length;
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits)) + 0;
}
