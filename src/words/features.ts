/** Name, unit and explanation of every feature in both languages, English first. */
import { featureNames } from '../features/featureNames.ts';
import type { FeatureName, FeatureUnit } from '../features/featureNames.ts';
import { formatIn } from './format.ts';
import type { Language } from './language.tsx';

export interface FeatureWords {
  readonly unit: FeatureUnit;
  readonly name: readonly [en: string, zh: string];
  /** What it measures and what it is measured over. */
  readonly explanation: readonly [en: string, zh: string];
}

const words = (unit: FeatureUnit, en: string, zh: string, explanationEn: string, explanationZh: string): FeatureWords => ({
  unit,
  name: [en, zh],
  explanation: [explanationEn, explanationZh],
});

export const featureWords: Readonly<Record<FeatureName, FeatureWords>> = {
  active_days: words('days', 'Active days', '活跃天数', 'Days with at least one call or message.', '至少有一次通话或短信的天数。'),
  number_of_interactions: words('count', 'Calls and messages', '通话和短信数', 'All calls and messages, both directions.', '全部通话和短信，含呼入和呼出。'),
  number_of_calls_out: words('count', 'Calls made', '呼出次数', 'Calls that the number started.', '该号码主叫的通话次数。'),
  number_of_calls_in: words('count', 'Calls received', '呼入次数', 'Calls that others made to the number.', '该号码被叫的通话次数。'),
  number_of_texts_out: words('count', 'Messages sent', '发出短信数', 'Messages that the number sent.', '该号码发出的短信条数。'),
  number_of_texts_in: words('count', 'Messages received', '收到短信数', 'Messages that the number received.', '该号码收到的短信条数。'),
  percent_initiated_interactions: words('share', 'Calls initiated', '主叫通话占比', 'Share of its calls that the number started (bandicoot).', '该号码的通话中由其主叫的比例（bandicoot 定义）。'),
  outgoing_share: words('share', 'Outgoing share', '呼出占比', 'Share of its calls and messages that the number started.', '该号码的通话和短信中由其发起的比例。'),
  incoming_text_share: words('share', 'Incoming share of messages', '短信接收占比', 'Share of its messages that it received.', '该号码的短信中收到的比例。'),
  busiest_day_calls: words('count', 'Calls on the busiest day', '单日最多通话数', 'Calls on the day with the most calls.', '通话最多的一天的通话次数。'),
  answered_share: words('share', 'Answered share', '接通率', 'Share of the calls it made that were answered, where the file tells.', '其呼出中被接通的比例（话单有记录时）。'),
  number_of_contacts: words('count', 'Contacts', '联系人数', 'Distinct numbers it was in contact with.', '与其有过往来的不同号码数。'),
  interactions_per_contact: words('ratio', 'Calls and messages per contact', '每个联系人的往来次数', 'Calls and messages divided by contacts (bandicoot).', '通话和短信次数除以联系人数（bandicoot 定义）。'),
  calls_per_contact: words('ratio', 'Calls per contact', '每个联系人的通话次数', 'Calls divided by the contacts it had calls with: people call the same few again, bulk callers call each once.', '通话次数除以通话联系人数：普通人反复联系少数人，群呼号码对每人只打一次。'),
  entropy_of_contacts: words('nats', 'Entropy of contacts', '联系人熵', 'How evenly calls and messages spread over contacts (bandicoot); higher is more even.', '往来在联系人间的分散程度（bandicoot 定义），越高越分散。'),
  balance_of_contacts: words('share', 'Balance of contacts', '联系人呼出均衡度', 'Mean over contacts of outgoing divided by all its calls and messages (bandicoot).', '各联系人的呼出次数除以其全部往来次数，再取均值（bandicoot 定义）。'),
  percent_pareto_interactions: words('share', 'Contacts behind 80% of traffic', '占八成往来的联系人比例', 'Fewest contacts that make up 80% of calls and messages, as a share of contacts (bandicoot).', '构成 80% 往来的最少联系人占比（bandicoot 定义）。'),
  one_call_contact_share: words('share', 'Contacts called once', '仅通话一次的联系人占比', 'Share of the contacts it had calls with that had exactly one.', '通话联系人中只有一次通话的比例。'),
  reciprocated_share: words('share', 'Contacts that reciprocate', '有来有往的联系人占比', 'Share of contacts with calls or messages in both directions.', '双向都有往来的联系人比例。'),
  new_contacts_per_active_day: words('ratio', 'New contacts per active day', '每活跃日新增联系人', 'Contacts divided by active days: each contact is new once.', '联系人数除以活跃天数：每个联系人只新增一次。'),
  sequential_share: words('share', 'Dialled in sequence', '顺号拨打占比', 'Share of calls made to a number at most 10 away from the one called before.', '呼出号码与上一个呼出号码相差不超过 10 的比例。'),
  code_senders: words('count', 'Senders of codes', '验证码发送方数', 'Service numbers (up to 8 digits, or 106…) that sent it messages and got none.', '只向其发送短信而未收到回复的服务号码数（8 位以内或 106 开头）。'),
  percent_nocturnal: words('share', 'At night', '夜间占比', 'Share of calls and messages between 19:00 and 07:00 (bandicoot).', '19:00 至次日 07:00 的通话和短信占比（bandicoot 定义）。'),
  hour_entropy: words('nats', 'Entropy of hours', '时段熵', 'How evenly traffic spreads over the hours of the day; higher is more even.', '往来在一天各小时间的分散程度，越高越分散。'),
  active_hours: words('count', 'Active hours', '活跃小时数', 'Hours of the day, of 24, with at least one call.', '一天 24 个小时中有通话的小时数。'),
  busiest_hour_share: words('share', 'In the busiest hour', '最忙小时占比', 'Share of its calls in the hour of the day with the most.', '通话最多的一个小时（按一天 24 小时计）占全部通话的比例。'),
  interevent_time_mean: words('seconds', 'Mean gap', '平均间隔', 'Mean time between one call or message and the next (bandicoot).', '相邻两次往来的平均间隔（bandicoot 定义）。'),
  interevent_time_std: words('seconds', 'Spread of gaps', '间隔标准差', 'Standard deviation of the time between calls or messages (bandicoot).', '相邻两次往来间隔的标准差（bandicoot 定义）。'),
  gap_median: words('seconds', 'Median gap', '间隔中位数', 'Half of the gaps between calls or messages are shorter.', '一半的往来间隔短于此值。'),
  gap_variation: words('ratio', 'Variation of gaps', '间隔变异系数', 'Standard deviation of gaps divided by their mean: near 0 is like a machine.', '间隔的标准差除以均值：接近 0 像机器拨打。'),
  days_since_first_seen: words('days', 'Days since first seen', '首次出现至今天数', 'Days from its first record to the last day of the dataset.', '从该号码首条记录到数据集最后一天的天数。'),
  longest_dormancy: words('days', 'Longest silence', '最长静默', 'Most days in a row without a record, between two with one.', '两条记录之间连续无记录的最长天数。'),
  call_duration_mean: words('seconds', 'Mean call', '平均通话时长', 'Mean duration of calls (bandicoot).', '通话的平均时长（bandicoot 定义）。'),
  call_duration_std: words('seconds', 'Spread of call durations', '通话时长标准差', 'Standard deviation of call durations (bandicoot).', '通话时长的标准差（bandicoot 定义）。'),
  call_duration_median: words('seconds', 'Median call', '通话时长中位数', 'Half of the calls are shorter.', '一半的通话短于此值。'),
  short_call_share: words('share', 'Calls of 15 s or less', '15 秒以内通话占比', 'Share of connected calls of at most 15 s. By itself it tells little.', '接通的通话中不超过 15 秒的比例，单独看意义不大。'),
  imeis: words('count', 'IMEIs', 'IMEI 数', 'Distinct devices the number was used in.', '该号码使用过的不同设备数。'),
  numbers_per_imei: words('count', 'Numbers per IMEI', '同机号码数', 'Most numbers seen in any one of its devices, itself included.', '其所用设备中，同一设备上出现的最多号码数（含自身）。'),
  number_of_antennas: words('count', 'Cells', '基站小区数', 'Distinct cells it was seen at (bandicoot).', '出现过的不同基站小区数（bandicoot 定义）。'),
  entropy_of_antennas: words('nats', 'Entropy of cells', '基站熵', 'How evenly its half hours spread over cells (bandicoot); 0 never moves.', '在各基站小区间的分散程度（按半小时计，bandicoot 定义），0 表示从不移动。'),
  top_antenna_share: words('share', 'At one cell', '最常基站占比', 'Share of half hours at its most frequent cell.', '在最常出现的基站小区的半小时占比。'),
  in_degree: words('count', 'Callers', '主叫方数', 'Distinct numbers that called it, calls longer than 0 s (CallMine).', '呼叫过它且时长大于 0 秒的不同号码数（CallMine 定义）。'),
  out_degree: words('count', 'Called numbers', '被呼号码数', 'Distinct numbers that it called, calls longer than 0 s (CallMine).', '它呼叫过且时长大于 0 秒的不同号码数（CallMine 定义）。'),
  weighted_in_degree: words('seconds', 'Time received', '呼入总时长', 'Total duration of calls it received (CallMine).', '呼入通话的总时长（CallMine 定义）。'),
  weighted_out_degree: words('seconds', 'Time called', '呼出总时长', 'Total duration of calls it made (CallMine).', '呼出通话的总时长（CallMine 定义）。'),
  core: words('count', 'Core', '核数', 'It sits in a group where each has at least this many contacts within the group (CallMine).', '所在群体中每个号码在群体内至少有这么多联系（CallMine 的 k-core）。'),
  ring_share: words('share', 'Calls that only rang', '响铃即断占比', 'Share of the calls it made that were not answered or ended within 3 s.', '其呼出中未接通或 3 秒内结束的比例。'),
  callback_share: words('share', 'Rang back', '回拨占比', 'Share of the numbers it only rang that called it within a day.', '被其响铃的号码中一天内回拨的比例。'),
  relayed_calls: words('count', 'Calls passed on', '转接通话数', 'Calls it received that were followed within 5 minutes by its call to somebody else.', '接到来电后 5 分钟内又呼叫他人的次数。'),
  relay_ratio: words('ratio', 'Passed on, times chance', '转接倍数', 'Calls passed on, compared with the same calls shifted by days: 1 is chance.', '转接次数与将来电按天平移后的次数之比，1 为偶然水平。'),
  woken_neighbours: words('count', 'Neighbours that woke with it', '同段同期唤醒号码数', 'Numbers at most 200 away that were first seen in the same days, beyond what chance gives.', '相距不超过 200 的号码中同期首次出现的个数（已扣除偶然）。'),
  compound_numbers: words('count', 'Same cells, same hours', '同站同时段号码数', 'Numbers that call out from the same few cells in the same hours of the same days, itself included.', '在相同几个基站、同日同时段对外呼叫的号码数（含自身）。'),
  block_callers: words('count', 'Callers in its block', '密集群体主叫数', 'Callers that share the numbers they call with it, found as one group; 0 when it is in none.', '与其呼叫相同对象、被识别为同一群体的主叫数；0 表示不在群体中。'),
  block_ratio: words('ratio', 'Links in its block, times chance', '群体密度倍数', 'Links within its group compared with what the degrees of its members would give by chance.', '群体内连接数与按各自度数偶然应有数之比。'),
  shared_with_flagged: words('ratio', 'Contacts shared with flagged numbers, times chance', '与可疑号码共同联系倍数', 'How much more often than by chance the numbers it called were also called by flagged numbers.', '其呼叫的号码同时被可疑号码呼叫的频率与偶然水平之比。'),
  flagged_on_device: words('count', 'Flagged numbers on its device', '同机可疑号码数', 'Other numbers on one of its devices that were flagged themselves.', '与其共用同一设备的其他可疑号码数。'),
  flagged_in_block: words('count', 'Flagged numbers in its block', '同段可疑号码数', 'Flagged numbers at most 100 away, beyond what chance gives.', '相距不超过 100 的可疑号码数（已扣除偶然）。'),
  flagged_in_room: words('count', 'Flagged numbers in its room', '同处可疑号码数', 'Flagged numbers that call from the same cells in the same hours of the same days.', '在相同基站、同日同时段呼叫的可疑号码数。'),
  impossible_moves: words('count', 'Impossible moves', '异地瞬移次数', 'Records in turn at cells farther apart than an airliner gets in the time between.', '相邻两条记录的小区相距超过客机在其间所能飞行的距离的次数。'),
  seized_lists: words('count', 'Lists of seized numbers', '涉案名单命中数', 'Opened lists of seized or blocked numbers that hold it.', '包含该号码的涉案、封停名单数。'),
  seized_on_device: words('count', 'Seized numbers on its device', '同机涉案号码数', 'Numbers of such lists on one of its devices.', '与其共用同一设备的涉案、封停号码数。'),
  replacement_traits: words('count', 'Traits of the number it followed', '承接特征数', 'Of contacts, cells and device, how many it has in common with the one flagged or seized number that it followed.', '与其接替的可疑或涉案号码相同的特征数（联系人、基站、设备三项）。'),
  replacement_contacts: words('count', 'Contacts of the number it followed', '承接联系人数', 'Contacts in common with that number, beyond what chance gives.', '与其接替的号码共同的联系人数（已扣除偶然）。'),
  ego_clustering: words('share', 'Contacts who know each other', '联系人互联占比', 'Share of pairs of its main contacts that are in contact themselves.', '其主要联系人之间互有联系的比例。'),
};

