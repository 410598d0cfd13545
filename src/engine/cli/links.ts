import { directedLinks } from '../../analysis/directedLinks.ts';
import type { Arguments } from './arguments.ts';
import { describeDataset } from './dataset.ts';
import { writeCsv, writeJson } from './output.ts';
import { readArguments } from './readFiles.ts';

/** `links FILE…`: directed pairs with their calls, messages, seconds and span. */
export async function printLinks(args: Arguments): Promise<void> {
  const dataset = await readArguments(args);
  const links = directedLinks(dataset);
  if (args.format === 'csv') await writeCsv(['from', 'to', 'calls', 'texts', 'seconds', 'first', 'last'], links as Iterable<object & Record<string, unknown>>);
  else await writeJson({ dataset: describeDataset(dataset) }, 'links', links);
}
