/**
 * `npm run evaluate -- [--data DIR]`: how well the score tells fraud from the rest, and whether it leaves innocents
 * alone. A table, and as last line JSON of measure → value. Intervals: 95 % bootstrap on one split, least and most over
 * random splits. Parts whose data are not in DIR are left out, with a line saying so.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CALLMINE_FILE, evaluateCallMine } from './evaluate/evaluateCallMine.ts';
import { evaluateNodobo } from './evaluate/evaluateNodobo.ts';
import { evaluateSichuan } from './evaluate/evaluateSichuan.ts';
import { evaluateWorlds, unseenWorlds } from './evaluate/evaluateWorlds.ts';
import { Report } from './evaluate/report.ts';
import { SICHUAN_FILE } from './evaluate/sichuan.ts';

const { values: options } = parseArgs({ options: { data: { type: 'string', default: '../shared/data' } } });
const parts: readonly { readonly file: string; readonly evaluate: (directory: string, report: Report) => Promise<void> | void }[] = [
  { file: SICHUAN_FILE, evaluate: evaluateSichuan },
  { file: 'nodobo/calls.csv', evaluate: evaluateNodobo },
  { file: CALLMINE_FILE, evaluate: evaluateCallMine },
];
const report = new Report();
for (const { file, evaluate } of parts) {
  if (!existsSync(join(options.data, file))) {
    console.error(`left out: ${join(options.data, file)} does not exist`);
    continue;
  }
  await evaluate(options.data, report);
}
await evaluateWorlds(unseenWorlds, report);
console.log(report.table());
console.log(report.json());
