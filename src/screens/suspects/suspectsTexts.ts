import { defineTexts } from '../../words/language.tsx';

export const suspectsTexts = defineTexts({
  shown: [(total: string, of: string) => `${total} of ${of} numbers`, (total: string, of: string) => `${total} / 共 ${of} 个号码`],
  picked: [(count: string) => `${count} selected`, (count: string) => `已选 ${count} 个`],
  waiting: ['…', '…'],
  // actions
  confirm: ['Confirm', '确认'],
  dismiss: ['Dismiss…', '排除…'],
  assign: ['Assign to me', '分派给我'],
  network: ['Network', '关系网络'],
  undo: ['Undo the last decision', '撤销上一个决定'],
  open: ['Open the dossier', '打开号码档案'],
  inspect: ['Show in the inspector, or close it', '在详情栏中显示或关闭'],
  pick: ['Select the row, or not', '选择或取消选择该行'],
  pickRange: ['Select up to this row', '选择到该行'],
  pickAll: ['Select all that match', '全选符合条件的号码'],
  clear: ['Clear the selection', '清除选择'],
  undoPick: ['Undo the last change of the selection', '撤销上一次选择更改'],
  confirmHelp: ['Confirm as fraud', '确认为诈骗号码'],
  assignHelp: ['Assign to me', '分派给我'],
  dismissHelp: ['Dismiss, with a reason', '排除并填写理由'],
  chainHelp: ['Open the chain behind the number', '打开号码的链条'],
  networkHelp: ['Open the network of the selected numbers', '打开所选号码的关系网络'],
  firstOnly: [(most: string, count: string) => `The network opens the first ${most} of ${count} selected numbers.`, (most: string, count: string) => `所选 ${count} 个号码中，关系网络打开前 ${most} 个。`],
  filterHelp: ['Filter', '筛选'],
  tooMany: [(count: string, most: string) => `${count} rows are too many to select at once; filter to at most ${most}.`, (count: string, most: string) => `${count} 行过多，无法一次选择；请筛选到最多 ${most} 行。`],
  notLoaded: ['The row is still loading.', '该行仍在加载。'],
  // empty
  noNumbers: ['There are no numbers in this source yet. Open call records to fill the queue.', '该数据来源中还没有号码。打开话单文件即可生成队列。'],
  openFiles: ['Open files', '打开文件'],
  noneActive: ['No number was active in this window.', '该时间窗内没有活跃号码。'],
  wholeSpan: ['Show the whole span', '显示全部时间'],
  noneMatch: ['No number matches these filters.', '没有符合筛选条件的号码。'],
  clearFilters: ['Clear filters', '清除筛选'],
  someFailed: ['Some rows could not be loaded.', '部分行未能加载。'],
  retry: ['Try again', '重试'],
});

export const facetTexts = defineTexts({
  strip: ['Filters', '筛选'],
  filter: ['Filter by number', '按号码筛选'],
  filterHint: ['part of a number', '号码的一部分'],
  minScore: ['Least score', '最低评分'],
  scores: ['Score', '评分'],
  scoresHelp: [(counts: string) => `Numbers by score, in steps of 10, from 0: ${counts}`, (counts: string) => `按评分统计的号码数（每 10 分一档，从 0 起）：${counts}`],
  logScale: ['bars on a log scale', '条形为对数刻度'],
  atLeast: [(score: string) => `≥ ${score}`, (score: string) => `≥ ${score}`],
  any: ['any', '不限'],
  marks: ['Selection', '选择'],
  onlyMarked: ['Only selected', '仅显示已选'],
  noCounts: ['The counts could not be loaded.', '计数未能加载。'],
  retry: ['Try again', '重试'],
});

export const dismissTexts = defineTexts({
  why: [(what: string) => `Dismiss ${what} because`, (what: string) => `排除 ${what}，理由`],
  many: [(count: string) => `${count} numbers`, (count: string) => `${count} 个号码`],
  other: ['Other…', '其他…'],
  otherLabel: ['Reason in your own words', '自行填写理由'],
  submit: ['Dismiss', '排除'],
  cancel: ['Cancel', '取消'],
});
