import type { DuckDBConnection } from '@duckdb/node-api';
import { TableDigest, type Digests } from '../browser/tableDigest.ts';
import { linksQuery, numbersQuery } from './featureSql.ts';

/** Digests the tables that `featureStatements` left in native DuckDB. */
export async function digestOfTables(connection: DuckDBConnection): Promise<Digests> {
  return { numbers: await digestOf(connection, numbersQuery), links: await digestOf(connection, linksQuery) };
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
