/** `npm run fit -- --data DIR`: fits the scorecard on Sichuan's training part and writes its weights with their provenance. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fitScorecard, scorecardFitOptions } from '../src/scoring/training/fitScorecard.ts';
import { scorecardPlan } from '../src/scoring/training/scorecardPlan.ts';
import { splitInOrder } from '../src/scoring/training/trainingSet.ts';
import { measure, partOf, trainingBaseRate } from './evaluate/measure.ts';
import { readSichuan, SICHUAN_FILE, SICHUAN_LICENCE, SICHUAN_SOURCE, sichuanTrainingSet } from './evaluate/sichuan.ts';

const OUTPUT = new URL('../src/scoring/scorecard.json', import.meta.url);

const { values: options } = parseArgs({ options: { data: { type: 'string', default: '../shared/data' } } });
const file = join(options.data, SICHUAN_FILE);
if (!existsSync(file)) {
  console.error(`fit: ${file} does not exist; say where the data are with --data DIR`);
  process.exit(2);
}
const set = sichuanTrainingSet(readSichuan(options.data));
const split = splitInOrder(set.labels.length);
const started = performance.now();
const card = fitScorecard(set, split.train, scorecardPlan);
const seconds = (performance.now() - started) / 1000;
const baseRate = trainingBaseRate(set, split);
const measures = Object.fromEntries((['train', 'validation', 'test'] as const).map((part) => [part, measure(partOf(set, split[part]), card, baseRate)]));

const written = {
  provenance: {
    data: SICHUAN_SOURCE,
    licence: SICHUAN_LICENCE,
    file: SICHUAN_FILE,
    sha256: createHash('sha256').update(readFileSync(file)).digest('hex'),
    rows: set.labels.length,
    fraudulent: set.labels.reduce((sum, label) => sum + label, 0),
    date: new Date().toISOString().slice(0, 10),
    split: 'in file order: first 60 % fitted to (bags of it, each stopped by the rows left out), next 20 % to choose terms and options by, last 20 % test',
    method: 'additive: cyclic boosting of one curve per feature, bagged, calibrated on rows not seen (src/scoring/training/fitScorecard.ts); intercept = log-odds of the training part, so contributions hold at any base rate',
    options: scorecardFitOptions,
    measures,
  },
  ...card,
};
writeFileSync(OUTPUT, `${JSON.stringify(written, null, 1).replaceAll(/\[\s+(-?[\d.e+-]+(?:,\s+-?[\d.e+-]+)*)\s+\]/g, (_, list: string) => `[${list.replaceAll(/\s+/g, ' ')}]`)}\n`);
console.error(`fitted in ${seconds.toFixed(1)} s`);
console.log(JSON.stringify(measures, null, 1));
