import type { ColumnId } from './columns.ts';
import { defineTexts } from '../../words/language.tsx';
import type { Texts } from '../../words/language.tsx';

export const gridTexts = defineTexts({
  rows: ['Queue', '队列'],
  next: ['Next row', '下一行'],
  previous: ['Previous row', '上一行'],
  pageDown: ['One page down', '下一页'],
  pageUp: ['One page up', '上一页'],
  first: ['First row', '第一行'],
  last: ['Last row', '最后一行'],
  pick: [(number: string) => `Select ${number}`, (number: string) => `选择 ${number}`],
  pickAll: ['Select all that match', '全选符合条件的号码'],
  loading: ['loading', '加载中'],
  coverage: [(share: string) => `cov. ${share}`, (share: string) => `覆盖 ${share}`],
  coverageHelp: [(share: string) => `Coverage ${share}: the files give only this part of the score’s evidence.`, (share: string) => `证据覆盖率 ${share}：话单仅能提供评分所需证据的这一部分。`],
  weeks: [(counts: string) => `Records by week: ${counts}`, (counts: string) => `每周话单记录：${counts}`],
  resize: ['Drag, or Shift+← Shift+→ on the header, to change the width', '拖动，或在表头按 Shift+← Shift+→ 调整列宽'],
});

/** Headers as they stand in the table. */
export const columnHeads = defineTexts({
  pick: ['', ''],
  score: ['Score', '评分'],
  number: ['Number', '号码'],
  why: ['Why', '理由'],
  weeks: ['Weeks', '每周'],
  callsPerContact: ['C/c', '人均'],
  outgoing: ['Out', '呼出'],
  imeis: ['IMEI', 'IMEI'],
  lastSeen: ['Last seen', '最后出现'],
  status: ['Status', '状态'],
} satisfies Record<ColumnId, Texts[string]>);

/** What the short headers mean. */
export const columnHelp = defineTexts({
  pick: ['Select', '选择'],
  score: ['Score 0–100: probability at the stated base rate', '评分 0–100：按所示基准比例计算的概率'],
  number: ['Number', '号码'],
  why: ['Reasons, strongest first', '理由，由强到弱'],
  weeks: ['Records in each of the last 12 weeks', '最近 12 周每周话单记录'],
  callsPerContact: ['Calls per contact', '每个联系人的通话次数'],
  outgoing: ['Share of calls and messages that are outgoing', '通话和短信中呼出的占比'],
  imeis: ['Devices (IMEIs) the number was used in', '该号码使用过的设备（IMEI）数'],
  lastSeen: ['Last record', '最后一条记录的时间'],
  status: ['Status', '状态'],
} satisfies Record<ColumnId, Texts[string]>);
