/** Reasons of a score in words: a short phrase with its figure for the queue, a longer one with its percentile for the dossier. */
import type { Reason } from '../analysis/answers.ts';
import type { FeatureName } from '../features/featureNames.ts';
import { featureFigure, featureName, isFeatureName } from './features.ts';
import { glossary } from './glossary.ts';
import type { Language } from './language.tsx';
import { textsIn } from './language.tsx';

/** A phrase around the figure; `isOne` tells the singular. */
type Phrase = (figure: string, isOne: boolean) => string;

const plural = (one: string, many: string): Phrase => (figure, isOne) => `${figure} ${isOne ? one : many}`;
const after = (text: string): Phrase => (figure) => `${figure} ${text}`;
const before = (text: string): Phrase => (figure) => `${text} ${figure}`;

/** Short phrases, English first. Each names what was counted, so that it can be read without its column. */
const phrases: Readonly<Record<FeatureName, readonly [en: Phrase, zh: Phrase]>> = {
  active_days: [(figure) => `active on ${figure}`, before('活跃')],
  number_of_interactions: [plural('call or message', 'calls and messages'), after('次通话和短信')],
  number_of_calls_out: [plural('call made', 'calls made'), (figure) => `呼出 ${figure} 次`],
  number_of_calls_in: [plural('call received', 'calls received'), (figure) => `呼入 ${figure} 次`],
  number_of_texts_out: [plural('message sent', 'messages sent'), (figure) => `发出短信 ${figure} 条`],
  number_of_texts_in: [plural('message received', 'messages received'), (figure) => `收到短信 ${figure} 条`],
  percent_initiated_interactions: [after('of calls outgoing'), before('通话呼出占')],
  outgoing_share: [after('outgoing'), before('呼出占')],
  incoming_text_share: [after('of messages received'), before('短信接收占')],
  busiest_day_calls: [plural('call in one day', 'calls in one day'), (figure) => `单日 ${figure} 次通话`],
  answered_share: [after('answered'), before('接通率')],
  number_of_contacts: [plural('contact', 'contacts'), after('个联系人')],
  interactions_per_contact: [after('calls and messages per contact'), (figure) => `每个联系人往来 ${figure} 次`],
  calls_per_contact: [plural('call per contact', 'calls per contact'), (figure) => `每个联系人通话 ${figure} 次`],
  entropy_of_contacts: [before('entropy of contacts'), before('联系人熵')],
  balance_of_contacts: [before('balance of contacts'), before('联系人呼出均衡度')],
  percent_pareto_interactions: [after('of contacts make 80% of traffic'), (figure) => `${figure} 的联系人占八成往来`],
  one_call_contact_share: [after('of contacts called once'), (figure) => `${figure} 的联系人仅通话一次`],
  reciprocated_share: [after('of contacts both ways'), (figure) => `${figure} 的联系人有来有往`],
  new_contacts_per_active_day: [plural('new contact a day', 'new contacts a day'), (figure) => `每活跃日 ${figure} 个新联系人`],
  sequential_share: [after('dialled in sequence'), before('顺号拨打')],
  code_senders: [(figure, isOne) => `codes from ${figure} ${isOne ? 'sender' : 'senders'}`, (figure) => `${figure} 个验证码发送方`],
  percent_nocturnal: [after('at night'), before('夜间占')],
  hour_entropy: [before('entropy of hours'), before('时段熵')],
  active_hours: [(figure) => `active in ${figure} of 24 hours`, (figure) => `一天中 ${figure} 个小时活跃`],
  busiest_hour_share: [after('in the busiest hour'), before('最忙小时占')],
  interevent_time_mean: [before('mean gap'), before('平均间隔')],
  interevent_time_std: [before('gaps spread by'), before('间隔标准差')],
  gap_median: [before('median gap'), before('间隔中位数')],
  gap_variation: [before('gaps vary by'), before('间隔变异系数')],
  days_since_first_seen: [(figure) => `first seen ${figure} ago`, (figure) => `首次出现距今 ${figure}`],
  longest_dormancy: [before('silent'), before('静默')],
  call_duration_mean: [before('mean call'), before('平均通话')],
  call_duration_std: [before('call durations spread by'), before('通话时长标准差')],
  call_duration_median: [before('median call'), before('通话中位数')],
  short_call_share: [after('of calls ≤ 15 s'), (figure) => `${figure} 的通话 ≤ 15 秒`],
  imeis: [plural('IMEI', 'IMEIs'), after('个 IMEI')],
  numbers_per_imei: [plural('number on one IMEI', 'numbers on one IMEI'), (figure) => `同一 IMEI 上 ${figure} 个号码`],
  number_of_antennas: [plural('cell', 'cells'), after('个基站小区')],
  entropy_of_antennas: [before('entropy of cells'), before('基站熵')],
  top_antenna_share: [after('at one cell'), (figure) => `${figure} 在同一基站小区`],
  in_degree: [(figure, isOne) => `called by ${figure} ${isOne ? 'number' : 'numbers'}`, (figure) => `被 ${figure} 个号码呼叫`],
  out_degree: [(figure, isOne) => `called ${figure} ${isOne ? 'number' : 'numbers'}`, (figure) => `呼叫 ${figure} 个号码`],
  weighted_in_degree: [after('of calls received'), before('呼入总时长')],
  weighted_out_degree: [after('of calls made'), before('呼出总时长')],
  core: [before('core'), before('核数')],
  ring_share: [after('of calls only rang'), before('响铃即断占')],
  callback_share: [after('rang back'), before('回拨占')],
  relayed_calls: [plural('call passed on', 'calls passed on'), (figure) => `转接 ${figure} 次`],
  relay_ratio: [(figure) => `passed on ${figure} times chance`, (figure) => `转接为偶然的 ${figure} 倍`],
  woken_neighbours: [plural('neighbour woke with it', 'neighbours woke with it'), (figure) => `同段 ${figure} 个号码同期唤醒`],
  compound_numbers: [plural('number at the same cells in the same hours', 'numbers at the same cells in the same hours'), (figure) => `同站同时段 ${figure} 个号码`],
  block_callers: [(figure) => `in a block of ${figure} callers`, (figure) => `密集群体 ${figure} 个主叫`],
  block_ratio: [(figure) => `block ${figure} times denser than chance`, (figure) => `群体密度为偶然的 ${figure} 倍`],
  shared_with_flagged: [(figure) => `shares contacts with flagged numbers, ${figure} times chance`, (figure) => `与可疑号码共同联系为偶然的 ${figure} 倍`],
  flagged_on_device: [plural('flagged number on its device', 'flagged numbers on its device'), (figure) => `同机 ${figure} 个可疑号码`],
  flagged_in_block: [plural('flagged number in its block', 'flagged numbers in its block'), (figure) => `同段 ${figure} 个可疑号码`],
  flagged_in_room: [plural('flagged number in its room', 'flagged numbers in its room'), (figure) => `同处 ${figure} 个可疑号码`],
  impossible_moves: [plural('impossible move', 'impossible moves'), (figure) => `异地瞬移 ${figure} 次`],
  seized_lists: [(figure, isOne) => `on ${figure} ${isOne ? 'list' : 'lists'} of seized numbers`, (figure) => `命中 ${figure} 份涉案名单`],
  seized_on_device: [plural('seized number on its device', 'seized numbers on its device'), (figure) => `同机 ${figure} 个涉案号码`],
  replacement_traits: [(figure) => `followed a blocked number, ${figure} of contacts, cells, device alike`, (figure) => `承接失效号码，联系人、基站、设备中 ${figure} 项相同`],
  replacement_contacts: [plural('contact of the number it followed', 'contacts of the number it followed'), (figure) => `承接 ${figure} 个联系人`],
  ego_clustering: [after('of contacts know each other'), (figure) => `${figure} 的联系人互有联系`],
};

