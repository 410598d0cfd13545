import type { Decision, Dossier } from './answers.ts';
import { IS_OUT } from '../records/communication.ts';
import { companyOf } from './companyOf.ts';
import { completeFeatures } from './completeFeatures.ts';
import { DAY_S, dayOf, dayText } from '../records/days.ts';
import { tableOfRow } from '../features/featureColumns.ts';
import { featureNames } from '../features/featureNames.ts';
import { leastChange } from '../scoring/leastChange.ts';
import { numbersOfDevice } from './devices.ts';
import { deviceText } from './deviceTexts.ts';
import { explainRow, percentileOf, rowTable } from './explainRow.ts';
import { known } from './listSuspects.ts';
import { isLeftAlone } from './numberMarks.ts';
import { weekHourOf } from './listRecords.ts';
import { startOf, timeTextOf } from './recordSpan.ts';
import { numberOfRow, rowOfNumber } from './rowOfNumber.ts';
import { ranks } from './rowOrder.ts';
import type { ScoredDataset } from './scoredDataset.ts';
import { scoreOf } from './scoreOf.ts';

/** Night as the features have it (bandicoot): it begins at 19:00, ends at 07:00 and counts as one night. */
const NIGHT_START_S = 19 * 3600;
const NIGHT_END_S = 7 * 3600;

/** All there is to say of one number; null when the dataset (or window) does not hold it. */
export function openDossier(
  dataset: ScoredDataset, { number }: { readonly number: string }, decisions: readonly Decision[],
): Dossier | null {
  const row = rowOfNumber(dataset, number);
  if (row < 0) return null;
  const { reasons, findings } = explainRow(dataset, row);
  const logOdds = dataset.scores.logOdds[row]!;
  const { columns } = tableOfRow(completeFeatures(dataset), row);
  return {
    number: numberOfRow(dataset, row),
    rank: ranks(dataset)[row]!,
    of: dataset.features.numbers.length,
    score: scoreOf(logOdds),
    coverage: dataset.scores.coverage[row]!,
    baseRate: dataset.baseRate,
    baseLogOdds: Math.log(dataset.baseRate / (1 - dataset.baseRate)),
    logOdds,
    contributions: reasons,
    leastChange: isLeftAlone(dataset, row) ? null : leastChange(rowTable(dataset, row), 0, dataset.baseRate, dataset.refitted?.card),
    findings,
    company: companyOf(dataset, row, findings),
    features: featureNames.map((feature) => {
      const value = columns[feature][0]!;
      return { feature, value: known(value), percentile: percentileOf(dataset, feature, value) };
    }),
    contacts: dataset.presence.contacts[row]!,
    ...recordFacts(dataset, row),
    decision: decisions.findLast((decision) => rowOfNumber(dataset, decision.number) === row) ?? null,
  };
}

type RecordFacts = Pick<Dossier, 'first' | 'last' | 'records' | 'heatmap' | 'days' | 'devices' | 'cells'>;

/** What one pass over the number's records tells. */
function recordFacts(dataset: ScoredDataset, row: number): RecordFacts {
  const words = dataset.records.recordWords;
  const views = dataset.records.recordsOf(row);
  const { f64, u32, from, to } = views;
  if (from === to) return { first: null, last: null, records: 0, heatmap: emptyHeatmap(), days: [], devices: [], cells: [] };

  const heatmap = emptyHeatmap();
  const firstDay = dayOf(startOf(views, words, from));
  const dayCount = dayOf(startOf(views, words, to - 1)) - firstDay + 1;
  const out = new Uint32Array(dayCount);
  const into = new Uint32Array(dayCount);
  const devices = new Map<number, Sightings>();
  const cells = new Map<number, Sightings>();
  for (let record = from; record < to; record++) {
    const half = record * words * 2;
    const at = u32[half + 4]!;
    heatmap[weekHourOf(at)]!++;
    ((u32[half + 5]! & IS_OUT) !== 0 ? out : into)[dayOf(at) - firstDay]!++;
    if (words > 4 && f64[record * words + 4] !== 0) see(devices, f64[record * words + 4]!, record, at);
    if (u32[half + 7] !== 0) see(cells, u32[half + 7]!, record, at);
  }
  const described = ({ records, first, last }: Sightings) => ({
    records, first: timeTextOf(dataset, views, first), last: timeTextOf(dataset, views, last),
  });
  const facts = {
    first: timeTextOf(dataset, views, from),
    last: timeTextOf(dataset, views, to - 1),
    records: to - from,
    heatmap,
    days: Array.from(out, (count, i) => ({ day: dayText(firstDay + i), out: count, in: into[i]! })),
    devices: mostSeen(devices).map(([device, seen]) => ({ device, ...described(seen) })),
    cells: mostSeen(cells).map(([cell, seen]) => ({ cell: dataset.cells.text(cell - 1), ...described(seen), nights: seen.nights })),
  };
  // Last, because it may ask the store again, after which `views` is no longer valid.
  const counted = facts.devices.map(({ device, ...seen }) => ({
    imei: deviceText(dataset, device)!, ...seen, numbers: numbersOfDevice(dataset, row, device, devices.size),
  }));
  return { ...facts, devices: counted };
}

function emptyHeatmap(): number[] {
  return Array.from({ length: 7 * 24 }, () => 0);
}

/** Where or in which device the number was seen; first and last are records. */
interface Sightings {
  records: number;
  readonly first: number;
  last: number;
  nights: number;
  lastNight: number;
}

/** Records come in time order, so a night is new when it is not the one before. */
function see(seen: Map<number, Sightings>, key: number, record: number, at: number): void {
  let sightings = seen.get(key);
  if (sightings === undefined) {
    sightings = { records: 0, first: record, last: record, nights: 0, lastNight: -1 };
    seen.set(key, sightings);
  }
  sightings.records++;
  sightings.last = record;
  const secondOfDay = at % DAY_S;
  if (secondOfDay >= NIGHT_START_S || secondOfDay < NIGHT_END_S) {
    const night = dayOf(at - NIGHT_END_S);
    if (night !== sightings.lastNight) sightings.nights++;
    sightings.lastNight = night;
  }
}

function mostSeen(seen: Map<number, Sightings>): [number, Sightings][] {
  return [...seen].sort(([, a], [, b]) => b.records - a.records || a.first - b.first);
}
