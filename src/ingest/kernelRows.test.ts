import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommunicationField } from '../records/communication.ts';
import { encodeText } from './fixtures/encodeText.ts';
import { expectKernelAgrees } from './fixtures/kernelAgreement.ts';
import type { Encoding, FileLayout } from './inspection.ts';

/** Random files; `KERNEL_RUNS=20000` looks longer. */
const RUNS = Number(process.env['KERNEL_RUNS'] ?? 200);

const base: FileLayout = {
  encoding: 'utf-8', bomBytes: 0, delimiter: ',', headerLine: 0, header: [], mapping: {}, dateOrder: 'ymd', zone: 'Asia/Shanghai', isZoneChosen: false, owner: null,
};

const two = (value: number) => String(value).padStart(2, '0');
const months = ['Jan', 'FEB', 'mar', 'Apr', 'May', 'Jun', 'Jul', 'aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A moment as its parts, now and then out of range. */
const moment = fc.record({
  y: fc.oneof({ weight: 60, arbitrary: fc.integer({ min: 1990, max: 2099 }) }, { weight: 1, arbitrary: fc.integer({ min: 1960, max: 2110 }) }),
  mo: fc.oneof({ weight: 60, arbitrary: fc.integer({ min: 1, max: 12 }) }, { weight: 1, arbitrary: fc.constant(13) }), d: fc.oneof({ weight: 20, arbitrary: fc.integer({ min: 1, max: 28 }) }, { weight: 1, arbitrary: fc.integer({ min: 29, max: 31 }) }),
  h: fc.oneof({ weight: 30, arbitrary: fc.nat(23) }, { weight: 1, arbitrary: fc.integer({ min: 24, max: 25 }) }),
  mi: fc.oneof({ weight: 30, arbitrary: fc.nat(59) }, { weight: 1, arbitrary: fc.constant(60) }), s: fc.oneof({ weight: 30, arbitrary: fc.nat(59) }, { weight: 1, arbitrary: fc.constant(60) }),
});
type Moment = typeof moment extends fc.Arbitrary<infer Value> ? Value : never;

/** The forms that times come in: each writes a moment. */
const timeForms: Record<string, (at: Moment) => string> = {
  'ISO with a blank': ({ y, mo, d, h, mi, s }) => `${y}-${two(mo)}-${two(d)} ${two(h)}:${two(mi)}:${two(s)}`,
  'ISO with T, fraction': ({ y, mo, d, h, mi, s }) => `${y}-${two(mo)}-${two(d)}T${two(h)}:${two(mi)}:${two(s)}.250`,
  'ISO with Z': ({ y, mo, d, h, mi, s }) => `${y}-${two(mo)}-${two(d)}T${two(h)}:${two(mi)}:${two(s)}Z`,
  'ISO with an offset': ({ y, mo, d, h, mi, s }) => `${y}-${two(mo)}-${two(d)}T${two(h)}:${two(mi)}:${two(s)}+0${d % 9}:30`,
  'an offset behind a blank': ({ y, mo, d, h, mi, s }) => `${y}/${two(mo)}/${two(d)} ${two(h)}:${two(mi)}:${two(s)} -0${d % 9}00`,
  'slashes without zeros': ({ y, mo, d, h, mi, s }) => `${y}/${mo}/${d} ${h}:${two(mi)}:${two(s)}`,
  'without seconds': ({ y, mo, d, h, mi }) => `${y}/${mo}/${d} ${h}:${two(mi)}`,
  'day first': ({ y, mo, d, h, mi, s }) => `${two(d)}-${two(mo)}-${y} ${two(h)}:${two(mi)}:${two(s)}`,
  'day first with dots and two digits of the year': ({ y, mo, d, h, mi, s }) => `${two(d)}.${two(mo)}.${two(y % 100)} ${two(h)}:${two(mi)}:${two(s)}`,
  'a.m. and p.m.': ({ y, mo, d, h, mi, s }) => `${mo}/${d}/${y} ${(h % 12) + 1}:${two(mi)}:${two(s)} ${h % 2 === 0 ? 'AM' : 'pm'}`,
  'month by name': ({ y, mo, d, h, mi, s }) => `${two(d)}-${months[mo - 1] ?? 'Foo'}-${y} ${two(h)}:${two(mi)}:${two(s)}`,
  joined: ({ y, mo, d, h, mi, s }) => `${y}${two(mo)}${two(d)}${two(h)}${two(mi)}${two(s)}`,
  'joined without seconds': ({ y, mo, d, h, mi }) => `${y}${two(mo)}${two(d)}${two(h)}${two(mi)}`,
  'joined date and time': ({ y, mo, d, h, mi }) => `${y}${two(mo)}${two(d)} ${two(h)}${two(mi)}`,
  Chinese: ({ y, mo, d, h, mi, s }) => `${y}年${mo}月${d}日 ${two(h)}:${two(mi)}:${two(s)}`,
  'Chinese throughout': ({ y, mo, d, h, mi, s }) => `${y}年${two(mo)}月${two(d)}日${h}时${mi}分${s}秒`,
  'years of Taiwan': ({ y, mo, d, h, mi, s }) => `${y - 1911}/${two(mo)}/${two(d)} ${two(h)}:${two(mi)}:${two(s)}`,
  'years of Thailand': ({ y, mo, d, h, mi, s }) => `${y + 543}-${two(mo)}-${two(d)} ${two(h)}:${two(mi)}:${two(s)}`,
  'years of Taiwan in words': ({ y, mo, d, h, mi, s }) => `${y - 1911}年${mo}月${d}日 ${h}時${mi}分${s}秒`,
  'joined with an offset': ({ y, mo, d, h, mi, s }) => `${y}${two(mo)}${two(d)}${two(h)}${two(mi)}${two(s)}+0${d % 9}30`,
  'as exchanges write it': ({ y, mo, d, h, mi, s }) => `${two(y % 100)}${two(mo)}${two(d)}${two(h)}${two(mi)}${two(s)}${d % 2 === 0 ? '+0800' : 'Z'}`,
  'Unix seconds': ({ y, mo, d, h, mi, s }) => String(Date.UTC(y, mo - 1, d, h, mi, s) / 1000),
  'Unix milliseconds': ({ y, mo, d, h, mi, s }) => String(Date.UTC(y, mo - 1, d, h, mi, s)),
  'without a year': ({ mo, d, h, mi, s }) => `${two(mo)}-${two(d)} ${two(h)}:${two(mi)}:${two(s)}`,
};
const formNames = Object.keys(timeForms);

const certainNumber = fc.oneof(
  fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String), fc.nat(99_999).map(String), fc.integer({ min: 10_000_000, max: 99_999_999 }).map((rest) => `021${rest}`),
);
const number = fc.oneof(
  { weight: 40, arbitrary: certainNumber },
  { weight: 6, arbitrary: fc.oneof(
    certainNumber.map((digits) => `+86${digits}`), certainNumber.map((digits) => `86${digits}`), certainNumber.map((digits) => `0086 ${digits}`),
    certainNumber.map((digits) => `'${digits}`), certainNumber.map((digits) => ` ${digits.slice(0, 3)}-${digits.slice(3)} `), certainNumber.map((digits) => `${digits}.0`),
    fc.bigInt({ min: 0n, max: 10n ** 20n }).map(String), fc.bigInt({ min: 0n, max: 10n ** 16n }).map((digits) => `+${digits}`), fc.bigInt({ min: 0n, max: 10n ** 16n }).map((digits) => `00${digits}`),
    fc.array(fc.nat(15), { minLength: 8, maxLength: 40 }).map((digits) => digits.map((digit) => digit.toString(16)).join('')),
  ) },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', '-', '--', 'null', '*100#', 'AD-Airtel', '王五', '１３８００００００００', '="13800000001"', '+', '()', '0', '1.3812345678E+10', '1.38E+10', '-.0', '(.0', '00', '.00', '13812345678.00', '10086.000000', '06.12.34.56.00', '1795113812345678', '179510312123456', '*31#13812345678', '15811103288F', 'Anonymous', '<unknown>', '匿名', 'Ext. 101 (101)', '老王 1\n+86 139-1013-7911', '"', ' "x" ', "''") },
);
const duration = fc.oneof(
  { weight: 30, arbitrary: fc.nat(4000).map(String) },
  { weight: 8, arbitrary: fc.constantFrom('', '00:01:02', '1:02', '5分32秒', '1小时2分3秒', '62s', ' 7 ', '12.6', '99999999', '123456789', '-', '2 min', '1,5', '1,234', '5′32″') },
  { weight: 1, arbitrary: fc.constantFrom('-5', 'x', '1:70', '一分') },
);
const word = fc.constantFrom('主叫', '被叫', 'OUT', 'in', '短信', '主叫短信', 'missed', '', 'call', 'SMS', '未接', '?');
const cellOf: Partial<Record<CommunicationField | 'remark', fc.Arbitrary<string>>> = {
  caller: number, callee: number, number, other: number, duration, direction: word, type: word,
  answered: fc.constantFrom('是', '否', 'yes', 'no', '', '1', '0', 'x'),
  imei: fc.oneof(fc.constantFrom('', '0', '35066697-949031-0', '3.5E+14', 'x7', '000000000000000', '12345', ' 860000000000012 ', '-'), fc.bigInt({ min: 10n ** 13n, max: 10n ** 17n }).map(String)),
  imsi: fc.oneof(fc.constantFrom('', '0', '46000', 'a1'), fc.bigInt({ min: 10n ** 4n, max: 10n ** 16n }).map(String)),
  cell: fc.constantFrom('', 'A1', '24719-27553792', '基站7', '-', ' B2 ', 'x'.repeat(140), '460-00-20011-40022'),
  lac: fc.constantFrom('', '24719', '5F3A', '-'),
  place: fc.constantFrom('成都', '', 'Leeds'),
};