/** What a reason is about: the feature's name, or the detector's. */
export function reasonName(reason: Pick<Reason, 'feature'>, language: Language): string {
  return isFeatureName(reason.feature) ? featureName(reason.feature, language) : textsIn(glossary, language)[reason.feature];
}

/** `97% outgoing`, `14 IMEIs`, `SIM-box`: a reason in as few words as it can be understood in. */
export function reasonPhrase(reason: Reason, language: Language): string {
  if (!isFeatureName(reason.feature)) return reasonName(reason, language);
  if (reason.value === null) return language === 'en' ? `no ${featureName(reason.feature, 'en').toLowerCase()} known` : `${featureName(reason.feature, 'zh')}未知`;
  const figure = featureFigure(reason.feature, reason.value, language);
  return phrases[reason.feature][language === 'en' ? 0 : 1](figure, figure === '1');
}

/** Whether a reason speaks for the holder; in words, since a colour alone would not tell. */
export function speaksForHolder(reason: Reason): boolean {
  return reason.contribution < 0;
}

/** Before a reason: the first of all if it speaks for the holder; where the side changes, and changes back; where it stays. */
const turns = { en: ['for the holder: ', 'but ', 'yet ', 'and '], zh: ['对机主有利：', '但', '然而', '且'] } as const;

