import { ON_THE_ROAD_NATS } from './detector.ts';
import type { Detector } from './detector.ts';

/**
 * Burner card (一次性卡): used hard for a few days, or silent for weeks and then used hard, and nobody calls it.
 */

/** In a shorter window every number's life looks short. Assumed. */
const MIN_SPAN_DAYS = 28;
/** Assumed; Sichuan's fraudulent numbers were active on 6 different days of the month in the median, the others on 31. */
const SHORT_LIFE_DAYS = 10;
/** Cards wait in a drawer between being bought and being used. Assumed. */
const LONG_SILENCE_DAYS = 30;
/** Assumed. */
const MIN_CALLS_OUT = 15;
/** Assumed. */
const NEW_CONTACTS_PER_DAY = 2;
/** Sichuan training part: 73 % of the fraudulent lie at or above it, 18 % of the others. */
const INITIATED = 0.8;
/** Assumed. */
const FEW_CALL_BACK = 0.1;

/** Gone within the week. Assumed. */
const VERY_SHORT_LIFE_DAYS = 5;
/** It works from one place and keeps to it. Assumed. */
const STANDS_STILL = 0.8;
/** A card that changes handsets within days. Assumed. */
const SEVERAL_DEVICES = 2;

/** A seasonal courier is expected and answered. Assumed. */
const FEW_ONLY_RING = 0.25;
/** Whom they missed rings them back. Assumed. */
const MANY_RING_BACK = 0.25;
/** An owner's new card calls the same family and friends. Assumed. */
const CALLS_AGAIN = 2;

export const burner: Detector = {
  id: 'burner',
  minSpanDays: MIN_SPAN_DAYS,
  all: [
    { feature: 'number_of_calls_out', is: 'atLeast', threshold: MIN_CALLS_OUT },
    { feature: 'new_contacts_per_active_day', is: 'atLeast', threshold: NEW_CONTACTS_PER_DAY },
    { feature: 'percent_initiated_interactions', is: 'atLeast', threshold: INITIATED },
    { feature: 'reciprocated_share', is: 'atMost', threshold: FEW_CALL_BACK },
  ],
  any: [
    { feature: 'active_days', is: 'atMost', threshold: SHORT_LIFE_DAYS },
    { feature: 'longest_dormancy', is: 'atLeast', threshold: LONG_SILENCE_DAYS },
  ],
  logOdds: 1.2,
  supporting: [
    { feature: 'active_days', is: 'atMost', threshold: VERY_SHORT_LIFE_DAYS, logOdds: 0.4 },
    { feature: 'imeis', is: 'atLeast', threshold: SEVERAL_DEVICES, logOdds: 0.4 },
    { feature: 'top_antenna_share', is: 'atLeast', threshold: STANDS_STILL, logOdds: 0.8 },
  ],
  against: [
    { feature: 'entropy_of_antennas', is: 'atLeast', threshold: ON_THE_ROAD_NATS, logOdds: -0.8 },
    { feature: 'ring_share', is: 'atMost', threshold: FEW_ONLY_RING, logOdds: -0.6 },
    { feature: 'callback_share', is: 'atLeast', threshold: MANY_RING_BACK, logOdds: -0.6 },
    { feature: 'calls_per_contact', is: 'atLeast', threshold: CALLS_AGAIN, logOdds: -0.6 },
  ],
};
