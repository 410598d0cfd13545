import type { FeatureName, FeatureTable } from '../features/featureNames.ts';
import { isServiceNumber } from '../features/serviceNumbers.ts';
import { corrected, factorsOfDetector, factorsOfGroup } from './correction.ts';
import type { DetectorId } from './detectorIds.ts';
import { detectorIds } from './detectorIds.ts';
import { bindDetector, describeFinding, detect, spanDays } from './detectors/detector.ts';
import type { DetectorFinding } from './detectors/detector.ts';
import { detectors } from './detectors/detectors.ts';
import { asDialler, isRepetition } from './dialler.ts';
import { evidenceAt, evidenceOf } from './evidence.ts';
import { scorecard } from './scorecard.ts';
import type { Scorecard, ScorecardGroup } from './scorecard.ts';
import type { ScoreTable } from './scoreTable.ts';
import { logistic, logit, shapeAt, shapeFunction } from './shape.ts';
import { beyondUsual, usualContribution } from './usual.ts';

/** One term of a number's log-odds: a feature, or a detector that found it. Shaped as the answers show it. */
export interface ScoreTerm {
  readonly feature: FeatureName | DetectorId;
  /** The feature's value; 1 for a detector. */
  readonly value: number | null;
  /** In log-odds, never 0. */
  readonly contribution: number;
}

/** Everything a score rests on. */
export interface ScoreExplanation {
  /** Log-odds of the base rate. */
  readonly baseLogOdds: number;
  /** baseLogOdds + the contributions of all terms; what `scoreNumbers` gives for the row. */
  readonly logOdds: number;
  /** 0–100 = 100 × probability. */
  readonly score: number;
  /** 0–1. */
  readonly coverage: number;
  /** Strongest first. */
  readonly terms: readonly ScoreTerm[];
  readonly findings: readonly DetectorFinding[];
}

/**
 * Scores every number: log-odds = log-odds of the base rate + Σ groups (strongest contribution) + Σ detectors.
 * Numbers of services stay at the base rate, at no coverage. Works column by column; allocates per column, not per number.
 * @param baseRate share of fraudulent numbers to be expected, in (0, 1)
 */
export function scoreNumbers(features: FeatureTable, baseRate: number, card: Scorecard = scorecard): ScoreTable {
  const rows = features.numbers.length;
  const logOdds = new Float64Array(rows).fill(logit(baseRate));
  const coverage = new Float32Array(rows);
  const findings = new Uint32Array(rows);
  const evidence = { calls: evidenceOf(features, 'calls'), texts: evidenceOf(features, 'texts') };
  const services: number[] = [];
  for (let row = 0; row < rows; row++) if (isServiceNumber(features, row)) services.push(row);
  const strongest = new Float64Array(rows);
  const covered = new Float64Array(rows);
  const totalImportance = card.groups.reduce((sum, group) => sum + group.importance, 0);

  for (const group of card.groups) {
    for (const [place, term] of group.terms.entries()) {
      const isFirst = place === 0;
      const column = features.columns[term.feature];
      const records = evidence[term.evidence];
      const { halfEvidence } = term;
      const shapeOf = shapeFunction(term);
      const usual = usualContribution(features, term);
      const initiated = isRepetition(term) ? features.columns.percent_initiated_interactions : null;
      for (let row = 0; row < rows; row++) {
        const value = column[row]!;
        const n = records[row]!;
        const isKnown = n !== 0 && !Number.isNaN(value);
        const weight = isKnown ? n / (n + halfEvidence) : 0;
        const unusual = isKnown ? beyondUsual(weight * shapeOf(value), usual) : 0;
        const contribution = initiated === null ? unusual : asDialler(unusual, initiated[row]!);
        if (isFirst || Math.abs(contribution) > Math.abs(strongest[row]!)) strongest[row] = contribution;
        if (isFirst || weight > covered[row]!) covered[row] = weight;
      }
    }
    const share = group.importance / totalImportance;
    const factors = factorsOfGroup(card, group);
    for (let row = 0; row < rows; row++) {
      logOdds[row]! += corrected(strongest[row]!, factors);
      coverage[row]! += share * covered[row]!;
    }
  }

  const days = spanDays(features);
  for (const detector of detectors) {
    const bound = bindDetector(detector, features, days);
    if (bound === null) continue;
    const bit = 1 << detectorIds.indexOf(detector.id);
    const factors = factorsOfDetector(card, detector.id);
    const { column, isAtLeast, threshold } = bound.all[0]!;
    for (let row = 0; row < rows; row++) {
      // Most rows fail the first criterion: that is asked here, where it costs least.
      const value = column[row]!;
      if (isAtLeast ? !(value >= threshold) : !(value <= threshold)) continue;
      const contribution = detect(bound, row);
      if (contribution > 0) {
        logOdds[row]! += corrected(contribution, factors);
        findings[row]! |= bit;
      }
    }
  }
  for (const row of services) {
    logOdds[row] = logit(baseRate);
    coverage[row] = 0;
    findings[row] = 0;
  }
  return { logOdds, coverage, findings };
}

/**
 * The same sum for one row, term by term.
 * @param days days the whole table spans, when `features` is only a part of it
 */
export function explainNumber(
  features: FeatureTable, row: number, baseRate: number, card: Scorecard = scorecard, days: number = spanDays(features),
): ScoreExplanation {
  const baseLogOdds = logit(baseRate);
  const terms: ScoreTerm[] = [];
  const findings: DetectorFinding[] = [];
  const totalImportance = card.groups.reduce((sum, group) => sum + group.importance, 0);
  let logOdds = baseLogOdds;
  let coverage = 0;
  if (isServiceNumber(features, row)) return { baseLogOdds, logOdds, score: 100 * baseRate, coverage, terms, findings };
  for (const group of card.groups) {
    const { term, covered } = strongestOf(group, features, row);
    coverage += (group.importance / totalImportance) * covered;
    if (term === null) continue;
    const contribution = corrected(term.contribution, factorsOfGroup(card, group));
    logOdds += contribution;
    if (contribution !== 0) terms.push({ ...term, contribution });
  }
  for (const detector of detectors) {
    const bound = bindDetector(detector, features, days);
    const found = bound === null ? 0 : detect(bound, row);
    if (found === 0) continue;
    const contribution = corrected(found, factorsOfDetector(card, detector.id));
    logOdds += contribution;
    if (contribution !== 0) terms.push({ feature: detector.id, value: 1, contribution });
    findings.push(describeFinding(detector, features, row));
  }
  terms.sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  return { baseLogOdds, logOdds, score: 100 * logistic(logOdds), coverage, terms, findings };
}

function strongestOf(group: ScorecardGroup, features: FeatureTable, row: number): { readonly term: ScoreTerm | null; readonly covered: number } {
  let term: ScoreTerm | null = null;
  let covered = 0;
  for (const each of group.terms) {
    const { feature, evidence, halfEvidence, knots, values } = each;
    const value = features.columns[feature][row]!;
    const n = evidenceAt(features, evidence, row);
    if (Number.isNaN(value) || n === 0) continue;
    const weight = n / (n + halfEvidence);
    const unusual = beyondUsual(weight * shapeAt(knots, values, value), usualContribution(features, each));
    const contribution = isRepetition(each) ? asDialler(unusual, features.columns.percent_initiated_interactions[row]!) : unusual;
    if (Math.abs(contribution) > Math.abs(term?.contribution ?? 0)) term = { feature, value, contribution };
    if (weight > covered) covered = weight;
  }
  return { term, covered };
}
