import type { TieKind } from '../../analysis/chain/chainHop.ts';
import { defineTexts } from '../../words/language.tsx';
import type { Texts } from '../../words/language.tsx';
import { counted } from '../../words/plural.ts';

export const chainTexts = defineTexts({
  title: [(number: string) => `Chain of ${number}`, (number: string) => `${number} 的链条`],
  shown: [(hops: string, missing: string) => `${counted(hops, 'hop', 'hops')}, ${missing} missing`, (hops: string, missing: string) => `${hops} 环，缺 ${missing} 环`],
  unknown: ['No record in this dataset names this number. Look for another above, or open the files that do.', '该数据集中没有任何记录涉及此号码。请在上方查找其他号码，或打开相关文件。'],
  upstream: ['From victim to supply', '从受害人到供应方'],
  downstream: ['To the money', '资金去向'],
  details: ['What this hop rests on', '该环节的依据'],
  caller: ['Number', '号码'],
  pick: ['Choose a hop to see what it rests on.', '选择一个环节以查看依据。'],
  none: ['The open records show none.', '已打开的记录中没有。'],
  missing: ['Missing', '缺失'],
  weakest: ['weakest link', '最弱一环'],
  more: [(count: string) => `${count} more`, (count: string) => `另外 ${count} 个`],
  fewer: ['Fewer', '收起'],
  records: [(count: string) => counted(count, 'record', 'records'), (count: string) => `${count} 条记录`],
  strength: ['Strength', '强度'],
  from: ['From', '自'],
  to: ['To', '至'],
  span: ['Span', '时间范围'],
  alternatives: ['It could also be', '也可能是'],
  where: ['Records', '记录'],
  line: [(file: string, line: string) => `${file}:${line}`, (file: string, line: string) => `${file} 第 ${line} 行`],
  comma: [', ', '、'],
  ring: ['Numbers of the same chain', '同一链条的号码'],
  ringCount: [
    (numbers: string, victims: string) => `${counted(numbers, 'number', 'numbers')}, ${counted(victims, 'victim', 'victims')} between them`,
    (numbers: string, victims: string) => `${numbers} 个号码，共 ${victims} 名受害人`,
  ],
  ringNetwork: ['Show together in the network', '在关系网中一并查看'],
  results: ['results', '结果'],
  score: ['Score', '评分'],
  shares: ['What they share', '共同之处'],
  victims: ['Victims', '受害人'],
  noVictims: ['none found', '未发现'],
  noCalls: ['no calls here', '无通话'],
});

/** What two numbers of a chain share, with its name. */
export const tieWords = defineTexts({
  device: [(name: string) => `device ${name}`, (name: string) => `设备 ${name}`],
  document: [(name: string) => `document ${shortName(name)}`, (name: string) => `证件 ${shortName(name)}`],
  bankCard: [(name: string) => `bank card ${name}`, (name: string) => `银行卡 ${name}`],
  pool: [(name: string) => `contract ${name}`, (name: string) => `合同 ${name}`],
  merchant: [(name: string) => `merchant ${name}`, (name: string) => `号商 ${name}`],
} satisfies Record<TieKind, Texts[string]>);

/** The beginning of a hash tells it apart. */
function shortName(name: string): string {
  return /^[0-9a-f]{16,}$/i.test(name) ? `${name.slice(0, 8)}…` : name;
}
