import type { FeatureDeclaration } from '../declaration.ts';
import { entropy, largest } from '../statistics.ts';

/** Over the records in which the file names the number's own device or cell. Antennas: one per half hour, the most frequent. */
export const devicesAndPlaces: readonly FeatureDeclaration[] = [
  { name: 'imeis', unit: 'count', formula: 'distinct devices (first 14 digits of the IMEI)', source: 'Callchain', merge: 'records', value: (ego) => ego.devices.count || NaN },
  { name: 'numbers_per_imei', unit: 'count', formula: 'most numbers seen in any one of its devices, itself included', source: 'Callchain', merge: 'graph', value: () => NaN },
  { name: 'number_of_antennas', unit: 'count', formula: 'distinct antennas', source: 'bandicoot', merge: 'records', value: (ego) => ego.antennas.count || NaN },
  { name: 'entropy_of_antennas', unit: 'nats', formula: '−Σ p ln p over antennas, p = share of half hours', source: 'bandicoot', merge: 'records', value: (ego) => entropy(ego.antennaCounts, ego.antennas.count) },
  { name: 'top_antenna_share', unit: 'share', formula: 'half hours at the most frequent antenna ÷ half hours', source: 'Callchain', merge: 'records', value: (ego) => largest(ego.antennaCounts, ego.antennas.count) / ego.antennaSlots },
];
