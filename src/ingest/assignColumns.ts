/** From what columns are called and what stands in them to the field that each holds. */
import type { CommunicationField } from '../records/communication.ts';
import { assignEnds, isSubscriberFirst } from './assignEnds.ts';
import { typesExplainedIn } from './codes.ts';
import { rolesOfName, saysMissed, type ColumnRole, type NamedRole } from './columnNames.ts';
import { lookAtColumn, type ColumnValues } from './columnValues.ts';
import { wayOfColumn, type CodeHints, type WayOf } from './directionCodes.ts';
import { endsOfFritzBox, isFritzBox } from './fritzBox.ts';
import type { HeadRow } from './headRows.ts';
import type { ColumnMapping } from './inspection.ts';
import { mayBe, saysSerial, type LooseRole } from './looseNames.ts';

type Mapping = Partial<Record<CommunicationField, number>>;

/** Share of a column's values that must be readable for it to be what its name says. */
const READABLE = 0.5;
/** Share of a column's values that must be readable for it to be that whatever it is called. */
const PLAIN = 0.9;

const isFull = (values: ColumnValues) => values.fullTime >= READABLE;
const NUMBERS: ReadonlySet<ColumnRole> = new Set(['caller', 'callee', 'aParty', 'bParty', 'number', 'other']);
const hasDigits = (values: ColumnValues) => values.wordy < READABLE && values.filled > 0;
/** Names of numbers that are neither end's. */
const IS_RELAY = /smsc|cent(er|re)|中心|msc|vlr|hlr|lrn|forw|fwd|relay|trunk|bill|charg|转|计费/i;
/** `from` and `to` may be times. */
const isNoTime = (values: ColumnValues) => values.writtenTime < READABLE && values.date < READABLE;

interface Candidate {
  readonly column: number;
  readonly rank: number;
  readonly values: ColumnValues;
}

const OWN: ReadonlySet<ColumnRole> = new Set(['caller', 'aParty', 'number']);
const PEER: ReadonlySet<ColumnRole> = new Set(['callee', 'bParty', 'other']);

/** True for a name that may be of the subscriber's numbers as well as of the other ends'. */
const isEitherEnd = (roles: readonly NamedRole[]) => roles.some(({ role }) => role === 'number') && roles.some(({ role }) => role === 'other');

/** Which of the two it is: the one that no other column is; where there is neither, numbers that are always the same are the subscriber's. */
function endOf(roles: readonly NamedRole[], others: readonly (readonly NamedRole[])[], values: ColumnValues): readonly NamedRole[] {
  const has = (ends: ReadonlySet<ColumnRole>) => others.some((named) => !isEitherEnd(named) && named.some(({ role }) => ends.has(role)));
  const isOwn = has(PEER) || (!has(OWN) && values.isConstant);
  return roles.filter(({ role }) => role !== (isOwn ? 'other' : 'number'));
}

/** Columns that could have a role, the best first; columns without a value come last. */
class Columns {
  readonly #byRole = new Map<ColumnRole, Candidate[]>();
  /** Columns whose names say nothing. */
  readonly #unnamed: Omit<Candidate, 'rank'>[] = [];
  readonly #used = new Set<number>();
  readonly #header: readonly string[];

  constructor(header: readonly string[], rows: readonly HeadRow[]) {
    this.#header = header;
    const named = header.map(rolesOfName);
    for (const [column, all] of named.entries()) {
      const values = lookAtColumn(rows, column);
      const roles = isEitherEnd(all) ? endOf(all, named.toSpliced(column, 1), values) : all;
      named[column] = roles;
      if (roles.length === 0) this.#unnamed.push({ column, values });
      for (const { role, rank } of roles) this.#byRole.set(role, [...(this.#byRole.get(role) ?? []), { column, rank, values }]);
    }
    for (const [role, list] of this.#byRole) {
      // A source that is “CRM” goes behind a caller that is a number; a column without a value goes last.
      const unfitness = ({ values }: Candidate) => (values.filled === 0 ? 2 : NUMBERS.has(role) && values.numbered < READABLE ? 1 : 0);
      list.sort((a, b) => unfitness(a) - unfitness(b) || a.rank - b.rank || a.column - b.column);
    }
  }