/** How cells may be written. */
const quoting = fc.constantFrom('never', 'never', 'always', 'sometimes', 'doubled', 'stray', 'blanks');
function written(cell: string, style: string, at: number): string {
  switch (style) {
    case 'always': return `"${cell.replaceAll('"', '""')}"`;
    case 'sometimes': return at % 3 === 0 ? `"${cell.replaceAll('"', '""')}"` : cell;
    case 'doubled': return at % 5 === 0 ? `"${cell}""x"` : cell;
    case 'stray': return at % 7 === 0 ? `"${cell}` : cell;
    case 'blanks': return at % 4 === 0 ? ` "${cell}" ` : at % 4 === 1 ? ` ${cell} ` : cell;
    default: return cell;
  }
}

type Column = CommunicationField | 'remark';
const shape = fc.record({
  ends: fc.constantFrom<readonly Column[]>(['caller', 'callee'], ['caller', 'callee', 'direction'], ['caller', 'callee', 'number'], ['number', 'other', 'direction'], ['number', 'other', 'type'], ['other', 'direction']),
  times: fc.constantFrom<readonly Column[]>(['start'], ['start', 'end'], ['date', 'time'], ['date'], ['start', 'end', 'duration'], ['end', 'duration'], ['start', 'duration']),
  others: fc.subarray<Column>(['type', 'answered', 'imei', 'imsi', 'cell', 'lac', 'place', 'remark', 'duration']),
  order: fc.infiniteStream(fc.nat(1000)),
  form: fc.constantFrom(...formNames),
  dateOrder: fc.constantFrom('ymd', 'dmy', 'mdy'),
  firstMonth: fc.constantFrom(undefined, '2024-11'),
  zone: fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns', 'UTC'),
  isZoneChosen: fc.boolean(),
  encoding: fc.constantFrom<Encoding>('utf-8', 'gb18030', 'utf-16le'),
  delimiter: fc.constantFrom(',', '\t', ';', '|'),
  end: fc.constantFrom('\n', '\r\n', '\r'),
  quotes: quoting,
  owner: fc.constantFrom(null, '13900001111'),
  unit: fc.constantFrom('duration', 'Duration (min)', 'duration_ms'),
  headerLine: fc.constantFrom(0, 0, 1, 3),
  hasLastEnd: fc.boolean(), isFirm: fc.boolean(),
});

