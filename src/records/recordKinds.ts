/** What a file's records can be: communications, and the tables that say who stands behind a number. */

/** A column as a table keeps it: number keys, local seconds, money, degrees, whole counts; or a text's id + 1 (0 for none). */
export type ColumnType = 'number' | 'time' | 'amount' | 'degrees' | 'text';

/** Columns of each table, in the order a person would read them. */
export const tableColumns = {
  /** A card and who registered it. */
  subscriptions: {
    number: 'number', imsi: 'text', document: 'text', holder: 'text', outlet: 'text', agent: 'text', staff: 'text', operator: 'text',
    activated: 'time', closed: 'time', status: 'text', contract: 'text', place: 'text',
  },
  /** A number-pool contract; one row for each of its ranges. */
  pools: {
    contract: 'text', first: 'number', last: 'number', customer: 'text', clerk: 'text', approver: 'text', operator: 'text', signed: 'time', starts: 'time', ends: 'time', status: 'text',
  },
  /** What an operator's employee did. */
  accessLog: { employee: 'text', action: 'text', target: 'text', host: 'text', time: 'time', terminal: 'text', result: 'text', operator: 'text' },
  /** An account made with a number. */
  registrations: { platform: 'text', type: 'text', number: 'number', account: 'text', time: 'time', device: 'text', ip: 'text', card: 'text' },
  /** Money moved. */
  transfers: {
    fromCard: 'text', toCard: 'text', amount: 'amount', time: 'time', number: 'number', fromNumber: 'number', toNumber: 'number', fromHolder: 'text', toHolder: 'text',
    bank: 'text', channel: 'text', ip: 'text',
  },
  /** A cell site. */
  cells: { cell: 'text', latitude: 'degrees', longitude: 'degrees', place: 'text', country: 'text', operator: 'text' },
  /** What the police or a government did. */
  interventions: { date: 'time', type: 'text', place: 'text', scope: 'text', note: 'text' },
  /** Numbers that were seized, are watched, or are to be left alone. */
  numberLists: { number: 'number', label: 'text', source: 'text', date: 'time' },
} as const satisfies Record<string, Record<string, ColumnType>>;

export type TableKind = keyof typeof tableColumns;
export const tableKinds = Object.keys(tableColumns) as TableKind[];

/** Fields that a file of tables can have columns for: columns of the tables, and what is put together from several. */
export const tableFields = [
  'number', 'imsi', 'document', 'holder', 'outlet', 'agent', 'staff', 'operator', 'activated', 'closed', 'status', 'contract', 'place',
  'range', 'rangeFrom', 'rangeTo', 'count', 'customer', 'clerk', 'approver', 'signed', 'starts', 'ends', 'employee', 'action', 'target', 'host', 'time', 'date',
  'terminal', 'result', 'platform', 'type', 'account', 'device', 'ip', 'card', 'fromCard', 'toCard', 'ownCard', 'otherCard', 'flow', 'amount', 'fromNumber', 'toNumber',
  'fromHolder', 'toHolder', 'bank', 'channel', 'cell', 'lac', 'latitude', 'longitude', 'position', 'country', 'scope', 'note', 'label', 'source',
] as const;
export type TableField = (typeof tableFields)[number];

export type RecordKind = 'communications' | TableKind;
export const recordKinds: readonly RecordKind[] = ['communications', ...tableKinds];

/** True for a kind that is read as a table. */
export function isTableKind(kind: RecordKind | null): kind is TableKind {
  return kind !== null && kind !== 'communications';
}

export type ColumnOf<Kind extends TableKind> = keyof (typeof tableColumns)[Kind] & string;

/** Other ways to name a kind, on the command line. */
const aliases: Readonly<Record<string, RecordKind>> = {
  calls: 'communications', cdr: 'communications', cdrs: 'communications', communication: 'communications', 话单: 'communications',
  subscription: 'subscriptions', subscribers: 'subscriptions', 开户: 'subscriptions', pool: 'pools', contracts: 'pools', 号段: 'pools', 号段合同: 'pools',
  access: 'accessLog', accesslogs: 'accessLog', operations: 'accessLog', 内部操作: 'accessLog', registration: 'registrations', accounts: 'registrations', 账号注册: 'registrations',
  transfer: 'transfers', 转账: 'transfers', cell: 'cells', sites: 'cells', 基站: 'cells', intervention: 'interventions', 打击行动: 'interventions',
  numberlist: 'numberLists', numbers: 'numberLists', list: 'numberLists', lists: 'numberLists', 名单: 'numberLists',
};

/** The kind of a name in any spelling (`access log`, `access-log`, `accessLog`, `内部操作`), or null. */
export function parseRecordKind(text: string): RecordKind | null {
  const folded = text.normalize('NFKC').toLowerCase().replace(/[^\p{L}]+/gu, '');
  return recordKinds.find((kind) => kind.toLowerCase() === folded) ?? aliases[folded] ?? null;
}
