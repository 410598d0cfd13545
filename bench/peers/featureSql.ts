/** The features in which the engine and its peers are compared, as SQL for both DuckDBs. */

/** Statements that read the file `name` and leave the tables `links` and `numbers`, then the ranked first hundred. */
export function featureStatements(name: string): readonly string[] {
  return [
    `CREATE TABLE records AS SELECT caller, callee, epoch(start)::BIGINT AS moment, duration
     FROM read_csv('${name.replaceAll("'", "''")}', header = true, delim = ',', quote = '', auto_detect = false, columns = {
       caller: 'BIGINT', callee: 'BIGINT', start: 'TIMESTAMP', duration: 'INTEGER', imei: 'BIGINT', cell: 'VARCHAR'
     })`,
    `CREATE TABLE links AS SELECT caller, callee, count(*) AS calls, sum(duration) AS seconds, min(moment) AS first, max(moment) AS last
     FROM records GROUP BY caller, callee`,
    `CREATE TABLE numbers AS
     WITH ends AS (
       SELECT caller AS number, callee AS other, calls AS calls_out, 0 AS calls_in, seconds AS seconds_out, 0 AS seconds_in, first, last FROM links
       UNION ALL
       SELECT callee, caller, 0, calls, 0, seconds, first, last FROM links
     ), pairs AS (
       SELECT number, other, sum(calls_out) AS calls_out, sum(calls_in) AS calls_in, sum(seconds_out) AS seconds_out,
         sum(seconds_in) AS seconds_in, min(first) AS first, max(last) AS last
       FROM ends GROUP BY number, other
     )
     SELECT number, sum(calls_out) AS calls_out, sum(calls_in) AS calls_in, count(*) AS contacts, sum(seconds_out) AS seconds_out,
       sum(seconds_in) AS seconds_in, min(first) AS first, max(last) AS last
     FROM pairs GROUP BY number`,
    rankedQueue,
  ];
}

const rankedQueue = 'SELECT number FROM numbers ORDER BY (calls_out + calls_in) / contacts LIMIT 100';

/** All columns as doubles, in the order of `TableDigest`. */
export const numbersQuery = `SELECT number::DOUBLE, calls_out::DOUBLE, calls_in::DOUBLE, contacts::DOUBLE, seconds_out::DOUBLE,
  seconds_in::DOUBLE, first::DOUBLE, last::DOUBLE FROM numbers`;
export const linksQuery = 'SELECT caller::DOUBLE, callee::DOUBLE, calls::DOUBLE, seconds::DOUBLE FROM links';
