import { ON_THE_ROAD_NATS } from './detector.ts';
import type { Detector } from './detector.ts';

/**
 * Wangiri (响一声): rings many strangers once and waits for them to call back, at their cost or into the arms of a caller.
 */

/** Enough calls to have a habit. Assumed. */
const MIN_CALLS_OUT = 40;
/** Calls end before a person could have spoken. Assumed; a caller whom strangers do not answer has some conversations. */
const ONLY_RINGS = 0.8;
const HARDLY_EVER_SPEAKS = 0.9;
/** Assumed. */
const ONE_CALL_CONTACTS = 0.55;
/** Assumed. */
const NEW_CONTACTS_PER_DAY = 3;

/** Some do call back: that is what it is for. Assumed. */
const RING_BACK = 0.02;
/** Numbers are run through in order; nobody's address book is. Assumed. */
const IN_SEQUENCE = 0.2;

/** A machine that rings to test a line, or a gate that is opened by a ring, rings the same numbers again. Assumed. */
const CALLS_AGAIN = 2;
/** People who ring so that friends call back are called at other times too. Assumed. */
const MANY_CALL_BACK = 0.3;

export const wangiri: Detector = {
  id: 'wangiri',
  minSpanDays: 0,
  all: [
    { feature: 'number_of_calls_out', is: 'atLeast', threshold: MIN_CALLS_OUT },
    { feature: 'ring_share', is: 'atLeast', threshold: ONLY_RINGS },
    { feature: 'one_call_contact_share', is: 'atLeast', threshold: ONE_CALL_CONTACTS },
    { feature: 'new_contacts_per_active_day', is: 'atLeast', threshold: NEW_CONTACTS_PER_DAY },
  ],
  any: [],
  logOdds: 1.8,
  supporting: [
    { feature: 'ring_share', is: 'atLeast', threshold: HARDLY_EVER_SPEAKS, logOdds: 0.7 },
    { feature: 'callback_share', is: 'atLeast', threshold: RING_BACK, logOdds: 0.5 },
    { feature: 'sequential_share', is: 'atLeast', threshold: IN_SEQUENCE, logOdds: 1 },
  ],
  against: [
    { feature: 'calls_per_contact', is: 'atLeast', threshold: CALLS_AGAIN, logOdds: -2 },
    { feature: 'reciprocated_share', is: 'atLeast', threshold: MANY_CALL_BACK, logOdds: -1.5 },
    { feature: 'entropy_of_antennas', is: 'atLeast', threshold: ON_THE_ROAD_NATS, logOdds: -0.8 },
  ],
};
