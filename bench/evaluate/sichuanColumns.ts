import type { SichuanRows } from './sichuan.ts';

/** What of a Sichuan row is known, so that one sees what each kind of data adds. */
export interface ColumnSet {
  readonly name: string;
  readonly columns: (rows: SichuanRows) => ReadonlyMap<string, Float64Array>;
}

/** Columns that are no behaviour of the calls and messages: data volume by month, and bills. */
const DATA_AND_BILLS = /^(busi_count|flow_|month_ids|arpu_)/;

/** Columns that do not grow with the time a subscriber was watched. */
const RATIOS = [
  'phone2opposite_mean', 'phone2opposite_median', 'voc_calltype1', 'phone2oppo_sum_mean', 'phone2oppo_sum_median', 'call_dur_mean', 'call_dur_median',
  'sms_rate', 'calltype_rate',
];

/** Derived ratios: dividend and divisor. */
const MORE_RATIOS: Readonly<Record<string, readonly [dividend: string, divisor: string]>> = {
  busiestHourShare: ['voc_hour_mode_count', 'opposite_count'],
  busiestDayOfMonthShare: ['voc_day_mode_count', 'opposite_count'],
  busiestTextHourShare: ['hour_mode_count', 'sms_count'],
  busiestTextDayOfMonthShare: ['day_mode_count', 'sms_count'],
  topContactShare: ['phone2opposite_max', 'opposite_count'],
  topContactSeconds: ['phone2oppo_sum_max', 'phone2oppo_sum_mean'],
  textsPerCall: ['sms_count', 'opposite_count'],
  textContactsPerCallContact: ['sms_nunique', 'opposite_unique'],
  medianToMeanDuration: ['call_dur_median', 'call_dur_mean'],
  longestToMeanDuration: ['call_dur_max', 'call_dur_mean'],
};
const PER_DAY: typeof MORE_RATIOS = {
  callsPerDay: ['opposite_count', 'voc_day_nunique'],
  contactsPerDay: ['opposite_unique', 'voc_day_nunique'],
  textsPerDay: ['sms_count', 'day_nunique'],
  textContactsPerDay: ['sms_nunique', 'day_nunique'],
  callDaysPerTextDay: ['voc_day_nunique', 'day_nunique'],
};
const OF_BILLS: typeof MORE_RATIOS = {
  billPerCall: ['arpu_sum', 'opposite_count'],
  highestToMeanBill: ['arpu_max', 'arpu_mean'],
  dataPerBill: ['flow_sum', 'arpu_sum'],
  monthsBilled: ['arpu_sum', 'arpu_mean'],
};

export const columnSets: readonly ColumnSet[] = [
  { name: 'all', columns: (rows) => columnsOf(rows, named(rows), { ...MORE_RATIOS, ...PER_DAY, ...OF_BILLS }) },
  { name: 'voiceAndSms', columns: (rows) => columnsOf(rows, named(rows).filter((name) => !DATA_AND_BILLS.test(name)), { ...MORE_RATIOS, ...PER_DAY }) },
  { name: 'ratios', columns: (rows) => columnsOf(rows, RATIOS, MORE_RATIOS) },
];

function named({ columns }: SichuanRows): string[] {
  return [...columns.keys()].filter((name) => name !== 'label');
}

function columnsOf({ columns }: SichuanRows, names: readonly string[], ratios: typeof MORE_RATIOS): ReadonlyMap<string, Float64Array> {
  const column = (name: string): Float64Array => {
    const values = columns.get(name);
    if (values === undefined) throw new Error(`the Sichuan file has no column ${name}`);
    return values;
  };
  return new Map([
    ...names.map((name) => [name, column(name)] as const),
    ...Object.entries(ratios).map(([name, [dividend, divisor]]) => [
      name, quotient(column(dividend), column(divisor)),
    ] as const),
  ]);
}

/** NaN where the divisor is 0: it tells nothing. */
function quotient(dividends: Float64Array, divisors: Float64Array): Float64Array {
  return dividends.map((value, row) => {
    const divisor = divisors[row]!;
    return divisor === 0 ? NaN : value / divisor;
  });
}
