import type { Stage } from '../stage.ts';
import type { Desk, Scribe } from './scribe.ts';
import { Table, type TableLayout } from './tables.ts';

const layouts: readonly TableLayout[] = [
  { encoding: 'utf-8 with BOM', delimiter: ',', times: 'iso', header: ['合同编号', '起始号码', '终止号码', '客户名称', '经办人', '审批人', '签订日期', '到期日期'] },
  { encoding: 'utf-8', delimiter: ';', times: 'iso', header: ['Contract No', 'Range Start', 'Range End', 'Customer', 'Entered By', 'Approved By', 'Signed', 'Expires'] },
];

/** Contracts over ranges of numbers (号段合同), forged ones among them. */
export function pools(stage: Stage, desk: Desk): Scribe {
  return {
    *before() {
      const table = new Table(stage, desk, '号段合同.csv', layouts);
      const contracts = stage.supply.contracts.toSorted((a, b) => a.signedOn - b.signedOn || (a.id < b.id ? -1 : 1));
      for (const { id, first, last, customer, enteredBy, approvedBy, signedOn, endsOn } of contracts) {
        table.row(id, first, last, customer, enteredBy.id, approvedBy.id, table.date(signedOn), table.date(endsOn));
      }
      yield;
    },
  };
}
