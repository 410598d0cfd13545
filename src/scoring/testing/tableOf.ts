import { featureNames } from '../../features/featureNames.ts';
import type { FeatureName, FeatureTable } from '../../features/featureNames.ts';

/** The features of a number that a test is about. */
export type TestRow = Partial<Readonly<Record<FeatureName, number>>>;

/** A feature table of the rows given; features that a row does not name are missing. For tests. */
export function tableOf(...rows: readonly TestRow[]): FeatureTable {
  return {
    numbers: Float64Array.from(rows, (_, row) => 1e11 + 13_800_000_000 + row),
    columns: Object.fromEntries(
      featureNames.map((name) => [name, Float64Array.from(rows, (row) => row[name] ?? NaN)]),
    ) as FeatureTable['columns'],
  };
}

/** What the detectors' tests begin from: a person with a phone, eight weeks of calls with family, friends and work. */
export const person = {
  active_days: 52, days_since_first_seen: 59, longest_dormancy: 2, number_of_interactions: 320,
  number_of_calls_out: 150, number_of_calls_in: 170, number_of_texts_out: 0, number_of_texts_in: 0,
  percent_initiated_interactions: 0.47, outgoing_share: 0.47, busiest_day_calls: 14, answered_share: 0.8,
  number_of_contacts: 45, interactions_per_contact: 7.1, calls_per_contact: 7.1, one_call_contact_share: 0.35,
  reciprocated_share: 0.5, new_contacts_per_active_day: 0.9, sequential_share: 0, active_hours: 17, busiest_hour_share: 0.12,
  call_duration_mean: 85, call_duration_median: 40, short_call_share: 0.2,
  imeis: 1, numbers_per_imei: 1, number_of_antennas: 14, top_antenna_share: 0.5,
} as const;

/** A bank of dialled strangers: the look that bulk callers, SIM-boxes and burners share. */
export const massCaller = {
  ...person,
  number_of_interactions: 900, number_of_calls_out: 880, number_of_calls_in: 20, percent_initiated_interactions: 0.98, outgoing_share: 0.98,
  number_of_contacts: 850, interactions_per_contact: 1.06, calls_per_contact: 1.06, one_call_contact_share: 0.95, reciprocated_share: 0.01,
  active_days: 26, new_contacts_per_active_day: 32.7, answered_share: 0.35, busiest_day_calls: 60, active_hours: 10, number_of_antennas: 1, top_antenna_share: 1,
} as const;
