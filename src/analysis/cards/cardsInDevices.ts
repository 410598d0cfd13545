import { CARD_WORD, DEVICE_WORD } from '../../records/communication.ts';
import { dayOf, dayText } from '../../records/days.ts';
import { deviceText } from '../deviceTexts.ts';
import { sharedDevices } from '../devices.ts';
import { startOf, timeTextOf } from '../recordSpan.ts';
import { numberOfRow, rowOfNumber } from '../rowOfNumber.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import type { CardChange, CardInDevice, CardsInDevices, DeviceWithCards, Spell } from './cardAnswers.ts';

const MOST_DEVICES = 12;
/** Other numbers shown with a device. */
export const MOST_OTHERS = 8;
/** Of more users, only so many are looked at for who was nearest in time. */
const MOST_LOOKED_AT = 60;
const MOST_CHANGES = 20;
/** More spells than can be told apart on a screen are joined. */
const MOST_SPELLS = 60;

/** Where a card was in a device. Days ascend. */
interface Use {
  readonly device: number;
  readonly card: number;
  readonly records: number;
  readonly first: string;
  readonly last: string;
  readonly days: readonly number[];
}

/**
 * The devices of a number, which cards were in them and when: its own, and those of the other numbers seen in them (换卡、换机). Empty
 * for a number that the dataset does not hold, and where no device and no card is written.
 */
export function cardsInDevices(dataset: ScoredDataset, { number }: { readonly number: string }): CardsInDevices {
  const row = rowOfNumber(dataset, number);
  const nothing = { devices: [], deviceCount: 0, imsiCount: 0, changes: [], changeCount: 0 };
  if (row < 0 || dataset.records.recordWords <= DEVICE_WORD) return nothing;
  const { changes, changeCount } = changesOf(dataset, row);
  const own = usesOf(dataset, row, null);
  const byDevice = [...Map.groupBy(own, ({ device }) => device)].map(([device, uses]) => ({ device, uses, records: sum(uses) })).sort((a, b) => b.records - a.records);
  const { named = [], nameless } = Object.groupBy(byDevice, ({ device }) => (device === 0 ? 'nameless' : 'named'));
  return {
    devices: [...named.slice(0, MOST_DEVICES), ...(nameless ?? [])].map(({ device, uses }) => withOthers(dataset, row, device, uses)),
    deviceCount: named.length,
    imsiCount: new Set(own.flatMap(({ card }) => (card === 0 ? [] : [card]))).size,
    changes,
    changeCount,
  };
}

function withOthers(dataset: ScoredDataset, row: number, device: number, own: readonly Use[]): DeviceWithCards {
  const users = device === 0 ? [row] : (sharedDevices(dataset).get(device) ?? [row]);
  const others = users.filter((other) => other !== row);
  const step = Math.max(1, others.length / MOST_LOOKED_AT);
  const seen = Array.from({ length: Math.min(others.length, MOST_LOOKED_AT) }, (_, i) => others[Math.floor(i * step)]!)
    .map((other) => {
      const uses = usesOf(dataset, other, device);
      return { uses, other, away: Math.min(...uses.map((use) => daysBetween(use, own))) };
    })
    .sort((a, b) => a.away - b.away || sum(b.uses) - sum(a.uses))
    .slice(0, MOST_OTHERS)
    .flatMap(({ uses, other }) => uses.map((use) => cardOf(dataset, other, use)))
    .sort((a, b) => (a.first < b.first ? -1 : 1));
  return { imei: deviceText(dataset, device), users: users.length, cards: [...own.map((use) => cardOf(dataset, row, use)), ...seen] };
}

function cardOf(dataset: ScoredDataset, row: number, { card, records, first, last, days }: Use): CardInDevice {
  return { number: numberOfRow(dataset, row), imsi: deviceText(dataset, card), records, first, last, spells: spellsOf(days) };
}

/** A row's uses of devices by card, in the order in which they began. @param only this device; null for all */
function usesOf(dataset: ScoredDataset, row: number, only: number | null): Use[] {
  const words = dataset.records.recordWords;
  const views = dataset.records.recordsOf(row);
  const { f64, from, to } = views;
  const uses = new Map<string, { readonly device: number; readonly card: number; records: number; readonly first: number; last: number; readonly days: number[] }>();
  for (let record = from; record < to; record++) {
    const device = f64[record * words + DEVICE_WORD]!;
    const card = cardAt(f64, record, words);
    if (only === null ? device === 0 && card === 0 : device !== only) continue;
    const day = dayOf(startOf(views, words, record));
    const name = `${device} ${card}`;
    const use = uses.get(name);
    if (use === undefined) uses.set(name, { device, card, records: 1, first: record, last: record, days: [day] });
    else {
      use.records++;
      use.last = record;
      if (use.days.at(-1) !== day) use.days.push(day);
    }
  }
  return Array.from(uses.values(), (use) => ({ ...use, first: timeTextOf(dataset, views, use.first), last: timeTextOf(dataset, views, use.last) }));
}

function changesOf(dataset: ScoredDataset, row: number): Pick<CardsInDevices, 'changes' | 'changeCount'> {
  const words = dataset.records.recordWords;
  const views = dataset.records.recordsOf(row);
  const changes: CardChange[] = [];
  let changeCount = 0;
  let [device, card] = [0, 0];
  for (let record = views.from; record < views.to; record++) {
    const nextDevice = views.f64[record * words + DEVICE_WORD]!;
    if (nextDevice === 0) continue;
    // A record without a card says nothing of a change of cards.
    const nextCard = cardAt(views.f64, record, words) || card;
    const isNewCard = card !== 0 && nextCard !== card;
    if (device !== 0 && (nextDevice !== device || isNewCard)) {
      changeCount++;
      if (changes.length < MOST_CHANGES) {
        changes.push({
          kind: nextDevice === device ? 'card' : isNewCard ? 'both' : 'device',
          at: timeTextOf(dataset, views, record),
          from: { imei: deviceText(dataset, device)!, imsi: deviceText(dataset, card) },
          to: { imei: deviceText(dataset, nextDevice)!, imsi: deviceText(dataset, nextCard) },
        });
      }
    }
    [device, card] = [nextDevice, nextCard];
  }
  return { changes, changeCount };
}

/** Runs of days; gaps are bridged, the smallest first, until there are few enough. @param days ascending */
export function spellsOf(days: readonly number[]): Spell[] {
  for (let gap = 1; ; gap *= 2) {
    const runs: { from: number; to: number }[] = [];
    for (const day of days) {
      const run = runs.at(-1);
      if (run !== undefined && day - run.to <= gap) run.to = day;
      else runs.push({ from: day, to: day });
    }
    if (runs.length <= MOST_SPELLS) return runs.map(({ from, to }) => ({ from: dayText(from), to: dayText(to) }));
  }
}

function sum(uses: readonly Use[]): number {
  return uses.reduce((total, { records }) => total + records, 0);
}

/** Days from the one use to the nearest of the others; 0 where they overlap. */
function daysBetween(use: Use, others: readonly Use[]): number {
  return Math.min(...others.map(({ days }) => Math.max(0, use.days[0]! - days.at(-1)!, days[0]! - use.days.at(-1)!)));
}

/** The card of a record; 0 where the records name none. */
function cardAt(f64: Float64Array, record: number, words: number): number {
  return words > CARD_WORD ? f64[record * words + CARD_WORD]! : 0;
}
