import type { DetectorId } from './detectorIds.ts';
import { LEAST_CONTRIBUTION, MOST_CONTRIBUTION } from './scorecard.ts';
import type { Scorecard, ScorecardGroup, TermFactors } from './scorecard.ts';

/** The shipped scorecard with factors on its contributions. */
export function correctedCard(card: Scorecard, factors: readonly TermFactors[]): Scorecard {
  return { ...card, factors };
}

/** The factors on a group's contributions; undefined when the card leaves them as they are. */
export function factorsOfGroup({ factors }: Scorecard, group: ScorecardGroup): TermFactors | undefined {
  return factors?.find(({ term }) => group.terms.some(({ feature }) => feature === term));
}

/** The factors on a detector's contributions; undefined when the card leaves them as they are. */
export function factorsOfDetector({ factors }: Scorecard, id: DetectorId): TermFactors | undefined {
  return factors?.find(({ term }) => term === id);
}

/** A contribution in log-odds after its factor, within the bounds of every contribution. */
export function corrected(contribution: number, factors: TermFactors | undefined): number {
  if (factors === undefined) return contribution;
  const scaled = contribution * (contribution > 0 ? factors.against : factors.inFavour);
  return Math.max(LEAST_CONTRIBUTION, Math.min(MOST_CONTRIBUTION, scaled));
}
