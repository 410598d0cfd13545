import type { Detector } from './detector.ts';

/**
 * Seized-list hit (涉案名单命中): the number stands on a list of seized or blocked numbers that was opened, or works in a device with
 * one that does. A hit alone is no proof: the address book of a seized phone holds victims and friends beside colleagues.
 */

/** Any record at all. */
const MIN_RECORDS = 1;
const ON_A_LIST = 1;
const WITH_A_SEIZED_CARD = 1;

/** Two lists hardly err alike. Assumed. */
const ON_SEVERAL_LISTS = 2;
/** A phone changes hands once; a rack takes card after card. Assumed. */
const MANY_SEIZED_CARDS = 3;
/** Sichuan training part: 73 % of the fraudulent lie at or above it, 18 % of the others. */
const INITIATED = 0.8;
/** Assumed. */
const FEW_CALL_BACK = 0.1;

/** Victims and friends in an address book are called, and have a circle of their own. Assumed. */
const MOSTLY_CALLED = 0.55;
const MANY_CALL_BACK = 0.3;

export const seizedListHit: Detector = {
  id: 'seizedListHit',
  minSpanDays: 0,
  all: [{ feature: 'number_of_interactions', is: 'atLeast', threshold: MIN_RECORDS }],
  any: [
    { feature: 'seized_lists', is: 'atLeast', threshold: ON_A_LIST },
    { feature: 'seized_on_device', is: 'atLeast', threshold: WITH_A_SEIZED_CARD },
  ],
  logOdds: 1.8,
  supporting: [
    { feature: 'seized_lists', is: 'atLeast', threshold: ON_SEVERAL_LISTS, logOdds: 0.8 },
    { feature: 'seized_on_device', is: 'atLeast', threshold: MANY_SEIZED_CARDS, logOdds: 1 },
    { feature: 'percent_initiated_interactions', is: 'atLeast', threshold: INITIATED, logOdds: 0.6 },
    { feature: 'reciprocated_share', is: 'atMost', threshold: FEW_CALL_BACK, logOdds: 0.4 },
  ],
  against: [
    { feature: 'percent_initiated_interactions', is: 'atMost', threshold: MOSTLY_CALLED, logOdds: -0.6 },
    { feature: 'reciprocated_share', is: 'atLeast', threshold: MANY_CALL_BACK, logOdds: -0.6 },
  ],
};
