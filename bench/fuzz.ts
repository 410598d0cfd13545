/** `npm run fuzz -- [--seed S] [--runs N]`: mutated files of every format through the readers; exit 1 when one fails. */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fuzzReaders } from './fuzz/fuzzReaders.ts';

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, runs: { type: 'string', default: '5000' } } });
const seed = Number(values.seed);
const runs = Number(values.runs);
const { read, refused, slowestMs, failures } = await fuzzReaders(seed, runs, 0, (run) => {
  if (process.stderr.isTTY && run % 50 === 0) process.stderr.write(`\r${run} of ${runs} `);
});
for (const { run, format, why, bytes } of failures) {
  const path = join(tmpdir(), `callchain-fuzz-${seed}-${run}`);
  writeFileSync(path, bytes);
  console.log(`run ${run} (${format}), kept as ${path}:\n${why}\n`);
}
console.log(`seed ${seed}: ${runs} files, ${read} read, ${refused} refused with a reason, ${failures.length} failed; the slowest took ${Math.round(slowestMs)} ms`);
process.exitCode = failures.length === 0 ? 0 : 1;
