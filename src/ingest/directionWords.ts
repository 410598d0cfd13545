/** What operators and phones write into direction, type and answered columns, in English, Chinese, Japanese and Korean. */
import { foreignWords } from './foreignWords.ts';
import { simplify } from './simplified.ts';

export interface Meaning {
  readonly direction?: 'out' | 'in';
  readonly type?: 'call' | 'text';
  readonly answered?: boolean;
}

/** Words that tell by themselves, after folding (see `fold`). */
const words: Readonly<Record<string, Meaning>> = {};
function say(meaning: Meaning, ...names: readonly string[]): void {
  for (const name of names) (words as Record<string, Meaning>)[name] = { ...words[name], ...meaning };
}
say({ direction: 'out' }, 'out', 'o', 'outgoing', 'outbound', 'outgo', 'outcoming', 'dialed', 'dialled', 'dialing', 'dialling', 'placed', 'made',
  'originating', 'originated', 'origin', 'orig', 'mo', 'moc', 'caller', 'calling', 'og', 'outcall');
say({ direction: 'in' }, 'in', 'i', 'incoming', 'inbound', 'income', 'received', 'receive', 'recv', 'receiving', 'terminating', 'terminated', 'term',
  'mt', 'mtc', 'called', 'callee', 'ic', 'incall');
say({ direction: 'out', type: 'text' }, 'sent', 'send', 'sender', 'sending', 'outbox', 'smo', 'smsmo', 'mosms', 'momms', 'mmsmo', 'smsout', 'outsms');
say({ direction: 'in', type: 'text' }, 'inbox', 'smt', 'smsmt', 'mtsms', 'mtmms', 'mmsmt', 'smsin', 'insms');
say({ direction: 'out', type: 'call' }, 'forward', 'forwarded', 'forwarding', 'cfw', 'cfu', 'cfb', 'cfnr', 'cfnry', 'cfnrc', 'cf', 'moc', 'callout');
say({ type: 'call' }, 'mtc', 'callin', 'call', 'calls', 'voice', 'phone', 'telephony', 'volte', 'vowifi', 'vonr', 'video', 'audio', 'voip', 'speech', 'tel', 'viber');
say({ type: 'text' }, 'sms', 'text', 'texts', 'mms', 'message', 'messages', 'msg', 'shortmessage', 'ussd', 'rcs');
// A phone says of whom it rang in vain that the call was cancelled, and of a call that came in that it was rejected.
say({ direction: 'out', answered: false }, 'cancelled', 'canceled', 'cancel');
say({ direction: 'in', answered: false }, 'declined', 'rejected', 'reject', 'blocked');
say({ direction: 'in', type: 'call', answered: false }, 'missed', 'miss', 'missedcall', 'unanswered', 'voicemail');
say({ answered: false }, 'noanswer', 'notanswered', 'unanswer', 'busy', 'failed', 'failure', 'fail', 'congestion', 'abandoned', 'unsuccessful', 'notconnected', 'noreply', 'unreachable', 'chanunavail');
say({ answered: true }, 'answered', 'answer', 'accepted', 'connected', 'completed', 'complete', 'success', 'successful', 'succeeded', 'normal', 'normalclearing', 'picked');

for (const [meaning, names] of foreignWords) say(meaning, ...names.map(withoutAccents));

/** What says, whatever else does, that somebody answered: “answered, then failed”. */
const SURELY_ANSWERED: ReadonlySet<string> = new Set(['answered', 'picked', '已接通', '已接']);

const NOT: ReadonlySet<string> = new Set(['no', 'not', 'non', 'never', 'un', 'nicht', 'nao', 'не']);
/** Of these, those that turn a no around; “no, failed” is a no twice. */
const NOT_AT_ALL: ReadonlySet<string> = new Set(['not', 'never', 'nicht', 'не']);

