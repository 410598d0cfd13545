import { Fragment, useState, type ReactNode } from 'react';
import type { RecordRow } from '../../analysis/answers.ts';
import { NOTHING, useFormat } from '../../words/format.ts';
import { glossary } from '../../words/glossary.ts';
import { defineTexts, useTexts } from '../../words/language.tsx';
import classes from './dataTable.module.css';

const texts = defineTexts({
  time: ['Time and zone', '时间与时区'],
  timeIn: [(zone: string) => `Time (${zone})`, (zone: string) => `时间（${zone}）`],
  direction: ['Direction', '方向'],
  type: ['Type', '类型'],
  other: ['Other number', '对方号码'],
  answered: ['Answered', '是否接通'],
  yes: ['yes', '是'],
  no: ['no', '否'],
  source: ['File and line', '文件与行号'],
  line: [(file: string, line: string) => `${file}, line ${line}`, (file: string, line: string) => `${file}，第 ${line} 行`],
  show: ['Show the line as it stands in the file', '显示文件中的原始行'],
  none: ['No record matches these filters.', '没有符合筛选条件的记录。'],
});

/** Which columns the dataset can fill at all; the others are left out. */
export interface RecordColumns {
  readonly hasDevices: boolean;
  readonly hasCells: boolean;
}

/** A number's records, oldest first, down to the file and line each came from. */
export function RecordsTable({ label, rows, offset, columns, isStale, renderNumber, onImei, onCell, renderLine, minRows }: {
  label: string;
  rows: readonly RecordRow[];
  /** Place of the first row among all that match. */
  offset: number;
  columns: RecordColumns;
  /** True while the rows shown are those of the question before. */
  isStale: boolean;
  renderNumber: (number: string) => ReactNode;
  onImei: (imei: string) => void;
  onCell: (cell: string) => void;
  /** The text of a row's line; null where lines cannot be shown. */
  renderLine: ((file: string, line: number) => ReactNode) | null;
  /** Height is reserved for this many rows. */
  minRows: number;
}) {
  const t = useTexts(texts);
  const g = useTexts(glossary);
  const format = useFormat();
  const [opened, setOpened] = useState<string | null>(null);
  const zone = commonZone(rows);
  const yesNo = (value: boolean | null) => (value === null ? NOTHING : value ? t.yes : t.no);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
    <section className={classes.frame} style={{ minHeight: 31 * (Math.max(1, minRows) + 1) }} aria-label={label} tabIndex={0} aria-busy={isStale}>
      <table className={`${classes.table} ${isStale ? classes.loading : ''}`}>
        <thead>
          <tr>
            <th scope="col">{zone === null ? t.time : t.timeIn(zone)}</th>
            <th scope="col">{t.direction}</th>
            <th scope="col">{t.type}</th>
            <th scope="col">{t.other}</th>
            <th scope="col" className={classes.right}>{g.duration}</th>
            <th scope="col">{t.answered}</th>
            {columns.hasDevices && <th scope="col">{g.imei}</th>}
            {columns.hasCells && <th scope="col">{g.cell}</th>}
            <th scope="col" className={classes.grow}>{t.source}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <Fragment key={keyOf(row)}>
              <tr aria-rowindex={offset + i + 2}>
                <td>{format.timeWithZone(zone === null ? row.at : row.at.slice(0, -zone.length))}</td>
                <td>{row.direction === 'out' ? g.outgoing : g.incoming}</td>
                <td>{row.type === 'call' ? g.call : g.text}</td>
                <td>{renderNumber(row.other)}</td>
                <td className={classes.right}>{row.durationS === null ? NOTHING : format.duration(row.durationS)}</td>
                <td>{yesNo(row.answered)}</td>
                {columns.hasDevices && <td>{row.imei === null ? NOTHING : <FilterCell value={row.imei} onFilter={onImei} />}</td>}
                {columns.hasCells && <td>{row.cell === null ? NOTHING : <FilterCell value={row.cell} onFilter={onCell} />}</td>}
                <td className={classes.dim}>
                  {renderLine === null ? t.line(row.file, format.count(row.line)) : (
                    <button type="button" className={classes.press} aria-expanded={opened === keyOf(row)} title={t.show} onClick={() => setOpened(opened === keyOf(row) ? null : keyOf(row))}>
                      {t.line(row.file, format.count(row.line))}
                    </button>
                  )}
                </td>
              </tr>
              {renderLine !== null && opened === keyOf(row) && (
                <tr>
                  <td colSpan={9} className={classes.line}>{renderLine(row.file, row.line)}</td>
                </tr>
              )}
            </Fragment>
          ))}
          {rows.length === 0 && !isStale && (
            <tr>
              <td colSpan={9} className={classes.dim}>{t.none}</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

/** `+08:00` where all rows have it: then it need be said only once. */
function commonZone(rows: readonly RecordRow[]): string | null {
  const zones = new Set(rows.map(({ at }) => at.slice(19)));
  const [zone] = zones;
  return zones.size === 1 && zone ? zone : null;
}

function keyOf({ file, line, direction }: RecordRow): string {
  return `${file}:${line}:${direction}`;
}

function FilterCell({ value, onFilter }: { value: string; onFilter: (value: string) => void }) {
  return (
    <button type="button" className={`${classes.press} ${classes.filter}`} onClick={() => onFilter(value)}>
      {value}
    </button>
  );
}
