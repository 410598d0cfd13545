/** Which field a column holds, by its name, in the words of operators', police and research files. */
import type { CommunicationField } from '../records/communication.ts';
import { explainsWays } from './codes.ts';
import { foreignNames } from './foreignNames.ts';
import { simplify } from './simplified.ts';

/**
 * What a name can mean. `aParty` and `bParty` are caller and callee in one report and subscriber and other in the next; the
 * values tell. Of a column that could be several things, the first that fits its values counts.
 */
export type ColumnRole = CommunicationField | 'aParty' | 'bParty';

/** A meaning of a name; of two columns with the same role, the lower rank is the better one. */
export interface NamedRole {
  readonly role: ColumnRole;
  readonly rank: number;
}

const names = new Map<string, NamedRole[]>();

function add(role: ColumnRole, rank: number, ...spellings: readonly string[]): void {
  for (const spelling of spellings) {
    const key = foldName(spelling);
    const known = names.get(key) ?? [];
    if (!known.some((other) => other.role === role)) names.set(key, [...known, { role, rank }]);
  }
}

/** Every first word with every second. */
function combine(firsts: readonly string[], seconds: readonly string[]): string[] {
  return firsts.flatMap((first) => seconds.map((second) => first + second));
}

const numberNouns = [
  'number', 'no', 'num', 'nbr', 'nr', 'msisdn', 'phone', 'phone number', 'phone no', 'phone num', 'mobile', 'mobile number', 'mobile no', 'telephone',
  'telephone number', 'telephone no', 'tel', 'tel number', 'tel no', 'id', 'user', 'user number', 'user id', 'subscriber', 'subscriber number', 'address',
  'digits', 'cli', 'line', 'station', 'node', 'id number', 'uri', 'nbr', 'jid',
];
const partyNouns = ['party', ...combine(['party '], numberNouns)];
const chineseNouns = ['', '号码', '号', '门号', '电话', '电话号码', '手机', '手机号', '手机号码', '用户', '用户号码', '方', '方号码', '方电话', '方手机号'];

for (const [role, firsts] of [
  ['caller', ['caller', 'calling', 'orig', 'originating', 'originator', 'origin', 'src', 'source', 'from', 'sender', 'dialer', 'dialing', 'dialling', 'initiator']],
  ['callee', ['callee', 'called', 'dest', 'dst', 'destination', 'term', 'terminating', 'terminator', 'to', 'target party', 'receiver', 'recipient', 'receiving', 'connected']],
] as const) {
  add(role, 0, ...combine(firsts, ['', ...numberNouns, ...partyNouns]), ...combine(numberNouns.slice(0, 20), firsts.map((first) => ` ${first}`)));
}
add('caller', 0, ...combine(['主叫', '主叫方', '源', '发起', '主动', '呼出', '发话', '发话方', '去话'], chineseNouns), '主叫人', '主叫者', '发端号码', '拨号方', '发送方', '发送号码', '发信号码', '发送方号码', 'x_from');
add('callee', 0, ...combine(['被叫', '被叫方', '受叫', '接收', '呼入', '受话', '受话方', '收话', '来话'], chineseNouns), '被叫人', '被叫者', '终端号码', '受话方', '接收方', '接收号码', '收信号码', '接收方号码', '拨打号码', 'x_to');
// Switchboards' words: automatic number identification, dialled number identification service.
add('caller', 0, 'ani');
add('callee', 0, 'dnis');
// What was dialled may lack the area code that the number called has; a call that was forwarded ended at another number.
add('callee', 1, 'dial number', 'dial no', 'dial num', 'dial nbr', ...combine(['dialed', 'dialled', 'dialed digit', 'dialled digit'], ['', ...numberNouns]), 'final called party number', 'called number final');
add('callee', 2, 'original called party number', 'original called number');
add('aParty', 1, ...combine(numberNouns, [' a']), ...combine(['a', 'party a', 'a party', 'aparty'], ['', ...numberNouns].filter((noun) => noun !== '')), 'aparty', 'a party', 'party a', 'number a', 'msisdn a', 'subscriber a', 'user a', 'phone a', 'number 1', 'phone 1', 'party 1', 'subscriber 1', 'ano', 'anumber', 'a方号码', '甲方号码', 'a号码');
add('bParty', 1, ...combine(numberNouns, [' b']), ...combine(['b', 'party b', 'b party', 'bparty'], ['', ...numberNouns].filter((noun) => noun !== '')), 'bparty', 'b party', 'party b', 'number b', 'msisdn b', 'subscriber b', 'user b', 'phone b', 'number 2', 'phone 2', 'party 2', 'subscriber 2', 'bno', 'bnumber', 'b方号码', '乙方号码', 'b号码', 'other/b-party number', 'other b party', 'bpartyno');
add('number', 0, ...combine(['user', 'target', 'own', 'owner', 'my', 'self', 'ego', 'local', 'subscriber', 'customer', 'served', 'monitored', 'queried'],
  ['', ...numberNouns, ...partyNouns]), 'msisdn', 'served msisdn', 'target/a-party number', 'target /a party number', 'target a party', 'target party a', 'mdn', 'mobile directory number', 'mobile directory no', 'system endpoint address', 'serv no', 'serv number', 'serv nbr', 'service number', 'service nbr', 'acc nbr', 'accs nbr', 'acc number', 'billing nbr', 'billing number');
