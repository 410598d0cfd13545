/** Native DuckDB in a process of its own, for reference: `node duckdbNative.ts FILE` prints one line of JSON. */
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { TableDigest, type Digests } from '../browser/tableDigest.ts';
import { featureStatements, linksQuery, numbersQuery } from './featureSql.ts';

export interface NativeRun {
  readonly seconds: number;
  readonly peakMB: number;
  readonly digests: Digests;
}

async function digestOf(connection: DuckDBConnection, query: string): Promise<string> {
  const digest = new TableDigest();
  const result = await connection.stream(query);
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const columns = chunk.getColumns() as number[][];
    for (let row = 0; row < chunk.rowCount; row++) digest.add(...columns.map((column) => column[row]!));
  }
  return digest.text;
}

const file = process.argv[2];
if (file === undefined) throw new Error('usage: node duckdbNative.ts FILE');
const startedAt = performance.now();
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
for (const statement of featureStatements(file)) await connection.run(statement);
const seconds = (performance.now() - startedAt) / 1000;
const peakMB = process.resourceUsage().maxRSS / 1024;
const digests = { numbers: await digestOf(connection, numbersQuery), links: await digestOf(connection, linksQuery) };
connection.closeSync();
instance.closeSync();
console.log(JSON.stringify({ seconds, peakMB, digests } satisfies NativeRun));
