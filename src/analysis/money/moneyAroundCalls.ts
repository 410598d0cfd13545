import { HAS_DURATION, IS_OUT, IS_TEXT, MAX_DURATION_S } from '../../records/communication.ts';
import { DAY_S, dayOf, localTimeText } from '../../records/days.ts';
import { numberText } from '../../records/numberKey.ts';
import type { RecordTable } from '../../records/recordTables.ts';
import { oncePerDataset } from '../datasetCache.ts';
import { placeOf } from '../describeBackground.ts';
import { daySpan, timeTextOf } from '../recordSpan.ts';
import { rowOfNumber } from '../rowOfNumber.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import { cardsOfNumber } from '../tables/cardsOfNumber.ts';
import { rowsWith, tableOf, textAt, valuesOf } from '../tables/tableIndex.ts';
import type { FoundMoney, MoneyAroundCalls, MoneyEnd, MoneyMove, MoneyQuery } from './moneyAnswers.ts';

const MOST_ROWS = 100;
/** Days by which transfers are moved to see how many lie beside a call by chance. */
const shifts = [1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7];

/** Conversations in time order: records of the number, and when they began. */
interface Talks {
  readonly records: number[];
  /** Local seconds. */
  readonly at: number[];
}

/** A transfer beside a conversation. */
interface Beside {
  readonly row: number;
  readonly party: number;
  readonly record: number;
  readonly secondsBefore: number;
}

/**
 * Transfers within minutes or hours of the number's conversations: its own money around any of them, and that of each contact around those
 * with it. A transfer that lies between two calls belongs to the one before it.
 */
export function moneyAroundCalls(dataset: ScoredDataset, { number, withinMinutes }: MoneyQuery): MoneyAroundCalls {
  const table = tableOf(dataset, 'transfers');
  const row = rowOfNumber(dataset, number);
  const none = { transfers: 0, amount: 0, expected: 0 };
  if (table === null || row < 0) return { after: none, before: none, contacts: 0, transfers: 0, rows: [] };
  const withinS = withinMinutes * 60;
  const key = dataset.features.numbers[row]!;
  const { all, byContact } = talksOf(dataset, row);
  const known = numbersWithMoney(dataset);
  const parties = [...byContact].filter(([contact]) => contact !== key && known.has(contact));
  const { first, last } = daySpan(dataset);
  const offset = dataset.context.offsetsS[0] ?? 0;
  const seen = new Set<number>();
  const beside: Beside[] = [];
  const expected = { after: 0, before: 0 };
  // A transfer between two who spoke is the one's and the other's: it counts once.
  for (const [party, talks] of [...parties, [key, all] as const]) {
    for (const transfer of transfersOf(dataset, table, party)) {
      if (seen.has(transfer)) continue;
      seen.add(transfer);
      const at = table.columns.time[transfer]! - table.offsetsS[transfer]! + offset;
      const found = nearest(talks, at, withinS);
      if (found !== null) beside.push({ row: transfer, party, ...found });
      const otherDays = shifts.filter((days) => dayOf(at) + days >= first && dayOf(at) + days <= last);
      for (const days of otherDays) {
        const chance = nearest(talks, at + days * DAY_S, withinS);
        if (chance !== null) expected[chance.secondsBefore >= 0 ? 'after' : 'before'] += 1 / otherDays.length;
      }
    }
  }
  const amountOf = ({ row: transfer }: Beside) => table.columns.amount[transfer]!;
  const tell = (isAfter: boolean): FoundMoney => {
    const found = beside.filter(({ secondsBefore }) => secondsBefore >= 0 === isAfter);
    return { transfers: found.length, amount: found.reduce((sum, each) => sum + amountOf(each), 0), expected: isAfter ? expected.after : expected.before };
  };
  return {
    after: tell(true), before: tell(false), contacts: parties.length, transfers: seen.size,
    rows: beside.sort((a, b) => amountOf(b) - amountOf(a) || a.row - b.row).slice(0, MOST_ROWS).map((each) => moveOf(dataset, table, row, each)),
  };
}