add('number', 0, ...combine(['本机', '本端', '用户', '目标', '机主', '己方', '本方', '查询', '话单', '服务', '业务', '计费', '归属', '嫌疑人', '我方', '监察', '调取', '调阅', '受调查', '被查', '涉案', '布控'], chineseNouns.slice(1)), '本机', '本端', '机主', '对象号码', '对象手机', '对象手机号', '对象手机号码', '对象用户', '对象用户号码');
// A Taiwanese operator's 對象 is the other end; a Chinese one's may be whom the list is of, or the other end: `Columns` tells by the columns beside it.
add('other', 0, '对象门号', '参与者', '参与方');
add('number', 1, '对象电话', '对象电话号码');
add('other', 1, '对象电话', '对象电话号码');
// First letters of the Chinese names in Latin script, as databases of the police have them.
add('caller', 0, 'zjhm', 'zjdh');
add('callee', 0, 'bjhm', 'bjdh');
add('number', 0, 'bdhm', 'yhhm', 'bfhm', 'mbhm');
add('number', 2, 'sjhm', 'hm', 'dhhm');
add('other', 0, 'dfhm', 'ddhm', 'dfdh', 'dfsjh', 'lxdh');
add('direction', 0, 'zbj', 'zbjbz', 'hjfx');
add('type', 0, 'thlx', 'hjlx', 'txlx', 'hdlx', 'ywlx', 'lx');
add('start', 0, 'kssj', 'qssj', 'fssj', 'thkssj', 'hjsj');
add('date', 0, 'thrq', 'ksrq', 'rq');
add('start', 1, 'thsj', 'sj');
add('time', 0, 'thsj', 'sj', 'kssj');
add('end', 0, 'jssj', 'zzsj', 'thjssj');
add('duration', 0, 'thsc', 'sc');
add('cell', 0, 'xqh', 'xqid', 'jzh', 'jzid');
add('lac', 0, 'wzqh', 'wzq');
add('place', 0, 'thdd', 'thd', 'jzdz', 'jzwz');
// An edge list has source and target.
add('callee', 2, 'target', 'target id', 'target number', 'target node', '目标', '目标号码');
add('number', 2, '门号', '行动电话', 'ext', 'extn', 'ext no', 'ext number', 'extension', 'extension no', 'extension number', '分机', '分机号', 'number', 'phone', 'phone number', 'phone no', 'phone num', 'mobile', 'mobile number', 'mobile no', 'telephone', 'telephone number', 'tel', 'tel no', 'subscriber', 'cell number', 'cell phone',
  'cellphone', '号码', '手机', '手机号', '手机号码', '电话', '电话号码', '用户标识');
add('other', 0, ...combine(['other', 'other party', 'opposite', 'opposite party', 'peer', 'counterpart', 'counterparty', 'correspondent', 'contact', 'remote', 'remote party', 'partner', 'alter', 'opp', 'related', 'relate', 'far end', 'external'],
  ['', ...numberNouns]), 'party', 'parties', 'zaddress', 'customer endpoint address');
