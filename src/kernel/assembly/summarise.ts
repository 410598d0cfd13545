/**
 * Each number's records → its figures and its records in few bytes: `src/features/egoSummary.ts` and `src/records/recordCodec.ts` for
 * the kernel, with which they agree to the last bit.
 */
import {
  addCell, antennaCount, antennaEntropy, beginAntennas, endAntennas, halfHours, placeAntennas, topHalfHours,
} from './antennas';
import {
  callContacts, callsIn, callsOut, codeSenders, CALLS_AT, CONTACT_BYTES, contactEntropy, countContacts, inDegree, oneCallContacts, outDegree, paretoContacts,
  reciprocated, SECONDS_AT, sentTo, textsIn, textsOut, weightedIn, weightedOut,
} from './contacts';
import { beginFeatures, figures, nextDevices, putFeatures } from './features';
import { gather, placeGathered } from './gather';
import { groupStarts, recordBytes, scratch } from './group';
import { tableBits } from './hashing';
import { idOf, nextGeneration, restartGenerations, SLOT_BYTES } from './keyTable';
import { HAS_DURATION, IS_ANSWERED, IS_OUT, IS_TEXT, IS_UNANSWERED, MAX_DURATION_S } from './layout';
import { beginPacking, packNumber } from './pack';
import { deviation, entropyOf, makeTables, mean, median, nLogN } from './statistics';
import { countWeeks } from './weeks';

/** Night as bandicoot has it: 19:00–07:00, both ends included. */
const NIGHT_END_S: u32 = 25_200;
const NIGHT_START_S: u32 = 68_400;
const DAY_S: u32 = 86_400;
const SHORT_CALL_S: u32 = 15;
const SEQUENTIAL_STEP: f64 = 10;

/** Interactions and calls by hour of the day. */
const hours = memory.data(96, 16);
const callHours = memory.data(96, 16);

/** Room in the scratch area, for the number with the most records. */
let contactSlots: usize = 0;
let deviceSlots: usize = 0;
let contacts: usize = 0;
let gaps: usize = 0;
let durations: usize = 0;
/** Slots are all before this. */
let slotsEnd: usize = 0;

/** Lays out the scratch area after `group`. @returns where it ends: the host makes room up to there */
export function placeTables(egoCount: u32): usize {
  let most: u32 = 0;
  for (let id: u32 = 0; id < egoCount; id++) {
    const start = groupStarts + (<usize>id << 2);
    most = max(most, load<u32>(start, 4) - load<u32>(start));
  }
  // Values are read and written a little beyond their ends.
  const room = (most + 7) & ~3;
  const slotBytes = SLOT_BYTES << tableBits(most);
  contactSlots = placeGathered(scratch, most);
  deviceSlots = contactSlots + slotBytes;
  slotsEnd = deviceSlots + slotBytes * 3;
  contacts = placeAntennas(deviceSlots + slotBytes, slotBytes, room);
  gaps = contacts + <usize>room * CONTACT_BYTES + 16;
  durations = gaps + (<usize>room << 2);
  return durations + (<usize>room << 2) + 16;
}

/** To be called once there is room for the tables, before the first number. */
export function clearTables(): void {
  memory.fill(contactSlots, 0, slotsEnd - contactSlots);
  restartGenerations();
  makeTables();
  beginFeatures();
  beginPacking();
}

/** Describes all numbers: puts their features, devices and packed records where the host wants them. */
export function describe(egoCount: u32): void {
  for (let id: u32 = 0; id < egoCount; id++) {
    const first = gather(id);
    packNumber(id, first, summariseNumber(id, first));
  }
}

/** The same without packing the records: puts how many there are in the last weeks where the host wants that. */
export function describeOnly(egoCount: u32): void {
  for (let id: u32 = 0; id < egoCount; id++) {
    const first = gather(id);
    countWeeks(id, first, summariseNumber(id, first));
  }
}

/** Packs the records of all numbers: what `describeOnly` leaves to be done. */
export function pack(egoCount: u32): void {
  for (let id: u32 = 0; id < egoCount; id++) {
    const first = gather(id);
    packNumber(id, first, first + <usize>recordsOf(id) * recordBytes);
  }
}

