import {
  HAS_DURATION, IS_ANSWERED, IS_OUT, IS_TEXT, IS_UNANSWERED, MAX_DURATION_S,
} from '../records/communication.ts';
import { DAY_S } from '../records/days.ts';
import { isServiceKey } from '../records/numberKey.ts';
import { EgoFigures } from './egoFigures.ts';
import { grown, KeyTable } from './keyTable.ts';
import { entropy, fewestFor, largest, mean, median, positives, standardDeviation } from './statistics.ts';

/** Night as bandicoot has it: 19:00–07:00, both ends included. */
const NIGHT_END_S = 7 * 3600;
const NIGHT_START_S = 19 * 3600;
/** bandicoot's positions: one antenna per half hour. */
const HALF_HOUR_S = 1800;
/** A call this short is counted in `short_call_share`. */
const SHORT_CALL_S = 15;
/** Room made for contacts before the first is seen; more may come. */
const EXPECTED_CONTACTS = 1024;
/** bandicoot's share of the interactions for which the fewest contacts are sought. */
const PARETO_SHARE = 0.8;
/** Consecutively dialled numbers at most this far apart count as sequential dialling (assumed). */
const SEQUENTIAL_STEP = 10;

/** A number's figures, and what they are counted from. Reused from number to number. */
export class EgoSummary extends EgoFigures {
  /** Interactions and calls by hour of the day. */
  readonly hours = new Uint32Array(24);
  readonly callHours = new Uint32Array(24);
  /** Seconds between consecutive records. */
  gapsS = new Float64Array(64);
  /** Seconds of calls whose duration is known. */
  durationsS = new Float64Array(64);
  /** Interactions of each contact. */
  perContact = new Uint32Array(64);
  readonly deviceTable = new KeyTable();
  readonly antennaTable = new KeyTable();
  /** Half hours of each antenna. */
  antennaCounts = new Uint32Array(64);
}

/** Contacts of the number at hand, by id of `ids`; columns as in `ContactTable`. */
export class ContactRows {
  readonly ids = new KeyTable();
  callsOut = new Uint32Array(64);
  callsIn = new Uint32Array(64);
  textsOut = new Uint32Array(64);
  textsIn = new Uint32Array(64);
  secondsOut = new Uint32Array(64);
  secondsIn = new Uint32Array(64);
  first = new Uint32Array(64);
  last = new Uint32Array(64);

  /** @param records how many there are: contacts are no more, and mostly far fewer */
  reset(records: number): void {
    this.ids.reset(Math.min(records, EXPECTED_CONTACTS));
  }

  /** Makes room for twice as many. */
  grow(): void {
    this.callsOut = grown(this.callsOut);
    this.callsIn = grown(this.callsIn);
    this.textsOut = grown(this.textsOut);
    this.textsIn = grown(this.textsIn);
    this.secondsOut = grown(this.secondsOut);
    this.secondsIn = grown(this.secondsIn);
    this.first = grown(this.first);
    this.last = grown(this.last);
  }
}

/** Antennas seen within the current half hour, where there is more than one. */
const slotAntennas = new KeyTable();
let slotCounts = new Uint32Array(64);

/**
 * Summarises records [from, to) of one number, which are in time order, into `summary` and `contacts`.
 * @param recordWords 8-byte words per record (`communication.ts`)
 */
