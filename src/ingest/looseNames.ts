/** What a name no list knows says by the words in it, to be believed where the values say the same: `ConnDateTime`, `Agent.InteractionDuration`, `通聯起始日時間`. */

import { simplify } from './simplified.ts';

export type LooseRole = 'caller' | 'callee' | 'start' | 'date' | 'time' | 'end' | 'duration' | 'cell';

const NO_END = /\b(ime[is]i?|name|ip|ip address|port|cell|lac|trunk|gateway|device|city|state|country|type|bill\w*|forward\w*|redirect\w*|prefix|location|operator)\b|名|地|省|市|类|归属|运营商|基站|小区/;
const OF_ROLE: Readonly<Record<LooseRole, readonly [is: RegExp, isNot: RegExp]>> = {
  caller: [/\b(call(ing|er)|orig\w*|src|source|from|ani|cli)\b|主叫|主号/, new RegExp(`${NO_END.source}|\\b(dest\\w*|dst|called)\\b`)],
  callee: [/\b(called|callee|dest\w*|dst|to|dial\w*|dnis|terminating|term)\b|被叫/, new RegExp(`${NO_END.source}|\\b(orig\\w*|src|calling|caller)\\b`)],
  start: [
    /\b(start\w*|begin\w*|init\w*|seiz\w*|orig\w*|setup|conn\w*|event|call|calls|record|recording|local|usage|session|log)\b.*\b(time|date|datetime|time ?stamp|stamp|dt)\b|\btime ?stamp\b|\b(start|begin|started)$|(始|起|开始|发生|通话|通联|呼叫|通信).*(时间|日期|时刻|时点)/,
    /\b(end\w*|stop\w*|finish\w*|disconn\w*|release\w*|hang\w*|terminat\w*|answer\w*|ring\w*|alert\w*|created?|updated?|modified|import\w*|export\w*|report\w*|bill\w*|due|print\w*|query|offset|zone|duration|elapsed|deleted)\b|结束|终|止|迄|挂|离开|时长|持续|到期|查询|打印|导出|计费|时区/,
  ],
  date: [/\b(date|datum|day)\b|日期/, /\b(end\w*|stop\w*|disconn\w*|release\w*|bill\w*|birth|due|print\w*|report\w*|export\w*|activation|expiry)\b|结束|终|止|迄|出生|打印|导出|到期/],
  time: [/\b(time|clock|hour)\b|时间|时刻/, /\b(end\w*|stop\w*|disconn\w*|release\w*|answer\w*|ring\w*|zone|type|offset|talk|hold|wait|duration|elapsed)\b|结束|终|止|迄|挂|时长|持续/],
  end: [
    /\b(end\w*|disconn\w*|release\w*|hang ?up\w*|finish\w*|complet\w*|terminat\w*)\b.*\b(time|date|datetime|time ?stamp|stamp|at)\b|\b(end|ended)$|(结束|终止|终话|迄|挂机|挂断).*(时间|日期|时刻)/,
    /\b(report\w*|query|bill\w*|contract|period|export\w*|import\w*|duration|elapsed)\b|查询|统计|合同|导出|时长/,
  ],
  duration: [
    /\b(dura?|duur)\b|\bdur(ation|ee|acion|acao|ata|asi)|dauer|\btalk(ing|ed)?\b|\b(billed|billable|conversation|connected|speech)\b.*\b(time|sec|secs|seconds|duration)\b|\belapsed\b|длительность|тривалість|مدة|продолжительность|czas trwania|thoi luong|ระยะเวลา|\bsure(si)?\b|时长|秒数|历时|通話秒数|통화시간|통화초/,
    /\b(ring\w*|hold|held|wait\w*|queue\w*|setup|pdd|acw|wrap\w*|alert\w*|dial\w*|park|ivr|delay|unit)\b|振铃|等待|保持|排队|时延/,
  ],
  cell: [/基站|基地台|小区|扇区|\bcell\b.*\b(id|site|tower|code)\b/, /对|终|迄|结束|地址|经度|纬度|上个|\b(last|end\w*|final|address|lat|latitude|lon|longitude|name|face|called|destination|dest|b)\b/],
};

/** The name in lower case, its words apart, without accents. */
function wordsOf(name: string): string {
  return name.normalize('NFKC').replace(/([a-z\d])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$3 $2').toLowerCase().normalize('NFD').replace(/\p{M}+/gu, '').normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

export function mayBe(role: LooseRole, name: string): boolean {
  const [is, isNot] = OF_ROLE[role];
  const words = simplify(wordsOf(name));
  return is.test(words) && !isNot.test(words);
}

/** True for the name of what is counted or kept by a number of its own, as accounts are: no telephone's. */
export function saysSerial(name: string): boolean {
  return /\b(id|no|seq|sequence|ref|reference|index|idx|serial|account|acct|acc|order|invoice|bill|ticket|case|customer|client|record|session|row)\b|序号|编号|流水|账号|账户|账单|帐|订单|工号|单号|行号|卡号|证件|身份|标识|索引/.test(simplify(wordsOf(name)));
}
