/** Answers about learning from decisions. As `answers.ts`, everything survives JSON. */
import type { TermFactors } from '../../scoring/scorecard.ts';
import type { HeldOut } from '../../scoring/training/crossValidate.ts';
import type { Reason } from '../answers.ts';

/** What was learned from decisions and is used in place of the shipped model. */
export interface Refit {
  /** Decisions that it rests on. */
  readonly confirmed: number;
  readonly dismissed: number;
  /** When it was put to use: UTC, ISO 8601. */
  readonly at: string;
  /** The shipped model whose reasons it weighs (`modelFingerprint`); a newer one's may be worth something else. Empty where it was not noted. */
  readonly model: string;
  readonly factors: readonly TermFactors[];
}

/** What stands in the way of learning, or makes little of it. */
export const refitLacks = ['confirmed', 'dismissed', 'few', 'contradiction', 'difference'] as const;
/**
 * `confirmed`, `dismissed`: no decision of that kind. `few`: fewer than `FEW_DECISIONS` of the rarer kind.
 * `contradiction`: numbers with the very same reasons were decided both ways. `difference`: the reasons do not tell the
 * decided numbers apart.
 */
export type RefitLack = (typeof refitLacks)[number];

/** Of the rarer kind; below, a refit is mostly the shipped model still. */
export const FEW_DECISIONS = 10;

/** A number whose place or score would change. Scores are 0–100, ranks from 1. */
export interface RefitMove {
  readonly number: string;
  readonly rankBefore: number;
  readonly rankAfter: number;
  readonly scoreBefore: number;
  readonly scoreAfter: number;
  /** The reasons that change most, at most three: log-odds before and after. */
  readonly reasons: readonly { readonly feature: Reason['feature']; readonly value: number | null; readonly before: number; readonly after: number }[];
}

/** What a refit on the decisions so far would do, compared with the queue as it is. */
export interface RefitPreview {
  readonly confirmed: number;
  readonly dismissed: number;
  /** Decided numbers of which nothing can be learned: left alone, a service's, or without calls. */
  readonly unused: number;
  /** The shipped model that was compared with (`modelFingerprint`). */
  readonly model: string;
  readonly lacks: readonly RefitLack[];
  /** Empty when nothing can be learned. */
  readonly factors: readonly TermFactors[];
  /** Numbers that come into the first 50 of the queue, and those that leave it; by their places after and before. */
  readonly entering: readonly RefitMove[];
  readonly leaving: readonly RefitMove[];
  /** The largest changes of score, at most ten. */
  readonly moves: readonly RefitMove[];
  /** null with fewer than two decisions of a kind. */
  readonly heldOut: HeldOut | null;
}

/** Numbers of the queue that a preview compares. */
export const FIRST_OF_QUEUE = 50;
