import { ON_THE_ROAD_NATS } from './detector.ts';
import type { Detector } from './detector.ts';

/**
 * Dormant pool number that woke (号段唤醒): numbers of one block, never seen before, begin to call strangers in the same days,
 * as cards of a forged pool contract do when they are put to work.
 */

/** Enough of the time before must be known. Assumed. */
const MIN_SPAN_DAYS = 21;
/** Beyond chance. Assumed; shops sell neighbouring cards, but not in one week to people who call strangers. */
const NEIGHBOURS = 3;
const MIN_CALLS_OUT = 20;
/** Sichuan training part: 73 % of the fraudulent lie at or above it, 18 % of the others. */
const INITIATED = 0.8;

const MANY_NEIGHBOURS = 8;
/** Assumed. */
const NOBODY_CALLS_BACK = 0.05;

/** A firm's new extensions: their customers call, and call again. Assumed. */
const MANY_CALL_BACK = 0.15;
const CALLS_AGAIN = 2.5;

export const dormantNumber: Detector = {
  id: 'dormantNumber',
  minSpanDays: MIN_SPAN_DAYS,
  all: [
    { feature: 'woken_neighbours', is: 'atLeast', threshold: NEIGHBOURS },
    { feature: 'number_of_calls_out', is: 'atLeast', threshold: MIN_CALLS_OUT },
    { feature: 'percent_initiated_interactions', is: 'atLeast', threshold: INITIATED },
  ],
  any: [],
  logOdds: 1.2,
  supporting: [
    { feature: 'woken_neighbours', is: 'atLeast', threshold: MANY_NEIGHBOURS, logOdds: 0.8 },
    { feature: 'reciprocated_share', is: 'atMost', threshold: NOBODY_CALLS_BACK, logOdds: 0.5 },
  ],
  against: [
    { feature: 'reciprocated_share', is: 'atLeast', threshold: MANY_CALL_BACK, logOdds: -0.8 },
    { feature: 'calls_per_contact', is: 'atLeast', threshold: CALLS_AGAIN, logOdds: -0.6 },
    { feature: 'entropy_of_antennas', is: 'atLeast', threshold: ON_THE_ROAD_NATS, logOdds: -0.6 },
  ],
};
