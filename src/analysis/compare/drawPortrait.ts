import { contactsOfRecords } from '../../features/contactTable.ts';
import { NO_NUMBER } from '../../records/numberKey.ts';
import { oncePerDataset } from '../datasetCache.ts';
import { numbersOfDevice } from '../devices.ts';
import { deviceText } from '../deviceTexts.ts';
import { weekHourOf } from '../listRecords.ts';
import { timeTextAt } from '../recordSpan.ts';
import { numberOfRow, rowOfNumber, scoreOfRow } from '../rowOfNumber.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import { chanceAmong } from './chance.ts';
import { endsOfTies, findCommonContacts } from './findCommonContacts.ts';
import { cellsNamed } from './findCompanions.ts';
import type { Moment } from './pairTimes.ts';
import { hoursBothSeen, momentsOf, relaysBetween, talksAtOnce, turnedMoments } from './pairTimes.ts';
import type { Portrait, PortraitOfTwo, PortraitQuery, PortraitSide, RelayCount } from './portrait.ts';
import { weighSamePerson } from './samePerson.ts';
import { DayRing } from './sightings.ts';
import type { Life } from './successors/life.ts';
import { lifeOf } from './successors/life.ts';
import { Whereabouts } from './togetherness.ts';

const MOST_COMMON = 50;
const MOST_CELLS = 20;
const MOST_DEVICES = 20;
/** A follow-up within so many minutes is a reaction (assumed). */
const RELAY_S = 15 * 60;

/** What two numbers have to do with each other, and whether they look like one person's (一对一). */
export function drawPortrait(dataset: ScoredDataset, { a, b, minutes, metres }: PortraitQuery): Portrait {
  const [rowA, rowB] = [rowOfNumber(dataset, a), rowOfNumber(dataset, b)];
  const unknown = [a, b].filter((_, i) => [rowA, rowB][i]! < 0);
  const [lifeA, lifeB] = [wholeLife(dataset, rowA), wholeLife(dataset, rowB)];
  if (lifeA === null || lifeB === null) return { unknown, both: null };
  return { unknown, both: ofTwo(dataset, lifeA, lifeB, { minutes, metres }) };
}

function wholeLife(dataset: ScoredDataset, row: number): Life | null {
  return row < 0 ? null : lifeOf(dataset, row, 0, Infinity);
}

const ringOf = oncePerDataset((dataset) => new DayRing(dataset));

function ofTwo(dataset: ScoredDataset, a: Life, b: Life, tolerance: { readonly minutes: number; readonly metres: number }): PortraitOfTwo {
  const ring = ringOf(dataset);
  const turns = a.row === b.row ? [] : ring.turns();
  const [momentsA, momentsB] = [momentsOf(dataset, a.row), momentsOf(dataset, b.row)];
  const turnedB = turns.map((turn) => turnedMoments(momentsB, ring, turn));
  const common = findCommonContacts(dataset, { window: null, numbers: [numberOfRow(dataset, a.row), numberOfRow(dataset, b.row)], least: 2, services: false });
  const expectedCommon = expectedInCommon(dataset, a, b);
  const together = togetherOf(dataset, a, b, tolerance);
  const expectedAtOnce = turnedB.reduce((sum, turned) => sum + talksAtOnce(momentsA, turned, a.key, b.key), 0) / Math.max(1, turns.length);
  const direct = directOf(dataset, a, b);
  const devices = [...a.devices].filter(([device]) => b.devices.has(device)).map(([device, records]) => ({ device, a: records, b: b.devices.get(device)! }));
  return {
    a: sideOf(dataset, a, momentsA),
    b: sideOf(dataset, b, momentsB),
    direct,
    common: { total: common.total, expected: expectedCommon, rows: common.rows.toSorted((one, other) => one.chance - other.chance).slice(0, MOST_COMMON) },
    devices: devices.sort((one, other) => other.a + other.b - one.a - one.b).slice(0, MOST_DEVICES).map(({ device, ...counts }) => ({ imei: deviceText(dataset, device)!, ...counts })),
    cells: [...a.cells].filter(([cell]) => b.cells.has(cell)).map(([cell, count]) => ({ cell: dataset.cells.text(cell - 1), a: count, b: b.cells.get(cell)! }))
      .sort((one, other) => Math.min(other.a, other.b) - Math.min(one.a, one.b)).slice(0, MOST_CELLS),
    together,
    relays: {
      fromA: relayCount(momentsA, momentsB, turnedB, [a.key, b.key], false),
      fromB: relayCount(momentsB, momentsA, turnedB, [a.key, b.key], true),
    },
    samePerson: weighSamePerson(dataset, a, b, {
      common: common.total, expectedCommon, together, talksAtOnce: talksAtOnce(momentsA, momentsB, a.key, b.key), expectedAtOnce, turns: turns.length,
      directTalks: momentsA.filter(({ other, isText, at, end }) => other === b.key && !isText && end - at >= 10).length,
      deviceUsers: (device) => numbersOfDevice(dataset, a.row, device, a.devices.size),
    }),
  };
}

