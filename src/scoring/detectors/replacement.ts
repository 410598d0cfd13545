import type { Detector } from './detector.ts';

/**
 * Replacement of a blocked number (换号): the number began when a flagged, seized or blocked one fell silent, and has its contacts, its
 * cells or its device.
 */

/** Fewer show neither contacts nor a place. Assumed. */
const MIN_RECORDS = 8;
/** Two of contacts, cells and device: one alone is a neighbour, a buyer of the phone, or another victim. Assumed. */
const TRAITS_IN_COMMON = 2;
/** Contacts beyond chance that no neighbour has; where the file tells of neither cells nor devices, they must do. Assumed. */
const MANY_CONTACTS = 6;

const ALL_TRAITS = 3;
/** Sichuan training part: 73 % of the fraudulent lie at or above it, 18 % of the others. */
const INITIATED = 0.8;
/** Assumed. */
const FEW_CALL_BACK = 0.1;

/** Who lives with a number has friends who call, and moves about; a colleague or a relative of the other. Assumed. */
const MANY_CALL_BACK = 0.3;
const ANTENNAS_ON_THE_ROAD = 14;

export const replacement: Detector = {
  id: 'replacement',
  minSpanDays: 7,
  all: [{ feature: 'number_of_interactions', is: 'atLeast', threshold: MIN_RECORDS }],
  any: [
    { feature: 'replacement_traits', is: 'atLeast', threshold: TRAITS_IN_COMMON },
    { feature: 'replacement_contacts', is: 'atLeast', threshold: MANY_CONTACTS },
  ],
  logOdds: 1.4,
  supporting: [
    { feature: 'replacement_traits', is: 'atLeast', threshold: ALL_TRAITS, logOdds: 0.8 },
    { feature: 'percent_initiated_interactions', is: 'atLeast', threshold: INITIATED, logOdds: 0.4 },
    { feature: 'reciprocated_share', is: 'atMost', threshold: FEW_CALL_BACK, logOdds: 0.4 },
  ],
  against: [
    { feature: 'reciprocated_share', is: 'atLeast', threshold: MANY_CALL_BACK, logOdds: -0.8 },
    { feature: 'number_of_antennas', is: 'atLeast', threshold: ANTENNAS_ON_THE_ROAD, logOdds: -0.6 },
  ],
};