add('other', 0, ...combine(['对方', '对端', '对端方', '通话对方', '通信对方', '通话对端', '联系人', '联系', '对应', '相对', '交往', '关系人', '通话对象', '通信对端', '通联', '对手', '往来'], chineseNouns), '通话号码', '呼叫号码', '来往号码');

add('direction', 0, 'direction', 'call direction', 'calldirection', 'dir', 'in/out', 'inout', 'in out', 'incoming/outgoing', 'io', 'i/o', 'mo/mt', 'mo mt', 'way', 'flow', 'call way', 'orientation',
  '方向', '呼叫方向', '通话方向', '通信方向', '主被叫', '主/被叫', '主叫被叫', '主被叫标识', '主被叫类型', '主被叫标志', '呼入呼出', '呼入/呼出', '主被叫标记', '主被叫区分', '主叫被叫标志', '呼叫标志', '通话标志', '收发', '收发方向', '收发类型', '呼叫标识', '通话方式', '通信方式', '呼叫方式', '通话类别', '发受话', '发受话别', 'mobile role', 'role', 'is outgoing', 'outgoing', 'originated', 'zoriginated', 'initiation method', '是否主叫', '是否呼出');
add('type', 0, 'call type', 'calltype', 'type', 'event type', 'record type', 'cdr type', 'comm type', 'communication type', 'interaction', 'interaction type', 'activity type', 'kind', 'call kind', 'event', 'usage type', 'txn type', 'transaction type',
  '类型', '通话类型', '呼叫类型', '通联类型', '事件类型', '话单类型', '通信类型', '联系类型', '记录类型', '通讯类型', '信息类型', '消息类型', '业务种类', '状态类型', '通话类别', '通联类别', '通信类别');
add('type', 1, 'service type', 'service', 'call category', 'category', 'media', 'channel', '业务类型', '服务类型', '通信业务', '业务', '类别', '种类');

add('start', 0, 'start', 'start time', 'start datetime', 'start date time', 'start date', 'start timestamp', 'started', 'started at', 'start at', 'call start', 'call start time', 'call start date', 'begin', 'begin time', 'begintime', 'beginning',
  'timestamp', 'time stamp', 'datetime', 'date time', 'date/time', 'date & time', 'date and time', 'date_time', 'datehour', 'call datetime', 'call date time', 'call date/time', 'call timestamp', 'event time', 'event start time', 'event datetime', 'event timestamp', 'event ts',
  'connect time', 'connection time', 'setup time', 'answer time', 'seizure time', 'initiation time', 'call initiation time', 'origination time', 'charging start time', 'occurred', 'occurred at', 'when', 'at', 'ts', 'unix time', 'unixtime', 'epoch', 'start dt', 'call dt', 'event dt',
  'time of call', 'toc', 'call made at', 'session start time', 'record time', 'created at', 'local time', 'calldate', 'st', 'start_ts', 'recording opening time', 'recordopeningtime', 'start stamp', 'date time origination', 'time start', 'date start',
  '开始时间', '起始时间', '通话开始时间', '通话起始时间', '呼叫开始时间', '呼叫起始时间', '起呼时间', '呼叫时间', '时间戳', '发生时间', '通联时间', '联系时间', '通信时间', '通讯时间', '计费开始时间', '开始日期时间', '日期时间', '通话开始', '通话开始/短信发送时间',
  '通话日期时间', '通信开始时间', '开始通话时间', '应答时间', '接通时间', '短信发送时间', '发送时间', '拨打时间', '通话发生时间', '话单时间', '记录时间', '起始日期', '开始日期', '业务发生时间', '截获时间', '主叫时间', '通信起始时间', '呼叫日期时间', '始话时间', '始话日期', '通话起时', '起话时间', '通话日期及时间',
  'dt tm', 'seizure dt tm', 'call dt tm', 'conn time', 'conn date', 'connect date', 'sip request timestamp', 'request timestamp', 'request time', 'invite time', 'setup timestamp', 'time sent', 'sent at', 'sent', 'received at', 'call log time', 'zdate', 'timestamp time', 'service request', 'service delivery start', 'service delivery start time');
