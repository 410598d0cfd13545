import type { FileLayout } from './inspection.ts';

/** Beginnings of the rows that reports end with. */
const TOTAL = /^(合计|总计|共计|小计|汇总|总和|总(时长|次数|条数|费用|金额)|((grand|sub)[\s-]*)?totals?\b|sum\b|summary\b)/i;
/** What a subtotal ends with: 5月1日小计, 本页合计. */
const SUBTOTAL = /(小计|合计|总计)[:：]?$/;
const NOTE = /^(no records?\b|no data\b|no cdrs?\b|note\b|this is an? |this is system|end of (report|file)|\(?\d+ rows?\b|无记录|没有记录|无数据|暂无|查无|备注|说明|注[:：]|(打印|导出|制表|查询)(时间|日期|人)|共\s*\d+\s*[条行笔]|第\s*\d+\s*页|page \d+\b)/i;
/** Lines drawn between the parts of a report. */
const RULE = /^[-=*_#~+|\s]{3,}$/;
/** What is drawn around words: `*** End of report ***`. */
const DRAWN = /^[-=*_#~\s]{3,}/;
/** Units below a header: `(分)`, `（年-月-日）`. */
const UNIT = /^[(（].*[)）]$/;
/** What databases write below a header: the type of each column. */
const SQL_TYPE = /^((var)?char2?(\(\d+\))?|n?varchar(\(\d+\))?|text|(big|small|tiny)?int(eger)?(\(\d+\))?|uniqueidentifier|timestamp|datetime|date|float|double|decimal(\(\d+,\d+\))?|numeric(\(\d+,\d+\))?|bool(ean)?)?$/i;

/**
 * True for a row that is no record: a total, a note, a line drawn between parts, the types or units of the columns, or the header once more. It is
 * asked of rows that could not be read, and of all in a head before it is known which column is what.
 *
 * @param cell text of a column, '' where the row has none
 * @param cells how many cells the row has, of which the first `known` can be asked for
 * @param layout by the header and the columns that are read a repeated header is known; an empty mapping knows none
 */
export function isNoRecord(cell: (column: number) => string, cells: number, known: number, layout: Pick<FileLayout, 'mapping' | 'header' | 'headerLine'>): boolean {
  let first = '';
  let filled = 0;
  let areTypes = true;
  let areUnits = true;
  let areRules = true;
  for (let column = 0; column < Math.min(cells, known); column++) {
    const text = cell(column);
    if (text === '') continue;
    if (first === '') first = text;
    filled++;
    areTypes &&= SQL_TYPE.test(text);
    areUnits &&= UNIT.test(text);
    areRules &&= RULE.test(text);
  }
  if (TOTAL.test(first) || SUBTOTAL.test(first) || (filled > 0 && (areUnits || areRules))) return true;
  // A note may hold a comma; a spreadsheet writes all of its columns behind it.
  if (filled <= 2 && NOTE.test(first.replace(DRAWN, ''))) return true;
  if (filled > 2 && areTypes) return true;
  if (layout.headerLine === 0) return false;
  const columns = Object.values(layout.mapping);
  return columns.length > 0 && columns.every((column) => cell(column) === (layout.header[column] ?? '').trim());
}
