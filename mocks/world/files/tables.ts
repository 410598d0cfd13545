/** Tables as offices write them: a header in one of several languages and forms, and how a line is put together. */
import type { Stage } from '../stage.ts';
import { dayText } from '../../../src/records/days.ts';
import type { Encoding } from './encodings.ts';
import type { FileWriter } from './fileWriter.ts';
import type { Desk } from './scribe.ts';
import { clockText } from './callLayouts.ts';

/** One way to lay out a kind of record. */
export interface TableLayout {
  readonly encoding: Encoding;
  readonly delimiter: ',' | '\t' | ';';
  readonly header: readonly string[];
  /** Local times: `2026-04-10 08:05:00`, `2026/04/10 08:05:00`, `20260410080500`, or ISO 8601 with the offset. */
  readonly times: 'iso' | 'slashes' | 'compact' | 'offset';
  /** Long numbers are kept as text by a leading apostrophe. */
  readonly apostrophes?: boolean;
}

/** A table on its way out. */
export class Table {
  readonly #writer: FileWriter;
  readonly #layout: TableLayout;
  readonly #stage: Stage;

  /** Opens a file in one of the kind's layouts, by the world's seed. */
  constructor(stage: Stage, desk: Desk, name: string, layouts: readonly TableLayout[]) {
    const layout = layouts[Math.abs(stage.seed) % layouts.length]!;
    this.#stage = stage;
    this.#layout = layout;
    this.#writer = desk.open(name, layout.encoding, layout.encoding === 'utf-8' ? '\n' : '\r\n');
    this.#writer.write(layout.header.join(layout.delimiter));
  }

  row(...cells: readonly string[]): void {
    this.#writer.write(cells.map((cell) => this.#quoted(cell)).join(this.#layout.delimiter));
  }

  time(day: number, second: number): string {
    const date = dayText(this.#stage.startDay + day);
    switch (this.#layout.times) {
      case 'iso': return `${date} ${clockText(second)}`;
      case 'slashes': return `${date.replaceAll('-', '/')} ${clockText(second)}`;
      case 'compact': return date.replaceAll('-', '') + clockText(second).replaceAll(':', '');
      case 'offset': return `${date}T${clockText(second)}+08:00`;
    }
  }

  date(day: number): string {
    const date = dayText(this.#stage.startDay + day);
    return this.#layout.times === 'slashes' ? date.replaceAll('-', '/') : this.#layout.times === 'compact' ? date.replaceAll('-', '') : date;
  }

  /** A bank card or the like. */
  long(digits: string): string {
    return this.#layout.apostrophes === true && digits !== '' ? `'${digits}` : digits;
  }

  #quoted(cell: string): string {
    return cell.includes(this.#layout.delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
  }
}