const file = shape.chain(({ order, ...rest }) => {
  const columns = [...new Set<Column>([...rest.ends, ...rest.times, ...rest.others])].map((column) => ({ column, at: order.next().value })).toSorted((a, b) => a.at - b.at).map(({ column }) => column);
  const cell = (column: Column): fc.Arbitrary<string> => {
    if (column === 'date') return fc.oneof({ weight: 9, arbitrary: moment.map((at) => timeForms[rest.form]!(at).split(/[ T]/)[0]!) }, { weight: 1, arbitrary: moment.map(timeForms[rest.form]!) });
    if (column === 'time') return moment.map(({ h, mi, s }) => (s % 5 === 0 ? `${two(h)}${two(mi)}${two(s)}` : `${two(h)}:${two(mi)}:${two(s)}`));
    if (column === 'start' || column === 'end') return fc.oneof({ weight: 60, arbitrary: moment.map(timeForms[rest.form]!) }, { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...formNames), moment).map(([form, at]) => timeForms[form]!(at)) }, { weight: 1, arbitrary: fc.constantFrom('', ' ', 'soon', '42614.25', '-') });
    return cellOf[column] ?? fc.constantFrom('', 'a note', 'x,y', 'line\nend');
  };
  const row = fc.oneof(
    { weight: 30, arbitrary: fc.tuple(...columns.map(cell)) },
    // Shifted, or with nothing behind its last separator.
    { weight: 2, arbitrary: fc.tuple(fc.tuple(...columns.map(cell)), fc.constantFrom('', ' ', '5', 'x')).map(([cells, more]) => [...cells, more]) },
    { weight: 1, arbitrary: fc.constantFrom<readonly string[]>([''], ['合计', '3'], ['x'], [' '], ['Total']) },
  );
  return fc.array(row, { maxLength: 40 }).map((rows) => ({ ...rest, columns, rows }));
});

