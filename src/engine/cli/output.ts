import { once } from 'node:events';

/** Standard output in pieces, so that a million rows need no string of their own; waits when the reader is slow. */
export class Output {
  #pending = '';

  async write(text: string): Promise<void> {
    this.#pending += text;
    if (this.#pending.length > 1 << 16) await this.flush();
  }

  async flush(): Promise<void> {
    const text = this.#pending;
    this.#pending = '';
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  }
}

/** Writes `{<head>, "<key>": [<rows>]}`. */
export async function writeJson(head: object, key: string, rows: Iterable<object>): Promise<void> {
  const output = new Output();
  const start = JSON.stringify(head).slice(0, -1);
  await output.write(`${start}${start === '{' ? '' : ','}${JSON.stringify(key)}:[`);
  let isFirst = true;
  for (const row of rows) {
    await output.write(`${isFirst ? '' : ','}\n${JSON.stringify(row)}`);
    isFirst = false;
  }
  await output.write('\n]}\n');
  await output.flush();
}

/** Writes rows as CSV (RFC 4180) with the keys of `columns` as header; null is an empty cell. */
export async function writeCsv(columns: readonly string[], rows: Iterable<Readonly<Record<string, unknown>>>): Promise<void> {
  const output = new Output();
  await output.write(`${columns.join(',')}\n`);
  for (const row of rows) await output.write(`${columns.map((column) => csvCell(row[column])).join(',')}\n`);
  await output.flush();
}

function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
