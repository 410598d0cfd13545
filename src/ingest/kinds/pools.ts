import { NO_NUMBER } from '../../records/numberKey.ts';
import type { KindDeclaration, RowInMaking } from './kindDeclaration.ts';
import { readRanges } from './numberRange.ts';

/** 号段合同: who was given which range of numbers, and who approved it. A contract with several ranges is a row for each. */
export const pools: KindDeclaration = {
  kind: 'pools',
  needs: [['contract'], ['range', 'rangeFrom']],
  signs: ['range', 'rangeFrom'],
  fields: [
    {
      field: 'contract', as: 'code', isRequired: true,
      names: ['contract', 'contract id', 'contract no', 'contract number', 'pool contract', 'pool', 'pool id', 'agreement', 'agreement no', 'agreement id', 'agreement number', 'allocation id', 'allocation', '合同', '合同号', '合同编号', '合同编码', '号段合同', '号段合同编号', '号池', '号池编号', '协议号', '协议编号', '合同id', '合同代码'],
    },
    {
      field: 'range', as: 'other',
      names: ['range', 'ranges', 'number range', 'number ranges', 'numbers', 'block', 'blocks', 'number block', 'number blocks', 'prefix', 'prefixes', 'segment', 'number segment', 'series', 'number series', 'number prefix', 'allocated numbers', 'allocated range', '号段', '号码段', '号段范围', '号码范围', '号码区间', '分配号段', '号段区间', '万号段', '千号段', '所辖号段', '使用号段', '签约号段', '号头'],
    },
    {
      field: 'rangeFrom', as: 'other',
      names: ['range from', 'from', 'range start', 'first', 'first number', 'start number', 'begin number', 'number from', 'from number', 'start', 'range begin', 'range low', 'low', 'block start', 'pool start', 'number start', 'starting number', 'lowest number', '起始号码', '开始号码', '起始号', '首号', '首号码', '号段起始', '号段起', '号段开始', '起号', '开始号段', '起始号段', '号码起', '号段起始号码', '起始'],
    },
    {
      field: 'rangeTo', as: 'other',
      names: ['range to', 'to', 'range end', 'last', 'last number', 'end number', 'number to', 'to number', 'end', 'range high', 'high', 'block end', 'pool end', 'number end', 'ending number', 'highest number', '终止号码', '结束号码', '截止号码', '终止号', '末号', '末号码', '号段终止', '号段止', '号段结束', '止号', '结束号段', '终止号段', '号码止', '尾号', '号段截止号码', '号段终止号码', '终止'],
    },
    { field: 'count', as: 'other', names: ['count', 'quantity', 'how many', 'size', 'amount', 'number count', 'volume', 'total', 'total numbers', 'number of numbers', '数量', '号码数量', '号码数', '总数', '个数', '号码个数'] },
    {
      field: 'customer', as: 'text',
      names: ['customer', 'customer name', 'client', 'client name', 'company', 'company name', 'enterprise', 'lessee', 'buyer', 'assignee', 'holder', 'user', 'party b', 'counterparty', 'allocated to', 'granted to', '客户', '客户名称', '使用单位', '单位名称', '企业', '企业名称', '公司', '公司名称', '承租方', '乙方', '集团客户', '集团名称', '签约客户', '签约单位', '使用方', '申请单位', '申请人'],
    },
    {
      field: 'clerk', as: 'text',
      names: ['clerk', 'entered by', 'handled by', 'created by', 'prepared by', 'account manager', 'employee', 'employee id', 'staff', 'staff id', 'clerk id', 'recorded by', '经办人', '录入人', '经办工号', '录入工号', '经办人工号', '录入人工号', '客户经理', '业务员', '工号', '制单人', '办理人'],
    },
    {
      field: 'approver', as: 'text',
      names: ['approver', 'approved by', 'approver id', 'approval', 'approving employee', 'authorised by', 'authorized by', 'signed by', 'signer', 'manager', 'responsible', '审批人', '审批人工号', '批准人', '审核人', '签批人', '审批工号', '审批', '签约人', '责任人', '负责人', '审批员工', '核准人', '批准工号'],
    },
    { field: 'operator', as: 'text', names: ['operator', 'carrier', 'provider', 'network', 'mno', '运营商', '所属运营商', '归属运营商', '甲方', '出租方'] },
    { field: 'signed', as: 'time', names: ['signed', 'signed on', 'signed at', 'signing date', 'contract date', 'date', 'date signed', 'approved on', 'approved at', 'approval date', 'approval time', 'created', 'created at', 'agreement date', '签订日期', '签订时间', '签约日期', '签约时间', '合同日期', '审批时间', '审批日期', '批准日期', '批准时间', '日期', '时间'] },
    { field: 'starts', as: 'time', names: ['starts', 'start date', 'effective', 'effective date', 'effective from', 'valid from', 'begin date', 'begins', 'from date', 'start time', 'date from', '生效日期', '生效时间', '开始日期', '开始时间', '起始日期', '合同开始日期', '合同开始时间', '启用日期'] },
    { field: 'ends', as: 'time', names: ['ends', 'end date', 'expiry', 'expiry date', 'expires', 'expires on', 'valid to', 'valid until', 'until', 'to date', 'end time', 'expiration', 'expiration date', 'date to', '失效日期', '失效时间', '结束日期', '结束时间', '终止日期', '截止日期', '到期日期', '到期时间', '合同结束日期', '合同结束时间', '有效期至'] },
    { field: 'status', as: 'text', names: ['status', 'state', 'contract status', '状态', '合同状态'] },
  ],
  compose(row) {
    const ranges = rangesOf(row);
    if (ranges === null) return 'rangeUnreadable';
    // The last one is added with the row.
    for (const [i, { first, last }] of ranges.entries()) {
      const keys = [row.number(first), row.number(last)] as const;
      if (keys.includes(NO_NUMBER)) return 'rangeUnreadable';
      row.set('first', keys[0]);
      row.set('last', keys[1]);
      if (i < ranges.length - 1) row.add();
    }
    return null;
  },
};

function rangesOf(row: RowInMaking) {
  const from = row.text('rangeFrom');
  const to = row.text('rangeTo');
  const count = Number(row.text('count').replaceAll(',', ''));
  if (from !== '' && to !== '') return readRanges(`${from}-${to}`);
  const text = from === '' ? row.text('range') : from;
  const ranges = readRanges(text);
  const only = ranges?.length === 1 ? ranges[0] : undefined;
  // One number and a count: that many from there on.
  if (only !== undefined && only.first === only.last && Number.isInteger(count) && count > 1) {
    return [{ first: only.first, last: String(Number(only.first) + count - 1).padStart(only.first.length, '0') }];
  }
  return ranges;
}
