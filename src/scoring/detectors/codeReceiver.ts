import type { Detector } from './detector.ts';

/**
 * Code receiver (接码): a card in a farm that registers accounts. It gets codes from many services and does little else.
 */

/** More services than a person signs up to within weeks. Assumed. */
const SENDERS = 12;
const MESSAGES = 12;
/** It answers nobody. Assumed. */
const OUTGOING = 0.1;
/** Codes come by message. Assumed. */
const INCOMING_TEXTS = 0.95;

/** More than any shopper's. Assumed. */
const VERY_MANY_SENDERS = 30;
/** It stands in a rack, with others. Assumed. */
const NUMBERS_IN_A_DEVICE = 5;
const STANDS_STILL = 0.95;

/** Shoppers have many codes too, and a life: friends who answer, errands, calls. Assumed. */
const CALLS_OUT = 20;
const SOME_CALL_BACK = 0.05;
const ANTENNAS_ON_THE_ROAD = 6;

export const codeReceiver: Detector = {
  id: 'codeReceiver',
  minSpanDays: 0,
  all: [
    { feature: 'code_senders', is: 'atLeast', threshold: SENDERS },
    { feature: 'number_of_texts_in', is: 'atLeast', threshold: MESSAGES },
    { feature: 'outgoing_share', is: 'atMost', threshold: OUTGOING },
    { feature: 'incoming_text_share', is: 'atLeast', threshold: INCOMING_TEXTS },
  ],
  any: [],
  logOdds: 2,
  supporting: [
    { feature: 'code_senders', is: 'atLeast', threshold: VERY_MANY_SENDERS, logOdds: 1 },
    { feature: 'numbers_per_imei', is: 'atLeast', threshold: NUMBERS_IN_A_DEVICE, logOdds: 1 },
    { feature: 'top_antenna_share', is: 'atLeast', threshold: STANDS_STILL, logOdds: 0.5 },
  ],
  against: [
    { feature: 'number_of_calls_out', is: 'atLeast', threshold: CALLS_OUT, logOdds: -2 },
    { feature: 'reciprocated_share', is: 'atLeast', threshold: SOME_CALL_BACK, logOdds: -2 },
    { feature: 'number_of_antennas', is: 'atLeast', threshold: ANTENNAS_ON_THE_ROAD, logOdds: -1 },
  ],
};
