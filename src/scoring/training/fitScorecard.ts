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

/** How the shipped scorecard is fitted: fewer bins and calmer steps, because a reader must be able to follow its curves and files differ from what it was fitted to. */
export const scorecardFitOptions: FitOptions = { ...defaultFitOptions, bins: 20, ridge: 10, leastRows: 20 };

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
  const { scale, offset } = calibrate(unseen, Uint8Array.from(instances.rows, (row) => labels[row]!), instances.weights, prior);
  const terms = planned.map(({ term, input }, t) => ({ term, input, curve: curves[t]! }));
  const groups = plan.map((group, index) => ({ name: group.name, terms: terms.filter(({ input }) => input.group === index) }))
    .filter((group) => group.terms.length > 0)
    .map((group) => ({ ...group, importance: importance(group.terms, rows) }));
  const total = groups.reduce((sum, group) => sum + group.importance, 0);
  return {
    groups: groups.map((group) => {
      // What calibration adds to all is said by the groups in the proportion in which they speak at all.
      const share = total === 0 ? 0 : group.importance / total;
      return {
        name: group.name,
        importance: rounded(scale * group.importance, 4),
        terms: group.terms.map(({ term, curve }) => termOf(term, curve, (value) => scale * value + offset * share)),
      };
    }),
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

function termOf(plan: TermPlan, { knots, values }: Curve, calibrated: (value: number) => number): ScorecardTerm {
  const points = [...knots].map((knot, i): readonly [knot: number, value: number] => [
    Number(knot.toPrecision(5)),
    rounded(Math.min(MOST_CONTRIBUTION, Math.max(LEAST_CONTRIBUTION, calibrated(values[i]!))), 4),
  ]).filter(([knot], i, all) => i === 0 || knot > all[i - 1]![0]);
  // A curve needs two knots: of one value it is flat.
  if (points.length === 1) points.push([points[0]![0] + 1, points[0]![1]]);
  dropStraightKnots(points);
  return {
    feature: plan.feature,
    evidence: plan.evidence,
    halfEvidence: plan.halfEvidence,
    knots: points.map(([knot]) => knot),
    values: points.map(([, value]) => value),
  };
}

/** Log-odds by which a dropped knot may change the curve: less than a reader sees. */
const STRAIGHT = 0.01;

/** Drops knots between which the curve runs straight on. */
function dropStraightKnots(points: (readonly [knot: number, value: number])[]): void {
  for (let i = 1; i + 1 < points.length;) {
    const [[x0, y0], [x1, y1], [x2, y2]] = [points[i - 1]!, points[i]!, points[i + 1]!];
    if (Math.abs(y0 + ((y2 - y0) * (x1 - x0)) / (x2 - x0) - y1) < STRAIGHT) points.splice(i, 1);
    else i++;
  }
}

/** Mean absolute contribution of a group. */
function importance(terms: readonly { readonly input: CurveInput; readonly curve: Curve }[], rows: Uint32Array): number {
  let sum = 0;
  for (const row of rows) {
    let strongest = 0;
    for (const { input, curve } of terms) {
      const value = input.values[row]!;
      if (Number.isNaN(value)) continue;
      strongest = Math.max(strongest, Math.abs(input.weights![row]! * shapeAt(curve.knots, curve.values, value)));
    }
    sum += strongest;
  }
  return sum / rows.length;
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits)) + 0;
}
