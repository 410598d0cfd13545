import type { FeatureName, FeatureTable } from '../features/featureNames.ts';
import { isServiceNumber } from '../features/serviceNumbers.ts';
import { corrected, factorsOfDetector, factorsOfGroup } from './correction.ts';
import type { DetectorId } from './detectorIds.ts';
import { detectorIds } from './detectorIds.ts';
import { bindDetector, candidates, describeFinding, detect, spanDays, weigh } from './detectors/detector.ts';
import type { DetectorFinding } from './detectors/detector.ts';
import { detectors } from './detectors/detectors.ts';
import { asDialler, isRepetition } from './dialler.ts';
import { evidenceAt, evidenceOf, weightsOf } from './evidence.ts';
import { scorecard } from './scorecard.ts';
import type { Scorecard, ScorecardGroup, ScorecardTerm } from './scorecard.ts';
import type { ScoreTable } from './scoreTable.ts';
import { logistic, logit, shapeAt, weighShapes } from './shape.ts';
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
  const hasEvidence = { calls: hasAny(evidence.calls), texts: hasAny(evidence.texts) };
  const services: number[] = [];
  for (let row = 0; row < rows; row++) if (isServiceNumber(features, row)) services.push(row);
  const totalImportance = card.groups.reduce((sum, group) => sum + group.importance, 0);

  for (const group of card.groups) {
    const [first, ...others] = group.terms.filter((term) => hasEvidence[term.evidence]).map((term) => termOf(features, term, evidence[term.evidence]));
    if (first === undefined) continue;
    const { contributions: strongest, weights: covered } = first;
    for (const { contributions, weights } of others) {
      for (let row = 0; row < rows; row++) {
        if (Math.abs(contributions[row]!) > Math.abs(strongest[row]!)) strongest[row] = contributions[row]!;
        if (weights[row]! > covered[row]!) covered[row] = weights[row]!;
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
  const room = new Uint32Array(rows);
  for (const detector of detectors) {
    const bound = bindDetector(detector, features, days);
    if (bound === null) continue;
    const bit = 1 << detectorIds.indexOf(detector.id);
    const factors = factorsOfDetector(card, detector.id);
    const found = candidates(bound, room);
    for (let i = 0; i < found.length; i++) {
      const row = found[i]!;
      const contribution = weigh(bound, row);
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

function hasAny(records: Float64Array): boolean {
  for (let row = 0; row < records.length; row++) if (records[row] !== 0) return true;
  return false;
}

interface TermColumns {
  /** 0 where the value or its evidence is missing. */
  readonly contributions: Float64Array;
  /** How much of the term's shape the evidence lets count, 0–1. */
  readonly weights: Float64Array;
}

/** A term before it is compared with the others of its group. @param records its evidence by row */
function termOf(features: FeatureTable, term: ScorecardTerm, records: Float64Array): TermColumns {
  const weights = weightsOf(records, term);
  const contributions = new Float64Array(weights.length);
  weighShapes(term, features.columns[term.feature], weights, contributions);
  const usual = usualContribution(features, term);
  if (usual > 0) for (let row = 0; row < contributions.length; row++) contributions[row] = beyondUsual(contributions[row]!, usual);
  if (isRepetition(term)) {
    const initiated = features.columns.percent_initiated_interactions;
    for (let row = 0; row < contributions.length; row++) contributions[row] = asDialler(contributions[row]!, initiated[row]!);
  }
  return { contributions, weights };
}

/**
 * The same sum for one row, term by term.
 * @param days days the whole table spans, when `features` is only a part of it
 */
export function explainNumber(
  features: FeatureTable, row: number, baseRate: number, card: Scorecard = scorecard, days: number = spanDays(features),
): ScoreExplanation {
  return explainerOf(features, baseRate, card, days)(row);
}

/** The same for several rows. What is in the columns may change in between. */
export function explainerOf(
  features: FeatureTable, baseRate: number, card: Scorecard = scorecard, days: number = spanDays(features),
): (row: number) => ScoreExplanation {
  const baseLogOdds = logit(baseRate);
  const totalImportance = card.groups.reduce((sum, group) => sum + group.importance, 0);
  const bounds = detectors.flatMap((detector) => bindDetector(detector, features, days) ?? []);
  return (row) => {
    const terms: ScoreTerm[] = [];
    const findings: DetectorFinding[] = [];
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
    for (const bound of bounds) {
      const found = detect(bound, row);
      if (found === 0) continue;
      const { detector } = bound;
      const contribution = corrected(found, factorsOfDetector(card, detector.id));
      logOdds += contribution;
      if (contribution !== 0) terms.push({ feature: detector.id, value: 1, contribution });
      findings.push(describeFinding(detector, features, row));
    }
    terms.sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
    return { baseLogOdds, logOdds, score: 100 * logistic(logOdds), coverage, terms, findings };
  };
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
