import { shapeAt } from '../shape.ts';
import { boostCurves } from './boostCurves.ts';
import type { Curve, CurveInput } from './boostCurves.ts';
import { calibrate } from './calibrate.ts';
import { columnFitOptions } from './fitOptions.ts';
import type { FitOptions } from './fitOptions.ts';

/** An additive model of any columns: log-odds = intercept + Σ curve(value), a missing value with its own log-odds. */
export interface AdditiveModel {
  readonly intercept: number;
  readonly terms: readonly (Curve & { readonly name: string })[];
}

const NO_BOUNDS = { least: -Infinity, most: Infinity } as const;

/** Fits the additive model of the columns to some of their rows, by the trainer of the scorecard, calibrated. */
export function fitColumns(
  columns: ReadonlyMap<string, Float64Array>, labels: Uint8Array, rows: Uint32Array, options: FitOptions = columnFitOptions,
): AdditiveModel {
  const names = [...columns.keys()];
  const inputs = names.map((name, group): CurveInput => ({ values: columns.get(name)!, weights: null, direction: 'free', group, missingTells: true }));
  const weights = new Float64Array(rows.length).fill(1);
  const { curves, prior, unseen } = boostCurves(inputs, labels, { rows, weights, hidden: names.map(() => null) }, NO_BOUNDS, options);
  const { scale, offset } = calibrate(unseen, Uint8Array.from(rows, (row) => labels[row]!), weights, prior);
  return {
    intercept: prior + offset,
    terms: curves.map(({ knots, values, missing }, t) => ({ name: names[t]!, knots, values: values.map((value) => scale * value), missing: scale * missing })),
  };
}

/** Log-odds of some rows. */
export function scoreColumns(model: AdditiveModel, columns: ReadonlyMap<string, Float64Array>, rows: Uint32Array): Float64Array {
  const logOdds = new Float64Array(rows.length).fill(model.intercept);
  for (const { name, knots, values, missing } of model.terms) {
    const column = columns.get(name)!;
    for (let i = 0; i < rows.length; i++) {
      const value = column[rows[i]!]!;
      logOdds[i]! += Number.isNaN(value) || knots.length === 0 ? missing : shapeAt(knots, values, value);
    }
  }
  return logOdds;
}
