import type { RejectionReason } from '../../records/communication.ts';
import type { KindDeclaration, RowInMaking } from './kindDeclaration.ts';
import { combine, numberNames } from './kindDeclaration.ts';

const cardNouns = ['card', 'card no', 'card number', 'bank card', 'account', 'account no', 'account number', 'bank account', 'acct', 'acct no', 'iban', 'wallet', 'card id', 'account id'];
const chineseCards = ['卡', '卡号', '账卡号', '帐卡号', '卡账号', '银行卡', '银行卡号', '账号', '帐号', '账户', '帐户', '账户号', '方账号', '方卡号', '方账户', '方银行卡号', '人账号', '人卡号', '方帐号'];

/** 转账: money moved, as banks and payment companies list it: payer and payee, or one's own account with a direction. */
export const transfers: KindDeclaration = {
  kind: 'transfers',
  needs: [['fromCard', 'ownCard'], ['toCard', 'otherCard'], ['amount'], ['time', 'date']],
  signs: ['amount'],
  fields: [
    {
      field: 'fromCard', as: 'code',
      names: [...combine(['from ', 'payer ', 'source ', 'sender ', 'src ', 'debit ', 'remitter ', 'originator ', 'outgoing ', 'paying ', 'debtor ', 'sending '], cardNouns), 'from', 'payer', 'sender', 'source', 'remitter', 'debtor', 'nameorig', 'from address',
        ...combine(['转出', '付款', '付款人', '汇款', '汇出', '支付', '付方', '转账', '扣款', '出账', '转出方', '付款方', '汇款人'], chineseCards), '付款方', '转出方', '汇款人', '付款人'],
    },
    {
      field: 'toCard', as: 'code',
      names: [...combine(['to ', 'payee ', 'target ', 'receiver ', 'recipient ', 'dest ', 'destination ', 'credit ', 'beneficiary ', 'incoming ', 'receiving ', 'creditor '], cardNouns), 'to', 'payee', 'receiver', 'recipient', 'destination', 'target', 'beneficiary', 'creditor', 'namedest', 'to address',
        ...combine(['转入', '收款', '收款人', '汇入', '接收', '收方', '入账', '转入方', '收款方', '受益'], chineseCards), '收款方', '转入方', '收款人', '受益人'],
    },
    { field: 'ownCard', as: 'code', names: ['own card', 'own account', 'account', 'account no', 'account number', 'card', 'card number', 'card no', 'bank card', 'queried card', 'queried account', ...combine(['本方', '本人', '查询', '交易', '客户', '主'], chineseCards), '卡号', '账号', '银行卡号', '帐号', '本方', '用户信息', '用户侧账号', '用户侧账号名称', '用户id'] },
    { field: 'otherCard', as: 'code', names: [...combine(['other ', 'counterparty ', 'opposite ', 'counter ', 'opposing '], cardNouns), 'counterparty', ...combine(['对方', '对手', '交易对手', '对手方', '交易对方', '往来'], chineseCards), '对手', '交易对手', '对方', '交易对方', '交易对方信息', '对手侧账户名称', '对手侧账户', '对手侧账号', '对手方id'] },
    { field: 'flow', as: 'other', names: ['flow', 'direction', 'debit credit', 'debit/credit', 'dr/cr', 'd/c', 'dc', 'in/out', 'in out', 'transaction direction', 'type', '借贷', '借贷标志', '借贷标识', '收付标志', '收付', '收支', '收/支', '收支类型', '进出', '进出标志', '资金流向', '交易方向', '方向', '借贷方向', '借贷类型'] },
    {
      field: 'amount', as: 'amount', isRequired: true,
      names: ['amount', 'transfer amount', 'transaction amount', 'sum', 'value', 'money', 'amount cny', 'amount rmb', 'amount usd', 'amount yuan', 'amt', 'txn amount', 'payment amount', 'paid', '金额', '交易金额', '转账金额', '付款金额', '汇款金额', '发生额', '金额元', '交易额', '支付金额', '转出金额', '收款金额', '发生金额', '金额(元)', '交易金额(元)'],
    },
    {
      field: 'time', as: 'time', isRequired: true,
      names: ['time', 'transfer time', 'transaction time', 'transaction datetime', 'timestamp', 'datetime', 'date time', 'transferred at', 'paid at', 'payment time', 'occurred at', 'at', 'when', 'created at', 'txn time', 'booking time', 'posted at', 'transaction date', 'value date', 'booking date', 'block time', 'block timestamp', 'blocktime', 'txn date', 'created', '时间', '交易创建时间', '创建时间', '付款时间', '交易时间', '转账时间', '付款时间', '汇款时间', '发生时间', '入账时间', '交易日期时间', '支付时间', '记账时间', '交易日期', '记账日期', '转账日期'],
    },
    { field: 'date', as: 'other', names: ['date', 'transaction date', 'transfer date', 'day', '日期', '交易日期', '转账日期', '记账日期'] },
    {
      field: 'number', as: 'number',
      names: ['holder number', 'holders number', 'holder phone', 'holder msisdn', 'holder mobile', 'card holder number', 'cardholder number', 'cardholder phone', 'card holder phone', 'owner number', 'owner phone', 'customer phone', ...numberNames, '持卡人手机', '持卡人手机号', '持卡人号码', '持卡人电话', '开户手机', '开户手机号', '户主手机号', '客户手机号', '户主电话'],
    },
    { field: 'fromNumber', as: 'number', names: ['from number', 'from phone', 'payer phone', 'payer number', 'payer mobile', 'sender phone', 'sender number', 'from msisdn', 'from holder number', 'from holder phone', '付款人手机', '付款人手机号', '付款方手机号', '付款人电话', '转出方手机号', '付款手机号', '转出人手机号', '汇款人手机号'] },
    { field: 'toNumber', as: 'number', names: ['to number', 'to phone', 'payee phone', 'payee number', 'payee mobile', 'receiver phone', 'receiver number', 'recipient phone', 'to msisdn', 'to holder number', 'to holder phone', 'beneficiary phone', '收款人手机', '收款人手机号', '收款方手机号', '收款人电话', '转入方手机号', '收款手机号', '转入人手机号'] },
    { field: 'fromHolder', as: 'text', names: ['from holder', 'from name', 'payer name', 'sender name', 'remitter name', 'own name', 'account name', 'holder', 'holder name', 'cardholder', 'card holder', 'customer name', 'name', '付款人姓名', '付款方户名', '付款户名', '付款人户名', '转出户名', '汇款人姓名', '本方户名', '本方姓名', '户名', '开户人', '姓名', '付款方姓名', '付款方名称', '持卡人', '转出人', '交易方户名', '交易户名', 'debtor name', 'originator name'] },
    { field: 'toHolder', as: 'text', names: ['to holder', 'to name', 'payee name', 'receiver name', 'recipient name', 'beneficiary name', 'counterparty name', 'other name', '收款人姓名', '收款方户名', '收款户名', '收款人户名', '转入户名', '对方户名', '对方姓名', '对手户名', '交易对手名称', '对手方名称', '收款方姓名', '收款方名称', '对方名称', '转入人', '对方账户名', 'creditor name'] },
    { field: 'bank', as: 'text', names: ['bank', 'bank name', 'issuing bank', 'receiving bank', 'to bank', 'counterparty bank', 'opening bank', '银行', '开户行', '开户银行', '收款行', '对方开户行', '对手开户行', '对手开户银行', '对手银行', '对方银行', '收款银行', '所属银行', '收款方开户行', '银行名称'] },
    { field: 'channel', as: 'text', names: ['channel', 'transaction channel', 'method', 'payment method', 'transaction type', 'remark', 'memo', 'note', '渠道', '交易渠道', '交易方式', '交易类型', '摘要', '备注', '附言', '支付方式', '转账方式'] },
    { field: 'ip', as: 'code', names: ['ip', 'ip address', 'login ip', 'device', 'ip地址', '交易ip', '登录ip', '设备', 'mac', 'mac地址'] },
  ],
  compose: composeTransfer,
};

