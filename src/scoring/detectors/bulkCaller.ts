import type { Detector } from './detector.ts';

/**
 * Bulk caller (群呼): dials one new number after another, most of them once, and few call back.
 *
 * Where a threshold has a source it is the training part of the Sichuan subscribers (scorecard.json's provenance).
 */

/** Below this one cannot speak of bulk. Assumed. */
const MIN_CALLS_OUT = 50;
/** A working day of dialling; people with busy lines meet a handful of new numbers a day. Assumed. */
const NEW_CONTACTS_PER_DAY = 15;
/** Sichuan: 65 % of the fraudulent lie at or below it, 4 % of the others (of those with 60 calls or more: 66 % and 1 %). */
const CALLS_PER_CONTACT = 1.5;
/** Sichuan: 73 % of the fraudulent lie at or above it, 18 % of the others. */
const INITIATED = 0.8;
/** Assumed. */
const ONE_CALL_CONTACTS = 0.7;

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
/** Someone on the road; banks of phones stand still. Assumed. */
const ANTENNAS_ON_THE_ROAD = 10;
/** Numbers that defraud are reported and blocked; Sichuan: fraudulent ones were active on 6 different days of the month in the median, the others on 31. */
const LASTS_DAYS = 31;

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
  logOdds: 1,
  supporting: [
    { feature: 'reciprocated_share', is: 'atMost', threshold: NOBODY_CALLS_BACK, logOdds: 0.5 },
    { feature: 'answered_share', is: 'atMost', threshold: FEW_ANSWER, logOdds: 0.5 },
    { feature: 'top_antenna_share', is: 'atLeast', threshold: STANDS_STILL, logOdds: 0.6 },
    { feature: 'sequential_share', is: 'atLeast', threshold: IN_SEQUENCE, logOdds: 1 },
  ],
  against: [
    { feature: 'reciprocated_share', is: 'atLeast', threshold: MANY_CALL_BACK, logOdds: -0.8 },
    { feature: 'ring_share', is: 'atMost', threshold: FEW_ONLY_RING, logOdds: -0.6 },
    { feature: 'active_days', is: 'atLeast', threshold: LASTS_DAYS, logOdds: -0.8 },
    { feature: 'callback_share', is: 'atLeast', threshold: MANY_RING_BACK, logOdds: -0.8 },
    { feature: 'number_of_antennas', is: 'atLeast', threshold: ANTENNAS_ON_THE_ROAD, logOdds: -0.6 },
  ],
};
