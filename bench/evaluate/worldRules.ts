/**
 * How far one fixed rule alone gets in simulated worlds: the area under the ROC of every feature, whichever way it points. A world
 * in which one of them tells nearly all is too easy to say anything about a score.
 *
 *   npx node bench/evaluate/worldRules.ts [--seeds 5] [--numbers 5000] [--days 60]
 */
import { parseArgs } from 'node:util';
import { featureNames } from '../../src/features/featureNames.ts';
import { isServiceNumber } from '../../src/features/serviceNumbers.ts';
import { areaUnderRoc } from '../../src/scoring/training/metrics.ts';
import { numberTexts, worldDataset } from './worldDataset.ts';

const { values: options } = parseArgs({ options: { seeds: { type: 'string', default: '5' }, numbers: { type: 'string', default: '5000' }, days: { type: 'string', default: '60' } } });
const areas = new Map<string, number[]>();
for (let seed = 101; seed < 101 + Number(options.seeds); seed++) {
  const { dataset, truth } = await worldDataset({ seed, numbers: Number(options.numbers), days: Number(options.days) });
  const fraud = new Set(truth.fraud.map(({ number }) => number));
  const texts = numberTexts(dataset);
  const rows = [...texts.keys()].filter((row) => !isServiceNumber(dataset.features, row));
  const labels = Uint8Array.from(rows, (row) => (fraud.has(texts[row]!) ? 1 : 0));
  for (const name of featureNames) {
    const column = dataset.features.columns[name];
    const known = rows.map((row, i) => ({ value: column[row]!, label: labels[i]! })).filter(({ value }) => !Number.isNaN(value));
    const area = areaUnderRoc(Float64Array.from(known, ({ value }) => value), Uint8Array.from(known, ({ label }) => label));
    areas.set(name, [...(areas.get(name) ?? []), area]);
  }
}
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
for (const [name, values] of [...areas].sort((a, b) => Math.abs(mean(b[1]) - 0.5) - Math.abs(mean(a[1]) - 0.5))) {
  console.log(`${name.padEnd(34)} ${mean(values).toFixed(3)}  ${values.map((value) => value.toFixed(3)).join(' ')}`);
}
