import type { FeatureName } from '../../features/featureNames.ts';
import type { EvidenceKind } from '../scorecard.ts';

/** How a term's log-odds may run with the feature's value. `free` where the data show a bend and sense does not forbid it. */
export type Direction = 'rising' | 'falling' | 'free';

/** What is decided before the fit: which features take part, which of them say the same, and how they may run. */
export interface TermPlan {
  readonly feature: FeatureName;
  readonly evidence: EvidenceKind;
  /** See `ScorecardTerm.halfEvidence`. */
  readonly halfEvidence: number;
  readonly direction: Direction;
}
export interface GroupPlan {
  readonly name: string;
  readonly terms: readonly TermPlan[];
}

/**
 * Records at which a ratio counts half. Assumed: the Sichuan subscribers were watched for eight months, so their data
 * cannot tell how little is too little; of 20 calls to different people half might have been repeated by a person in a
 * longer window.
 */
const HALF_EVIDENCE = 20;
/** Hours of the day and repetition across calls and messages fill up with time: they need more. Assumed. */
const HALF_EVIDENCE_SLOW = 50;

/**
 * The scorecard's plan: the Sichuan columns that call records give and that do not grow with the window without bound.
 * Durations stay out: they tell little, and the labelled calls are only the answered ones, while a file with
 * unanswered calls would make a caller whom nobody answers look harmless.
 */
export const scorecardPlan: readonly GroupPlan[] = [
  {
    name: 'repetition',
    terms: [
      { feature: 'calls_per_contact', evidence: 'calls', halfEvidence: HALF_EVIDENCE, direction: 'falling' },
      // Without messages it is calls_per_contact again, so it counts by the messages that are there.
      { feature: 'interactions_per_contact', evidence: 'texts', halfEvidence: HALF_EVIDENCE_SLOW, direction: 'falling' },
    ],
  },
  { name: 'initiative', terms: [{ feature: 'percent_initiated_interactions', evidence: 'calls', halfEvidence: HALF_EVIDENCE, direction: 'rising' }] },
  { name: 'devices', terms: [{ feature: 'imeis', evidence: 'calls', halfEvidence: HALF_EVIDENCE, direction: 'rising' }] },
  { name: 'hours', terms: [{ feature: 'active_hours', evidence: 'calls', halfEvidence: HALF_EVIDENCE_SLOW, direction: 'free' }] },
  { name: 'messages', terms: [{ feature: 'incoming_text_share', evidence: 'texts', halfEvidence: HALF_EVIDENCE, direction: 'falling' }] },
];

/**
 * What files often lack: each training row is seen also without these, so that the terms that remain carry the score
 * when a file has no messages or no devices.
 */
export const oftenMissing: readonly { readonly hidden: readonly FeatureName[]; readonly weight: number }[] = [
  { hidden: [], weight: 2 },
  { hidden: ['incoming_text_share', 'interactions_per_contact'], weight: 1 },
  { hidden: ['incoming_text_share', 'interactions_per_contact', 'imeis'], weight: 0.5 },
];