function sideOf(dataset: ScoredDataset, life: Life, moments: readonly Moment[]): PortraitSide {
  const heatmap = Array.from({ length: 168 }, () => 0);
  for (const { at } of moments) heatmap[weekHourOf(at)]!++;
  return {
    number: numberOfRow(dataset, life.row), score: scoreOfRow(dataset, life.row), records: life.records, contacts: life.ties.size,
    first: timeTextAt(dataset, life.row, life.firstAt), last: timeTextAt(dataset, life.row, life.lastAt), heatmap,
    recordsPerDay: life.records / life.days, outgoingShare: life.out / life.records, typicalTalkS: life.talks === 0 ? null : Math.exp(life.logTalkS / life.talks),
  };
}

function directOf(dataset: ScoredDataset, a: Life, b: Life): PortraitOfTwo['direct'] {
  const table = contactsOfRecords(dataset.records.recordsOf(a.row), dataset.records.recordWords);
  const i = a.row === b.row ? -1 : table.other.indexOf(b.key);
  if (i < 0) return { fromA: { calls: 0, texts: 0, seconds: 0 }, fromB: { calls: 0, texts: 0, seconds: 0 }, first: null, last: null };
  return {
    fromA: { calls: table.callsOut[i]!, texts: table.textsOut[i]!, seconds: table.secondsOut[i]! },
    fromB: { calls: table.callsIn[i]!, texts: table.textsIn[i]!, seconds: table.secondsIn[i]! },
    first: timeTextAt(dataset, a.row, table.first[i]!), last: timeTextAt(dataset, a.row, table.last[i]!),
  };
}

/** Ties at random, but each number keeps how many it has (configuration model). */
function expectedInCommon(dataset: ScoredDataset, a: Life, b: Life): number {
  let expected = 0;
  for (const key of a.ties.keys()) {
    const row = key === NO_NUMBER ? -1 : dataset.rowOf(key);
    const many = row < 0 ? 1 : dataset.presence.contacts[row]!;
    expected += Math.min(1, (b.ties.size * many) / endsOfTies(dataset));
  }
  return expected;
}

function togetherOf(dataset: ScoredDataset, a: Life, b: Life, tolerance: { readonly minutes: number; readonly metres: number }): PortraitOfTwo['together'] {
  if (a.row === b.row) return null;
  const [ours, theirs] = [new Whereabouts(dataset, a.row, tolerance), new Whereabouts(dataset, b.row, tolerance)];
  if (ours.sightings.at.length === 0 || theirs.sightings.at.length === 0) return null;
  const ring = ringOf(dataset);
  const hours = ours.together(theirs.sightings);
  const comparable = ring.turns().map((turn) => ours.together(theirs.sightings, ring, turn).length);
  return {
    hours: hours.length, seen: hoursBothSeen(ours.sightings, theirs.sightings, tolerance.minutes * 60),
    ...chanceAmong(hours.length, comparable), cells: cellsNamed(dataset, hours),
  };
}

/** @param isTurnedFirst `turned` is the first one's life on other days, else the second's */
function relayCount(first: readonly Moment[], second: readonly Moment[], turned: readonly (readonly Moment[])[], keys: readonly number[], isTurnedFirst: boolean): RelayCount {
  const left = new Set(keys);
  const times = relaysBetween(first, second, RELAY_S, left);
  const comparable = turned.map((other) => (isTurnedFirst ? relaysBetween(other, second, RELAY_S, left) : relaysBetween(first, other, RELAY_S, left)));
  return { times, ...chanceAmong(times, comparable) };
}
