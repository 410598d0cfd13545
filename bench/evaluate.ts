/**
 * `npm run evaluate -- [--data DIR]`: how well the score tells fraud from the rest, and whether it leaves innocents
 * alone. A table, and as last line JSON of measure → value. Intervals: 95 % bootstrap on one split, least and most over
 * random splits. Parts whose data are not in DIR are left out, with a line saying so; when none is, the table is kept where the
 * program's model card shows it.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
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
const KEPT = join(import.meta.dirname, '../src/scoring/evaluation.json');

const report = new Report();
let isWhole = true;
for (const { file, evaluate } of parts) {
  if (!existsSync(join(options.data, file))) {
    console.error(`left out: ${join(options.data, file)} does not exist`);
    isWhole = false;
    continue;
  }
  await evaluate(options.data, report);
}
await evaluateWorlds(unseenWorlds, report);
if (isWhole) writeFileSync(KEPT, `${JSON.stringify({ date: new Date().toISOString().slice(0, 10), commit: commit(), measures: report.measures() }, null, 1)}\n`);
console.log(report.table());
console.log(report.json());

/** What was measured; null outside of a repository. */
function commit(): string | null {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return null;
  }
}
