/** Names of a communication's fields, as the mapping shows them. */
import { communicationFields } from '../records/communication.ts';
import type { CommunicationField } from '../records/communication.ts';
import { tableFields } from '../records/recordKinds.ts';
import { tableFieldWords } from './kinds.ts';
import { defineTexts, textsIn } from './language.tsx';
import type { Language, Texts } from './language.tsx';

export const fieldWords = defineTexts({
  caller: ['Caller', '主叫'],
  callee: ['Callee', '被叫'],
  number: ['Own number', '本机号码'],
  other: ['Other number', '对方号码'],
  direction: ['Direction', '呼叫方向'],
  type: ['Call or message', '通话或短信'],
  start: ['Date and time', '开始时间'],
  date: ['Date', '日期'],
  time: ['Time of day', '时刻'],
  end: ['End', '结束时间'],
  duration: ['Duration', '时长'],
  answered: ['Answered', '是否接通'],
  imei: ['IMEI', 'IMEI'],
  imsi: ['IMSI', 'IMSI'],
  cell: ['Cell', '基站小区'],
  lac: ['Location area (LAC)', '位置区（LAC）'],
  place: ['Place', '地点'],
} satisfies Record<CommunicationField, Texts[string]>);

/** A name of a table's column, or of a field that makes one. */
export function tableColumnText(column: string, language: Language): string {
  const field = tableFields.find((name) => name === column) ?? (column === 'first' ? 'rangeFrom' : column === 'last' ? 'rangeTo' : null);
  return field === null ? column : textsIn(tableFieldWords, language)[field];
}

/** A field's name, or the text as it is when it names none. */
export function fieldText(field: string, language: Language): string {
  const known = communicationFields.find((name) => name === field);
  if (known !== undefined) return textsIn(fieldWords, language)[known];
  const ofTable = tableFields.find((name) => name === field);
  return ofTable === undefined ? field : textsIn(tableFieldWords, language)[ofTable];
}
