import { ON_THE_ROAD_NATS } from './detector.ts';
import type { Detector } from './detector.ts';

/**
 * Kin of suspects (同伙号码): shares a device, a block of numbers or a room with several numbers that were flagged for what they did
 * themselves. Members of a gang who keep under every threshold, or have hardly begun, are found by the company they keep.
 */

/** One flagged number on a handset may be its former owner; two are company. Assumed. */
const ON_DEVICE = 2;
/** Beyond chance. Assumed; people buy cards singly, gangs by the block. */
const IN_BLOCK = 3;
/** Assumed. */
const IN_ROOM = 2;
/** It is used. Assumed. */
const MIN_RECORDS = 8;

const MANY_ON_DEVICE = 4;
const MANY_IN_BLOCK = 6;
const MANY_IN_ROOM = 4;
/** Sichuan training part: 73 % of the fraudulent lie at or above it, 18 % of the others. */
const INITIATED = 0.8;
/** Assumed. */
const FEW_CALL_BACK = 0.1;

/** Whoever bought a card of the block for themselves lives with it: friends call. Assumed. */
const MANY_CALL_BACK = 0.3;
const CALLS_AGAIN = 5;

export const kin: Detector = {
  id: 'kin',
  minSpanDays: 0,
  all: [{ feature: 'number_of_interactions', is: 'atLeast', threshold: MIN_RECORDS }],
  any: [
    { feature: 'flagged_on_device', is: 'atLeast', threshold: ON_DEVICE },
    { feature: 'flagged_in_block', is: 'atLeast', threshold: IN_BLOCK },
    { feature: 'flagged_in_room', is: 'atLeast', threshold: IN_ROOM },
  ],
  logOdds: 1.2,
  supporting: [
    { feature: 'flagged_on_device', is: 'atLeast', threshold: MANY_ON_DEVICE, logOdds: 1.2 },
    { feature: 'flagged_in_block', is: 'atLeast', threshold: MANY_IN_BLOCK, logOdds: 1 },
    { feature: 'flagged_in_room', is: 'atLeast', threshold: MANY_IN_ROOM, logOdds: 0.6 },
    { feature: 'percent_initiated_interactions', is: 'atLeast', threshold: INITIATED, logOdds: 0.4 },
    { feature: 'reciprocated_share', is: 'atMost', threshold: FEW_CALL_BACK, logOdds: 0.4 },
  ],
  against: [
    { feature: 'reciprocated_share', is: 'atLeast', threshold: MANY_CALL_BACK, logOdds: -0.8 },
    { feature: 'entropy_of_antennas', is: 'atLeast', threshold: ON_THE_ROAD_NATS, logOdds: -0.6 },
    { feature: 'calls_per_contact', is: 'atLeast', threshold: CALLS_AGAIN, logOdds: -0.6 },
  ],
};
