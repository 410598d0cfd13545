import { tableOfRow } from '../../features/featureColumns.ts';
import { isServiceNumber } from '../../features/serviceNumbers.ts';
import { numberText } from '../../records/numberKey.ts';
import { modelFingerprint } from '../../scoring/modelFingerprint.ts';
import { explainNumber } from '../../scoring/score.ts';
import { scorecard } from '../../scoring/scorecard.ts';
import { crossValidate } from '../../scoring/training/crossValidate.ts';
import type { LabelledTerms } from '../../scoring/training/refit.ts';
import { fitFactors } from '../../scoring/training/refit.ts';
import type { Decision } from '../answers.ts';
import { decisionsByRow } from '../decisions.ts';
import { explainRow } from '../explainRow.ts';
import { isLeftAlone } from '../numberMarks.ts';
import { ranks, rowsByScore } from '../rowOrder.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import { scoreOf } from '../scoreOf.ts';
import type { RefitLack, RefitMove, RefitPreview } from './refitAnswers.ts';
import { FEW_DECISIONS, FIRST_OF_QUEUE } from './refitAnswers.ts';
import { refitDataset, shippedDataset } from './refitDataset.ts';

const MOVES_SHOWN = 10;
const REASONS_SHOWN = 3;

/**
 * What a refit on the decisions would do to the queue as it is now, and how well it does on decisions it has not seen.
 * The dataset must be that of the whole span. Yields the share done, 0–1.
 */
export function* previewRefit(dataset: ScoredDataset, { decisions }: { readonly decisions: readonly Decision[] }): Generator<number, RefitPreview> {
  const { examples, unused } = labelledRows(shippedDataset(dataset), decisions);
  const confirmed = examples.filter(({ isFraud }) => isFraud).length;
  const dismissed = examples.length - confirmed;
  const factors = fitFactors(examples);
  const steps = crossValidate(examples);
  let step = steps.next();
  while (step.done !== true) {
    yield step.value / 2;
    step = steps.next();
  }
  const told = { confirmed, dismissed, unused, model: modelFingerprint, lacks: lacksOf(examples, confirmed, dismissed, factors.length), factors, heldOut: step.value };
  if (factors.length === 0) return { ...told, entering: [], leaving: [], moves: [] };
  const after = refitDataset(dataset, { confirmed, dismissed, at: '', model: modelFingerprint, factors });
  yield 0.8;
  return { ...told, ...movesBetween(dataset, after) };
}

/** The decided numbers with the reasons that the shipped model has for them. */
function labelledRows(dataset: ScoredDataset, decisions: readonly Decision[]): { readonly examples: readonly LabelledTerms[]; readonly unused: number } {
  const examples: LabelledTerms[] = [];
  let unused = 0;
  for (const [row, { status }] of decisionsByRow(dataset, decisions)) {
    if (status !== 'confirmed' && status !== 'dismissed') continue;
    const contributions = isLeftAlone(dataset, row) || isServiceNumber(dataset.features, row) ? new Map() : contributionsOf(dataset, row);
    if (contributions.size === 0) unused++;
    else examples.push({ contributions, isFraud: status === 'confirmed' });
  }
  return { examples, unused };
}

/** A group's contribution goes by the group's first feature, which names it in the factors. */
function contributionsOf(dataset: ScoredDataset, row: number): LabelledTerms['contributions'] {
  const { terms } = explainNumber(tableOfRow(dataset.features, row), 0, dataset.baseRate);
  return new Map(terms.map(({ feature, contribution }) => {
    const group = scorecard.groups.find((group) => group.terms.some((term) => term.feature === feature));
    return [group?.terms[0]?.feature ?? feature, contribution];
  }));
}

function lacksOf(examples: readonly LabelledTerms[], confirmed: number, dismissed: number, factors: number): RefitLack[] {
  const lacks: RefitLack[] = [];
  if (confirmed === 0) lacks.push('confirmed');
  if (dismissed === 0) lacks.push('dismissed');
  if (confirmed === 0 || dismissed === 0) return lacks;
  if (Math.min(confirmed, dismissed) < FEW_DECISIONS) lacks.push('few');
  const verdicts = new Map<string, boolean>();
  const isContradicted = examples.some(({ contributions, isFraud }) => {
    const reasons = JSON.stringify([...contributions]);
    const before = verdicts.get(reasons) ?? isFraud;
    verdicts.set(reasons, before);
    return before !== isFraud;
  });
  if (isContradicted) lacks.push('contradiction');
  if (factors === 0) lacks.push('difference');
  return lacks;
}

function movesBetween(before: ScoredDataset, after: ScoredDataset): Pick<RefitPreview, 'entering' | 'leaving' | 'moves'> {
  const first = rowsByScore(before).subarray(0, FIRST_OF_QUEUE);
  const firstAfter = rowsByScore(after).subarray(0, FIRST_OF_QUEUE);
  const [wasFirst, isFirst] = [new Set(first), new Set(firstAfter)];
  const move = (row: number) => moveOf(before, after, row);
  return {
    entering: Array.from(firstAfter).filter((row) => !wasFirst.has(row)).map(move),
    leaving: Array.from(first).filter((row) => !isFirst.has(row)).map(move),
    moves: largestMoves(before.scores.logOdds, after.scores.logOdds).map(move),
  };
}

/** Rows whose scores change most, the most first. */
function largestMoves(before: Float64Array, after: Float64Array): number[] {
  const largest: { readonly row: number; readonly change: number }[] = [];
  for (let row = 0; row < before.length; row++) {
    if (before[row] === after[row]) continue;
    const change = Math.abs(scoreOf(after[row]!) - scoreOf(before[row]!));
    if (largest.length === MOVES_SHOWN && change <= largest.at(-1)!.change) continue;
    const place = largest.findIndex((other) => other.change < change);
    largest.splice(place < 0 ? largest.length : place, 0, { row, change });
    if (largest.length > MOVES_SHOWN) largest.pop();
  }
  return largest.map(({ row }) => row);
}

function moveOf(before: ScoredDataset, after: ScoredDataset, row: number): RefitMove {
  const [was, is] = [explainRow(before, row).reasons, explainRow(after, row).reasons];
  const features = new Map([...was, ...is].map(({ feature, value }) => [feature, value]));
  const contributionIn = (reasons: typeof was, feature: (typeof was)[number]['feature']) => reasons.find((reason) => reason.feature === feature)?.contribution ?? 0;
  const reasons = [...features]
    .map(([feature, value]) => ({ feature, value, before: contributionIn(was, feature), after: contributionIn(is, feature) }))
    .filter((reason) => reason.before !== reason.after)
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
  return {
    number: numberText(before.features.numbers[row]!, before.oddNumbers),
    rankBefore: ranks(before)[row]!,
    rankAfter: ranks(after)[row]!,
    scoreBefore: scoreOf(before.scores.logOdds[row]!),
    scoreAfter: scoreOf(after.scores.logOdds[row]!),
    reasons: reasons.slice(0, REASONS_SHOWN),
  };
}
