/** Native DuckDB in a process of its own, for reference: `node duckdbNative.ts FILE` prints one line of JSON. */
import { DuckDBInstance } from '@duckdb/node-api';
import type { Digests } from '../browser/tableDigest.ts';
import { digestOfTables } from './duckdbDigest.ts';
import { featureStatements } from './featureSql.ts';

export interface NativeRun {
  readonly seconds: number;
  readonly peakMB: number;
  readonly digests: Digests;
}

const file = process.argv[2];
if (file === undefined) throw new Error('usage: node duckdbNative.ts FILE');
const startedAt = performance.now();
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
for (const statement of featureStatements(file)) await connection.run(statement);
const seconds = (performance.now() - startedAt) / 1000;
const peakMB = process.resourceUsage().maxRSS / 1024;
const digests = await digestOfTables(connection);
connection.closeSync();
instance.closeSync();
console.log(JSON.stringify({ seconds, peakMB, digests } satisfies NativeRun));