add('date', 0, 'date', 'call date', 'event date', 'start day', 'day', 'record date', 'dt', '日期', '通话日期', '呼叫日期', '发生日期', '通信日期', '起始日期', '开始日期', '年月日', '话单日期', '始话日期', 'conn date', 'connect date', 'connection date', 'call start date', 'start of call date', 'sent date', 'timestamp date');
add('start', 1, 'date', 'call date', 'time', 'call time', 'calltime', 'day', '时间', '日期', '通话日期', '呼叫日期', '通话时间', '时刻');
add('time', 0, 'time', 'call time', 'calltime', 'event time', 'start time', 'begin time', 'hour', 'clock', 'time of day', 'call start time', 'call initiation time', 'initiation time', 'connect time', 'answer time', 'start', 'toc', '时间', '通话时间', '呼叫时间', '开始时间',
  '起始时间', '时刻', '通话时刻', '通信时刻', '呼叫时刻', '起始时刻', '开始时刻', '通话开始时间', '通话起始时间', '起呼时间', '发生时间', '始话时间', 'conn time', 'connection time');
add('end', 0, 'end', 'end time', 'end datetime', 'end date time', 'end timestamp', 'ended', 'ended at', 'call end', 'call end time', 'finish', 'finish time', 'stop', 'stop time', 'disconnect time', 'hangup', 'hangup time', 'release time', 'termination time',
  'charging end time', 'session end time', 'event end time', 'end_ts', 'end stamp', 'date time disconnect', 'time end', 'call termination time', '结束时间', '通话结束时间', '终止时间', '呼叫结束时间', '挂机时间', '挂断时间', '截止时间', '释放时间', '计费结束时间', '通话结束', '结束日期时间', '通信结束时间', '通话终止时间', '终话时间', '通话迄时', '迄话时间');
// Switchboards count a duration from dialling and what is billed or talked from the answer.
add('duration', -1, 'billsec', 'bill sec', 'billable seconds', 'billable time', 'talk time', 'talktime', 'talk duration', 'talk duration s', 'conversation time', 'conversation duration');
add('duration', 0, 'duration', 'dur', 'call duration', 'callduration', 'duration of call', 'length', 'len', 'call length', 'seconds', 'secs', 'sec', 'durations',
  'duration s', 'duration sec', 'duration secs', 'duration seconds', 'duration in seconds', 'duration in sec', 'duration min', 'duration minutes', 'duration mins', 'duration ms', 'call duration s', 'call duration sec', 'call duration seconds', 'call duration in seconds', 'dur s', 'dur sec', 'measure', 'actual duration', 'usage', 'elapsed', 'call_dur', 'conv_dur', 'time length', 'holding time', 'event duration', 'session duration', 'length of call', 'call seconds', 'minutes', 'et', 'seizure duration', 'zduration', 'mou',
  '时长', '通话时长', '呼叫时长', '通信时长', '通联时长', '持续时间', '持续时长', '通话持续时间', '通话秒数', '通话长度', '秒', '时长秒', '通话时长秒', '通话秒', '通话时数', '通话期间', '实际时长', '通话时长s', '秒数', '通话历时', '历时', '联系时长', '会话时长', '接续时长', '通信时长秒', '时间长度', '总时长', '通话时间秒');
// What is billed is rounded up.
add('duration', 1, 'charged duration', 'chargeable duration', 'billed duration', '计费时长', 'min', 'mins');
add('duration', 2, '通话时间', '通信时间', '时间');
add('answered', 0, 'answered', 'is answered', 'answer', 'answer status', 'call status', 'status', 'disposition', 'result', 'call result', 'outcome', 'connected', 'is connected', 'completion', 'call outcome', 'success', 'successful', 'call state', 'answered?', 'zanswered', 'call answered', 'release cause', 'hangup cause',
  '是否接通', '接通', '接通状态', '是否应答', '应答', '通话状态', '呼叫结果', '呼叫状态', '通话结果', '接听状态', '是否接听', '状态', '结果');

// Where yes says that nobody answered.
const missedNames = ['missed', 'is missed', 'missed?', 'missed call', 'was missed', 'call missed', 'unanswered', 'is unanswered', 'not answered', '未接', '是否未接', '未接来电', '未接听', '漏接', '是否漏接'];
add('answered', 1, ...missedNames);
const foldedMissed: ReadonlySet<string> = new Set(missedNames.map(foldName));

