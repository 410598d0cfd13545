import type { FeatureDeclaration } from '../declaration.ts';

/** Over the records in which the file names the number's own device or cell. Antennas: one per half hour, the most frequent. */
export const devicesAndPlaces: readonly FeatureDeclaration[] = [
  { name: 'imeis', unit: 'count', formula: 'distinct devices (first 14 digits of the IMEI)', source: 'Callchain', merge: 'records', value: (ego) => ego.devices || NaN },
  { name: 'numbers_per_imei', unit: 'count', formula: 'most numbers seen in any one of its devices, itself included', source: 'Callchain', merge: 'graph', value: () => NaN },
  { name: 'number_of_antennas', unit: 'count', formula: 'distinct antennas', source: 'bandicoot', merge: 'records', value: (ego) => ego.antennas || NaN },
  { name: 'entropy_of_antennas', unit: 'nats', formula: '−Σ p ln p over antennas, p = share of half hours', source: 'bandicoot', merge: 'records', value: (ego) => ego.antennaEntropy },
  { name: 'top_antenna_share', unit: 'share', formula: 'half hours at the most frequent antenna ÷ half hours', source: 'Callchain', merge: 'records', value: (ego) => ego.topAntennaSlots / ego.antennaSlots },
];
