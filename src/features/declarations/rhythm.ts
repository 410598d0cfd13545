import type { FeatureDeclaration } from '../declaration.ts';

export const rhythm: readonly FeatureDeclaration[] = [
  { name: 'percent_nocturnal', unit: 'share', formula: 'records from 19:00 to 07:00 ÷ records', source: 'bandicoot', merge: 'records', value: (ego) => ego.night / ego.interactions },
  { name: 'hour_entropy', unit: 'nats', formula: '−Σ p ln p over the hours of the day, p = share of records', source: 'Callchain', merge: 'records', value: (ego) => ego.hourEntropy },
  { name: 'active_hours', unit: 'count', formula: 'hours of the day with at least one call', source: 'Callchain', merge: 'records', value: (ego) => ego.activeHours || NaN },
  { name: 'busiest_hour_share', unit: 'share', formula: 'calls in the hour of the day with the most ÷ calls', source: 'Callchain', merge: 'records', value: (ego) => ego.busiestHourCalls / (ego.callsOut + ego.callsIn) },
  { name: 'interevent_time_mean', unit: 'seconds', formula: 'mean time between consecutive records', source: 'bandicoot', merge: 'records', value: (ego) => ego.gapMeanS },
  { name: 'interevent_time_std', unit: 'seconds', formula: 'standard deviation (÷ n) of the time between consecutive records', source: 'bandicoot', merge: 'records', value: (ego) => ego.gapDeviationS },
  { name: 'gap_variation', unit: 'ratio', formula: 'standard deviation ÷ mean of the time between consecutive records', source: 'Callchain', merge: 'records', value: (ego) => ego.gapDeviationS / ego.gapMeanS },
  { name: 'gap_median', unit: 'seconds', formula: 'median time between consecutive records', source: 'Callchain', merge: 'records', value: (ego) => ego.gapMedianS },
  { name: 'days_since_first_seen', unit: 'days', formula: 'last local day of the dataset − first local day of the number', source: 'Callchain', merge: 'max', value: (ego) => ego.lastDatasetDay - ego.firstDay },
  { name: 'longest_dormancy', unit: 'days', formula: 'most days in a row without a record between two with one', source: 'Callchain', merge: 'records', value: (ego) => ego.longestDormancyDays },
];
