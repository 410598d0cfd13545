import { ON_THE_ROAD_NATS } from './detector.ts';
import type { Detector } from './detector.ts';

/**
 * Bulk caller (群呼): dials one new number after another, most of them once, and few call back.
 *
 * Where a threshold has a source it is the training part of the Sichuan subscribers (scorecard.json's provenance).
 */

/** Below this one cannot speak of bulk. Assumed. */
const MIN_CALLS_OUT = 50;
/** People with busy lines meet a handful of new numbers a day. Assumed. */
const NEW_CONTACTS_PER_DAY = 5;
/** Sichuan: 65 % of the fraudulent lie at or below it, 4 % of the others (of those with 60 calls or more: 66 % and 1 %). */
const HARDLY_EVER_AGAIN = 1.5;
/** A list is worked through twice, and who did not answer is tried again. Sichuan: 76 % of the fraudulent, 14 % of the others (of those with 60 calls or more: 74 % and 6 %). */
const CALLS_PER_CONTACT = 2.5;
/** Sichuan: 73 % of the fraudulent lie at or above it, 18 % of the others. */
const INITIATED = 0.8;
/** Assumed. */
const ONE_CALL_CONTACTS = 0.4;

/** A working day of dialling. Assumed. */
const MANY_NEW_PER_DAY = 15;
/** Hardly anyone ever calls back. Assumed. */
const NOBODY_CALLS_BACK = 0.03;
/** People do not take calls of strangers. Assumed. */
const FEW_ANSWER = 0.4;
/** It works from one place and keeps to it. Assumed; Sichuan's fraudulent called from one county in the median, the others from four. */
const STANDS_STILL = 0.8;
/** Lists are dialled in order; nobody's address book is. Assumed. */
const IN_SEQUENCE = 0.2;

/** Customers of a courier, a clinic or a shop call back. Assumed. */
const MANY_CALL_BACK = 0.1;
/** Couriers and drivers are expected, so they are answered. Assumed. */
const FEW_ONLY_RING = 0.25;
/** Whom they missed rings them back. Assumed. */
const MANY_RING_BACK = 0.2;
/**
 * Numbers that defraud are reported and blocked. Sichuan, of those with 60 calls or more and at most 1.5 to a contact: 24 % of the
 * fraudulent had called on 10 different days of the month, 11 % on 20, 4 % on all 31; of the others (only 20 numbers) 100, 95 and 35 %.
 */
const LASTS_SOME_DAYS = 10;
const LASTS_DAYS = 20;
const LASTS_LONG_DAYS = 31;

export const bulkCaller: Detector = {
  id: 'bulkCaller',
  minSpanDays: 0,
  all: [
    { feature: 'number_of_calls_out', is: 'atLeast', threshold: MIN_CALLS_OUT },
    { feature: 'new_contacts_per_active_day', is: 'atLeast', threshold: NEW_CONTACTS_PER_DAY },
    { feature: 'calls_per_contact', is: 'atMost', threshold: CALLS_PER_CONTACT },
    { feature: 'percent_initiated_interactions', is: 'atLeast', threshold: INITIATED },
    { feature: 'one_call_contact_share', is: 'atLeast', threshold: ONE_CALL_CONTACTS },
  ],
  any: [],
  logOdds: 0.2,
  supporting: [
    { feature: 'new_contacts_per_active_day', is: 'atLeast', threshold: MANY_NEW_PER_DAY, logOdds: 0.4 },
    { feature: 'calls_per_contact', is: 'atMost', threshold: HARDLY_EVER_AGAIN, logOdds: 0.4 },
    { feature: 'reciprocated_share', is: 'atMost', threshold: NOBODY_CALLS_BACK, logOdds: 0.7 },
    { feature: 'answered_share', is: 'atMost', threshold: FEW_ANSWER, logOdds: 0.5 },
    { feature: 'top_antenna_share', is: 'atLeast', threshold: STANDS_STILL, logOdds: 0.6 },
    { feature: 'sequential_share', is: 'atLeast', threshold: IN_SEQUENCE, logOdds: 1 },
  ],
  against: [
    { feature: 'reciprocated_share', is: 'atLeast', threshold: MANY_CALL_BACK, logOdds: -0.8 },
    { feature: 'ring_share', is: 'atMost', threshold: FEW_ONLY_RING, logOdds: -0.6 },
    { feature: 'active_days', is: 'atLeast', threshold: LASTS_SOME_DAYS, logOdds: -0.4 },
    { feature: 'active_days', is: 'atLeast', threshold: LASTS_DAYS, logOdds: -0.8 },
    { feature: 'active_days', is: 'atLeast', threshold: LASTS_LONG_DAYS, logOdds: -0.4 },
    { feature: 'callback_share', is: 'atLeast', threshold: MANY_RING_BACK, logOdds: -0.8 },
    { feature: 'entropy_of_antennas', is: 'atLeast', threshold: ON_THE_ROAD_NATS, logOdds: -0.6 },
  ],
};
