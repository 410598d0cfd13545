import type { Detector } from './detector.ts';

/**
 * Compound (园区窝点): several numbers that call strangers from the same few cells, in the same hours of the same days, as people in one
 * building with one power supply and one shift do.
 */

/** Assumed. */
const NUMBERS_TOGETHER = 4;
const MIN_CALLS_OUT = 20;

/** Sichuan training part: 73 % of the fraudulent lie at or above it, 18 % of the others. */
const INITIATED = 0.8;
/** They call more than they are called. Assumed. */
const CALLS_MORE = 0.65;

const MANY_TOGETHER = 10;
/** Assumed. */
const NOBODY_CALLS_BACK = 0.1;

/** Whom an office missed rings back. Assumed. */
const MANY_RING_BACK = 0.25;
/** An office shares a cell and hours as well: it is called back, calls again, and its people go home. Assumed. */
const MANY_CALL_BACK = 0.2;
const CALLS_AGAIN = 2.5;
const GOES_HOME = 9;

export const compound: Detector = {
  id: 'compound',
  minSpanDays: 0,
  all: [
    { feature: 'compound_numbers', is: 'atLeast', threshold: NUMBERS_TOGETHER },
    { feature: 'number_of_calls_out', is: 'atLeast', threshold: MIN_CALLS_OUT },
    { feature: 'percent_initiated_interactions', is: 'atLeast', threshold: CALLS_MORE },
  ],
  any: [],
  logOdds: 1.8,
  supporting: [
    { feature: 'percent_initiated_interactions', is: 'atLeast', threshold: INITIATED, logOdds: 0.6 },
    { feature: 'compound_numbers', is: 'atLeast', threshold: MANY_TOGETHER, logOdds: 0.6 },
    { feature: 'reciprocated_share', is: 'atMost', threshold: NOBODY_CALLS_BACK, logOdds: 0.6 },
  ],
  against: [
    { feature: 'reciprocated_share', is: 'atLeast', threshold: MANY_CALL_BACK, logOdds: -0.7 },
    { feature: 'callback_share', is: 'atLeast', threshold: MANY_RING_BACK, logOdds: -0.7 },
    { feature: 'calls_per_contact', is: 'atLeast', threshold: CALLS_AGAIN, logOdds: -0.5 },
    { feature: 'number_of_antennas', is: 'atLeast', threshold: GOES_HOME, logOdds: -1.5 },
  ],
};