/** What Chinese, Japanese and Korean words hold, the longer before those they contain. */
const parts: readonly (readonly [string, Meaning])[] = [
  ['呼叫转移', { direction: 'out', type: 'call' }], ['呼转', { direction: 'out', type: 'call' }], ['前转', { direction: 'out', type: 'call' }],
  ['未接通', { answered: false }], ['无法接通', { answered: false }], ['无人应答', { answered: false }], ['无人接', { answered: false }], ['未应', { answered: false }], ['不应答', { answered: false }], ['未拨通', { answered: false }],
  ['占线', { answered: false }], ['关机', { answered: false }], ['停机', { answered: false }], ['空号', { answered: false }], ['超时', { answered: false }], ['正常挂', { answered: true }], ['正常释放', { answered: true }],
  ['未接', { direction: 'in', type: 'call', answered: false }], ['无应答', { answered: false }], ['拒接', { direction: 'in', type: 'call', answered: false }],
  ['拒绝', { answered: false }], ['忙', { answered: false }], ['取消', { direction: 'out', answered: false }], ['失败', { answered: false }], ['漏接', { direction: 'in', type: 'call', answered: false }],
  ['已接通', { answered: true }], ['已接', { direction: 'in', answered: true }], ['已拨', { direction: 'out' }], ['接通', { answered: true }], ['应答', { answered: true }], ['成功', { answered: true }],
  ['主叫', { direction: 'out', type: 'call' }], ['被叫', { direction: 'in', type: 'call' }], ['呼出', { direction: 'out' }], ['呼入', { direction: 'in' }],
  ['拨出', { direction: 'out' }], ['拨打', { direction: 'out' }], ['发话', { direction: 'out', type: 'call' }], ['受话', { direction: 'in', type: 'call' }], ['收话', { direction: 'in', type: 'call' }],
  ['去话', { direction: 'out', type: 'call' }], ['来话', { direction: 'in', type: 'call' }], ['去电', { direction: 'out', type: 'call' }], ['来电', { direction: 'in', type: 'call' }],
  ['接听', { direction: 'in' }], ['打出', { direction: 'out' }], ['打入', { direction: 'in' }], ['打进', { direction: 'in' }], ['接入', { direction: 'in' }], ['拨入', { direction: 'in' }], ['进来', { direction: 'in' }],
  ['不在着信', { direction: 'in', type: 'call', answered: false }], ['発信', { direction: 'out' }], ['着信', { direction: 'in' }], ['送信', { direction: 'out' }], ['受信', { direction: 'in' }],
  ['始呼', { direction: 'out', type: 'call' }], ['起呼', { direction: 'out', type: 'call' }], ['终呼', { direction: 'in', type: 'call' }],
  ['主动', { direction: 'out' }], ['被动', { direction: 'in' }],
  ['发送', { direction: 'out' }], ['发出', { direction: 'out' }], ['已发', { direction: 'out' }], ['上行', { direction: 'out' }],
  ['接收', { direction: 'in' }], ['收到', { direction: 'in' }], ['已收', { direction: 'in' }], ['下行', { direction: 'in' }],
  ['发讯', { direction: 'out', type: 'text' }], ['去讯', { direction: 'out', type: 'text' }], ['收讯', { direction: 'in', type: 'text' }], ['来讯', { direction: 'in', type: 'text' }], ['传送', { direction: 'out' }],
  ['发短信', { direction: 'out', type: 'text' }], ['收短信', { direction: 'in', type: 'text' }], ['发简讯', { direction: 'out', type: 'text' }], ['收简讯', { direction: 'in', type: 'text' }],
  ['短信', { type: 'text' }], ['简讯', { type: 'text' }], ['短消息', { type: 'text' }], ['彩信', { type: 'text' }], ['信息', { type: 'text' }], ['消息', { type: 'text' }],
  ['応答なし', { answered: false }], ['不応答', { answered: false }], ['无応答', { answered: false }], ['応答', { answered: true }],
  ['부재중', { direction: 'in', type: 'call', answered: false }], ['무응답', { answered: false }], ['통화중', { answered: false }], ['거절', { answered: false }], ['거부', { answered: false }], ['응답', { answered: true }],
  ['발신', { direction: 'out' }], ['수신', { direction: 'in' }], ['착신', { direction: 'in' }], ['문자', { type: 'text' }], ['메시지', { type: 'text' }], ['음성', { type: 'call' }], ['영상', { type: 'call' }], ['통화', { type: 'call' }], ['전화', { type: 'call' }],
  ['语音', { type: 'call' }], ['通话', { type: 'call' }], ['电话', { type: 'call' }], ['视频', { type: 'call' }], ['可视', { type: 'call' }],
];

/** Between a subscriber and the other end. */
const ARROWS: ReadonlyMap<string, 'out' | 'in'> = new Map([['->', 'out'], ['-->', 'out'], ['=>', 'out'], ['→', 'out'], ['>', 'out'], ['<-', 'in'], ['<--', 'in'], ['<=', 'in'], ['←', 'in'], ['<', 'in']]);

/** Signs of Chinese, and syllables of Korean. */
const EASTERN = /[\u3400-\u9fff\uac00-\ud7af]+/;

/** One character of a way, as it stands alone or behind what was sent: 主, 短信发. */
const LONE: ReadonlyMap<string, 'out' | 'in'> = new Map([['主', 'out'], ['拨', 'out'], ['发', 'out'], ['出', 'out'], ['発', 'out'], ['被', 'in'], ['接', 'in'], ['收', 'in'], ['入', 'in'], ['着', 'in']]);

