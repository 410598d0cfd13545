/** Words of the chain: its lanes, what each hop's strength was measured against, what to ask for. */
import type { HopEvidence, HopKind, HopTest, MissingHop } from '../analysis/chain/chainHop.ts';
import { formatIn, phoneText } from './format.ts';
import type { Format } from './format.ts';
import { defineTexts, textsIn } from './language.tsx';
import type { Language, Texts } from './language.tsx';

export const hopWords = defineTexts({
  victim: ['Victim', '受害人'],
  device: ['Device', '设备'],
  card: ['SIM card', '手机卡'],
  outlet: ['Outlet', '网点'],
  merchant: ['Number merchant', '号商'],
  pool: ['Pool contract', '号段合同'],
  insider: ['Insider', '内鬼'],
  account: ['Account', '账号'],
  bankCard: ['Bank card', '银行卡'],
} satisfies Record<HopKind, Texts[string]>);

const testTexts = defineTexts({
  paidAfterTalk: [
    (f: Facts) => `Payments within half an hour of a talk with the number: ${f['payments']}, ${f['amount']} in all. At the rate at which they usually pay, ${f['expected']} would be expected.`,
    (f: Facts) => `与该号码通话后半小时内有 ${f['payments']} 笔付款，共 ${f['amount']}。按其平常付款频率，预期 ${f['expected']} 笔。`,
  ],
  listedVictim: [
    (f: Facts) => `The list ${f['list']} names them as a victim, and they spoke with the number. By chance it would have spoken with ${f['expected']} of those on the list.`,
    (f: Facts) => `名单 ${f['list']} 列为受害人，且与该号码通过话。随机情况下预期通话的名单内人数为 ${f['expected']}。`,
  ],
  calledBack: [
    (f: Facts) => `They called back a call that only rang, as ${f['calledBack']} did; the number let ${f['rings']} ring.`,
    (f: Facts) => `回拨了仅响铃的来电；共 ${f['calledBack']} 人如此，该号码响铃即挂 ${f['rings']} 次。`,
  ],
  seenIn: [
    (f: Facts, count: string) => `${count} of ${f['of']} records name it. One in a hundred may be wrong (assumed).`,
    (f: Facts, count: string) => `${f['of']} 条记录中有 ${count} 条载明。假设百分之一有误。`,
  ],
  register: [
    (f: Facts) => (f['numbers'] === undefined ? 'The register says so.' : `The register says so. Of ${f['numbers']} other numbers of the same origin, ${f['bad']} went bad.`),
    (f: Facts) => (f['numbers'] === undefined ? '登记资料载明。' : `登记资料载明。同一来源的另外 ${f['numbers']} 个号码中有 ${f['bad']} 个涉案或可疑。`),
  ],
  concentration: [
    (f: Facts) => `Of its ${f['numbers']} other numbers, ${f['bad']} went bad: more than chance gives to any of ${f['agents']} agents.`,
    (f: Facts) => `其另外 ${f['numbers']} 个号码中有 ${f['bad']} 个涉案或可疑，超出 ${f['agents']} 家代理商的随机范围。`,
  ],
  procedure: [
    (f: Facts) => `Entered the contract of which ${f['bad']} of ${f['numbers']} other numbers went bad${f['selfApproved'] === '1' ? ', and approved it alone' : ''}${f['foreignHosts'] !== '0' ? '; it was approved from the same host' : ''}${f['outOfHours'] !== '0' ? '; out of office hours' : ''}. Held against ${f['contracts']} contracts.`,
    (f: Facts) => `经办该合同，其另外 ${f['numbers']} 个号码中有 ${f['bad']} 个涉案或可疑${f['selfApproved'] === '1' ? '，且自行审批' : ''}${f['foreignHosts'] !== '0' ? '；审批出自同一主机' : ''}${f['outOfHours'] !== '0' ? '；在非工作时间' : ''}。与 ${f['contracts']} 份合同比较。`,
  ],
  registered: [
    (f: Facts) => `The platform names the number; for ${f['withCode']} of ${f['accounts']} a code came within minutes.`,
    (f: Facts) => `平台载明该号码；${f['accounts']} 个账号中有 ${f['withCode']} 个在数分钟内收到验证码。`,
  ],
  passedOn: [
    (f: Facts) => `${f['passedOn']} of ${f['in']} payments in, ${f['amount']} altogether from ${f['payers']} cards, went on within hours; ${f['afterTalk']} came after a talk with a number that went bad.`,
    (f: Facts) => `来自 ${f['payers']} 张卡的 ${f['in']} 笔入账（共 ${f['amount']}）中有 ${f['passedOn']} 笔在数小时内转出；其中 ${f['afterTalk']} 笔发生在与涉案号码通话之后。`,
  ],
} satisfies Record<HopTest, Texts[string]>);

type Facts = Readonly<Record<string, string>>;

/** What a hop rests on, as a sentence with its figures. */
export function hopSentence({ test, count, facts }: HopEvidence, format: Format, language: Language): string {
  const shown = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, typeof value === 'string' ? value : name === 'amount' ? format.money(value) : Number.isInteger(value) ? format.count(value) : format.ratio(value)]));
  return textsIn(testTexts, language)[test](shown, format.count(count));
}

const askTexts = defineTexts({
  operator: ['Ask the operator', '向运营商调取'],
  bank: ['Ask the banks', '向银行调取'],
  platform: ['Ask the platforms', '向平台调取'],
  communications: ['for its call records', '该号码话单'],
  imei: ['for call records with the IMEI', '含 IMEI 的话单'],
  imsi: ['for call records with the IMSI', '含 IMSI 的话单'],
  subscriptions: ['for its registration: document, outlet, agent', '开户资料：证件、网点、代理商'],
  pools: ['for the number-pool contract', '号段合同'],
  accessLog: ['for the access log around its signing', '签订前后的内部操作日志'],
  registrations: ['that sent codes for the accounts made with it', '（发送验证码的）注册账号'],
  transfers: ['for cards and transfers', '银行卡及转账记录'],
  about: [(what: string, about: string) => `${what} (${about}).`, (what: string, about: string) => `${what}（${about}）。`],
});

/** Which record to ask for, and from whom. */
export function askSentence({ kind, record, from, about }: MissingHop, language: Language): string {
  const t = textsIn(askTexts, language);
  // Only senders of codes are several; others are a number, or a name that may have a comma.
  const names = kind === 'account' ? about.split(', ') : [about];
  return t.about(`${t[from]}${language === 'zh' ? '' : ' '}${t[record]}`, formatIn(language).list(names.map(phoneText)));
}
