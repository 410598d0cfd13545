import type { ListRole } from '../../records/recordTables.ts';
import type { KindDeclaration } from './kindDeclaration.ts';
import { numberNames } from './kindDeclaration.ts';

/** 名单: numbers that were seized, are watched, or are to be left alone. A file of one number a line is one too. */
export const numberLists: KindDeclaration = {
  kind: 'numberLists',
  needs: [['number']],
  signs: ['number'],
  fields: [
    { field: 'number', as: 'number', isRequired: true, names: [...numberNames, 'numbers', 'phones', 'seized number', 'seized numbers', 'blocked number', 'blacklisted number', 'watched number', 'whitelisted number', 'special number', 'special numbers', '名单', '号码名单', '涉诈号码', '特殊号码', '重点号码', '黑名单', '白名单', '黑名单号码', '白名单号码', '关注号码', '查获号码', '缴获号码', '布控号码', '封停号码'] },
    { field: 'label', as: 'text', names: ['label', 'tag', 'kind', 'type', 'list', 'list name', 'category', 'class', 'reason', 'note', 'remark', 'remarks', 'status', 'comment', 'group', 'role', '标签', '标记', '类型', '类别', '名单类型', '名单', '分类', '原因', '备注', '说明', '状态', '性质', '号码类型', '来源类型'] },
    { field: 'source', as: 'text', names: ['source', 'case', 'case no', 'case id', 'origin', 'from', 'reported by', 'unit', '来源', '案件', '案件编号', '案号', '单位', '提供单位', '数据来源'] },
    { field: 'date', as: 'time', names: ['date', 'time', 'added', 'added at', 'seized at', 'seized on', 'seizure date', 'listed on', 'created at', '日期', '时间', '查获日期', '缴获日期', '入库时间', '登记时间', '录入时间', '添加时间'] },
  ],
};

/** Words of a label, a column or a file's name that say what a list is. */
const roleWords: readonly (readonly [ListRole, RegExp])[] = [
  // What a list denies it must not accuse of.
  ['other', /(?:非|未|不|无|已解|解除)(?:涉案|涉诈|诈骗|查获|扣押|封停|关停|封|关注|布控|嫌疑|可疑)|(?:\bnot|\bnon|\bno|\bun)[\s-]*(?:fraud|scam|seiz|block|suspect|black\s*list|watch)/i],
  ['other', /^(正常|无关|innocent|benign|legit|legitimate|normal|ok|clean|not fraud|0|n|no|false)$/i],
  ['leftAlone', /special|特殊|白名单|white\s*list|allow\s*list|leave|left[\s_-]*alone|exempt|exclude|except|ignore|排除|免打扰|豁免|保护|剔除|不查/i],
  ['victim', /victim|complain|reporter|受害|报案|被害|事主|投诉/i],
  ['seized', /seiz|confiscat|captur|recovered|涉案|涉诈|诈骗|fraud|scam|查获|缴获|扣押|收缴|起获|黑名单|black\s*list|封停|关停|blocked/i],
  ['watched', /watch|monitor|suspect|关注|布控|重点|监控|嫌疑|可疑/i],
];

/** What a list is by what it is called; null when the name does not say. */
export function listRoleOf(text: string): ListRole | null {
  const plain = text.normalize('NFKC').replaceAll('_', ' ').trim();
  return roleWords.find(([, words]) => words.test(plain))?.[0] ?? null;
}

/** What a labelled number is: by its label, else by its file. A label that says nothing known in a file that says nothing is only shown. */
export function roleOfLabel(label: string, file: string): ListRole {
  return listRoleOf(label) ?? listRoleOf(file) ?? (label === '' ? 'watched' : 'other');
}
