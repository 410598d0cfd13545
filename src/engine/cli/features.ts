import type { ScoredDataset } from '../../analysis/scoredDataset.ts';
import { coreColumn } from '../../analysis/completeFeatures.ts';
import { featureNames } from '../../features/featureNames.ts';
import { numberText } from '../../records/numberKey.ts';
import type { Arguments } from './arguments.ts';
import { describeDataset } from './dataset.ts';
import { writeCsv, writeJson } from './output.ts';
import { readArguments } from './readFiles.ts';

/** `features FILE…`: every feature of every number, null where there is no evidence. */
export async function printFeatures(args: Arguments): Promise<void> {
  const dataset = await readArguments(args);
  if (args.format === 'csv') await writeCsv(['number', ...featureNames], rows(dataset));
  else await writeJson({ dataset: describeDataset(dataset) }, 'features', rows(dataset));
}

function* rows(dataset: ScoredDataset) {
  const { features, oddNumbers } = dataset;
  const columns = { ...features.columns, core: coreColumn(dataset) };
  for (let row = 0; row < features.numbers.length; row++) {
    const values: Record<string, string | number | null> = { number: numberText(features.numbers[row]!, oddNumbers) };
    for (const name of featureNames) {
      const value = columns[name][row]!;
      values[name] = Number.isNaN(value) ? null : value;
    }
    yield values;
  }
}
