/**
 * Whether two numbers look like one person's: log-likelihood ratios of "one person with two numbers" against "any two persons". Each
 * is bounded, because none is as independent as it looks.
 */
import { DAY_S } from '../../records/days.ts';
import { oncePerDataset } from '../datasetCache.ts';
import { daySpan } from '../recordSpan.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import type { PortraitOfTwo, SamePersonTerm } from './portrait.ts';
import { learnHabits } from './successors/habits.ts';
import type { Life } from './successors/life.ts';
import { cellEvidence, deviceEvidence, rhythmEvidence } from './successors/likeness.ts';

export interface PairFacts {
  /** Contacts in common, and how many chance would give. */
  readonly common: number;
  readonly expectedCommon: number;
  readonly together: PortraitOfTwo['together'];
  readonly talksAtOnce: number;
  readonly expectedAtOnce: number;
  /** Other days that the expectations rest on; 0 where there are too few days for any. */
  readonly turns: number;
  /** Conversations of ten seconds and more with each other. */
  readonly directTalks: number;
  readonly deviceUsers: (device: number) => number;
}

/** Share of a person's contacts that reach it under both numbers (assumed). */
const CONTACTS_OF_BOTH = 0.2;
/** Share of the hours with both numbers in use in which one person's phones are seen at one place (assumed): cells differ by their load. */
const AT_ONE_PLACE = 0.8;
/** Talks at once that two persons' phones would have, of one person's: a handset lent, a call on hold (assumed). */
const AT_ONCE_ANYHOW = 0.05;

/** How much people stay the same from one half of the records to the other. */
const habitsOf = oncePerDataset((dataset) => {
  const { first, last } = daySpan(dataset);
  const [fromS, toS] = [first * DAY_S, (last + 1) * DAY_S];
  return learnHabits(dataset, (fromS + toS) / 2, { silent: [], begun: [], active: dataset.features.numbers.length, fromS, toS }, []);
});

/** The signs that the records give, strongest first, and their sum. */
export function weighSamePerson(dataset: ScoredDataset, a: Life, b: Life, facts: PairFacts): PortraitOfTwo['samePerson'] {
  const habits = habitsOf(dataset);
  const terms: SamePersonTerm[] = [
    { sign: 'contacts', logRatio: contactsEvidence(a, b, facts), found: facts.common, expected: facts.expectedCommon },
    { sign: 'rhythm', logRatio: rhythmEvidence(habits, a, b), found: hoursInCommon(a, b), expected: null },
    { sign: 'talks', logRatio: within(-5, 0, 0 - 1.5 * facts.directTalks), found: facts.directTalks, expected: null },
  ];
  if (facts.turns > 0) terms.push({ sign: 'overlap', logRatio: overlapEvidence(facts), found: facts.talksAtOnce, expected: facts.expectedAtOnce });
  if (a.cells.size > 0 && b.cells.size > 0) {
    terms.push({ sign: 'cells', logRatio: (cellEvidence(habits, a, b) + cellEvidence(habits, b, a)) / 2, found: shareInCommon(a.cells, b.cells), expected: null });
  }
  if (facts.together !== null && facts.together.seen > 0) terms.push({ sign: 'together', logRatio: togetherEvidence(facts.together), found: facts.together.hours, expected: facts.together.expected });
  if (a.devices.size > 0 && b.devices.size > 0) {
    const shared = [...a.devices.keys()].filter((device) => b.devices.has(device)).length;
    terms.push({ sign: 'devices', logRatio: deviceEvidence(facts.deviceUsers, dataset.features.numbers.length, a, b), found: shared, expected: null });
  }
  terms.sort((one, other) => Math.abs(other.logRatio) - Math.abs(one.logRatio));
  return { logRatio: terms.reduce((sum, { logRatio }) => sum + logRatio, 0), terms };
}

/** Counts as Poisson: of one person about a fifth of the smaller circle, of two what chance gives. */
function contactsEvidence(a: Life, b: Life, { common, expectedCommon }: PairFacts): number {
  const chance = Math.max(0.05, expectedCommon);
  const ofOne = Math.max(1.5 * chance, CONTACTS_OF_BOTH * Math.min(a.ties.size, b.ties.size, 25));
  return within(-4, 6, common * Math.log(ofOne / chance) - (ofOne - chance));
}

/** Nobody talks with two at once; two people who talk much often do. */
function overlapEvidence({ talksAtOnce, expectedAtOnce }: PairFacts): number {
  const ofTwo = Math.max(0.02, expectedAtOnce);
  const ofOne = AT_ONCE_ANYHOW * ofTwo + 0.02;
  return within(-8, 4, talksAtOnce * Math.log(ofOne / ofTwo) - (ofOne - ofTwo));
}

/** Of the hours in which both were used, how many at one place, against what habits alone would give. Hours of one day hang together: they count half. */
function togetherEvidence({ hours, seen, expected }: NonNullable<PortraitOfTwo['together']>): number {
  const all = Math.max(seen, hours);
  const chance = within(0.01, 0.7, (expected + 0.5) / (all + 1));
  return within(-6, 6, 0.5 * (hours * Math.log(AT_ONE_PLACE / chance) + (all - hours) * Math.log((1 - AT_ONE_PLACE) / (1 - chance))));
}

/** Share of two distributions over the hours of the day that coincides, 0–1. */
function hoursInCommon(a: Life, b: Life): number {
  const total = ({ hours }: Life) => hours.reduce((sum, count) => sum + count, 0);
  const [all, others] = [total(a), total(b)];
  let share = 0;
  for (let hour = 0; hour < 24; hour++) share += Math.min(a.hours[hour]! / all, b.hours[hour]! / others);
  return share;
}

/** Share of the second's half days that are in cells of the first, 0–1. */
function shareInCommon(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  let [all, known] = [0, 0];
  for (const [cell, count] of b) {
    all += count;
    if (a.has(cell)) known += count;
  }
  return known / all;
}

function within(low: number, high: number, value: number): number {
  return Math.max(low, Math.min(high, value));
}
