import { ON_THE_ROAD_NATS } from './detector.ts';
import type { Detector } from './detector.ts';

/**
 * Dense group (密集群体): callers who share the numbers they call, many times more than their degrees give by chance, while
 * nobody calls back: one list, worked through by several.
 */

/** Assumed. */
const CALLERS = 4;
const MIN_CALLS_OUT = 15;
/** Times chance. Assumed. */
const TIMES_CHANCE = 5;
/** Nearly nobody called calls back. Assumed. */
const FEW_CALL_BACK = 0.3;

const FAR_ABOVE_CHANCE = 15;
const MANY_CALLERS = 8;

/** A service's staff share its customers, who call as well. Assumed. */
const MANY_CALL_BACK = 0.06;
/** Colleagues on the road ring their customers, and the customers ring back. Assumed. */
const MANY_RING_BACK = 0.2;
/** Numbers that defraud are reported and blocked. Sichuan: 29 % of the fraudulent called on 20 different days of the month, 90 % of the others. */
const LASTS_DAYS = 20;
/** A service that is called more than it calls. Assumed. */
const IS_CALLED = 0.45;
/** A circle of friends. Assumed. */
const FRIENDS = 0.1;

export const denseGroup: Detector = {
  id: 'denseGroup',
  minSpanDays: 0,
  all: [
    { feature: 'block_callers', is: 'atLeast', threshold: CALLERS },
    { feature: 'block_ratio', is: 'atLeast', threshold: TIMES_CHANCE },
    { feature: 'number_of_calls_out', is: 'atLeast', threshold: MIN_CALLS_OUT },
    { feature: 'reciprocated_share', is: 'atMost', threshold: FEW_CALL_BACK },
  ],
  any: [],
  logOdds: 1.2,
  supporting: [
    { feature: 'block_ratio', is: 'atLeast', threshold: FAR_ABOVE_CHANCE, logOdds: 1 },
    { feature: 'block_callers', is: 'atLeast', threshold: MANY_CALLERS, logOdds: 0.5 },
  ],
  against: [
    { feature: 'reciprocated_share', is: 'atLeast', threshold: MANY_CALL_BACK, logOdds: -1.2 },
    { feature: 'entropy_of_antennas', is: 'atLeast', threshold: ON_THE_ROAD_NATS, logOdds: -0.8 },
    { feature: 'callback_share', is: 'atLeast', threshold: MANY_RING_BACK, logOdds: -1.5 },
    { feature: 'active_days', is: 'atLeast', threshold: LASTS_DAYS, logOdds: -0.8 },
    { feature: 'percent_initiated_interactions', is: 'atMost', threshold: IS_CALLED, logOdds: -1.8 },
    { feature: 'ego_clustering', is: 'atLeast', threshold: FRIENDS, logOdds: -0.8 },
  ],
};