/** The number's conversations, all and by contact: calls that lasted, or of which nobody says how long. */
function talksOf(dataset: ScoredDataset, row: number): { readonly all: Talks; readonly byContact: ReadonlyMap<number, Talks> } {
  const { recordWords: words } = dataset.records;
  const { f64, u32, from, to } = dataset.records.recordsOf(row);
  const all: Talks = { records: [], at: [] };
  const byContact = new Map<number, Talks>();
  for (let record = from; record < to; record++) {
    const traits = u32[record * words * 2 + 5]!;
    if ((traits & IS_TEXT) !== 0 || ((traits & HAS_DURATION) !== 0 && (traits & MAX_DURATION_S) === 0)) continue;
    const contact = f64[record * words + 1]!;
    let own = byContact.get(contact);
    if (own === undefined) byContact.set(contact, (own = { records: [], at: [] }));
    for (const talks of [all, own]) {
      talks.records.push(record);
      talks.at.push(u32[record * words * 2 + 4]!);
    }
  }
  return { all, byContact };
}

/** The conversation before a moment within so many seconds, or else the one after it. */
function nearest({ records, at }: Talks, moment: number, withinS: number): Pick<Beside, 'record' | 'secondsBefore'> | null {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at[middle]! <= moment) low = middle + 1;
    else high = middle;
  }
  for (const index of [low - 1, low]) {
    if (index < 0 || index >= at.length || Math.abs(moment - at[index]!) > withinS) continue;
    return { record: records[index]!, secondsBefore: Math.round(moment - at[index]!) };
  }
  return null;
}

/** Transfers that the records tie to a number, by itself or by its cards. */
function transfersOf(dataset: ScoredDataset, table: RecordTable<'transfers'>, key: number): Set<number> {
  const rows = new Set<number>();
  for (const card of cardsOfNumber(dataset, key)) for (const column of ['fromCard', 'toCard'] as const) for (const row of rowsWith(table, column, card)) rows.add(row);
  for (const column of ['fromNumber', 'toNumber', 'number'] as const) for (const row of rowsWith(table, column, key)) rows.add(row);
  return rows;
}

/** Numbers that a transfer, or an account with a card, names. */
const numbersWithMoney = oncePerDataset((dataset): ReadonlySet<number> => {
  const known = new Set<number>();
  const transfers = tableOf(dataset, 'transfers');
  if (transfers !== null) for (const column of ['fromNumber', 'toNumber', 'number'] as const) for (const key of valuesOf(transfers, column)) known.add(key);
  const accounts = tableOf(dataset, 'registrations');
  if (accounts !== null) for (let row = 0; row < accounts.rowCount; row++) if (accounts.columns.card[row] !== 0) known.add(accounts.columns.number[row]!);
  return known;
});

function moveOf(dataset: ScoredDataset, table: RecordTable<'transfers'>, row: number, { row: transfer, party, record, secondsBefore }: Beside): MoneyMove {
  const { columns } = table;
  const { recordWords: words } = dataset.records;
  const views = dataset.records.recordsOf(row);
  const traits = views.u32[record * words * 2 + 5]!;
  const end = (card: number, key: number, holder: number): MoneyEnd => ({
    card: textAt(dataset, card), number: key === 0 ? null : numberText(key, dataset.oddNumbers), holder: textAt(dataset, holder),
  });
  return {
    at: localTimeText(columns.time[transfer]!, table.offsetsS[transfer]!),
    amount: columns.amount[transfer]!,
    from: end(columns.fromCard[transfer]!, columns.fromNumber[transfer]!, columns.fromHolder[transfer]!),
    to: end(columns.toCard[transfer]!, columns.toNumber[transfer]!, columns.toHolder[transfer]!),
    party: numberText(party, dataset.oddNumbers),
    call: {
      at: timeTextOf(dataset, views, record),
      other: numberText(views.f64[record * words + 1]!, dataset.oddNumbers),
      isOut: (traits & IS_OUT) !== 0,
      durationS: (traits & HAS_DURATION) === 0 ? null : traits & MAX_DURATION_S,
      secondsBefore,
    },
    ...placeOf(dataset, table, transfer),
  };
}
