import { listGroups } from '../../src/analysis/listGroups.ts';
import { join } from 'node:path';
import { openFile } from '../../src/engine/cli/openFile.ts';
import { DEFAULT_BASE_RATE, readDataset } from '../../src/engine/pipeline.ts';
import type { Report } from './report.ts';

export const CALLMINE_FILE = 'callmine/calls.csv';
/** The planted block lies among these ids (the data's README); its callers are the ten from 250. */
const PLANTED = new Set(Array.from({ length: 10 }, (_, i) => String(250 + i)));
const FIRST = 20;

/** The synthetic sample with a planted block of ten callers and ten called: how many of the callers are among the first twenty group members. */
export async function evaluateCallMine(directory: string, report: Report): Promise<void> {
  const source = await openFile(join(directory, CALLMINE_FILE));
  try {
    const dataset = await readDataset([source], [{}], 'UTC', DEFAULT_BASE_RATE, { onProgress: () => undefined, checkpoint: () => Promise.resolve() });
    const groups = listGroups(dataset);
    const members = groups.flatMap(({ callers }) => callers).slice(0, FIRST);
    report.add('callmine.groups', groups.length);
    report.add('callmine.plantedAmongFirst20', members.filter((number) => PLANTED.has(number)).length);
  } finally {
    await source.close();
  }
}
