/** Texts of the comparison of sets. */
import type { SetExpressionFault } from '../../../analysis/sets/setExpression.ts';
import { defineTexts } from '../../../words/language.tsx';
import type { Texts } from '../../../words/language.tsx';
import { counted } from '../../../words/plural.ts';

export const setsTexts = defineTexts({
  sets: ['Sets', '集合'],
  set: [(name: string) => `Set ${name}`, (name: string) => `集合 ${name}`],
  name: ['Name', '名称'],
  content: ['Made of', '来源'],
  add: ['Add a set', '添加集合'],
  remove: ['Remove', '移除'],
  // what a set is made of
  numbers: ['Numbers', '号码'],
  numbersOrFile: ['Numbers or a file', '号码或文件'],
  list: ['List of the dataset', '数据集名单'],
  scene: ['Cells and a time', '基站与时段'],
  devices: ['Devices (IMEI)', '设备（IMEI）'],
  suspects: ['Findings and score', '检测结果与评分'],
  group: ['Marked numbers', '已标记号码'],
  groupNow: [(count: string) => `${counted(count, 'number is', 'numbers are')} marked now`, (count: string) => `当前已标记 ${count} 个号码`],
  groupNone: ['Nothing is marked. Mark numbers in Suspects (x) or in the network.', '尚未标记号码。请在可疑号码中按 x 标记，或在关系网络中选取。'],
  typed: ['Numbers, one a line', '号码，每行一个'],
  file: ['From a file…', '从文件…'],
  fileRead: [(name: string, count: string, rejected: string) => `${name}: ${counted(count, 'number', 'numbers')}, ${counted(rejected, 'row', 'rows')} unreadable`, (name: string, count: string, rejected: string) => `${name}：${count} 个号码，${rejected} 行无法读取`],
  fileFailed: [(name: string) => `${name} holds neither records nor numbers that can be read. Save it as text or CSV, one number a line.`, (name: string) => `${name} 中没有可读取的话单或号码。请另存为文本或 CSV，每行一个号码。`],
  reading: ['Reading…', '正在读取…'],
  keptList: [(label: string, count: string) => `${label} · ${counted(count, 'number', 'numbers')}`, (label: string, count: string) => `${label} · ${count} 个号码`],
  pasted: ['pasted', '粘贴'],
  result: ['result', '结果'],
  keptGone: [(label: string) => `${label} is not kept in this browser. Choose the file again.`, (label: string) => `本浏览器未保存 ${label}，请重新选择文件。`],
  whichList: ['List', '名单'],
  noLists: ['The dataset has no number lists.', '数据集中没有名单。'],
  listOption: [(name: string, role: string, count: string) => `${name} · ${role} · ${count}`, (name: string, role: string, count: string) => `${name} · ${role} · ${count}`],
  cells: ['Cells, with commas between', '基站小区，用逗号分隔'],
  from: ['From', '从'],
  to: ['To (excluded)', '至（不含）'],
  metres: ['Metres around', '周围米数'],
  imeis: ['IMEIs, with commas between', 'IMEI，用逗号分隔'],
  anyFinding: ['Any or none', '不限'],
  finding: ['Finding', '检测结果'],
  minScore: ['Score from', '评分不低于'],
  // expression
  expression: ['Expression', '表达式'],
  expressionHelp: ['& in both · | in either · - in the first only · ^ in exactly one · ( )', '& 交集 · | 并集 · - 差集 · ^ 对称差 · ( )'],
  quick: ['Quick', '常用'],
  all: ['In all', '全部共有'],
  any: ['In any', '任一包含'],
  onlyFirst: ['Only in the first', '仅在第一个'],
  atLeastTwo: ['In two or more', '至少两个'],
  leaveAlone: ['Leave out numbers to be left alone', '排除特殊号码'],
  run: ['Compare', '比对'],
  incomplete: [(name: string) => `Set ${name} is not complete.`, (name: string) => `集合 ${name} 未填写完整。`],
  badName: ['Names begin with a letter and are different.', '名称须以字母开头且互不相同。'],
  needSets: ['Give each set its numbers and say how to combine them.', '请填写各集合，并说明如何组合。'],
  // recipes
  recipes: ['Saved', '已保存'],
  openRecipe: ['Open a saved comparison…', '打开已保存的比对…'],
  saveAs: ['Save as', '另存为'],
  save: ['Save', '保存'],
  forget: ['Forget', '删除'],
  saved: [(title: string) => `Saved: ${title}`, (title: string) => `已保存：${title}`],
  forgotten: [(title: string) => `Forgotten: ${title}`, (title: string) => `已删除：${title}`],
  // result
  found: [(total: string, inRecords: string) => `${counted(total, 'number', 'numbers')}, of which ${inRecords} in the records`, (total: string, inRecords: string) => `${total} 个号码，其中 ${inRecords} 个在话单中`],
  leftOut: [(count: string) => `${count} to be left alone were left out`, (count: string) => `已排除特殊号码 ${count} 个`],
  leftIn: [(count: string) => `${count} of them are to be left alone`, (count: string) => `其中特殊号码 ${count} 个`],
  shown: [(count: string) => `the ${count} of highest score are shown`, (count: string) => `显示评分最高的 ${count} 个`],
  sizes: ['Sizes', '各集合'],
  unread: [(count: string) => `${counted(count, 'entry', 'entries')} no number`, (count: string) => `${count} 项不是号码`],
  unknown: [(list: string) => `unknown: ${list}`, (list: string) => `未找到：${list}`],
  none: ['Nothing is left.', '结果为空。'],
  inSets: ['In sets', '所属集合'],
  records: ['Records', '话单'],
  noRecords: ['in no record', '不在话单中'],
  toQueue: ['To the queue', '进入队列'],
  toNetwork: ['Network', '关系网络'],
  mark: ['Mark', '标记'],
  asSet: ['As a new set', '作为新集合'],
  marked: [(count: string) => `${counted(count, 'number', 'numbers')} marked`, (count: string) => `已标记 ${count} 个号码`],
  firstOnly: [(most: string, all: string) => `The first ${most} of ${all}, by score.`, (most: string, all: string) => `按评分取前 ${most} 个，共 ${all} 个。`],
});

const faults = defineTexts({
  expectedSet: ['a set or ( should stand here', '此处应为集合或 ('],
  expectedOperator: ['one of & | - ^ should stand here', '此处应为 & | - ^ 之一'],
  unclosed: ['this ( is never closed', '此 ( 未闭合'],
  unopened: ['this ) was never opened', '此 ) 没有对应的 ('],
  unknownSet: ['there is no set of this name', '没有此名称的集合'],
  strangeCharacter: ['this sign means nothing here', '此符号无意义'],
  tooDeep: ['more brackets in each other than can be read', '括号嵌套过深'],
} satisfies Record<SetExpressionFault['code'], Texts[string]>);

export { faults as setFaultTexts };

export const faultPlace = defineTexts({
  at: [(column: string, found: string, what: string) => `Column ${column}${found === '' ? '' : ` (${found})`}: ${what}`, (column: string, found: string, what: string) => `第 ${column} 列${found === '' ? '' : `（${found}）`}：${what}`],
});