/**
 * What a word or phrase says about direction, type and whether it was answered; empty if it says nothing known.
 * Case, width, blanks and punctuation do not matter: `CALL-IN`, `SMS_IN`, `a_out`, `主叫(国内)`.
 */
export function readWord(text: string): Meaning {
  const folded = text.normalize('NFKC').trim();
  const arrow = ARROWS.get(folded);
  if (arrow !== undefined) return { direction: arrow };
  if (EASTERN.test(folded)) return readEastern(folded);
  const tokens = withoutAccents(folded)
    .replace(/([a-z])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$3 $2').toLowerCase().split(/[^\p{L}]+/u).filter((token) => token !== '');
  const whole = tokens.join('');
  const known = Object.hasOwn(words, whole) ? words[whole] : undefined;
  if (known) return spread(known, tokens);
  let meaning: Meaning = {};
  let isAnswered = false;
  let isUnanswered = false;
  for (let at = 0; at < tokens.length; at++) {
    const before = tokens[at - 1] ?? '';
    const pair = tokens[at]! + (tokens[at + 1] ?? '');
    const isPair = at + 1 < tokens.length && Object.hasOwn(words, pair);
    const word = isPair ? pair : tokens[at]!;
    if (isPair) at++;
    const said = Object.hasOwn(words, word) ? words[word]! : {};
    // “not failed”, “not missed” say nothing.
    if (said.answered === false && NOT_AT_ALL.has(before)) continue;
    meaning = { ...said, ...meaning };
    isAnswered ||= SURELY_ANSWERED.has(word) && !NOT.has(before);
    // NORMAL_TEMPORARY_FAILURE, “never connected”: what says no goes before what says yes.
    isUnanswered ||= said.answered === false || (said.answered === true && NOT.has(before));
  }
  return spread(isAnswered || isUnanswered ? { ...meaning, answered: isAnswered } : meaning, tokens);
}

/** "missed" says incoming call, but "missed outgoing call" and "sent call" know better. */
function spread(meaning: Meaning, tokens: readonly string[]): Meaning {
  let { direction, type } = meaning;
  for (const token of tokens) {
    const said = Object.hasOwn(words, token) ? words[token] : undefined;
    if (said === undefined) continue;
    if (said.direction && !said.type && !('answered' in said)) direction = said.direction;
    if (said.type && !said.direction) type = said.type;
  }
  return clean(direction, type, meaning.answered);
}

function withoutAccents(text: string): string {
  return /[\u0080-\uffff]/.test(text) ? text.normalize('NFD').replace(/\p{M}+/gu, '') : text;
}

function readEastern(folded: string): Meaning {
  let rest = simplify(folded);
  let direction: Meaning['direction'];
  let isGuess = false;
  let type: Meaning['type'];
  let answered: boolean | undefined;
  for (const [word, said] of parts) {
    if (!rest.includes(word)) continue;
    // 未接通 holds 接通: what a longer word has said is taken out before the shorter are looked for.
    rest = rest.replaceAll(word, ' ');
    // 主叫未接 is outgoing, and 主叫已接: only with nothing else said is it a call that came in.
    if (said.direction && (direction === undefined || isGuess)) {
      direction = said.direction;
      isGuess = said.answered !== undefined;
    }
    answered = SURELY_ANSWERED.has(word) || (answered ?? said.answered);
    if (type === undefined || said.type === 'text') type = said.type ?? type;
  }
  direction ??= LONE.get(rest.trim());
  const latin = /[a-z]+/i.test(rest) ? readWord(rest.split(EASTERN).join(' ')) : {};
  return clean(direction ?? latin.direction, type ?? latin.type, answered ?? latin.answered);
}

function clean(direction: Meaning['direction'], type: Meaning['type'], answered: boolean | undefined): Meaning {
  return { ...(direction ? { direction } : {}), ...(type ? { type } : {}), ...(answered === undefined ? {} : { answered }) };
}

/**
 * What a column that tells only whether a call was answered says: also yes/no, 1/0, 是/否. Undefined if unknown.
 *
 * @param isOfMissed true where yes says that the call was missed
 */
export function readAnswered(text: string, isOfMissed = false): boolean | undefined {
  const folded = text.normalize('NFKC').trim().toLowerCase();
  if (/^(1|y|yes|true|t|是|有|已接通)$/.test(folded)) return !isOfMissed;
  if (/^(0|n|no|false|f|否|无|未)$/.test(folded)) return isOfMissed;
  return readWord(folded).answered;
}
