/** What stands behind a number: lists, registration and supply, accounts, money; all from the records beside communications. */
import { hasNumber } from '../records/numberSet.ts';
import { findNumberKey, NO_NUMBER, numberText } from '../records/numberKey.ts';
import { localTimeText } from '../records/days.ts';
import type { RecordTable } from '../records/recordTables.ts';
import type { ColumnOf, TableKind } from '../records/recordKinds.ts';
import { HAS_DURATION, IS_TEXT, MAX_DURATION_S } from '../records/communication.ts';
import type { AccountRow, NumberBackground, PoolRow, RegistrationRow, TransferRow } from './answers.ts';
import { firstAtOrAfter } from './recordSpan.ts';
import type { ScoredDataset } from './scoredDataset.ts';
import { cardsOfNumber } from './tables/cardsOfNumber.ts';
import { rowsWith, tableOf, textAt } from './tables/tableIndex.ts';

/** Transfers and accounts shown; more are only counted. */
const MOST_ROWS = 200;
/** A call that ended so long before a transfer may have led to it (assumed: victims pay on the phone or soon after). */
const CALL_BEFORE_S = 3600;

/** Everything the tables say of a number; `opened` tells which kinds were there to say it. */
export function describeBackground(dataset: ScoredDataset, { number }: { readonly number: string }): NumberBackground {
  const key = findNumberKey(number, dataset.oddNumbers);
  const opened = Object.keys(dataset.tables.byKind) as TableKind[];
  const empty = { opened, lists: [], registrations: [], pools: [], accounts: [], accountCount: 0, transfers: [], transferCount: 0 };
  if (key === NO_NUMBER) return empty;
  const transfers = transfersOf(dataset, key);
  const accounts = tableOf(dataset, 'registrations');
  const accountRows = [...rowsWith(accounts, 'number', key)];
  return {
    opened,
    lists: listsOf(dataset, key),
    registrations: registrationsOf(dataset, key),
    pools: poolsOf(dataset, key),
    accounts: accounts === null ? [] : accountRows.slice(0, MOST_ROWS).map((row) => accountAt(dataset, accounts, row)),
    accountCount: accountRows.length,
    transfers: transfers.slice(0, MOST_ROWS),
    transferCount: transfers.length,
  };
}

function listsOf(dataset: ScoredDataset, key: number): NumberBackground['lists'] {
  const table = tableOf(dataset, 'numberLists');
  const rows = [...rowsWith(table, 'number', key)];
  return dataset.tables.lists.filter(({ numbers }) => hasNumber(numbers, key)).map(({ name, role, file }) => {
    const row = table === null ? undefined : rows.find((candidate) => table.files[candidate] === file);
    return { name, role, label: table === null || row === undefined ? null : textAt(dataset, table.columns.label[row]!), line: row === undefined ? null : table!.lines[row]! };
  });
}

function registrationsOf(dataset: ScoredDataset, key: number): RegistrationRow[] {
  const table = tableOf(dataset, 'subscriptions');
  if (table === null) return [];
  const { columns } = table;
  const numbersWith = (column: 'document' | 'outlet' | 'agent', row: number) => new Set(Array.from(rowsWith(table, column, columns[column][row]!), (other) => columns.number[other]!)).size;
  return Array.from(rowsWith(table, 'number', key), (row): RegistrationRow => ({
    document: textAt(dataset, columns.document[row]!),
    holder: textAt(dataset, columns.holder[row]!),
    outlet: textAt(dataset, columns.outlet[row]!),
    agent: textAt(dataset, columns.agent[row]!),
    operator: textAt(dataset, columns.operator[row]!),
    contract: textAt(dataset, columns.contract[row]!),
    status: textAt(dataset, columns.status[row]!),
    activated: timeAt(table, 'activated', row),
    closed: timeAt(table, 'closed', row),
    documentNumbers: numbersWith('document', row),
    outletNumbers: numbersWith('outlet', row),
    agentNumbers: numbersWith('agent', row),
    ...placeOf(dataset, table, row),
  }));
}

/** Contracts whose ranges hold the number. */
export function poolRowsOf(dataset: Pick<ScoredDataset, 'tables'>, key: number): number[] {
  const table = tableOf(dataset, 'pools');
  if (table === null) return [];
  const { first, last } = table.columns;
  const rows: number[] = [];
  for (let row = 0; row < table.rowCount; row++) if (first[row]! <= key && key <= last[row]!) rows.push(row);
  return rows;
}