/** The account of the statement pays unless the row says that money came in: by a word, or by an amount below zero that went out. */
function composeTransfer(row: RowInMaking): RejectionReason | null {
  const amount = row.get('amount');
  if (row.get('fromCard') === 0 && row.get('toCard') === 0) {
    const flow = flowOf(row.text('flow'));
    if (flow === null && row.text('flow') !== '') return 'directionUnreadable';
    const isIn = flow === null ? false : flow === 'in';
    const [own, other] = [row.text('ownCard'), row.text('otherCard')];
    if (own === '') return 'valueMissing';
    row.setCode(isIn ? 'toCard' : 'fromCard', own);
    if (other !== '') row.setCode(isIn ? 'fromCard' : 'toCard', other);
    // Names of a statement are its own side's and the other's.
    if (isIn) {
      const [fromHolder, toHolder] = [row.get('fromHolder'), row.get('toHolder')];
      row.set('fromHolder', toHolder);
      row.set('toHolder', fromHolder);
    }
    // The number of a statement is its own account's.
    const number = row.get('number');
    if (number !== 0) row.set(isIn ? 'toNumber' : 'fromNumber', number);
  }
  if (row.get('fromCard') === 0 && row.get('toCard') === 0) return 'valueMissing';
  row.set('amount', Math.abs(amount));
  return null;
}

function flowOf(text: string): 'in' | 'out' | null {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  if (/^(in|incoming|credit|cr|c|received|receive|deposit|贷|贷方|进|进账|收|收入|入|入账|转入|来账|1)$/.test(plain)) return 'in';
  if (/^(out|outgoing|debit|dr|d|sent|send|paid|withdrawal|transfer|借|借方|出|出账|付|支出|支|付出|转出|往账|2|0)$/.test(plain)) return 'out';
  return null;
}
