import type { Scorecard, ScorecardTerm } from '../scorecard.ts';
import { logit } from '../shape.ts';
import { Copies } from './copies.ts';
import { defaultFitOptions } from './fitOptions.ts';
import type { FitOptions } from './fitOptions.ts';
import type { GroupPlan } from './scorecardPlan.ts';
import { FittedShape } from './fittedShape.ts';
import type { Split, TrainingSet } from './trainingSet.ts';

/**
 * Fits an additive scorecard by cyclic boosting of shape functions (as explainable boosting machines do, Lou et al.
 * 2013), each shape a piecewise-linear curve: in turn, every knot of every shape takes a damped Newton step of the
 * log-loss, with early stopping on the validation part. What is fitted is exactly what is scored: the evidence weight,
 * the clipping and the rule that only the strongest of a group counts are part of the loss. The intercept is held at the
 * training part's log-odds, so that a number without evidence stands at the base rate, whatever it is.
 */
export function fitScorecard(set: TrainingSet, split: Split, plan: readonly GroupPlan[], options: FitOptions = defaultFitOptions): Scorecard {
  const prior = logit(share(set.labels, split.train));
  const shapes = plan.flatMap((group, groupIndex) => group.terms.map((term) => new FittedShape(term, groupIndex, set.features, split.train, options)))
    .filter((shape) => shape.knots.length > 1);
  const train = new Copies(set, split.train, shapes, prior);
  const validation = new Copies(set, split.validation, shapes, prior);

  for (const shape of shapes) {
    // Rivals for a place in the sum begin with half of what each would say alone; otherwise the first would take it all.
    const rivals = shapes.filter((other) => other.group === shape.group).length;
    if (rivals > 1) beginAlone(shape, train, options);
  }
  for (const copies of [train, validation]) for (let i = 0; i < shapes.length; i++) copies.refresh(i);

  let best = { loss: validation.loss(), values: shapes.map((shape) => shape.values.slice()), round: 0 };
  for (let round = 1; round <= options.maxRounds && round - best.round <= options.patience; round++) {
    for (let i = 0; i < shapes.length; i++) {
      train.step(i, options);
      train.refresh(i);
      validation.refresh(i);
    }
    const loss = validation.loss();
    if (loss < best.loss - 1e-6) best = { loss, values: shapes.map((shape) => shape.values.slice()), round };
  }
  for (const [i, shape] of shapes.entries()) {
    shape.values.set(best.values[i]!.map((value) => round(value, 4)));
    train.refresh(i);
  }
  return {
    groups: plan.map((group, groupIndex) => ({
      name: group.name,
      importance: round(train.importance(groupIndex), 4),
      terms: shapes.filter((shape) => shape.group === groupIndex).map((shape): ScorecardTerm => ({
        feature: shape.plan.feature,
        evidence: shape.plan.evidence,
        halfEvidence: shape.plan.halfEvidence,
        knots: [...shape.knots],
        values: [...shape.values],
      })),
    })).filter((group) => group.terms.length > 0),
  };
}

const WARM_ROUNDS = 30;
const WARM_SHARE = 0.5;

function beginAlone(shape: FittedShape, train: Copies, options: FitOptions): void {
  const index = train.shapes.indexOf(shape);
  for (let round = 0; round < WARM_ROUNDS; round++) {
    train.refresh(index);
    train.step(index, options, true);
  }
  for (let knot = 0; knot < shape.values.length; knot++) shape.values[knot]! *= WARM_SHARE;
}

function share(labels: Uint8Array, rows: Uint32Array): number {
  let sum = 0;
  for (const row of rows) sum += labels[row]!;
  return sum / rows.length;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits)) + 0;
}