function poolsOf(dataset: ScoredDataset, key: number): PoolRow[] {
  const table = tableOf(dataset, 'pools');
  if (table === null) return [];
  const { columns } = table;
  return poolRowsOf(dataset, key).map((row): PoolRow => ({
    contract: textAt(dataset, columns.contract[row]!) ?? '',
    first: numberText(columns.first[row]!, dataset.oddNumbers),
    last: numberText(columns.last[row]!, dataset.oddNumbers),
    customer: textAt(dataset, columns.customer[row]!),
    clerk: textAt(dataset, columns.clerk[row]!),
    approver: textAt(dataset, columns.approver[row]!),
    signed: timeAt(table, 'signed', row),
    ...placeOf(dataset, table, row),
  }));
}

function accountAt(dataset: ScoredDataset, table: RecordTable<'registrations'>, row: number): AccountRow {
  const { columns } = table;
  const device = columns.device[row]!;
  return {
    platform: textAt(dataset, columns.platform[row]!),
    type: textAt(dataset, columns.type[row]!),
    account: textAt(dataset, columns.account[row]!),
    at: timeAt(table, 'time', row),
    device: textAt(dataset, device),
    ip: textAt(dataset, columns.ip[row]!),
    deviceNumbers: new Set(Array.from(rowsWith(table, 'device', device), (other) => columns.number[other]!)).size,
    ...placeOf(dataset, table, row),
  };
}

function transfersOf(dataset: ScoredDataset, key: number): TransferRow[] {
  const table = tableOf(dataset, 'transfers');
  if (table === null) return [];
  const { columns } = table;
  const cards = cardsOfNumber(dataset, key);
  const rows = new Set<number>();
  for (const card of cards) for (const column of ['fromCard', 'toCard'] as const) for (const row of rowsWith(table, column, card)) rows.add(row);
  for (const column of ['fromNumber', 'toNumber', 'number'] as const) for (const row of rowsWith(table, column, key)) rows.add(row);
  return [...rows].sort((a, b) => columns.time[a]! - columns.time[b]! || a - b).map((row): TransferRow => {
    const isOut = cards.has(columns.fromCard[row]!) || columns.fromNumber[row] === key;
    const otherNumber = (isOut ? columns.toNumber : columns.fromNumber)[row]!;
    return {
      at: timeAt(table, 'time', row) ?? '',
      direction: isOut ? 'out' : 'in',
      card: textAt(dataset, (isOut ? columns.fromCard : columns.toCard)[row]!),
      otherCard: textAt(dataset, (isOut ? columns.toCard : columns.fromCard)[row]!),
      otherHolder: textAt(dataset, (isOut ? columns.toHolder : columns.fromHolder)[row]!),
      otherNumber: otherNumber === 0 ? null : numberText(otherNumber, dataset.oddNumbers),
      amount: columns.amount[row]!,
      call: callBefore(dataset, key, columns.time[row]! - table.offsetsS[row]!),
      ...placeOf(dataset, table, row),
    };
  });
}

/** The number's last conversation that began in the hour before a moment. @param utc seconds */
export function callBefore(dataset: ScoredDataset, key: number, utc: number): TransferRow['call'] {
  const row = dataset.rowOf(key);
  if (row < 0) return null;
  const { recordWords } = dataset.records;
  const views = dataset.records.recordsOf(row);
  const local = utc + (dataset.context.offsetsS[0] ?? 0);
  for (let record = firstAtOrAfter(views, recordWords * 2, local + 1) - 1; record >= views.from; record--) {
    const half = record * recordWords * 2;
    const at = views.u32[half + 4]!;
    if (at < local - CALL_BEFORE_S) return null;
    const traits = views.u32[half + 5]!;
    if ((traits & IS_TEXT) !== 0 || ((traits & HAS_DURATION) !== 0 && (traits & MAX_DURATION_S) === 0)) continue;
    return { other: numberText(views.f64[record * recordWords + 1]!, dataset.oddNumbers), secondsBefore: local - at };
  }
  return null;
}

function timeAt<Kind extends TableKind>(table: RecordTable<Kind>, column: ColumnOf<Kind>, row: number): string | null {
  const at = (table.columns as Record<string, Float64Array>)[column]![row]!;
  return Number.isNaN(at) ? null : localTimeText(at, table.offsetsS[row]!);
}

/** The file and line that say so. */
export function placeOf(dataset: Pick<ScoredDataset, 'files'>, table: RecordTable, row: number): { readonly file: string; readonly line: number } {
  return { file: dataset.files[table.files[row]!]?.name ?? '', line: table.lines[row]! };
}
