/** Texts of sequences and of two numbers beside each other. */
import type { SamePersonSign } from '../../analysis/compare/portrait.ts';
import { defineTexts } from '../../words/language.tsx';
import type { Texts } from '../../words/language.tsx';
import { counted } from '../../words/plural.ts';

export const sequenceTexts = defineTexts({
  within: ['Minutes between', '间隔分钟'],
  need: ['Give a number or more.', '请给出一个或多个号码。'],
  via: ['At', '居中号码'],
  first: ['First', '先'],
  second: ['Then', '后'],
  out: [(number: string) => `→ ${number}`, (number: string) => `→ ${number}`],
  in: [(number: string) => `← ${number}`, (number: string) => `← ${number}`],
  arrows: ['→ the number in the middle called or wrote; ← it was called or written to.', '→ 居中号码呼出；← 居中号码被呼。'],
  times: ['Times', '次数'],
  ofFirst: [(times: string, of: string) => `${times} of ${of}`, (times: string, of: string) => `${times} / ${of}`],
  gap: ['Between', '间隔'],
  found: [
    (found: string, tested: string) => `${counted(found, 'sequence', 'sequences')} at 5% false discovery, of ${tested} pairs of contacts.`,
    (found: string, tested: string) => `在 ${tested} 对联系人中，5% 错误发现率下有 ${found} 个呼叫序列。`,
  ],
  none: ['No contact follows another three times or more.', '没有联系人先后相随三次以上。'],
  occasions: ['The latest', '最近各次'],
  dayRecords: ['The records of that day', '当日话单'],
  records: [(number: string) => `Records with ${number}`, (number: string) => `与 ${number} 的话单`],
});

export const portraitTexts = defineTexts({
  one: ['One number', '号码一'],
  other: ['The other', '号码二'],
  need: ['Give two numbers.', '请给出两个号码。'],
  same: ['Give two different numbers.', '请给出两个不同的号码。'],
  swap: ['Swap', '互换'],
  // one person?
  samePerson: ['One person?', '是否同一人？'],
  clearlyFor: [(weight: string) => `Weight ${weight}: the signs speak clearly for one person with two numbers.`, (weight: string) => `权重 ${weight}：证据明显支持同一人持有两个号码。`],
  leansFor: [(weight: string) => `Weight ${weight}: the signs lean towards one person, but do not settle it.`, (weight: string) => `权重 ${weight}：证据倾向于同一人，但不足以认定。`],
  leansAgainst: [(weight: string) => `Weight ${weight}: the signs lean towards two persons, but do not settle it.`, (weight: string) => `权重 ${weight}：证据倾向于两个人，但不足以认定。`],
  clearlyAgainst: [(weight: string) => `Weight ${weight}: the signs speak clearly for two persons.`, (weight: string) => `权重 ${weight}：证据明显表明是两个人。`],
  weightNote: ['Weights are log-likelihood ratios against any two persons; about 3 is odds of 20 to 1. Two numbers picked out of many need more than two picked for a reason.', '权重为相对于任意两人的对数似然比，3 约为 20 比 1。从大量号码中挑出的一对，需要比有理由怀疑的一对更强的证据。'],
  sign: ['Sign', '证据'],
  found: ['Found', '实际'],
  weight: ['Weight', '权重'],
  speaksFor: ['for', '支持'],
  speaksAgainst: ['against', '反对'],
  expected: [(count: string) => `by chance ${count}`, (count: string) => `偶然预期 ${count}`],
  // sides
  sides: ['Beside each other', '并列对照'],
  figure: ['Figure', '指标'],
  records: ['Records', '话单'],
  contacts: ['Contacts', '联系人'],
  first: ['First', '首次'],
  last: ['Last', '末次'],
  perDay: ['Records a day', '每日话单'],
  outgoing: ['Outgoing', '呼出占比'],
  talk: ['Typical talk', '典型通话时长'],
  rhythm: ['Rhythm', '作息'],
  // between them
  between: ['Between the two', '两者之间'],
  direct: [(calls: string, texts: string, talk: string) => `${counted(calls, 'call', 'calls')}, ${counted(texts, 'message', 'messages')}, ${talk}`, (calls: string, texts: string, talk: string) => `${calls} 次通话、${texts} 条短信，共 ${talk}`],
  noDirect: ['No direct contact.', '没有直接联系。'],
  directSpan: [(first: string, last: string) => `from ${first} to ${last}`, (first: string, last: string) => `${first} 至 ${last}`],
  seeRecords: ['Their records', '查看话单'],
  together: ['At one place', '同时同地'],
  togetherOf: [
    (hours: string, seen: string, expected: string, chance: string) => `${counted(hours, 'hour', 'hours')} at one place, of ${seen} in which both were seen; by habit ${expected} (chance ${chance})`,
    (hours: string, seen: string, expected: string, chance: string) => `同地 ${hours} 小时，两者均出现 ${seen} 小时；仅凭习惯预期 ${expected}（偶然概率 ${chance}）`,
  ],
  noPlaces: ['The records of one of them name no cell.', '其中一方的话单没有基站小区。'],
  relays: ['In sequence', '先后联系'],
  relaysOf: [
    (from: string, to: string, times: string, expected: string, chance: string) => `${from} and then ${to} with the same number within 15 minutes: ${times} times; by chance ${expected} (${chance})`,
    (from: string, to: string, times: string, expected: string, chance: string) => `${from} 之后 15 分钟内 ${to} 联系同一号码：${times} 次；偶然预期 ${expected}（${chance}）`,
  ],
  devices: ['Devices of both', '共用设备'],
  cells: ['Cells of both', '共同基站'],
  none: ['none', '无'],
  counts: [(name: string, a: string, b: string) => `${name} (${a} · ${b})`, (name: string, a: string, b: string) => `${name}（${a} · ${b}）`],
  common: ['Contacts of both', '共同联系人'],
  commonOf: [(total: string, expected: string) => `${total}; by chance ${expected}`, (total: string, expected: string) => `${total} 个；偶然预期 ${expected}`],
});

export const signWords = defineTexts({
  contacts: ['Contacts in common', '共同联系人'],
  devices: ['Devices in common', '共用设备'],
  cells: ['Half days in the other’s cells', '在对方基站的半天占比'],
  together: ['Hours at one place', '同时同地小时'],
  overlap: ['Talks at the same time with others', '同一时刻各自与他人通话'],
  talks: ['Conversations with each other', '相互通话'],
  rhythm: ['Hours of the day that coincide', '一天时段重合'],
} satisfies Record<SamePersonSign, Texts[string]>);
