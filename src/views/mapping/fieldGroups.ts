/** Fields in the groups in which a person thinks of them. */
import type { CommunicationField } from '../../records/communication.ts';
import { defineTexts } from '../../words/language.tsx';

export const fieldGroups = [
  { id: 'who', fields: ['caller', 'callee', 'number', 'other', 'direction'] },
  { id: 'when', fields: ['start', 'date', 'time', 'end'] },
  { id: 'howLong', fields: ['duration', 'answered'] },
  { id: 'what', fields: ['type'] },
  { id: 'device', fields: ['imei', 'imsi'] },
  { id: 'place', fields: ['cell', 'lac', 'place'] },
] as const satisfies readonly { id: string; fields: readonly CommunicationField[] }[];

export const groupTexts = defineTexts({
  who: ['Who', '谁'],
  whoHint: ['Caller and callee; or own number, other number and direction.', '主叫和被叫；或本机号码、对方号码和呼叫方向。'],
  when: ['When', '何时'],
  whenHint: ['Date and time in one column, or in two.', '日期和时间在同一列，或分为两列。'],
  howLong: ['How long', '多久'],
  howLongHint: ['Without a duration, the end of the call will do.', '没有时长时，可用结束时间。'],
  what: ['What', '类型'],
  whatHint: ['Without it, all are calls.', '未指定时均按通话处理。'],
  device: ['Device', '设备'],
  deviceHint: ['Of the own number, or of the caller.', '本机号码或主叫的设备。'],
  place: ['Where', '地点'],
  placeHint: ['Cell of the own number, or of the caller.', '本机号码或主叫所在基站小区。'],
});
