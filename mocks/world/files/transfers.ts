import type { Stage } from '../stage.ts';
import type { Desk, Scribe } from './scribe.ts';
import { Table, type TableLayout } from './tables.ts';

const layouts: readonly TableLayout[] = [
  { encoding: 'gbk', delimiter: ',', times: 'compact', apostrophes: true, header: ['付款卡号', '付款人手机号', '收款卡号', '收款人手机号', '交易金额', '交易时间'] },
  { encoding: 'utf-8', delimiter: ',', times: 'iso', header: ['from_card', 'from_phone', 'to_card', 'to_phone', 'amount', 'time'] },
];

/** Money moved between bank cards (转账), of everybody the bank knows. */
export function transfers(stage: Stage, desk: Desk): Scribe {
  let table: Table | null = null;
  return {
    *day(day) {
      table ??= new Table(stage, desk, '转账.csv', layouts);
      for (const { second, fromCard, fromHolder, toCard, toHolder, yuan } of day.payments.toSorted((a, b) => a.second - b.second)) {
        table.row(table.long(fromCard), fromHolder, table.long(toCard), toHolder, yuan.toFixed(2), table.time(day.index, second));
      }
      yield;
    },
  };
}