describe('The rows of a file through the kernel', () => {
  it('are the records and refusals that the parser alone makes, whatever is odd about them and wherever chunks end', () => {
    const shares: number[] = [];
    fc.assert(
      fc.property(file, fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 5 }), ({ columns, rows, form: _form, ends: _ends, times: _times, others: _others, quotes, end, hasLastEnd, isFirm, unit, firstMonth, ...rest }, cuts) => {
        const header = columns.map((column) => (column === 'duration' ? unit : column));
        const mapping = Object.fromEntries(columns.flatMap((column, i) => (column === 'remark' ? [] : [[column, i]])));
        const layout: FileLayout = { ...base, ...rest, header, mapping, ...(firstMonth === undefined ? {} : { firstMonth }), ...(isFirm ? { mostCells: columns.length } : {}) };
        const head = Array.from({ length: rest.headerLine }, (_, line) => (line === rest.headerLine - 1 ? header.join(rest.delimiter) : 'preamble'));
        const lines = rows.map((cells, row) => cells.map((cell, column) => written(cell, quotes, row + column)).join(rest.delimiter));
        const text = [...head, ...lines].join(end) + (hasLastEnd ? end : '');
        const bytes = encodeText(text, rest.encoding === 'utf-8' ? 'UTF-8' : rest.encoding === 'gb18030' ? 'GB18030' : 'UTF-16LE');
        shares.push(expectKernelAgrees(layout, bytes, cuts));
      }),
      { numRuns: RUNS },
    );
    // Otherwise the property would hold for a kernel that does nothing.
    expect(shares.reduce((sum, share) => sum + share, 0) / RUNS).toBeGreaterThan(0.02);
  });

  it.each(formNames)('are taken by the kernel, not left to the parser, where times are %s', (form) => {
    const dateOrder = /^day first|^month/.test(form) ? 'dmy' : form.startsWith('a.m.') ? 'mdy' : 'ymd';
    const layout: FileLayout = { ...base, dateOrder, firstMonth: '2024-01', mapping: { caller: 0, callee: 1, start: 2, duration: 3, type: 4, cell: 5 }, header: ['a', 'b', 'c', 'd', 'e', 'f'] };
    const lines = Array.from({ length: 200 }, (_, i) => {
      const at = { y: 2024, mo: (i % 12) + 1, d: (i % 28) + 1, h: i % 24, mi: i % 60, s: (i * 7) % 60 };
      return `+86138${10_000_000 + i},"0${i % 9}a7f${i % 50}",${timeForms[form]!(at)},${i % 3 === 0 ? '5分32秒' : i},${i % 2 === 0 ? '语音' : 'SMS'},基站${i % 30}`;
    });
    expect(expectKernelAgrees(layout, encodeText(lines.join('\r\n'), 'UTF-8'))).toBeGreaterThan(0.98);
  });

  it('are left to the parser where a separator within a cell has shifted them', () => {
    const layout: FileLayout = { ...base, mapping: { caller: 0, callee: 1, start: 2, duration: 4 }, header: ['a', 'b', 'c', 'd', 'e'], mostCells: 5 };
    const place = (i: number) => ['成都', '成都,2栋', '成都', '"成都,2栋"', '成都'][i % 5]!;
    const lines = Array.from({ length: 1000 }, (_, i) => `138${10_000_000 + i},139${10_000_000 + i},2024-05-01 10:00:${two(i % 60)},${place(i)},${i % 90}`);
    expect(expectKernelAgrees(layout, encodeText(lines.join('\n'), 'UTF-8'))).toBeGreaterThan(0.98);
  });

  it('are the same whatever bytes stand in the file', () => {
    const layout: FileLayout = { ...base, mapping: { caller: 0, callee: 1, start: 2, duration: 3 }, header: ['a', 'b', 'c', 'd'], mostCells: 4 };
    const piece = fc.constantFrom('13800000001', '1', ',', ',', '"', '\n', '\n', '\r', ' ', '2024-05-01 10:00:00', '7', '\0', '+', 'é', '中');
    fc.assert(fc.property(fc.array(piece, { maxLength: 200 }), fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 4 }), fc.boolean(), (pieces, cuts, isCut) => {
      expect(expectKernelAgrees(layout, encodeText(pieces.join(''), 'UTF-8'), cuts, isCut)).toBeGreaterThanOrEqual(0);
    }), { numRuns: RUNS });
  });

  it('are taken again after a quote that never closes, and after a line that never ends', () => {
    const layout: FileLayout = { ...base, mapping: { caller: 0, callee: 1, start: 2 }, header: ['a', 'b', 'c'] };
    const line = (i: number) => `138${10_000_000 + i},139${10_000_000 + i},2024-05-01 10:00:${two(i % 60)}`;
    const many = (from: number, count: number) => Array.from({ length: count }, (_, i) => line(from + i));
    const text = [...many(0, 3000), `"138,139,2024-05-01 10:00:00`, ...many(3000, 30_000), 'x'.repeat(1_200_000), ...many(40_000, 3000)].join('\n');
    expect(expectKernelAgrees(layout, encodeText(text, 'UTF-8'), [300_000])).toBeGreaterThan(0.1);
  });
});