/**
 * Short phrases as they stand one after the other in the queue, with words for the side of each: "1.1 calls per contact",
 * "but 60% of contacts both ways". `isBegun` where something against the holder stands before them.
 */
export function reasonsInQueue(reasons: readonly Reason[], language: Language, isBegun = false): readonly string[] {
  const [first, but, yet, and] = turns[language];
  const beginsFor = !isBegun && reasons[0] !== undefined && speaksForHolder(reasons[0]);
  // Nothing yet, or something against the holder; each change goes to the other side.
  let changes = 0;
  return reasons.map((reason, i) => {
    const phrase = reasonPhrase(reason, language);
    const isForSoFar = changes % 2 === 1;
    if (speaksForHolder(reason) === isForSoFar) return changes === 0 ? phrase : joined(and, phrase);
    const isBack = isForSoFar !== beginsFor;
    changes += 1;
    return joined(i === 0 && beginsFor ? first : isBack ? yet : but, phrase);
  });
}

/** Between Chinese and a figure or Latin letters stands a space. */
function joined(word: string, phrase: string): string {
  return /\p{Script=Han}$/u.test(word) && /^\w/.test(phrase) ? `${word} ${phrase}` : word + phrase;
}

/** Cut, never rounded up: "99.9 % of numbers" is claimed only where it is so. */
function atLeastPercent(percent: number): string {
  const cut = percent >= 99 ? Math.min(Math.floor(percent * 10) / 10, 99.9) : Math.floor(percent);
  return `${cut}%`;
}

/**
 * `higher than 98% of numbers`, `lower than 99% of numbers`. null where the percentile is not
 * known.
 *
 * The percentile counts the numbers with a lower value, so numbers with the same value stand among the rest. Whole
 * figures (one IMEI, one call per contact) are shared by many; there only "no higher than" is true.
 */
export function percentilePhrase(reason: Reason, language: Language): string | null {
  const { percentile, value } = reason;
  if (percentile === null || value === null || !isFeatureName(reason.feature)) return null;
  if (percentile >= 50) return language === 'en' ? `higher than ${atLeastPercent(percentile)} of numbers` : `高于 ${atLeastPercent(percentile)} 的号码`;
  const share = atLeastPercent(100 - percentile);
  const isSharedByMany = Number.isInteger(value);
  if (language === 'en') return isSharedByMany ? `no higher than ${share} of numbers` : `lower than ${share} of numbers`;
  return isSharedByMany ? `不高于 ${share} 的号码` : `低于 ${share} 的号码`;
}
