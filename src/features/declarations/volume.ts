import type { FeatureDeclaration } from '../declaration.ts';

export const volume: readonly FeatureDeclaration[] = [
  { name: 'active_days', unit: 'days', formula: 'local days with at least one record', source: 'bandicoot', merge: 'records', value: (ego) => ego.activeDays },
  { name: 'number_of_interactions', unit: 'count', formula: 'calls and messages, out and in', source: 'bandicoot', merge: 'sum', value: (ego) => ego.interactions },
  { name: 'number_of_calls_out', unit: 'count', formula: 'calls made', source: 'bandicoot', merge: 'sum', value: (ego) => ego.callsOut },
  { name: 'number_of_calls_in', unit: 'count', formula: 'calls received', source: 'bandicoot', merge: 'sum', value: (ego) => ego.callsIn },
  { name: 'number_of_texts_out', unit: 'count', formula: 'messages sent', source: 'bandicoot', merge: 'sum', value: (ego) => ego.textsOut },
  { name: 'number_of_texts_in', unit: 'count', formula: 'messages received', source: 'bandicoot', merge: 'sum', value: (ego) => ego.textsIn },
  { name: 'percent_initiated_interactions', unit: 'share', formula: 'calls made ÷ calls', source: 'bandicoot', merge: 'records', value: (ego) => ego.callsOut / (ego.callsOut + ego.callsIn) },
  { name: 'outgoing_share', unit: 'share', formula: '(calls made + messages sent) ÷ interactions', source: 'Callchain', merge: 'records', value: (ego) => (ego.callsOut + ego.textsOut) / ego.interactions },
  { name: 'incoming_text_share', unit: 'share', formula: 'messages received ÷ messages', source: 'Callchain', merge: 'records', value: (ego) => ego.textsIn / (ego.textsIn + ego.textsOut) },
  { name: 'busiest_day_calls', unit: 'count', formula: 'calls, out and in, on the local day with the most', source: 'Callchain', merge: 'records', value: (ego) => ego.busiestDayCalls },
  { name: 'answered_share', unit: 'share', formula: 'answered calls made ÷ calls made of which the file tells', source: 'Callchain', merge: 'records', value: (ego) => ego.answered / ego.attempts },
];
