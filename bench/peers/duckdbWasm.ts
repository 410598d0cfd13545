/** DuckDB-WASM from its package, single-threaded as every page can have it, with GROUP BYs. */
import * as duckdb from '@duckdb/duckdb-wasm';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import type { ReadyPeer } from '../browser/pageRun.ts';
import { TableDigest } from '../browser/tableDigest.ts';
import { featureStatements, linksQuery, numbersQuery } from './featureSql.ts';

export async function prepareDuckdbWasm(): Promise<ReadyPeer> {
  const worker = new Worker(workerUrl);
  const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  await database.instantiate(wasmUrl);
  await database.open({ path: ':memory:' });
  const connection = await database.connect();
  return async (file) => {
    await database.registerFileHandle('calls.csv', file, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);
    for (const statement of featureStatements('calls.csv')) await connection.query(statement);
    return {
      bytes: null,
      digest: async () => ({ numbers: await digestOf(connection, numbersQuery), links: await digestOf(connection, linksQuery) }),
    };
  };
}

async function digestOf(connection: duckdb.AsyncDuckDBConnection, query: string): Promise<string> {
  const digest = new TableDigest();
  for await (const batch of await connection.send(query)) {
    const columns = batch.schema.fields.map((_, i) => batch.getChildAt(i)!.toArray() as Float64Array);
    for (let row = 0; row < batch.numRows; row++) digest.add(...columns.map((column) => column[row]!));
  }
  return digest.text;
}
