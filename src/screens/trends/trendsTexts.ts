/** Texts of the trends screen. */
import { defineTexts } from '../../words/language.tsx';
import { counted } from '../../words/plural.ts';

export const trendsTexts = defineTexts({
  shown: [(weeks: string, span: string) => `${counted(weeks, 'week', 'weeks')}, ${span}`, (weeks: string, span: string) => `${weeks} 周，${span}`],
  measure: ['Measure', '指标'],
  numbers: ['Active numbers', '活跃号码'],
  records: ['Records made', '发起的话单'],
  newNumbers: ['New numbers', '新号码'],
  suspects: ['Score 50 or more', '评分 50\u00A0以上'],
  loading: ['Loading…', '正在加载…'],
  tools: ['Trend tools', '趋势工具'],
  table: ['Table', '表格'],
  tableName: ['Weekly series', '每周序列'],
  toggleTable: ['Show or hide the table', '显示或隐藏表格'],
  csv: ['CSV', 'CSV'],
  png: ['PNG', 'PNG'],
  saveCsv: ['Save the series as CSV', '将序列保存为 CSV'],
  savePng: ['Save the chart as PNG', '将图表保存为 PNG'],
  pngFailed: ['The picture could not be made in this browser. The CSV holds the same figures.', '此浏览器无法生成图片。CSV 包含相同数据。'],
  // units
  unitNumbers: ['numbers active in the week', '当周活跃号码数'],
  unitRecords: ['records that the numbers started in the week', '当周由这些号码发起的话单数'],
  unitNewNumbers: ['numbers first seen in the week', '当周首次出现的号码数'],
  shareOfNumbers: ['share of the numbers active in the week with a score of 50 or more', '评分 50 以上占当周活跃号码的比例'],
  shareOfRecords: ['share of the records of the week that numbers with a score of 50 or more started', '评分 50 以上号码发起的话单占当周话单的比例'],
  shareOfNewNumbers: ['share of the numbers first seen in the week with a score of 50 or more', '评分 50 以上占当周首次出现号码的比例'],
  // headline
  subjectNumbers: [(name: string) => `${name} numbers`, (name: string) => `${name}号码`],
  subjectRecords: [(name: string) => `Records of ${name} numbers`, (name: string) => `${name}号码的话单`],
  subjectNewNumbers: [(name: string) => `New ${name} numbers`, (name: string) => `新增${name}号码`],
  suspectWord: ['suspect', '可疑'],
  rose: [
    (subject: string, by: string, week: string, value: string, before: string, weeks: string) => `${subject} rose ${by} in the week of ${week}: ${value}, against ${before} a week in the ${weeks} full weeks before`,
    (subject: string, by: string, week: string, value: string, before: string, weeks: string) => `${week}当周${subject}上升 ${by}：${value}，此前 ${weeks} 个整周平均每周 ${before}`,
  ],
  fell: [
    (subject: string, by: string, week: string, value: string, before: string, weeks: string) => `${subject} fell ${by} in the week of ${week}: ${value}, against ${before} a week in the ${weeks} full weeks before`,
    (subject: string, by: string, week: string, value: string, before: string, weeks: string) => `${week}当周${subject}下降 ${by}：${value}，此前 ${weeks} 个整周平均每周 ${before}`,
  ],
  appeared: [
    (subject: string, week: string, value: string, weeks: string) => `${subject} appeared in the week of ${week}: ${value}, none in the ${weeks} full weeks before`,
    (subject: string, week: string, value: string, weeks: string) => `${week}当周出现${subject}：${value}，此前 ${weeks} 个整周没有`,
  ],
  noChange: [
    (week: string, weeks: string) => `No clear change in the week of ${week}, against the ${weeks} full weeks before`,
    (week: string, weeks: string) => `${week}当周与此前 ${weeks} 个整周相比无明显变化`,
  ],
  tooFew: [
    (full: string) => `Too few full weeks to tell a change: ${full} here, 4 are needed`,
    (full: string) => `整周过少，无法判断变化：现有 ${full} 周，需要 4 周`,
  ],
  shareNow: [
    (share: string, week: string, low: string, high: string) => `Suspect share ${share} in the week of ${week}; ${low} to ${high} in the full weeks before`,
    (share: string, week: string, low: string, high: string) => `${week}当周可疑占比 ${share}；此前整周为 ${low} 至 ${high}`,
  ],
  shareSame: [
    (share: string, week: string) => `Suspect share ${share} in the week of ${week}, as in each full week before`,
    (share: string, week: string) => `${week}当周可疑占比 ${share}，与此前各整周相同`,
  ],
  shareOnly: [(share: string, week: string) => `Suspect share ${share} in the week of ${week}`, (share: string, week: string) => `${week}当周可疑占比 ${share}`],
  shareNone: ['Suspect share', '可疑占比'],
  share: ['Suspect', '可疑'],
  // notes
  partial: ['Broken lines and hollow points: weeks of which only some days are covered.', '虚线和空心点：仅覆盖部分日期的周。'],
  newNote: ['In the first two weeks nearly every number is new; they are not compared.', '前两周几乎所有号码都是新的，不参与比较。'],
  markedNote: [
    (span: string) => `The window ${span} is marked. It is shorter than four weeks, so the whole span is shown; findings are those of the whole span.`,
    (span: string) => `已标出时间窗 ${span}。它短于四周，因此显示全部时段；检测结果取自全部时段。`,
  ],
  method: [
    'A change is called clear when it exceeds both chance counting and the series’ own ups and downs, at 99%.',
    '变化须同时超出计数的偶然波动和序列自身的起伏（99% 水平）才称为明显。',
  ],
  wholeSpan: ['Show the whole span on every screen', '所有页面显示全部时段'],
  windowSet: [(span: string) => `The window is now ${span}, on every screen.`, (span: string) => `时间窗现为 ${span}，适用于所有页面。`],
  empty: ['There are no records in this window, so there are no weeks to compare.', '该时间窗内没有话单，无法比较各周。'],
  openFiles: ['Open files', '打开文件'],
});