const names: ReadonlySet<string> = new Set(featureNames);

/** True when a reason stands for a feature, false when for a detector. */
export function isFeatureName(name: string): name is FeatureName {
  return names.has(name);
}

export function featureName(feature: FeatureName, language: Language): string {
  return featureWords[feature].name[language === 'en' ? 0 : 1];
}

export function featureExplanation(feature: FeatureName, language: Language): string {
  return featureWords[feature].explanation[language === 'en' ? 0 : 1];
}

/** Below a hundredth a third significant digit tells nothing more than "nearly none". */
const toHundredths = (value: number) => (Math.abs(value) < 0.1 ? Math.round(value * 100) / 100 : value);

/** A feature's value with its unit, as a person reads it: `97%`, `5 min 32 s`, `1.1`, `74 d`. */
export function featureFigure(feature: FeatureName, value: number, language: Language): string {
  const format = formatIn(language);
  const byUnit: Record<FeatureUnit, () => string> = {
    count: () => format.count(value),
    days: () => `${format.count(value)} ${language === 'en' ? 'd' : '天'}`,
    seconds: () => format.duration(toHundredths(value)),
    share: () => format.share(value),
    ratio: () => format.ratio(toHundredths(value)),
    nats: () => `${format.ratio(toHundredths(value))} ${language === 'en' ? 'nats' : '奈特'}`,
  };
  return byUnit[featureWords[feature].unit]();
}
