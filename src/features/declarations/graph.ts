import type { FeatureDeclaration } from '../declaration.ts';

/** CallMine's degrees: calls longer than 0 s, without calls to itself; weights are seconds. */
export const graph: readonly FeatureDeclaration[] = [
  { name: 'in_degree', unit: 'count', formula: 'distinct numbers that called it', source: 'CallMine', merge: 'records', value: (ego) => ego.inDegree },
  { name: 'out_degree', unit: 'count', formula: 'distinct numbers it called', source: 'CallMine', merge: 'records', value: (ego) => ego.outDegree },
  { name: 'weighted_in_degree', unit: 'seconds', formula: 'seconds of calls received', source: 'CallMine', merge: 'sum', value: (ego) => ego.weightedIn },
  { name: 'weighted_out_degree', unit: 'seconds', formula: 'seconds of calls made', source: 'CallMine', merge: 'sum', value: (ego) => ego.weightedOut },
  { name: 'core', unit: 'count', formula: 'largest k such that it is in a subgraph where all have degree ≥ k; a pair that called both ways counts twice', source: 'CallMine', merge: 'graph', value: () => NaN },
];