// @ts-ignore: AssemblyScript's own decorator
@inline
function recordsOf(id: u32): u32 {
  const start = groupStarts + (<usize>id << 2);
  return load<u32>(start, 4) - load<u32>(start);
}

/** Puts features and devices of number `id`, whose gathered records begin at `first`. @returns where they end */
// @ts-ignore: AssemblyScript's own decorator
@inline
function summariseNumber(id: u32, first: usize): usize {
  const count = recordsOf(id);
  const end = first + <usize>count * recordBytes;
  putFeatures(id, summarise(first, end, count, figures, nextDevices()));
  return end;
}

/** Figures of the number whose `count` records are in [first, last). @returns how many devices it has */
function summarise(first: usize, last: usize, count: u32, figure: usize, devices: usize): u32 {
  const bits = tableBits(count);
  const shift: u64 = 64 - bits;
  const tableBytes = SLOT_BYTES << bits;
  const generation = nextGeneration();
  const hasDevices = recordBytes > 32;
  beginAntennas(bits);
  memory.fill(hours, 0, 96);
  memory.fill(callHours, 0, 96);

  let contactCount: u32 = 0;
  let deviceCount: u32 = 0;
  let lastDevice: u64 = 0;
  let night: u32 = 0;
  let activeDays: u32 = 0;
  const firstDay = load<u32>(first, 16) / DAY_S;
  // The first day is none after another.
  let previousDay = firstDay - 1;
  let dayCalls: u32 = 0;
  let busiestDayCalls: u32 = 0;
  let dormancy: u32 = 0;
  let previousStart: u32 = 0;
  // The first record has no gap: what is written before the gaps is not read.
  let gap = gaps - 4;
  let timed = durations;
  let connected: u32 = 0;
  let short: u32 = 0;
  let attempts: u32 = 0;
  let answered: u32 = 0;
  let previousDialled: f64 = NaN;
  let sequential: u32 = 0;

  for (let at = first; at < last; at += recordBytes) {
    const other = load<u64>(at, 8);
    const start = load<u32>(at, 16);
    const traits = load<u32>(at, 20);
    const isIn = u32((traits & IS_OUT) == 0);
    const isCall = u32((traits & IS_TEXT) == 0);

    // contact
    const id = idOf(contactSlots, contactSlots + tableBytes, shift, generation, other, contactCount);
    const contact = contacts + <usize>id * CONTACT_BYTES;
    if (id == contactCount) {
      contactCount++;
      store<u64>(contact, other);
      store<u64>(contact, 0, CALLS_AT);
      v128.store(contact, i32x4.splat(0), 16);
    }
    const kind = contact + CALLS_AT + <usize>((isIn << 2) | ((isCall ^ 1) << 3));
    store<u32>(kind, load<u32>(kind) + 1);

    // rhythm
    const day = start / DAY_S;
    const second = start - day * DAY_S;
    const hour = <usize>(second / 3600) << 2;
    store<u32>(hours + hour, load<u32>(hours + hour) + 1);
    night += u32(second <= NIGHT_END_S) | u32(second >= NIGHT_START_S);
    const isNewDay = u32(day != previousDay);
    dormancy = max(dormancy, (day - previousDay - 1) & (0 - isNewDay));
    dayCalls &= isNewDay - 1;
    activeDays += isNewDay;
    previousDay = day;
    store<u32>(gap, start - previousStart);
    gap += 4;
    previousStart = start;

    if (isCall != 0) {
      const seconds = traits & MAX_DURATION_S;
      dayCalls++;
      busiestDayCalls = max(busiestDayCalls, dayCalls);
      store<u32>(callHours + hour, load<u32>(callHours + hour) + 1);
      const isTimed = u32((traits & HAS_DURATION) != 0);
      store<u32>(timed, seconds);
      timed += <usize>isTimed << 2;
      const isConnected = isTimed & u32(seconds != 0);
      connected += isConnected;
      short += isConnected & u32(seconds <= SHORT_CALL_S);
      const sum = contact + SECONDS_AT + (<usize>isIn << 2);
      store<u32>(sum, load<u32>(sum) + seconds);
      const isOut = isIn ^ 1;
      attempts += isOut & u32((traits & (IS_ANSWERED | IS_UNANSWERED)) != 0);
      answered += isOut & u32((traits & IS_ANSWERED) != 0);
      const dialled = reinterpret<f64>(other);
      const step = abs<f64>(dialled - previousDialled);
      sequential += isOut & u32(step > 0) & u32(step <= SEQUENTIAL_STEP);
      previousDialled = isOut != 0 ? dialled : previousDialled;
    }

    if (hasDevices) {
      const device = load<u64>(at, 32);
      if (device != 0 && device != lastDevice) {
        lastDevice = device;
        const known = idOf(deviceSlots, deviceSlots + tableBytes, shift, generation, device, deviceCount);
        if (known == deviceCount) {
          store<u64>(devices + (<usize>deviceCount << 3), device);
          deviceCount++;
        }
      }
    }
    const cell = load<u32>(at, 28);
    if (cell != 0) addCell(cell, start);
  }
  endAntennas();

  const gapCount = count - 1;
  const gapMean = mean(gaps, gapCount);
  store<f64>(figure, gapMean, 128);
  store<f64>(figure, deviation(gaps, gapCount, gapMean), 136);
  store<f64>(figure, median(gaps, gapCount), 144);
  const timedCount = <u32>((timed - durations) >> 2);
  const durationMean = mean(durations, timedCount);
  store<f64>(figure, durationMean, 152);
  store<f64>(figure, deviation(durations, timedCount, durationMean), 160);
  store<f64>(figure, median(durations, timedCount), 168);
  putHours(figure, count);
  // The gaps are done with.
  countContacts(contacts, contactCount, load<u64>(first), count, gaps);

  store<f64>(figure, load<f64>(first));
  store<f64>(figure, <f64>count, 8);
  store<f64>(figure, <f64>callsOut, 16);
  store<f64>(figure, <f64>callsIn, 24);
  store<f64>(figure, <f64>textsOut, 32);
  store<f64>(figure, <f64>textsIn, 40);
  store<f64>(figure, <f64>attempts, 48);
  store<f64>(figure, <f64>answered, 56);
  store<f64>(figure, <f64>night, 64);
  store<f64>(figure, <f64>activeDays, 72);
  store<f64>(figure, <f64>firstDay, 80);
  store<f64>(figure, <f64>busiestDayCalls, 88);
  store<f64>(figure, <f64>dormancy, 96);
  store<f64>(figure, <f64>connected, 176);
  store<f64>(figure, <f64>short, 184);
  store<f64>(figure, callsOut == 0 ? 0 : <f64>(callsOut - 1), 192);
  store<f64>(figure, <f64>sequential, 200);
  store<f64>(figure, <f64>contactCount, 208);
  store<f64>(figure, <f64>sentTo, 216);
  store<f64>(figure, <f64>callContacts, 224);
  store<f64>(figure, <f64>oneCallContacts, 232);
  store<f64>(figure, <f64>reciprocated, 240);
  store<f64>(figure, <f64>codeSenders, 248);
  store<f64>(figure, contactEntropy, 256);
  store<f64>(figure, <f64>paretoContacts, 264);
  store<f64>(figure, <f64>inDegree, 272);
  store<f64>(figure, <f64>outDegree, 280);
  store<f64>(figure, <f64>weightedIn, 288);
  store<f64>(figure, <f64>weightedOut, 296);
  store<f64>(figure, <f64>deviceCount, 304);
  store<f64>(figure, <f64>antennaCount, 312);
  store<f64>(figure, <f64>halfHours, 320);
  store<f64>(figure, antennaEntropy(), 328);
  store<f64>(figure, <f64>topHalfHours(), 336);
  store<f64>(figure, <f64>load<u32>(first, 16), 344);
  store<f64>(figure, <f64>previousStart, 352);
  return deviceCount;
}

/** What the hours of the day say: entropy of the interactions, hours with a call, calls of the busiest. */
function putHours(figure: usize, count: u32): void {
  let logs: f64 = 0;
  let active: u32 = 0;
  let busiest: u32 = 0;
  for (let hour: usize = 0; hour < 96; hour += 4) {
    logs += nLogN(load<u32>(hours + hour));
    const calls = load<u32>(callHours + hour);
    active += u32(calls != 0);
    busiest = max(busiest, calls);
  }
  store<f64>(figure, entropyOf(count, logs), 104);
  store<f64>(figure, <f64>active, 112);
  store<f64>(figure, <f64>busiest, 120);
}