  /** The best unused column with one of these roles that passes the test. */
  find(roles: readonly ColumnRole[], test: (values: ColumnValues, column: number) => boolean = () => true): number | undefined {
    return this.all(roles).find(({ column, values }) => !this.#used.has(column) && test(values, column))?.column;
  }

  /** The first unused column that is called what nobody knows and passes the test. */
  findUnnamed(test: (values: ColumnValues, column: number) => boolean): number | undefined {
    return this.#unnamed.find(({ column, values }) => !this.#used.has(column) && test(values, column))?.column;
  }

  /** The same for one whose name may mean the role, by the words in it. */
  findLoose(role: LooseRole, test: (values: ColumnValues) => boolean): number | undefined {
    return this.#unnamed.find(({ column, values }) => !this.#used.has(column) && mayBe(role, this.#header[column] ?? '') && test(values))?.column;
  }

  /** The only unused column that is called what nobody knows and passes the test. */
  findOnly(test: (values: ColumnValues, column: number) => boolean): number | undefined {
    const [only, ...more] = this.#unnamed.filter(({ column, values }) => !this.#used.has(column) && test(values, column));
    return more.length === 0 ? only?.column : undefined;
  }

  all(roles: readonly ColumnRole[]): Candidate[] {
    return roles.flatMap((role) => this.#byRole.get(role) ?? []);
  }

  use(column: number): void {
    this.#used.add(column);
  }
}

/**
 * Assigns fields to columns.
 *
 * @param header names of the columns
 * @param rows the first rows below it; may be none
 * @param said what the user has said: these stay, and their columns mean nothing else. -1 is a field the user does not want.
 * @param hints what may tell the meaning of codes
 */
export function assignColumns(header: readonly string[], rows: readonly HeadRow[], said: ColumnMapping, hints: CodeHints = { notes: [] }): ColumnMapping {
  const given = isFritzBox(header) ? { ...endsOfFritzBox(header), ...said } : said;
  const columns = new Columns(header, rows);
  const wanted = Object.entries(given) as [CommunicationField, number][];
  for (const [, column] of wanted) if (column >= 0) columns.use(column);
  const mapping: Mapping = {};
  const isEmpty = rows.length === 0;
  const set = (field: CommunicationField, column: number | undefined) => {
    if (given[field] !== undefined || column === undefined) return;
    mapping[field] = column;
    columns.use(column);
  };

  const hasTypes = (column: number) => typesExplainedIn(header[column] ?? '').size > 0;
  const isCodedWay = (values: ColumnValues, column: number) => values.isCoded && !hasTypes(column);

  // Whose numbers. The direction decides between the two shapes, so it is looked for first.
  const direction = given.direction ?? columns.find(['direction', 'type'], (values) => values.direction >= READABLE) ?? columns.findUnnamed((values) => values.direction >= PLAIN && values.incoming > 0 && values.incoming < 1)
    ?? columns.find(['direction', 'type'], isCodedWay) ?? columns.find(['direction'], ({ isUnknown }) => isUnknown) ?? (isEmpty ? columns.find(['direction']) : undefined);
  // Beside a phone's column of numbers, “contact” holds people's names and “destination” towns; with a direction, “source” holds programs.
  const isNumbered = columns.find(['number'], hasDigits) !== undefined;
  const isOwnLog = direction !== undefined && columns.find(['number', 'other'], hasDigits) !== undefined;
  const isBesideNumbers = (role: ColumnRole) => (role === 'other' ? isNumbered : role === 'callee' ? isNumbered || isOwnLog : isOwnLog && role === 'caller');
  const isEnd = (role: ColumnRole) => (values: ColumnValues) => isNoTime(values) && !(values.wordy >= READABLE && isBesideNumbers(role));
  const wayOf = wayOfColumn(header, rows, direction, hints);
  // A column that always holds the same number is the subscriber's: whom it called stands in another, whatever that is called.
  const isOwnerAlone = columns.find(['number'], (values) => values.isConstant && values.phone === 1) !== undefined && columns.all(['other', 'callee', 'bParty', 'caller']).length === 0;
  // Phones keep their messages with an “address”: where a direction stands beside no end at all, it is what holds numbers.
  const isPeerless = direction !== undefined && columns.all([...NUMBERS]).length === 0;
  const findPeer = () => {
    if (isOwnerAlone) return columns.findUnnamed((values) => values.phone >= PLAIN && values.writtenTime === 0 && !values.isConstant);
    return isPeerless ? columns.findUnnamed((values) => values.number >= PLAIN && values.phone >= READABLE && values.fullTime < READABLE) : undefined;
  };
  // A number that stands in every row beside the other ends is the subscriber's, if it is no centre's or relay's.
  const isOwnerUnnamed = direction !== undefined && columns.all(['number', 'caller', 'aParty']).length === 0 && columns.all(['other', 'callee', 'bParty']).length > 0;
  const findOwn = () => (isOwnerUnnamed ? columns.findUnnamed(({ isConstant, isSubscriber }, column) => isConstant && isSubscriber && !IS_RELAY.test(header[column] ?? '')) : undefined);
  const looseEnds = isPeerless || columns.all([...NUMBERS]).length > 0 ? [] : (['caller', 'callee'] as const).map((role) => columns.findLoose(role, ({ phone, writtenTime }) => phone >= PLAIN && writtenTime === 0));
  const findLooseEnd = (at: number) => (looseEnds.every((column) => column !== undefined) ? looseEnds[at] : undefined);
  // Of two ends of which one is named, the only other column of telephone numbers is the other, and not one that counts, dates or names something else.
  const isLone = columns.all(['number', 'other', 'aParty', 'bParty']).length === 0;
  const findLone = (named: ColumnRole, missing: ColumnRole) => (isLone && columns.all([named]).length > 0 && columns.all([missing]).length === 0 ? columns.findOnly((values, column) => values.isSubscriber && !values.isCounter && !values.isDigitTime && !IS_RELAY.test(header[column] ?? '') && !saysSerial(header[column] ?? '')) : undefined);
  const findOther = (role: ColumnRole) => (role === 'other' ? findPeer() : role === 'number' ? findOwn() : role === 'caller' ? (findLooseEnd(0) ?? findLone('callee', 'caller')) : role === 'callee' ? (findLooseEnd(1) ?? findLone('caller', 'callee')) : undefined);
  const ends = assignEnds((role) => columns.find([role], isEnd(role)) ?? findOther(role), (column) => columns.use(column), given, direction ?? -1, rows, wayOf);
  for (const [field, column] of Object.entries(ends) as [CommunicationField, number | undefined][]) set(field, column);

  if (given.start === undefined && given.date === undefined) assignTime(columns, isEmpty, set);
  set('end', columns.find(['end'], (values) => values.filled === 0 || values.fullTime >= READABLE) ?? columns.findLoose('end', (values) => isFull(values) && !values.isConstant));
  const isDuration = (values: ColumnValues) => values.filled > 0 && values.duration >= READABLE;
  set('duration', columns.find(['duration'], isDuration) ?? columns.findLoose('duration', isDuration) ?? columns.find(['duration'], (values) => values.filled === 0) ?? columns.find(['duration'], (values) => values.fullTime < READABLE));
  // A direction in codes that the ends have no need of may tell calls from texts.
  const coded = mapping.direction === undefined ? columns.find(['direction', 'type'], isCodedWay) : undefined;
  const isType = (values: ColumnValues, column: number) => values.type >= READABLE || (values.isCoded && hasTypes(column));
  set('type', columns.find(['type', 'direction'], isType) ?? coded ?? columns.findUnnamed(({ type, text }) => type >= PLAIN && text > 0 && text < 1) ?? (isEmpty ? columns.find(['type']) : undefined));
  set('answered', columns.find(['answered'], (values) => values.answered >= READABLE) ?? (isEmpty ? columns.find(['answered']) : undefined));
  if (given.answered === undefined && isAgainstDurations(mapping, header, rows)) delete mapping.answered;
  for (const field of ['imei', 'imsi', 'cell', 'lac', 'place'] as const) set(field, columns.find([field]) ?? (field === 'cell' && mapping.cell === undefined ? columns.findLoose('cell', ({ filled }) => filled > 0) : undefined));
  if (mapping.cell === undefined && given.cell === undefined && mapping.lac !== undefined) {
    mapping.cell = mapping.lac;
    delete mapping.lac;
  }
  for (const [field, column] of wanted) if (column >= 0) mapping[field] = column;
  dropVagueDirection(mapping, rows, wayOf);
  return mapping;
}

/**
 * Beside caller and callee a direction says whose file it is, but only where it is the file of few subscribers. Elsewhere it would
 * make each number's own calls all that is known of it.
 */
function dropVagueDirection(mapping: Mapping, rows: readonly HeadRow[], wayOf: WayOf): void {
  const { caller, callee, direction, number } = mapping;
  // With a column for the subscriber each row says whose it is, and a call between two of them is there twice.
  if (caller === undefined || callee === undefined || direction === undefined || number !== undefined) return;
  if (isSubscriberFirst(rows, caller, callee, wayOf) === false) return;
  delete mapping.direction;
  mapping.type ??= direction;
}

/** True where calls of 0 lasted and those of 1 did not: a cause of release, of which 0 is the good one, rather than no and yes. */
function isAgainstDurations({ answered, duration }: Mapping, header: readonly string[], rows: readonly HeadRow[]): boolean {
  if (answered === undefined || duration === undefined || saysMissed(header[answered] ?? '')) return false;
  const lasted = (code: string) => rows.filter(({ cells }) => cells[answered] === code && /[1-9]/.test(cells[duration] ?? '')).length;
  return lasted('0') > lasted('1');
}

function assignTime(columns: Columns, isEmpty: boolean, set: (field: CommunicationField, column: number | undefined) => void): void {
  // A spreadsheet's day has its time in the next column.
  const [serialDate, dayTime] = [columns.find(['date', 'start'], (values) => values.serialDate >= PLAIN), columns.find(['time', 'start'], (values) => values.clock >= READABLE)];
  if (serialDate !== undefined && dayTime !== undefined) {
    set('date', serialDate);
    set('time', dayTime);
    return;
  }
  const full = columns.find(['start', 'date', 'time'], isFull);
  if (full !== undefined) {
    set('start', full);
    return;
  }
  const date = columns.find(['date', 'start'], (values) => values.date >= READABLE) ?? columns.find(['date', 'start'], (values) => values.joinedDate >= PLAIN || values.yearlessDate >= PLAIN);
  const clock = columns.find(['time', 'start'], (values) => values.clock >= READABLE);
  if (date !== undefined && clock !== undefined) {
    set('date', date);
    set('time', clock);
    return;
  }
  // A name that no list knows may say the same, or there is but one time in the file.
  const loose = columns.findLoose('start', (values) => isFull(values) && !values.isConstant) ?? columns.findOnly((values) => values.writtenTime >= PLAIN && !values.isConstant);
  if (loose !== undefined) {
    set('start', loose);
    return;
  }
  const looseDate = date ?? columns.findLoose('date', (values) => values.date >= READABLE);
  if (looseDate !== undefined) {
    set('date', looseDate);
    // A time of day in a form that nobody knows is no midnight: its rows are refused, which shows it.
    const hasDuration = columns.find(['duration'], (values) => values.duration >= READABLE) !== undefined;
    const isUnknownClock = (values: ColumnValues) => values.filled >= READABLE && values.number < PLAIN && values.wordy < READABLE && (hasDuration || values.duration < READABLE);
    set('time', clock ?? columns.findLoose('time', (values) => values.clock >= READABLE) ?? columns.find(['time'], isUnknownClock));
    return;
  }
  const namedDate = columns.find(['date']);
  const namedTime = columns.all(['time']).find(({ column }) => column !== namedDate)?.column;
  // Seconds since a study began are no times.
  const isTime = (values: ColumnValues) => isEmpty || values.number < PLAIN || values.fullTime + values.date >= READABLE;
  const start = columns.all(['start']).find(({ column, rank, values }) => rank === 0 && column !== namedDate && isTime(values))?.column;
  const isPair = namedDate !== undefined && namedTime !== undefined && (isEmpty || start === undefined || start === namedTime);
  if (isPair) {
    set('date', namedDate);
    set('time', namedTime);
    return;
  }
  set('start', start ?? columns.find(['start', 'date', 'time'], isTime));
}
