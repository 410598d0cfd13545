import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { openFile } from '../../src/engine/cli/openFile.ts';
import { readDataset } from '../../src/engine/pipeline.ts';
import { Random } from '../../mocks/world/random.ts';
import { benchHeader } from '../generate.ts';
import { digestOfDataset } from './datasetDigest.ts';
import { digestOfTables } from './duckdbDigest.ts';
import { featureStatements } from './featureSql.ts';

/** Enough that the kernel reads them and groups each partition. */
const ROWS = 25_000;
const NUMBERS = 900;
const hooks = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };

function randomCalls(seed: number): string {
  const random = new Random(seed, ROWS);
  const lines = Array.from({ length: ROWS }, () => {
    // Nobody calls itself: the engine counts such a call once, SQL for either end.
    const from = random.below(NUMBERS);
    const [caller, callee] = [from, (from + 1 + random.below(NUMBERS - 1)) % NUMBERS].map((number) => 13_800_000_000 + number * 7);
    const at = new Date(Date.UTC(2026, 1, 1) + random.below(40 * 86_400) * 1000).toISOString().slice(0, 19).replace('T', ' ');
    return `${caller},${callee},${at},${random.chance(0.2) ? 0 : random.below(3000)},${86_000_000_000_000 + random.below(500)}0,${random.below(50)}-7`;
  });
  return [benchHeader, ...lines, ''].join('\n');
}

test.each([1, 2])('numbers and links of random calls in no order are those that DuckDB finds (seed %i)', async (seed) => {
  const folder = mkdtempSync(join(tmpdir(), 'callchain-duckdb-'));
  const path = join(folder, 'calls.csv');
  writeFileSync(path, randomCalls(seed));
  const source = await openFile(path);
  try {
    const dataset = await readDataset([source], [{}], 'Asia/Shanghai', 0.01, hooks);
    expect(dataset.recordCount).toBe(ROWS);
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    for (const statement of featureStatements(path)) await connection.run(statement);
    expect(digestOfDataset(dataset)).toEqual(await digestOfTables(connection));
    connection.closeSync();
  } finally {
    await source.close();
    rmSync(folder, { recursive: true });
  }
});