/** True for the name of a column in which yes says that a call was missed. */
export function saysMissed(name: string): boolean {
  return foldedMissed.has(foldName(name));
}

add('answered', 1, 'completion code', 'completion status', 'action result', 'answer indicator', 'answered flag', 'answer flag', 'disconnect reason', 'termination reason', 'hangup reason', '终止原因', '挂机原因', '结束原因', '释放原因', '应答标志', '接通标志', '应答状态');

for (const [role, rank, spellings] of foreignNames) add(role, rank, ...spellings);

const sideWords = ['', 'caller', 'calling', 'calling party', 'a', 'a party', 'target', 'user', 'own', 'served', 'subscriber', 'source', 'src', 'from', 'msisdn', 'first', 'start', 'originating', 'orig', 'begin', 'initial', 'serving', 'home', 'a number', '1st', 'first serving', 'first tower', '1st tower', 'starting'];
const chineseSides = ['', '本机', '本端', '用户', '主叫', '主叫方', '开始', '起始', '机主', '目标', '己方'];
add('imei', 0, ...combine(sideWords, ['imei', ' imei number', ' imei no', ' imeisv', ' device id', ' handset imei', ' handset id', ' terminal id', ' equipment id', ' imei/meid', ' imei_number', ' imei14', ' tac imei']));
add('imei', 0, ...combine(chineseSides, ['imei', 'imei号', 'imei码', '机身码', '机身号', '设备号', '设备标识', '终端串号', '串号', '手机串号', '手机串码', '串码', '终端标识', '终端号', '设备串号', '设备识别码', '手机识别码', '机器码']));
add('imsi', 0, ...combine(sideWords, ['imsi', ' imsi number', ' imsi no', ' iccid']));
add('imsi', 0, ...combine(chineseSides, ['imsi', 'imsi号', 'imsi码', '卡号', '卡串号', '卡识别码', 'sim卡号', '用户识别码']));
add('cell', 0, ...combine(sideWords, ['cgi', ' cell', ' cell id', ' cellid', ' cell global id', ' cell global identity', ' cellglobalid', ' ecgi', ' eci', ' ci', ' cid', ' cell identity', ' cell tower', ' celltower', ' tower', ' tower id', ' antenna', ' antenna id', ' antennaid', ' bts', ' bts id', ' site', ' site id', ' base station', ' base station id',
  ' basestation', ' cell site', ' cell site id', ' cell code', ' cell name', ' ncgi', ' ci/eci', ' eci/ci', ' cgi/ecgi', ' sector', ' sector id', ' lac/ci', ' lac-ci', ' lacci', ' laccell', ' cell no', ' enb cell', ' bsid', ' bs id', ' location id']), 'cell1', 'cell id 1', 'cellid1');
add('cell', 0, ...combine(chineseSides, ['小区', '小区id', '小区号', '小区码', '小区编码', '小区编号', '小区标识', '小区识别码', '小区代码', '小区名', '小区名称', '基站', '基站id', '基站号', '基站编号', '基站编码', '基站标识', '基站小区', '基站小区号', '基站小区id', 'ci', 'cgi', 'ecgi', 'eci', 'cellid', '蜂窝号', '基地台', '基地台编号', '基地台代码', '基地台id', '起台', '扇区', '扇区号', '基站ci', '小区ci', '开始小区', '起始小区', '基站位置码', 'lac-ci', 'lacci', '基站识别码']));
add('lac', 0, ...combine(sideWords, ['lac', ' tac', ' location area', ' location area code', ' tracking area code', ' lac code', ' lac id', ' lac/tac', ' tac/lac', ' area code lac']));
add('lac', 0, ...combine(chineseSides, ['lac', 'tac', '位置区', '位置区码', '位置区号', '位置区编码', '位置码', '基站lac', '小区lac', '基站代码', 'lac/tac', 'lac码']));
add('place', 0, 'place', 'location', 'call location', 'city', 'call place', 'tower address', 'cell address', 'site address', 'roaming', 'roaming network', 'roaming network circle', 'roam nw', 'visited network', 'visited location', 'first bts location', 'bts location', 'first cell address', 'first tower address', 'first cell id name location', 'lat/long', 'first cgi lat/long', 'own location', 'user location', 'caller location', 'square',
  ...combine(chineseSides, ['通话地点', '通话地', '通话位置', '通信地点', '地点', '位置', '所在地', '漫游地', '通话地址', '基站地址', '基站位置', '小区地址', '活动地区', '通话区域', '呼叫地', '呼叫地点', '通话城市', '号码通联位置', '通联位置', '通话所在地', '漫游城市', '基站名称', '通信地', '使用地', '通话地区', '发生地', '基地台地址', '基地台位置']));