export function summariseEgo(
  summary: EgoSummary, contacts: ContactRows, f64: Float64Array, u32: Uint32Array, from: number, to: number, recordWords: number,
): void {
  const size = to - from;
  reset(summary, contacts, size, recordWords > 4);
  const halves = recordWords * 2;
  const { hours, callHours, gapsS, durationsS, deviceTable } = summary;
  const { ids } = contacts;
  let { callsOut, callsIn, textsOut, textsIn, secondsOut, secondsIn, first, last } = contacts;
  const ego = f64[from * recordWords]!;
  summary.ego = ego;
  summary.interactions = size;

  let gaps = 0;
  let timedCalls = 0;
  let previousStart = 0;
  let previousDay = -1;
  let dayCalls = 0;
  let previousDialled = 0;
  /** The half hour at hand, the antenna that it began with, and the records in it. */
  let slot = -1;
  let slotCell = 0;
  let slotRecords = 0;
  let lastDevice = 0;
  for (let record = from; record < to; record++) {
    const at = record * recordWords;
    const half = record * halves;
    const start = u32[half + 4]!;
    const traits = u32[half + 5]!;
    const isOut = (traits & IS_OUT) !== 0;
    const isText = (traits & IS_TEXT) !== 0;
    const seconds = traits & MAX_DURATION_S;
    const other = f64[at + 1]!;

    // contact
    const known = ids.count;
    const contact = ids.idOf(other);
    if (contact === known) {
      if (contact === callsOut.length) {
        contacts.grow();
        ({ callsOut, callsIn, textsOut, textsIn, secondsOut, secondsIn, first, last } = contacts);
      }
      callsOut[contact] = 0;
      callsIn[contact] = 0;
      textsOut[contact] = 0;
      textsIn[contact] = 0;
      secondsOut[contact] = 0;
      secondsIn[contact] = 0;
      first[contact] = start;
    }
    last[contact] = start;

    // rhythm
    const day = (start / DAY_S) | 0;
    const secondOfDay = start - day * DAY_S;
    const hour = (secondOfDay / 3600) | 0;
    hours[hour]!++;
    if (secondOfDay <= NIGHT_END_S || secondOfDay >= NIGHT_START_S) summary.night++;
    if (day !== previousDay) {
      if (previousDay < 0) summary.firstDay = day;
      else if (day - previousDay - 1 > summary.longestDormancyDays) summary.longestDormancyDays = day - previousDay - 1;
      if (dayCalls > summary.busiestDayCalls) summary.busiestDayCalls = dayCalls;
      dayCalls = 0;
      summary.activeDays++;
      previousDay = day;
    }
    if (record > from) gapsS[gaps++] = start - previousStart;
    previousStart = start;

    if (isText) {
      if (isOut) {
        summary.textsOut++;
        textsOut[contact]!++;
      } else {
        summary.textsIn++;
        textsIn[contact]!++;
      }
    } else {
      dayCalls++;
      callHours[hour]!++;
      if ((traits & HAS_DURATION) !== 0) {
        durationsS[timedCalls++] = seconds;
        if (seconds > 0) {
          summary.connectedCalls++;
          if (seconds <= SHORT_CALL_S) summary.shortCalls++;
        }
      }
      if (isOut) {
        summary.callsOut++;
        callsOut[contact]!++;
        secondsOut[contact]! += seconds;
        if ((traits & (IS_ANSWERED | IS_UNANSWERED)) !== 0) {
          summary.attempts++;
          if ((traits & IS_ANSWERED) !== 0) summary.answered++;
        }
        if (previousDialled !== 0) {
          summary.dialPairs++;
          const step = Math.abs(other - previousDialled);
          if (step > 0 && step <= SEQUENTIAL_STEP) summary.sequentialPairs++;
        }
        previousDialled = other;
      } else {
        summary.callsIn++;
        callsIn[contact]!++;
        secondsIn[contact]! += seconds;
      }
    }

    // device
    if (recordWords > 4) {
      const device = f64[at + 4]!;
      if (device !== 0 && device !== lastDevice) {
        deviceTable.idOf(device);
        lastDevice = device;
      }
    }

    // antenna: the most frequent of each half hour
    const cell = u32[half + 7]!;
    if (cell !== 0) {
      const halfHour = (start / HALF_HOUR_S) | 0;
      if (halfHour !== slot) {
        if (slot >= 0) closeSlot(summary, slotCell);
        slot = halfHour;
        slotCell = cell;
        slotRecords = 1;
      } else {
        // From the second antenna in the half hour on they are counted.
        if (cell !== slotCell && slotAntennas.count === 0) countAntenna(slotCell, slotRecords);
        if (slotAntennas.count > 0) countAntenna(cell, 1);
        slotRecords++;
      }
    }
  }
  if (slot >= 0) closeSlot(summary, slotCell);
  if (dayCalls > summary.busiestDayCalls) summary.busiestDayCalls = dayCalls;
  summary.firstS = u32[from * halves + 4]!;
  summary.lastS = previousStart;
  summary.gapMeanS = mean(gapsS, gaps);
  summary.gapDeviationS = standardDeviation(gapsS, gaps, summary.gapMeanS);
  summary.gapMedianS = median(gapsS, gaps);
  summary.durationMeanS = mean(durationsS, timedCalls);
  summary.durationDeviationS = standardDeviation(durationsS, timedCalls, summary.durationMeanS);
  summary.durationMedianS = median(durationsS, timedCalls);
  summary.hourEntropy = entropy(hours, 24);
  summary.activeHours = positives(callHours, 24);
  summary.busiestHourCalls = largest(callHours, 24);
  summary.devices = deviceTable.count;
  const antennas = summary.antennaTable.count;
  summary.antennas = antennas;
  summary.antennaEntropy = entropy(summary.antennaCounts, antennas);
  summary.topAntennaSlots = largest(summary.antennaCounts, antennas);
  summariseContacts(summary, contacts);
}

