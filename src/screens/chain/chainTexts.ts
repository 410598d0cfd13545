import { defineTexts } from '../../words/language.tsx';
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
  strengthOf: [(strength: string, chance: string) => `${strength} (${chance})`, (strength: string, chance: string) => `${strength}（${chance}）`],
  from: ['From', '自'],
  to: ['To', '至'],
  span: ['Span', '时间范围'],
  alternatives: ['It could also be', '也可能是'],
  where: ['Records', '记录'],
  line: [(file: string, line: string) => `${file}:${line}`, (file: string, line: string) => `${file} 第 ${line} 行`],
  comma: [', ', '、'],
});