/** Names without case, width, accents, blanks and punctuation. */
export function foldName(name: string): string {
  const plain = simplify(name.normalize('NFKC').toLowerCase());
  // Marks that part from their letters: é, й.
  return (/[\u0080-\uffff]/.test(plain) ? plain.normalize('NFD') : plain).replace(/[^\p{L}\p{N}]+/gu, '');
}

const answerTimes: ReadonlySet<string> = new Set([
  'answer time', 'answer date time', 'answer datetime', 'answer stamp', 'answer ts', 'answered at', 'answer', 'connect time', 'connected at', 'connect datetime', 'date time connect', 'conn time', 'pickup time', 'pick up time', '应答时间', '接通时间', '接听时间', '通话接通时间', '摘机时间',
].map(foldName));

/** True for the name of the moment at which a call was answered. */
export function saysAnswerTime(name: string): boolean {
  return answerTimes.has(foldName(name));
}

/** Words that machines put before a name (`call_start`, `cdr.caller`) and behind it (`start_ts`, `caller_hash`) without changing it. */
const BEFORE = /^(call|cdr|event|record|communication)[\s_.-]+/i;
const BEHIND = /[\s_.-]+(ts|utc|gmt|local|s|secs?|seconds|ms|millis|mins?|hash|hashed|anon|anonymi[sz]ed|masked|key|enc|encrypted|md5|sha1|sha256)$/i;

/** A zone and a form behind a name: `Call Date/Time - UTC+00:00 (dd/MM/yyyy)`. */
const ZONE_BEHIND = /[\s–-]+(utc|gmt)\s*([+−-]\s*[\d:]+)?\s*(\([dmyhs/.:\s-]*\))?$/i;

/** A Chinese name, of several words perhaps, with its translation behind it. */
const TWICE = /^((?:[\u3400-\u9fff()（）]\/?)+)(?<=..)[\s/|]+(\p{Script=Latin}.{2,})$/u;

/** Characters of the longest name. */
const LONGEST_NAME = 200;

/** False for what holds no letter, as no name does, and for what is too long to be one. */
export function mayBeName(text: string): boolean {
  return text.length <= LONGEST_NAME && /[a-z\u0080-\uffff]/i.test(text);
}

/** What a column of this name can hold, the likeliest first; empty if the name is not known. */
export function rolesOfName(name: string): readonly NamedRole[] {
  if (!mayBeName(name)) return [];
  const plain = name.normalize('NFKC').replace(/^\ufeff/, '').trim();
  const bare = plain.replace(BEHIND, '');
  for (const spelling of new Set([plain, plain.replace(/[([【].*$/, ''), plain.replace(/\(.*?\)|\[.*?\]|【.*?】/g, ''), bare, plain.replace(BEFORE, ''), bare.replace(BEFORE, ''), plain.replace(ZONE_BEHIND, ''), plain.replace(/^(n[°o]|nr|no)[.\s]\s*/i, '')])) {
    const roles = names.get(foldName(spelling));
    if (roles) return roles;
  }
  if (explainsWays(plain)) return [{ role: 'direction', rank: 0 }];
  // `日期 Data`: a name in two languages.
  const [, chinese, other] = TWICE.exec(plain) ?? [];
  if (chinese !== undefined && !/imei|imsi|\b(lac|ci|cgi|tac|id)\b/i.test(other!)) return rolesOfName(chinese);
  // `timing.start`: of a name within another the last part may tell, where the whole does not.
  const inner = plain.slice(plain.lastIndexOf('.') + 1);
  return inner === plain ? [] : rolesOfName(inner).map(({ role, rank }) => ({ role, rank: rank + 1 }));
}
