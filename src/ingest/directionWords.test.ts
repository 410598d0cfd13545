import { describe, expect, it } from 'vitest';
import { readAnswered, readWord, type Meaning } from './directionWords.ts';

const out = { direction: 'out' } as const;
const into = { direction: 'in' } as const;
const call = { type: 'call' } as const;
const text = { type: 'text' } as const;
const missed = { ...into, ...call, answered: false } as const;

describe('The word', () => {
  it.each<[string, Meaning]>([
    ['主叫', { ...out, ...call }], ['被叫', { ...into, ...call }], ['呼出', out], ['呼入', into], ['拨出', out], ['拨打', out], ['接听', into], ['未接', missed], ['未接来电', missed], ['来电', { ...into, ...call }], ['去电', { ...out, ...call }],
    ['主叫(国内)', { ...out, ...call }], ['国内主叫', { ...out, ...call }], ['语音主叫', { ...out, ...call }], ['主叫未接通', { ...out, ...call, answered: false }], ['主叫未接', { ...out, ...call, answered: false }], ['被叫未接', { ...into, ...call, answered: false }],
    ['短信', text], ['短信发送', { ...out, ...text }], ['短信接收', { ...into, ...text }], ['发送短信', { ...out, ...text }], ['接收短信', { ...into, ...text }], ['短信主叫', { ...out, ...text }], ['发送', out], ['接收', into], ['彩信', text], ['点对点短信', text], ['收短信'.replace('收', '接收'), { ...into, ...text }],
    ['呼叫转移', { ...out, ...call }], ['语音', call], ['语音通话', call], ['视频通话', call], ['普通语音', call], ['已接来电', { ...into, ...call, answered: true }], ['拒接', missed],
    ['Outgoing', out], ['OUTGOING', out], ['Incoming', into], ['Missed', missed], ['Missed Call', missed], ['missed outgoing call', { ...out, ...call, answered: false }], ['out', out], ['in', into], ['OUT', out], ['In', into], ['o', out], ['i', into], ['MO', out], ['MT', into], ['MOC', { ...out, ...call }], ['MTC', { ...into, ...call }],
    ['Originating', out], ['Terminating', into], ['terminated', into], ['CALL_OUT', { ...out, ...call }], ['CALL-IN', { ...into, ...call }], ['call in', { ...into, ...call }], ['SMS_IN', { ...into, ...text }], ['SMS-OUT', { ...out, ...text }], ['SmsOut', { ...out, ...text }], ['SMO', { ...out, ...text }], ['SMT', { ...into, ...text }],
    ['SMSMO', { ...out, ...text }], ['SMSMT', { ...into, ...text }], ['MO SMS', { ...out, ...text }], ['MT-SMS', { ...into, ...text }], ['a_out', out], ['a_in', into], ['Voice', call], ['VOICE_OUT', { ...out, ...call }], ['voice call', call], ['Call', call], ['SMS', text], ['text', text], ['Text message', text], ['message', text],
    ['Incoming call', { ...into, ...call }], ['Outgoing Call', { ...out, ...call }], ['Received Call', { ...into, ...call }], ['Dialed', out], ['Dialled call', { ...out, ...call }], ['inbound', into], ['outbound', out], ['Sent', { ...out, ...text }], ['Received', into], ['received sms', { ...into, ...text }], ['inbox', { ...into, ...text }],
    ['ANSWERED', { answered: true }], ['NO ANSWER', { answered: false }], ['no-answer', { answered: false }], ['BUSY', { answered: false }], ['FAILED', { answered: false }], ['Rejected', { direction: 'in', answered: false }], ['not answered', { answered: false }], ['ＯＵＴ', out], [' out ', out],
    ['始呼', { ...out, ...call }], ['终呼', { ...into, ...call }], ['發訊', { ...out, ...text }], ['收訊', { ...into, ...text }], ['撥出', out], ['撥入', into], ['短信发', { ...out, ...text }], ['短信收', { ...into, ...text }], ['主', out], ['被', into], ['收费', {}], ['已拨', out], ['已接', { ...into, answered: true }], ['主叫已接', { ...out, ...call, answered: true }], ['已接通', { answered: true }], ['->', out], ['←', into], ['=', {}],
    ['NORMAL_TEMPORARY_FAILURE', { answered: false }], ['Never connected', { answered: false }], ['Call connected', { ...call, answered: true }], ['Accepted', { answered: true }],
    ['Answered, then failed', { answered: true }], ['busy / answered', { answered: true }], ['not answered, busy', { answered: false }], ['未接通, 已接', { answered: true, ...into }], ['已接(对方忙)', { ...into, answered: true }], ['Not failed', {}], ['not missed', {}], ['outgoing, never cancelled', out], ['No, failed', { answered: false }], ['no answer', { answered: false }],
    ['Appel émis', { ...out, ...call }], ['SMS reçu', { ...into, ...text }], ['APPEL ENTRANT', { ...into, ...call }], ['ausgehend', out], ['Gewählt', out], ['Saliente', out], ['llamada perdida', missed], ['uscita', out], ['Исходящий', out], ['ВХОДЯЩАЯ СМС', { ...into, ...text }], ['Cevapsız', missed], ['発信', out], ['不在着信', missed], ['발신', out], ['부재중', missed],
    ['착신', into], ['음성발신', { ...out, ...call }], ['문자수신', { ...into, ...text }], ['SMS 발신', { ...out, ...text }], ['부재중 전화', missed], ['발신 무응답', { ...out, answered: false }], ['통화중', { answered: false }], ['SMS受信', { ...into, ...text }], ['着', into], ['発', out], ['応答', { answered: true }], ['無応答', { answered: false }],
    ['Вихідний', out], ['Вхідний дзвінок', { ...into, ...call }], ['Aradı', out], ['Arandı', into], ['โทรออก', out], ['รับสาย', into], ['صادرة', out], ['مكالمة واردة', { ...into, ...call }],
    ['', {}], ['unknown', {}], ['13900001111', {}], ['GPRS', {}], ['Direction', {}], ['类型', {}], ['constructor', {}], ['__proto__', {}],
  ])('%s says %o', (word, meaning) => {
    expect(readWord(word)).toEqual(meaning);
  });
});

it('Yes of a column of missed calls says that nobody answered, and its words what they say', () => {
  expect(['yes', 'No', '1', '0', '是', 'Missed', 'answered', ''].map((word) => readAnswered(word, true))).toEqual([false, true, false, true, false, false, true, undefined]);
});

describe('A column that tells only whether a call was answered', () => {
  it.each<[string, boolean | undefined]>([
    ['yes', true], ['no', false], ['Y', true], ['N', false], ['1', true], ['0', false], ['true', true], ['FALSE', false], ['是', true], ['否', false], ['ANSWERED', true], ['NO ANSWER', false], ['BUSY', false], ['FAILED', false], ['接通', true], ['未接通', false], ['已接', true], ['未接', false],
    ['成功', true], ['失败', false], ['无人接听', false], ['无人应答', false], ['用户关机', false], ['无法接通', false], ['正常挂机', true], ['Non répondu', false], ['Répondu', true], ['nicht angenommen', false], ['não atendida', false], ['completed', true], ['cancelled', false], ['', undefined], ['maybe', undefined], ['2', undefined],
  ])('with %s says %s', (word, answered) => {
    expect(readAnswered(word)).toBe(answered);
  });
});
