import { ON_THE_ROAD_NATS } from './detector.ts';
import type { Detector } from './detector.ts';

/**
 * SIM-box / GoIP (猫池): a rack of cards behind one or a few devices. Several numbers share an IMEI, or one number wanders
 * through IMEIs; the calls go out, once to each, and the rack does not move (the signs of Murynets et al., "Analysis and
 * detection of SIMbox fraud in mobility networks", INFOCOM 2014; the thresholds are ours).
 */

/** A handset takes two cards and a family's old one may see four; a rack sees more. Assumed. */
const NUMBERS_IN_A_DEVICE = 5;
/** Sichuan training part: 21 % of the fraudulent called from five devices or more, 2 % of the others. */
const DEVICES_OF_A_NUMBER = 5;
/** Now and then a clock errs; day after day it is one card in many places. Assumed. */
const MOVES_OF_A_REMOTE_CARD = 5;
/** A card of a rack is used little: the rack is the sign. Assumed. */
const MIN_CALLS_OUT = 10;
/** It calls more than it is called. Assumed. */
const CALLS_MORE = 0.55;

/** Sichuan training part: 73 % of the fraudulent lie at or above it, 18 % of the others. */
const INITIATED = 0.8;
/** Assumed. */
const ONE_CALL_CONTACTS = 0.5;

/** More than any household owns. Assumed. */
const RACK_OF_NUMBERS = 8;
/** It stands in a room. Assumed. */
const STANDS_STILL = 0.95;
/** Assumed. */
const NOBODY_CALLS_BACK = 0.03;

/** One card's calls are let out at several gateways (remote SIM). Assumed. */
const MOVES_NO_PHONE_MAKES = 2;

/** A shared handset belongs to people whom others call. Assumed. */
const MANY_CALL_BACK = 0.15;
/** A tester of phones or a repair shop talks to the same few numbers. Assumed. */
const CALLS_AGAIN = 3;

export const simBox: Detector = {
  id: 'simBox',
  minSpanDays: 0,
  all: [
    { feature: 'number_of_calls_out', is: 'atLeast', threshold: MIN_CALLS_OUT },
    { feature: 'percent_initiated_interactions', is: 'atLeast', threshold: CALLS_MORE },
  ],
  any: [
    { feature: 'numbers_per_imei', is: 'atLeast', threshold: NUMBERS_IN_A_DEVICE },
    { feature: 'imeis', is: 'atLeast', threshold: DEVICES_OF_A_NUMBER },
    { feature: 'impossible_moves', is: 'atLeast', threshold: MOVES_OF_A_REMOTE_CARD },
  ],
  logOdds: 0.5,
  supporting: [
    { feature: 'percent_initiated_interactions', is: 'atLeast', threshold: INITIATED, logOdds: 0.5 },
    { feature: 'one_call_contact_share', is: 'atLeast', threshold: ONE_CALL_CONTACTS, logOdds: 0.5 },
    { feature: 'numbers_per_imei', is: 'atLeast', threshold: RACK_OF_NUMBERS, logOdds: 1.6 },
    { feature: 'top_antenna_share', is: 'atLeast', threshold: STANDS_STILL, logOdds: 0.6 },
    { feature: 'reciprocated_share', is: 'atMost', threshold: NOBODY_CALLS_BACK, logOdds: 0.5 },
    { feature: 'impossible_moves', is: 'atLeast', threshold: MOVES_NO_PHONE_MAKES, logOdds: 0.6 },
  ],
  against: [
    { feature: 'reciprocated_share', is: 'atLeast', threshold: MANY_CALL_BACK, logOdds: -1 },
    { feature: 'entropy_of_antennas', is: 'atLeast', threshold: ON_THE_ROAD_NATS, logOdds: -0.6 },
    { feature: 'calls_per_contact', is: 'atLeast', threshold: CALLS_AGAIN, logOdds: -0.6 },
  ],
};
