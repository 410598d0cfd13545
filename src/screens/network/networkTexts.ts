/** Texts of the network screen. */
import { defineTexts } from '../../words/language.tsx';

export const networkTexts = defineTexts({
  shown: [
    (opened: string, numbers: string, links: string, hidden: string) => `${opened} opened · ${numbers} numbers and ${links} links shown · ${hidden} contacts of the opened not shown`,
    (opened: string, numbers: string, links: string, hidden: string) => `已展开 ${opened} 个 · 显示 ${numbers} 个号码、${links} 条联系 · 已展开号码另有 ${hidden} 个联系人未显示`,
  ],
  loading: ['Loading contacts…', '正在加载联系人…'],
  arranging: ['Arranging…', '正在布局…'],
  // views
  view: ['Show as', '显示方式'],
  graph: ['Graph', '图'],
  table: ['Table', '表格'],
  // toolbar
  tools: ['Graph tools', '关系图工具'],
  selectedTools: ['Selected number', '选中的号码'],
  expand: ['Expand', '展开'],
  collapse: ['Collapse', '收起'],
  pin: ['Pin', '固定'],
  unpin: ['Unpin', '取消固定'],
  hide: ['Hide', '隐藏'],
  keepOnly: ['Keep only', '只保留'],
  dossier: ['Dossier', '档案'],
  // marking
  markedTools: [(n: string) => `${n} marked numbers`, (n: string) => `${n} 个已标记号码`],
  withMarked: [(shown: string, n: string) => `${shown} · ${n} marked`, (shown: string, n: string) => `${shown} · 已标记 ${n} 个`],
  mark: ['Mark or unmark', '标记或取消标记'],
  invertMarks: ['Mark the others instead', '反选标记'],
  unmark: ['Unmark all', '取消全部标记'],
  dragging: ['Dragging', '拖动方式'],
  toolMove: ['Move the graph (Shift and drag marks a rectangle)', '移动画布（按住 Shift 拖动可框选）'],
  toolRectangle: ['Mark by a rectangle (Shift adds, Alt takes out)', '矩形框选（Shift 加选，Alt 减选）'],
  toolLasso: ['Mark by a lasso (Shift adds, Alt takes out)', '套索选择（Shift 加选，Alt 减选）'],
  announcedMarks: [(n: string) => `${n} numbers marked`, (n: string) => `已标记 ${n} 个号码`],
  // common contacts
  commonContacts: ['Common contacts', '共同联系人'],
  noCommon: [(n: string) => `No number is in contact with two of the ${n} marked.`, (n: string) => `没有号码与 ${n} 个已标记号码中的两个有联系。`],
  common: [(of: string, n: string) => `${n} in contact with two or more of the ${of} marked, now shown.`, (of: string, n: string) => `与 ${of} 个已标记号码中至少两个有联系的号码共 ${n} 个，均已显示。`],
  someCommon: [
    (of: string, n: string, shown: string) => `${n} in contact with two or more of the ${of} marked; the ${shown} most surprising are shown, Compare lists the others.`,
    (of: string, n: string, shown: string) => `与 ${of} 个已标记号码中至少两个有联系的号码共 ${n} 个；已显示最值得关注的 ${shown} 个，其余见“比对”。`,
  ],
  // communities
  gather: ['Communities', '社群'],
  withCommunities: [(shown: string, n: string) => `${shown} · ${n} communities`, (shown: string, n: string) => `${shown} · ${n} 个社群`],
  recordsOfLinks: [(records: string, links: string) => `${records} records of ${links} links; open the community to see them`, (records: string, links: string) => `${links} 条联系共 ${records} 条话单；打开社群后可查看`],
  // paths
  pathTools: ['Among marked numbers', '已标记号码之间'],
  findPath: ['Path', '路径'],
  findPathInTime: ['Path in time', '时序路径'],
  path: [
    (a: string, b: string, count: string, steps: number) => `${a} and ${b}: ${count} ${steps === 1 ? 'contact' : 'contacts'} apart.`,
    (a: string, b: string, count: string, _steps: number) => `${a} 与 ${b}：相隔 ${count} 次联系。`,
  ],
  inTime: [(first: string, last: string) => `Word could have passed between ${first} and ${last}.`, (first: string, last: string) => `消息可在 ${first} 至 ${last} 之间传到。`],
  throughHubs: [(hubs: string) => `Nothing leads there but through ${hubs}, which so many call that it says little.`, (hubs: string) => `只能经由 ${hubs} 到达，呼叫该号码的人极多，参考价值低。`],
  noPath: [(a: string, b: string) => `Nothing leads from ${a} to ${b} in these records.`, (a: string, b: string) => `话单中没有从 ${a} 到 ${b} 的路径。`],
  noPathInTime: [
    (a: string, b: string) => `Word could not have passed from ${a} to ${b}: no contacts follow one another in time.`,
    (a: string, b: string) => `消息不可能从 ${a} 传到 ${b}：没有按时间先后相接的联系。`,
  ],
  pngFailed: ['The picture could not be made. Save it as SVG.', '无法生成图片，请保存为 SVG。'],
  undo: ['Undo', '撤销'],
  redo: ['Redo', '重做'],
  arrange: ['Arrange anew', '重新布局'],
  fit: ['Fit to the screen', '适应屏幕'],
  zoomIn: ['Zoom in', '放大'],
  zoomOut: ['Zoom out', '缩小'],
  legend: ['Legend', '图例'],
  each: ['Most telling contacts of each', '每个号码最有价值的联系人数'],
  moveTo: ['To the number in that direction', '移到该方向的号码'],
  nextMeasure: ['Next meaning of size', '切换节点大小含义'],
  toggleTable: ['Graph or table', '图或表格'],
  closeLink: ['Close the link', '关闭联系详情'],
  withKey: [(name: string, key: string) => `${name} (${key})`, (name: string, key: string) => `${name}（${key}）`],
  // summary of the picture
  summary: [
    (shown: string, highest: string) => `Link graph: ${shown}. ${highest} Press t for the same as a table.`,
    (shown: string, highest: string) => `关系图：${shown}。${highest}按 t 键以表格显示相同内容。`,
  ],
  highest: [(number: string, score: string) => `Highest score: ${number} with ${score}.`, (number: string, score: string) => `评分最高：${number}，${score} 分。`],
  announced: [
    (number: string, score: string, shown: string, of: string) => `${number}, ${score}, ${shown} of ${of} contacts shown`,
    (number: string, score: string, shown: string, of: string) => `${number}，${score}，显示 ${of} 个联系人中的 ${shown} 个`,
  ],
  scored: [(score: string) => `score ${score}`, (score: string) => `评分 ${score}`],
  unscored: ['not scored', '未评分'],
  // messages
  unknown: [(numbers: string) => `Not in this dataset: ${numbers}.`, (numbers: string) => `数据集中没有：${numbers}。`],
  removeUnknown: ['Remove', '移除'],
  full: [(n: string) => `${n} numbers are opened, the most at once. Collapse one to open another.`, (n: string) => `已展开 ${n} 个号码，达到上限。请先收起一个再展开其他号码。`],
  layoutFailed: ['The layout failed; the numbers stand in rings instead.', '布局失败，号码改以环形排列。'],
  measureFailed: ['The numbers could not be measured; sizes stand for contacts in the dataset.', '计算失败，节点大小仍表示数据集中的联系人数。'],
  retry: ['Try again', '重试'],
  where: ['Network', '关系网络'],
  allFiltered: ['Nothing is left to show. Loosen the filters in the legend, or show what is hidden.', '没有可显示的内容。请放宽图例中的筛选条件，或重新显示隐藏的号码。'],
  // link panel
  link: ['Selected link', '选中的联系'],
  there: [(a: string, b: string) => `${a} → ${b}`, (a: string, b: string) => `${a} → ${b}`],
  calls: [(count: number, n: string) => (count === 1 ? `${n} call` : `${n} calls`), (_count: number, n: string) => `${n} 次通话`],
  texts: [(count: number, n: string) => (count === 1 ? `${n} text` : `${n} texts`), (_count: number, n: string) => `${n} 条短信`],
  never: ['none', '无'],
  records: [(count: number, n: string) => (count === 1 ? 'Show the record' : `Show the ${n} records`), (_count: number, n: string) => `查看 ${n} 条话单`],
  recordsBetween: [(n: string, a: string, b: string) => `${n} records between ${a} and ${b}`, (n: string, a: string, b: string) => `${a} 与 ${b} 之间的 ${n} 条话单`],
  // start
  startWhy: [
    'The network shows whom a number was in contact with, and opens further from there: double-click a number, or select it and press e. Start from one of the highest suspects, or find any number with the search (Ctrl K).',
    '关系网络显示一个号码与谁联系，并可逐步展开：双击号码，或选中后按 e 键。可从评分最高的可疑号码开始，或用搜索（Ctrl K）查找任意号码。',
  ],
  startSelected: [(number: string) => `Start from ${number}, which is selected`, (number: string) => `从选中的 ${number} 开始`],
  startTop: ['Highest suspects', '评分最高的可疑号码'],
  noSuspects: ['No number in this window has been scored. Widen the window or open other files.', '该时间窗内没有已评分的号码。请扩大时间窗或打开其他文件。'],
});
