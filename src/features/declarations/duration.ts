import type { FeatureDeclaration } from '../declaration.ts';

/** Over calls whose duration the file gives, zeros included. */
export const duration: readonly FeatureDeclaration[] = [
  { name: 'call_duration_mean', unit: 'seconds', formula: 'mean duration of calls', source: 'bandicoot', merge: 'records', value: (ego) => ego.durationMeanS },
  { name: 'call_duration_std', unit: 'seconds', formula: 'standard deviation (÷ n) of the duration of calls', source: 'bandicoot', merge: 'records', value: (ego) => ego.durationDeviationS },
  { name: 'call_duration_median', unit: 'seconds', formula: 'median duration of calls', source: 'Callchain', merge: 'records', value: (ego) => ego.durationMedianS },
  { name: 'short_call_share', unit: 'share', formula: 'calls of 1–15 s ÷ calls longer than 0 s', source: 'Callchain', merge: 'records', value: (ego) => ego.shortCalls / ego.connectedCalls },
];
