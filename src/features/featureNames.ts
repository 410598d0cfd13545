/**
 * Names of the per-number features, in table order. Where bandicoot 0.6 or CallMine has the indicator, its name and
 * definition are taken. The declarations (unit, formula, source, merge rule) are in `declarations/`.
 */
/** Told by a number's own records, or by the whole graph. */
export const recordFeatureNames = [
  // volume
  'active_days', 'number_of_interactions', 'number_of_calls_out', 'number_of_calls_in', 'number_of_texts_out',
  'number_of_texts_in', 'percent_initiated_interactions', 'outgoing_share', 'incoming_text_share', 'busiest_day_calls', 'answered_share',
  // contacts
  'number_of_contacts', 'interactions_per_contact', 'calls_per_contact', 'entropy_of_contacts', 'balance_of_contacts',
  'percent_pareto_interactions', 'one_call_contact_share', 'reciprocated_share', 'new_contacts_per_active_day',
  'sequential_share', 'code_senders',
  // rhythm
  'percent_nocturnal', 'hour_entropy', 'active_hours', 'busiest_hour_share', 'interevent_time_mean', 'interevent_time_std', 'gap_median',
  'gap_variation', 'days_since_first_seen', 'longest_dormancy',
  // duration
  'call_duration_mean', 'call_duration_std', 'call_duration_median', 'short_call_share',
  // devices and places
  'imeis', 'numbers_per_imei', 'number_of_antennas', 'entropy_of_antennas', 'top_antenna_share',
  // graph
  'in_degree', 'out_degree', 'weighted_in_degree', 'weighted_out_degree', 'core',
] as const;
export type RecordFeatureName = (typeof recordFeatureNames)[number];

/** Told at a closer look, of the numbers of which they could tell something (`closer/`). */
export const closerFeatureNames = [
  'ring_share', 'callback_share', 'relayed_calls', 'relay_ratio', 'woken_neighbours', 'compound_numbers', 'block_callers', 'block_ratio',
  'shared_with_flagged', 'ego_clustering', 'flagged_on_device', 'flagged_in_block', 'flagged_in_room',
  'impossible_moves', 'seized_lists', 'seized_on_device', 'replacement_traits', 'replacement_contacts',
] as const;
export type CloserFeatureName = (typeof closerFeatureNames)[number];

export const featureNames = [...recordFeatureNames, ...closerFeatureNames] as const;
export type FeatureName = (typeof featureNames)[number];

/** How a feature's number is read: count n, days d, seconds s, share 0–1, calls per contact and the like, nats. */
export type FeatureUnit = 'count' | 'days' | 'seconds' | 'share' | 'ratio' | 'nats';

/**
 * Features by number: row i of every column belongs to `numbers[i]`. NaN where there is no evidence (never a guess).
 */
export interface FeatureTable {
  readonly numbers: Float64Array;
  readonly columns: Readonly<Record<FeatureName, Float64Array>>;
  /** Values of one row in the order of `featureNames`, where columns are not in memory; see `tableOfRow`. */
  readonly loadRow?: (row: number) => Float64Array;
  /** A feature of some rows, ascending, where columns are not in memory; the array is the caller's. */
  readonly loadSome?: (name: FeatureName, rows: Uint32Array) => Float64Array;
  /** True for a feature that no row has. */
  readonly lacks?: (name: FeatureName) => boolean;
  /** Where this is only some rows of a table: the whole, which says what holds of all numbers. */
  readonly whole?: FeatureTable;
}
