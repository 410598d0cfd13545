import { ON_THE_ROAD_NATS } from './detector.ts';
import type { Detector } from './detector.ts';

/**
 * Relay hub (转接枢纽): a device that is called by one and then calls another within minutes, far more often than its calls
 * would by chance fall together. The chance is measured on its own calls, shifted by whole days.
 */

/** Enough to be a habit. Assumed. */
const RELAYED = 15;
const MIN_CALLS_OUT = 15;
/** Times chance. Assumed. */
const TIMES_CHANCE = 3;
/** Whom it calls does not call it. Assumed. */
const FEW_CALL_BACK = 0.25;

const FAR_ABOVE_CHANCE = 6;
/** No desk has every call fall right behind another. Assumed. */
const HARDLY_ANY_CHANCE = 12;
/** It stands in a room. Assumed. */
const STANDS_STILL = 0.95;
/** Assumed. */
const NUMBERS_IN_A_DEVICE = 5;

/** Dispatchers and drivers pass calls on too: these are on the road, or talk to the same people again. Assumed. */
const CALLS_AGAIN = 4;
/** People who know each other. Assumed. */
const FRIENDS = 0.05;

export const relayHub: Detector = {
  id: 'relayHub',
  minSpanDays: 7,
  all: [
    { feature: 'relayed_calls', is: 'atLeast', threshold: RELAYED },
    { feature: 'relay_ratio', is: 'atLeast', threshold: TIMES_CHANCE },
    { feature: 'number_of_calls_out', is: 'atLeast', threshold: MIN_CALLS_OUT },
    { feature: 'reciprocated_share', is: 'atMost', threshold: FEW_CALL_BACK },
  ],
  any: [],
  logOdds: 1.8,
  supporting: [
    { feature: 'relay_ratio', is: 'atLeast', threshold: FAR_ABOVE_CHANCE, logOdds: 0.7 },
    { feature: 'relay_ratio', is: 'atLeast', threshold: HARDLY_ANY_CHANCE, logOdds: 0.5 },
    { feature: 'top_antenna_share', is: 'atLeast', threshold: STANDS_STILL, logOdds: 0.5 },
    { feature: 'numbers_per_imei', is: 'atLeast', threshold: NUMBERS_IN_A_DEVICE, logOdds: 1 },
  ],
  against: [
    { feature: 'entropy_of_antennas', is: 'atLeast', threshold: ON_THE_ROAD_NATS, logOdds: -1.4 },
    { feature: 'calls_per_contact', is: 'atLeast', threshold: CALLS_AGAIN, logOdds: -1.2 },
    { feature: 'ego_clustering', is: 'atLeast', threshold: FRIENDS, logOdds: -1 },
  ],
};
