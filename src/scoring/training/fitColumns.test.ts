import { describe, expect, it } from 'vitest';
import { logistic } from '../shape.ts';
import { fitColumns, scoreColumns } from './fitColumns.ts';
import { areaUnderRoc, calibrationError } from './metrics.ts';
import { seededRandom } from './trainingSet.ts';

/** Two columns that tell something each, one that tells nothing, one that tells by being missing. */
function made(size: number, seed: number) {
  const random = seededRandom(seed);
  const column = () => Float64Array.from({ length: size }, () => 4 * random() - 2);
  const columns = new Map([['rising', column()], ['bend', column()], ['noise', column()], ['silent', column()]]);
  const labels = new Uint8Array(size);
  const truth = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    const isSilent = random() < 0.2;
    if (isSilent) columns.get('silent')![row] = NaN;
    truth[row] = 1.5 * columns.get('rising')![row]! + 2 * Math.abs(columns.get('bend')![row]!) - 2 + (isSilent ? 1.5 : 0);
    labels[row] = Number(random() < logistic(truth[row]!));
  }
  return { columns, labels, truth };
}

describe('an additive model of any columns', () => {
  const { columns, labels } = made(3000, 1);
  const rows = Uint32Array.from({ length: 3000 }, (_, row) => row);
  const model = fitColumns(columns, labels, rows);

  it('ranks rows it has not seen almost as well as the odds that made them, and its probabilities come true', () => {
    const unseen = made(3000, 2);
    const logOdds = scoreColumns(model, unseen.columns, rows);
    expect(areaUnderRoc(logOdds, unseen.labels)).toBeGreaterThan(areaUnderRoc(unseen.truth, unseen.labels) - 0.01);
    expect(calibrationError(logOdds.map(logistic), unseen.labels)).toBeLessThan(0.04);
  });

  it('is the sum of its curves: one value changed moves the log-odds by its curve alone', () => {
    const one = new Map([...columns].map(([name, values]) => [name, Float64Array.of(values[0]!, values[0]!)]));
    one.get('bend')!.set([-2, 0]);
    const [outer, inner] = scoreColumns(model, one, Uint32Array.of(0, 1));
    for (const values of one.values()) if (values !== one.get('bend')) values.fill(0.5);
    const [outerElsewhere, innerElsewhere] = scoreColumns(model, one, Uint32Array.of(0, 1));
    expect(outer! - inner!).toBeCloseTo(outerElsewhere! - innerElsewhere!, 10);
    expect(outer! - inner!).toBeGreaterThan(2);
  });

  it('lets a missing value speak where it tells, and is silent about noise', () => {
    const term = (name: string) => model.terms.find((each) => each.name === name)!;
    expect(term('silent').missing).toBeGreaterThan(0.5);
    expect(Math.max(...term('noise').values.map(Math.abs))).toBeLessThan(0.4);
  });
});
