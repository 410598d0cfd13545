/**
 * How well scores tell fraud from the rest. All take one score (or probability) and one label per number; labels are
 * 1 for fraud and 0 otherwise.
 */

/** Area under the ROC curve: the chance that a fraudulent number scores above another; ties count half. NaN without both kinds. */
export function areaUnderRoc(scores: ArrayLike<number>, labels: ArrayLike<number>): number {
  const order = ascending(scores);
  let rankSum = 0;
  let positives = 0;
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && scores[order[to]!] === scores[order[from]!]) to++;
    const meanRank = (from + 1 + to) / 2;
    for (let i = from; i < to; i++) {
      if (labels[order[i]!] === 1) {
        rankSum += meanRank;
        positives++;
      }
    }
    from = to;
  }
  const negatives = order.length - positives;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** Expected calibration error over ten equal-width bins (Naeini et al. 2015): mean |observed − predicted| weighed by bin size. */
export function calibrationError(probabilities: ArrayLike<number>, labels: ArrayLike<number>): number {
  const bins = 10;
  const gap = new Float64Array(bins);
  for (let i = 0; i < probabilities.length; i++) {
    const bin = Math.min(bins - 1, Math.floor(probabilities[i]! * bins));
    gap[bin]! += labels[i]! - probabilities[i]!;
  }
  return gap.reduce((sum, bin) => sum + Math.abs(bin), 0) / probabilities.length;
}

/** Mean of the F1 of both classes when scores at or above `line` are called fraud. */
export function macroF1(scores: ArrayLike<number>, labels: ArrayLike<number>, line: number): number {
  const { hits, misses, falseAlarms, passes } = confusion(scores, labels, line);
  const fraudF1 = (2 * hits) / (2 * hits + misses + falseAlarms);
  const otherF1 = (2 * passes) / (2 * passes + misses + falseAlarms);
  return (fraudF1 + otherF1) / 2;
}

/** Geometric mean of the recalls of both classes when scores at or above `line` are called fraud. */
export function gMean(scores: ArrayLike<number>, labels: ArrayLike<number>, line: number): number {
  const { hits, misses, falseAlarms, passes } = confusion(scores, labels, line);
  return Math.sqrt((hits / (hits + misses)) * (passes / (passes + falseAlarms)));
}

/** Largest share of fraud found by a line that flags at most `budget` (0–1) of the others. */
export function recallAtFalsePositiveRate(scores: ArrayLike<number>, labels: ArrayLike<number>, budget: number): number {
  const order = ascending(scores).reverse();
  let positives = 0;
  for (let i = 0; i < labels.length; i++) positives += labels[i]!;
  const allowed = Math.floor(budget * (labels.length - positives));
  let found = 0;
  let flagged = 0;
  let best = 0;
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && scores[order[to]!] === scores[order[from]!]) {
      if (labels[order[to]!] === 1) found++;
      else flagged++;
      to++;
    }
    if (flagged > allowed) break;
    best = found;
    from = to;
  }
  return best / positives;
}

/** Area under the precision-recall curve as average precision; ties are taken together. NaN without fraud. */
export function averagePrecision(scores: ArrayLike<number>, labels: ArrayLike<number>): number {
  const order = ascending(scores).reverse();
  let found = 0;
  let sum = 0;
  for (let from = 0; from < order.length;) {
    let to = from;
    let hits = 0;
    while (to < order.length && scores[order[to]!] === scores[order[from]!]) hits += labels[order[to++]!]!;
    found += hits;
    sum += (hits * found) / to;
    from = to;
  }
  return sum / found;
}

/**
 * Fraud among the first `count` in the order of the scores. Of ties across the edge each counts as much as the places left
 * for them allow: the expectation over every order.
 */
export function hitsAtTop(scores: ArrayLike<number>, labels: ArrayLike<number>, count: number): number {
  const order = ascending(scores).reverse();
  const most = Math.min(count, order.length);
  let found = 0;
  for (let from = 0; from < most;) {
    let to = from;
    let hits = 0;
    while (to < order.length && scores[order[to]!] === scores[order[from]!]) hits += labels[order[to++]!]!;
    found += hits * Math.min(1, (most - from) / (to - from));
    from = to;
  }
  return found;
}

/** Middle 95 % of a measure over resamples of the rows with replacement (percentile bootstrap). */
export function bootstrapInterval(
  measure: (scores: Float64Array, labels: Uint8Array) => number,
  scores: Float64Array,
  labels: Uint8Array,
  resamples: number,
  random: () => number,
): readonly [low: number, high: number] {
  const values = new Float64Array(resamples);
  const someScores = new Float64Array(scores.length);
  const someLabels = new Uint8Array(scores.length);
  for (let resample = 0; resample < resamples; resample++) {
    for (let i = 0; i < scores.length; i++) {
      const row = Math.floor(random() * scores.length);
      someScores[i] = scores[row]!;
      someLabels[i] = labels[row]!;
    }
    values[resample] = measure(someScores, someLabels);
  }
  values.sort();
  const at = (share: number) => values[Math.round(share * (resamples - 1))]!;
  return [at(0.025), at(0.975)];
}

function ascending(scores: ArrayLike<number>): Uint32Array {
  return Uint32Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => scores[a]! - scores[b]!);
}

function confusion(scores: ArrayLike<number>, labels: ArrayLike<number>, line: number): {
  readonly hits: number;
  readonly misses: number;
  readonly falseAlarms: number;
  readonly passes: number;
} {
  let hits = 0;
  let misses = 0;
  let falseAlarms = 0;
  let passes = 0;
  for (let i = 0; i < labels.length; i++) {
    const isFlagged = scores[i]! >= line;
    if (labels[i] === 1 && isFlagged) hits++;
    else if (labels[i] === 1) misses++;
    else if (isFlagged) falseAlarms++;
    else passes++;
  }
  return { hits, misses, falseAlarms, passes };
}
