import type { Inspection, SampleRow } from '../../ingest/inspection.ts';
import { rejectionWhy } from '../../words/fileErrors.ts';
import { isTableKind } from '../../records/recordKinds.ts';
import { columnNames } from '../../records/recordTables.ts';
import { fieldText, tableColumnText } from '../../words/fields.ts';
import { NOTHING, useFormat } from '../../words/format.ts';
import { glossary } from '../../words/glossary.ts';
import { defineTexts, useLanguage, useTexts } from '../../words/language.tsx';
import { columnsToShow, fieldsOfColumn } from './columnMapping.ts';
import classes from './Mapping.module.css';

const texts = defineTexts({
  sample: ['First rows as they would be read', '按当前设置读取的前几行'],
  line: ['Line', '行'],
  asRead: ['As read', '读取结果'],
  asWritten: ['In the file', '文件内容'],
  at: ['When', '时间'],
  type: ['What', '类型'],
  answered: ['answered', '已接通'],
  unanswered: ['not answered', '未接通'],
  rejected: [(why: string) => `Rejected: ${why}`, (why: string) => `被拒绝：${why}`],
  column: [(place: string) => `Column ${place}`, (place: string) => `第 ${place} 列`],
  none: ['No row of the file could be split into columns.', '文件中没有可拆分为列的行。'],
});

/** The first rows: what each would become, beside its cells as they stand in the file. Mapped columns come first. */
export function SampleTable({ inspection: { kind, sample, layout }, isWaiting }: { inspection: Inspection; isWaiting: boolean }) {
  const t = useTexts(texts);
  const words = useTexts(glossary);
  const language = useLanguage();
  const format = useFormat();
  // Only what some row says, or there would be more columns than one can see.
  const shown = isTableKind(kind) ? columnNames(kind).filter((column) => sample.some(({ values }) => (values?.[column] ?? null) !== null)) : null;
  const columnCount = Math.max(layout.header.length, ...sample.map(({ cells }) => cells.length));
  const columns = columnsToShow(layout.mapping, columnCount);
  if (sample.length === 0) return <p className={classes.hint}>{t.none}</p>;
  return (
    // Scrolls by itself, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes.sample} tabIndex={0} aria-label={t.sample} aria-busy={isWaiting}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>{t.line}</th>
            <th scope="colgroup" colSpan={Math.max(1, shown?.length ?? 5)}>{t.asRead}</th>
            <th scope="colgroup" colSpan={columns.length} className={classes.raw}>{t.asWritten}</th>
          </tr>
          <tr>
            {shown === null ? (
              <>
                <th scope="col">{words.caller}</th>
                <th scope="col">{words.callee}</th>
                <th scope="col">{t.at}</th>
                <th scope="col">{t.type}</th>
                <th scope="col">{words.duration}</th>
              </>
            ) : shown.length === 0 ? <th scope="col">{NOTHING}</th> : shown.map((column) => <th key={column} scope="col">{tableColumnText(column, language)}</th>)}
            {columns.map((column, i) => (
              <th key={column} scope="col" className={i === 0 ? classes.raw : undefined}>
                {layout.header[column]?.trim() || t.column(String(column + 1))}
                <span className={classes.meaning}>{format.list(fieldsOfColumn(layout.mapping, column).map((field) => (shown === null ? fieldText : tableColumnText)(field, language))) || NOTHING}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.map((row) => (
            <tr key={row.line}>
              <td className={classes.figure}>{row.line}</td>
              {shown === null ? <AsRead row={row} /> : <ValuesAsRead row={row} columns={shown} />}
              {columns.map((column, i) => (
                <td key={column} className={i === 0 ? classes.raw : undefined}>{row.cells[column] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ValuesAsRead({ row: { values, rejected }, columns }: { row: SampleRow; columns: readonly string[] }) {
  const t = useTexts(texts);
  const why = useTexts(rejectionWhy);
  if ((values ?? null) === null) return <td colSpan={Math.max(1, columns.length)} className={classes.rejected}>{rejected === null ? NOTHING : t.rejected(why[rejected])}</td>;
  return columns.map((column) => <td key={column}>{values?.[column] ?? NOTHING}</td>);
}

function AsRead({ row: { record, rejected } }: { row: SampleRow }) {
  const t = useTexts(texts);
  const words = useTexts(glossary);
  const why = useTexts(rejectionWhy);
  const f = useFormat();
  if (record === null) return <td colSpan={5} className={classes.rejected}>{rejected === null ? NOTHING : t.rejected(why[rejected])}</td>;
  const answered = record.answered === null ? '' : ` · ${record.answered ? t.answered : t.unanswered}`;
  return (
    <>
      <td>{f.phone(record.caller)}</td>
      <td>{f.phone(record.callee)}</td>
      <td>{f.timeWithZone(record.at)}</td>
      <td>{words[record.type]}{answered}</td>
      <td className={classes.figure}>{record.durationS === null ? NOTHING : f.duration(record.durationS)}</td>
    </>
  );
}