function reset(summary: EgoSummary, contacts: ContactRows, size: number, hasDevices: boolean): void {
  summary.callsOut = 0;
  summary.callsIn = 0;
  summary.textsOut = 0;
  summary.textsIn = 0;
  summary.attempts = 0;
  summary.answered = 0;
  summary.night = 0;
  summary.activeDays = 0;
  summary.firstDay = 0;
  summary.busiestDayCalls = 0;
  summary.longestDormancyDays = 0;
  summary.hours.fill(0);
  summary.callHours.fill(0);
  summary.connectedCalls = 0;
  summary.shortCalls = 0;
  summary.dialPairs = 0;
  summary.sequentialPairs = 0;
  summary.antennaSlots = 0;
  if (summary.gapsS.length < size) {
    summary.gapsS = new Float64Array(size * 2);
    summary.durationsS = new Float64Array(size * 2);
  }
  contacts.reset(size);
  if (hasDevices) summary.deviceTable.reset(4);
  else summary.deviceTable.count = 0;
  summary.antennaTable.reset(8);
  slotAntennas.reset(8);
}

function countAntenna(cell: number, records: number): void {
  const known = slotAntennas.count;
  const antenna = slotAntennas.idOf(cell);
  if (antenna === slotCounts.length) slotCounts = grown(slotCounts);
  slotCounts[antenna] = antenna === known ? records : slotCounts[antenna]! + records;
}

/** Books the most frequent antenna of the half hour that ends; of equals, the one seen first. @param only where there was but one */
function closeSlot(summary: EgoSummary, only: number): void {
  let cell = only;
  const seen = slotAntennas.count;
  if (seen > 0) {
    let best = 0;
    for (let id = 1; id < seen; id++) if (slotCounts[id]! > slotCounts[best]!) best = id;
    cell = slotAntennas.keys[best]!;
    slotAntennas.reset(8);
  }
  const known = summary.antennaTable.count;
  const antenna = summary.antennaTable.idOf(cell);
  if (antenna === summary.antennaCounts.length) summary.antennaCounts = grown(summary.antennaCounts);
  summary.antennaCounts[antenna] = antenna === known ? 1 : summary.antennaCounts[antenna]! + 1;
  summary.antennaSlots++;
}

function summariseContacts(summary: EgoSummary, rows: ContactRows): void {
  const count = rows.ids.count;
  if (summary.perContact.length < count) summary.perContact = new Uint32Array(count * 2);
  const { perContact } = summary;
  let sentTo = 0;
  let callContacts = 0;
  let oneCall = 0;
  let reciprocated = 0;
  let codeSenders = 0;
  let inDegree = 0;
  let outDegree = 0;
  let weightedIn = 0;
  let weightedOut = 0;
  for (let id = 0; id < count; id++) {
    const calls = rows.callsOut[id]! + rows.callsIn[id]!;
    const out = rows.callsOut[id]! + rows.textsOut[id]!;
    const into = rows.callsIn[id]! + rows.textsIn[id]!;
    const other = rows.ids.keys[id]!;
    perContact[id] = out + into;
    if (out > 0) sentTo++;
    if (calls > 0) callContacts++;
    if (calls === 1) oneCall++;
    if (out > 0 && into > 0) reciprocated++;
    if (rows.textsIn[id]! > 0 && rows.textsOut[id] === 0 && isServiceKey(other)) codeSenders++;
    if (other === summary.ego) continue;
    const secondsOut = rows.secondsOut[id]!;
    const secondsIn = rows.secondsIn[id]!;
    if (secondsOut > 0) outDegree++;
    if (secondsIn > 0) inDegree++;
    weightedOut += secondsOut;
    weightedIn += secondsIn;
  }
  summary.contacts = count;
  summary.contactEntropy = entropy(perContact, count);
  summary.paretoContacts = fewestFor(Math.ceil(summary.interactions * PARETO_SHARE), perContact, count);
  summary.sentTo = sentTo;
  summary.callContacts = callContacts;
  summary.oneCallContacts = oneCall;
  summary.reciprocatedContacts = reciprocated;
  summary.codeSenders = codeSenders;
  summary.inDegree = inDegree;
  summary.outDegree = outDegree;
  summary.weightedIn = weightedIn;
  summary.weightedOut = weightedOut;
}
