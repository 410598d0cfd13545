import { describe, expect, it } from 'vitest';
import { inspectAndRead } from './fixtures/readAll.ts';
import { encodeText } from './fixtures/encodeText.ts';

/** Field → name of the column that holds it, for a file of a header and some rows. */
function mappingOf(lines: readonly string[], options = {}): Record<string, string> {
  const { inspection } = inspectAndRead(encodeText(lines.join('\n'), 'UTF-8'), '13900001111.csv', options);
  const { layout } = inspection;
  return Object.fromEntries(Object.entries(layout.mapping).map(([field, column]) => [field, layout.header[column]!]));
}

const pair = (caller: string, callee: string, start: string, duration: string) => mappingOf([`${caller},${callee},${start},${duration}`, '13900001111,13800138000,2016-09-01 06:01:12,332', '13800138000,13900001111,2016-09-02 06:01:12,0']);

describe('Caller and callee are recognised by their names', () => {
  it.each([
    ['caller', 'callee'], ['Caller', 'Called'], ['CALLING_NUMBER', 'CALLED_NUMBER'], ['calling party', 'called party'], ['Calling Party Telephone Number', 'Called Party Telephone Number'], ['CALLING_PARTY_NUMBER', 'CALLED_PARTY_NUMBER'], ['source', 'destination'], ['src', 'dst'], ['From', 'To'], ['from_number', 'to_number'],
    ['A-party', 'B-party'], ['A Party Number', 'B Party Number'], ['a_number', 'b_number'], ['A Number', 'B Number'], ['caller_id', 'callee_id'], ['callerNumber', 'calleeNumber'], ['caller_msisdn', 'callee_msisdn'], ['MSISDN_A', 'MSISDN_B'], ['originating number', 'terminating number'], ['Source Number', 'Destination Number'], ['sender', 'receiver'],
    ['主叫号码', '被叫号码'], ['主叫', '被叫'], ['主叫电话', '被叫电话'], ['主叫方号码', '被叫方号码'], ['主叫用户号码', '被叫用户号码'], ['主叫手机号', '被叫手机号'], ['caller number', 'called number'], ['user', 'called'], ['MSISDN', 'Dialed Number'], ['source_id', 'destination_id'], ['Orig Number', 'Dest Number'], ['phone_from', 'phone_to'], ['caller_hash', 'callee_hash'], ['cdr.caller', 'cdr.callee'], ['ANI', 'DNIS'], ['SubscriberA', 'SubscriberB'], ['Phone 1', 'Phone 2'],
  ])('%s and %s', (caller, callee) => {
    expect(pair(caller, callee, 'start', 'duration')).toEqual({ caller, callee, start: 'start', duration: 'duration' });
  });

  it.each([
    ['start', 'duration'], ['Start Time', 'Duration (s)'], ['START_TIME', 'DURATION_SEC'], ['startTime', 'callDuration'], ['timestamp', 'measure'], ['开始时间', '通话时长'], ['起始时间', '通话时长（秒）'], ['通话开始时间', '时长'], ['通话时间', '通话时长'], ['datetime', 'talktime'], ['Date/Time', 'Dur(s)'], ['call_start', 'call_duration'], ['Call Date', 'Duration'],
    ['date', 'seconds'], ['time', 'billsec'], ['TOC', 'Dur'], ['日期', '时长(秒)'], ['时间戳', '通话秒数'], ['呼叫时间', '持续时间'], ['begin_time', 'talk_time'], ['event_time', 'length'], ['日期时间', '通话时间'], ['call_start_ts', 'call_len_sec'], ['start_utc', 'cdr.duration'], ['start_dt', 'dur'],
  ])('and so are the time in %s and the duration in %s', (start, duration) => {
    expect(pair('caller', 'callee', start, duration)).toEqual({ caller: 'caller', callee: 'callee', start, duration });
  });
});

describe('Subscriber, other and direction are recognised by their names', () => {
  it.each([
    ['user', 'other', 'direction'], ['本机号码', '对方号码', '呼叫类型'], ['本端号码', '对端号码', '通联类型'], ['用户号码', '对方号码', '通话类型'], ['Target No', 'B Party No', 'Call Type'], ['MSISDN', 'Other Party', 'Direction'], ['本机号码', '对方号码', '主被叫'], ['手机号码', '对方号码', '通话方式'], ['subscriber', 'contact', 'type'], ['A Party', 'B Party', 'Call Type'],
    ['Phone Number', 'Other Number', 'Call Direction'], ['served_msisdn', 'other_party', 'event_type'], ['计费号码', '对方号码', '呼叫类型'], ['ego', 'alter', 'direction'], ['Target /A PARTY NUMBER', 'B PARTY NUMBER', 'CALL_TYPE'], ['user_id', 'correspondent_id', 'direction'],
  ])('%s, %s and %s', (number, other, direction) => {
    expect(mappingOf([`${number},${other},${direction},start,duration`, '13900001111,13800138000,IN,2016-09-01 06:01:12,332', '13900001111,13800138001,OUT,2016-09-02 06:01:12,0'])).toEqual({ number, other, direction, start: 'start', duration: 'duration' });
  });

  it('and a list of the other ends alone belongs to the subscriber whose file it is', () => {
    const lines = ['对方号码,呼叫类型,起始时间,通话时长', '13800138000,主叫,2016-09-01 06:01:12,332'];
    expect(mappingOf(lines)).toEqual({ other: '对方号码', direction: '呼叫类型', start: '起始时间', duration: '通话时长' });
    expect(inspectAndRead(encodeText(lines.join('\n'), 'GBK'), '13900001111.csv').inspection.layout.owner).toBe('13900001111');
  });

  it("and so does a phone's own log, which has one column of numbers", () => {
    expect(mappingOf(['Number,Name,Type,Date,Duration', '13800138000,Li,Outgoing,2016-09-01 06:01:12,332', '13800138001,,Missed,2016-09-01 07:01:12,0'])).toEqual({ other: 'Number', direction: 'Type', start: 'Date', duration: 'Duration' });
  });

  it('with the number as the other end even where a column of names is called contact', () => {
    expect(mappingOf(['Call type,Date,Duration,Number,Contact,Location,Service', 'Outgoing,2024-03-01 08:00:00,00:01:05,+447700900123,Mum,UK,Phone', 'Incoming,2024-03-02 09:00:00,00:00:10,+447700900124,,,FaceTime']))
      .toMatchObject({ other: 'Number', direction: 'Call type', start: 'Date', duration: 'Duration' });
  });

  it('bandicoot’s files too, in which texts have no duration', () => {
    expect(mappingOf(['interaction,direction,correspondent_id,datetime,call_duration,antenna_id', 'text,in,8f8ad28de134,2012-05-20 20:30:37,,13084', 'call,in,fe01d67aeccd,2012-05-20 20:31:42,542,13084', 'call,out,c8f538f1ccb2,2012-05-20 21:10:31,13,13087']))
      .toEqual({ other: 'correspondent_id', direction: 'direction', type: 'interaction', start: 'datetime', duration: 'call_duration', cell: 'antenna_id' });
  });
});

it('对象电话 is the subscriber’s or the other end’s, whichever no other column is', () => {
  const of = (first: string, second: string) => mappingOf([`${first},${second},呼叫类型,起始时间`, '13900001111,13800138000,主叫,2016-09-01 06:01:12', '13900001111,13800138001,被叫,2016-09-02 06:01:12']);
  for (const name of ['对象电话', '对象电话号码', '對象電話']) {
    expect(of(name, '对方号码')).toMatchObject({ number: name, other: '对方号码', direction: '呼叫类型' });
    expect(of('本机号码', name)).toMatchObject({ number: '本机号码', other: name, direction: '呼叫类型' });
    expect(of('门号', name)).toMatchObject({ number: '门号', other: name });
    expect(mappingOf([`${name},呼叫类型,起始时间`, '13800138000,主叫,2016-09-01 06:01:12', '13800138001,被叫,2016-09-02 06:01:12'])).toEqual({ other: name, direction: '呼叫类型', start: '起始时间' });
  }
  expect(of('门号', '对象门号')).toMatchObject({ number: '门号', other: '对象门号' });
});

const callsOfType = (...words: readonly string[]) => words.map((word, at) => `9477000061,947700006${at},${word},01/06/2026 10:00:0${at},5`);

describe('Where several columns could be meant', () => {
  it('A and B party are subscriber and other when some calls came in, caller and callee when none says so', () => {
    expect(mappingOf(['A Party,B Party,Call Type,Time,Dur(s)', ...callsOfType('IN', 'OUT')])).toEqual({ number: 'A Party', other: 'B Party', direction: 'Call Type', start: 'Time', duration: 'Dur(s)' });
    expect(mappingOf(['A Party,B Party,Call Type,Time,Dur(s)', ...callsOfType('VOICE', 'SMS')])).toEqual({ caller: 'A Party', callee: 'B Party', type: 'Call Type', start: 'Time', duration: 'Dur(s)' });
  });

  it('calling and called are subscriber and other when the subscriber is “calling” even in calls that came in', () => {
    const lines = ['calling_number,called_number,direction,start', '1,2,OUT,2016-09-01 06:01:12', '1,3,IN,2016-09-01 07:01:12', '1,4,IN,2016-09-01 08:01:12'];
    expect(mappingOf(lines)).toEqual({ number: 'calling_number', other: 'called_number', direction: 'direction', start: 'start' });
  });

  it('a direction beside caller and callee says whose file it is, unless many subscribers call each other', () => {
    const head = 'Calling Party,Called Party,Call Type,Time';
    expect(mappingOf([head, '1,2,a_out,2016-09-01 06:01:12', '3,1,a_in,2016-09-01 07:01:12'])).toEqual({ caller: 'Calling Party', callee: 'Called Party', direction: 'Call Type', start: 'Time' });
    expect(mappingOf([head, '1,2,MOC,2016-09-01 06:01:12', '2,1,MTC,2016-09-01 07:01:12', '2,3,MOC,2016-09-01 07:01:12'])).toEqual({ caller: 'Calling Party', callee: 'Called Party', type: 'Call Type', start: 'Time' });
    expect(mappingOf([head, '1,2,OUT,2016-09-01 06:01:12', '2,3,OUT,2016-09-01 07:01:12'])).not.toHaveProperty('direction');
  });

  it('TOC is the type of connection beside Date and Time, and the time of call where it holds times', () => {
    expect(mappingOf(['Target No,Call Type,TOC,B Party No,Date,Time,Dur(s)', '9811122233,OUT,Post,9822233344,15/04/2026,08:26:10,3'])).toEqual({ number: 'Target No', other: 'B Party No', direction: 'Call Type', date: 'Date', time: 'Time', duration: 'Dur(s)' });
    expect(mappingOf(['caller,callee,TOC,Dur(s)', '9811122233,9822233344,15/04/2026 08:26:10,3'])).toEqual({ caller: 'caller', callee: 'callee', start: 'TOC', duration: 'Dur(s)' });
  });

  it('a time of day in a form that nobody knows is the time all the same, for no call to be of midnight that was not; one that tells no time is none', () => {
    const withTime = (times: readonly string[]) => mappingOf(['caller,callee,date,time,duration', ...times.map((time, i) => `13900001111,1380013800${i},2024-03-12,${time},62`)]);
    for (const times of [['quarter past 8', 'half past 9', '5 to noon'], ['08h15m22s', '09h15m22s', '10h15m22s']]) expect(withTime(times)).toMatchObject({ date: 'date', time: 'time' });
    for (const times of [['peak', 'off-peak', 'peak'], ['12', '7', '63'], ['', '', '']]) expect(withTime(times)).not.toHaveProperty('time');
  });

  it('the first column with a usable meaning wins', () => {
    expect(mappingOf(['类型,对方号码,开始时间,通话时长,通话时长2', '主叫,13800138000,2025-01-02 09:23:55,00:05:32,5分32秒'])).toMatchObject({ duration: '通话时长' });
    expect(mappingOf(['caller,callee,start,duration,call duration', '1,2,2025-01-02 09:23:55,,332', '1,2,2025-01-02 09:23:55,,3'])).toMatchObject({ duration: 'call duration' });
  });

  it('seconds since the answer go before seconds since dialling', () => {
    expect(mappingOf(['src,dst,start,answer,end,duration,billsec,disposition', '1001,1002,2025-01-02 09:23:55,2025-01-02 09:23:58,2025-01-02 09:24:58,63,60,ANSWERED'])).toEqual({ caller: 'src', callee: 'dst', start: 'start', end: 'end', duration: 'billsec', answered: 'disposition' });
  });

  it('direction and service are two columns, of which one says which way and one what', () => {
    expect(mappingOf(['Target No,B Party No,Call Type,Service Type,Date,Time', '9811122233,9822233344,IN,SMS,15/04/2026,08:26:10', '9811122233,9822233344,OUT,VOICE,15/04/2026,08:26:10'])).toMatchObject({ direction: 'Call Type', type: 'Service Type' });
  });

  it('devices, cards, areas and cells are those of the subscriber, not of the other end', () => {
    expect(mappingOf(['本端号码,对端号码,通联类型,通话开始时间,对端IMEI,本端IMEI,对端IMSI,本端IMSI,本端LAC,本端CI,对端LAC,对端CI', '13900001111,13800138000,主叫,2025-01-02 09:23:55,1,86658805580153,2,460001234567890,4301,20012,1,2']))
      .toMatchObject({ imei: '本端IMEI', imsi: '本端IMSI', lac: '本端LAC', cell: '本端CI' });
  });

  it('a source that is the name of a system is no caller where there is another', () => {
    expect(mappingOf(['source,caller,callee,start', 'CRM,1,2,2016-09-01 06:01:12', 'CRM,3,4,2016-09-01 06:01:12'])).toMatchObject({ caller: 'caller', callee: 'callee' });
  });

  it('source and target are the ends of an edge', () => {
    expect(mappingOf(['source,target,timestamp,duration', '1,2,2016-09-01 06:01:12,5', '3,4,2016-09-01 06:01:12,6'])).toEqual({ caller: 'source', callee: 'target', start: 'timestamp', duration: 'duration' });
  });

  it('from and to that are times are no numbers', () => {
    expect(mappingOf(['number,other,direction,from,duration', '13900001111,13800138000,in,2025-01-02 09:23:55,5'])).toMatchObject({ number: 'number', other: 'other' });
  });
});

describe('Of what switchboards and forensic tools write', () => {
  it('the time talked is the duration rather than the time it rang and was talked', () => {
    expect(mappingOf(['Call From,Call To,Call Time,Call Duration(s),Talk Duration(s)', '100,13800138000,2016-09-01 06:01:12,20,3'])).toMatchObject({ duration: 'Talk Duration(s)' });
  });

  it('a time is known by its name though its zone and its form stand behind it', () => {
    const start = 'Call Date/Time - UTC+00:00 (dd/MM/yyyy)';
    expect(mappingOf([`Local User,Partner,Direction,${start}`, '13900001111,13800138000,Incoming,13/05/2024 08:00:00'])).toMatchObject({ start });
  });
});

describe('Names that no list knows', () => {
  const of = (names: string, ...rows: readonly string[]) => mappingOf([names, ...rows]);

  it('mean by their words what the values say as well', () => {
    expect(of('CallingNumber,CalledNumber,CallStartTimeStamp,sec-dur', '5551212,5551213,2024-05-01 08:20:35.000,00065')).toEqual({ caller: 'CallingNumber', callee: 'CalledNumber', start: 'CallStartTimeStamp', duration: 'sec-dur' });
    expect(of('caller,callee,始話日期時間,Ring Dur,Agent.InteractionDuration', '5551212,5551213,2024-05-01 08:20:35,5,65')).toMatchObject({ start: '始話日期時間', duration: 'Agent.InteractionDuration' });
    expect(of('caller,callee,Day of call,Clock time,Session Dur', '5551212,5551213,2024-05-01,08:20:35,65', '5551212,5551213,2024-05-02,09:20:35,65')).toMatchObject({ date: 'Day of call', time: 'Clock time', duration: 'Session Dur' });
    expect(of('caller,callee,Call Dur Start Time,Session End Stamp,Session Begin Stamp', '5551212,5551213,x,2024-05-01 08:21:40,2024-05-01 08:20:35', '5551212,5551213,x,2024-05-01 09:21:40,2024-05-01 09:20:35')).toMatchObject({ start: 'Session Begin Stamp' });
  });

  it('may be of both ends, which hold telephone numbers', () => {
    expect(of('setup_time;src_number_in;dst_number_in;src_ip;duration_ms', '2024-05-01T08:20:35Z;3125551212;3125551213;10.0.0.1;65000')).toMatchObject({ caller: 'src_number_in', callee: 'dst_number_in' });
    expect(of('setup_time;src_trunk;dst_trunk;duration_ms', '2024-05-01T08:20:35Z;7;8;65000')).not.toHaveProperty('caller');
  });

  it('are the subscriber’s where one number stands in every row beside the other ends', () => {
    const rows = ['13812345678,13800138000,主叫,2024-05-01 08:20:35', '13812345678,13800138001,被叫,2024-05-01 09:20:35'];
    expect(of('案卡,联系号码,联系方式,联系时间', ...rows)).toMatchObject({ number: '案卡', other: '联系号码' });
    expect(of('短信中心,联系号码,联系方式,联系时间', ...rows)).not.toHaveProperty('number');
    expect(of('Gerät,联系号码,联系方式,联系时间', ...rows.map((row) => row.replace('13812345678', '866588055801530')))).not.toHaveProperty('number');
  });

  it('are of one end where the other has a name, and no other column holds telephones', () => {
    const rows = ['13/05/2024 08:20:35,932104173,932745099,Saída', '14/05/2024 08:20:35,932745098,932104173,Entrada'];
    expect(of('início,quem,número chamado,sentido', ...rows)).toMatchObject({ caller: 'quem', callee: 'número chamado' });
    expect(of('start,SMSC,called number,direction', ...rows)).not.toHaveProperty('caller');
  });

  it('are never both ends in one column', () => {
    expect(of('TERMINAL_ORIGEM;TERMINAL_DESTINO;DATA_CHAMADA;HORA_CHAMADA', '5511998948011;5511911704028;20240513;082035')).toEqual({ caller: 'TERMINAL_ORIGEM', callee: 'TERMINAL_DESTINO', date: 'DATA_CHAMADA', time: 'HORA_CHAMADA' });
    expect(of('源号码,目标号码,日期时间', '13812345678,13800138000,2024-05-01 08:20:35')).toEqual({ caller: '源号码', callee: '目标号码', start: '日期时间' });
    expect(of('目標電話,對象電話,通話類別,始話日期時間', '0912345678,0987654321,發話,2024/05/01 08:20:35')).toMatchObject({ number: '目標電話', other: '對象電話' });
    expect(of('門號,對象門號,通話類別,始話時間', '0912345678,0987654321,發話,2024/05/01 08:20:35')).toMatchObject({ number: '門號', other: '對象門號' });
  });

  it('are known by their first letters in Latin script, as the police’s databases have them', () => {
    expect(of('HM,DFHM,THLX,KSSJ,JSSJ,THSC,LAC,CI', '13812345678,13800138000,主叫,2024-05-01 08:20:35,2024-05-01 08:21:40,65,4301,20012')).toEqual({ number: 'HM', other: 'DFHM', direction: 'THLX', start: 'KSSJ', end: 'JSSJ', duration: 'THSC', lac: 'LAC', cell: 'CI' });
    expect(of('ZJHM,BJHM,KSSJ,THSC', '13812345678,13800138000,2024-05-01 08:20:35,65')).toEqual({ caller: 'ZJHM', callee: 'BJHM', start: 'KSSJ', duration: 'THSC' });
  });

  it('but not in numbers of rows, of accounts, or in times', () => {
    const of3 = (name: string, ...values: readonly string[]) => of(`start,${name},called number,duration`, ...values.map((value, i) => `1${i}/05/2024 08:20:35,${value},93274509${i},5`));
    expect(of3('quem', '932104173', '932104555', '912104173')).toMatchObject({ caller: 'quem' });
    for (const name of ['Record ID', 'No.', '序号', '帐号', 'AccountRef', '流水号']) expect([name, of3(name, '932104173', '932104555', '912104173')]).not.toHaveProperty('1.caller');
    expect(of3('quem', '1000001', '1000002', '1000005')).not.toHaveProperty('caller');
    expect(of3('quem', '1715559635', '1715569635', '1715659635')).not.toHaveProperty('caller');
    expect(of3('quem', '20240501', '20240502', '20240502')).not.toHaveProperty('caller');
  });

  it('end where they say so, which tells how long a call took', () => {
    expect(of('caller,callee,InitiationTimestamp,DisconnectTimestamp', '3125551212,3125551213,2024-05-01T08:20:35Z,2024-05-01T08:21:40Z', '3125551212,3125551213,2024-05-01T09:20:35Z,2024-05-01T09:21:40Z')).toEqual({ caller: 'caller', callee: 'callee', start: 'InitiationTimestamp', end: 'DisconnectTimestamp' });
  });

  it('start where they say so though no time is named', () => {
    expect(of('conversationStart,conversationEnd,ani,dnis,tTalk (ms),tRing (ms)', '2024-05-01T08:20:35.000Z,2024-05-01T08:21:40.000Z,3125551212,3125551213,65000,3000')).toMatchObject({ start: 'conversationStart', duration: 'tTalk (ms)' });
  });

  it('need not be known of the only time that is there', () => {
    expect(of('caller,callee,ΔΤ,printed', '5551212,5551213,2024-05-01 08:20:35,2024-06-01 10:00:00', '5551212,5551213,2024-05-01 09:20:35,2024-06-01 10:00:00')).toMatchObject({ start: 'ΔΤ' });
  });

  it('hold the type where they say of some rows that they are texts', () => {
    expect(of('user_id,other_id,description,direction,starttime', '5551212,5551213,Voice call,Outgoing,2024-05-01 08:20:35', '5551212,5551214,Short message,Incoming,2024-05-01 09:20:35')).toMatchObject({ type: 'description', direction: 'direction' });
  });

  it('and are known in either language of two', () => {
    expect(of('本機電話號碼 Número,對方電話號碼 Número,日期 Data,時間 Hora,秒數 Duração,來/去電', '60093577,64292176,13/05/2024,11:56:27,701,去電', '60093577,64292177,14/05/2024,11:56:27,70,來電')).toEqual({
      number: '本機電話號碼 Número', other: '對方電話號碼 Número', date: '日期 Data', time: '時間 Hora', duration: '秒數 Duração', direction: '來/去電',
    });
    expect(of('本机号码,对方号码,对端 IMEI,通话类型,开始时间', '13900001111,13800138000,866588055801530,主叫,2024-05-01 08:20:35')).not.toHaveProperty('imei');
  });
});

describe('Whether a call was answered', () => {
  const answeredOf = (header: string, ...rows: readonly string[]) => inspectAndRead(encodeText([header, ...rows].join('\n'), 'UTF-8'), '13900001111.csv').records.map(({ answered, durationS }) => [answered, durationS]);

  it('is told the other way round by a column of missed calls', () => {
    const rows = ['13800138000,Incoming,2024-05-01 08:20:35,25,Yes', '13800138000,Incoming,2024-05-01 09:20:35,65,No', '13800138000,Outgoing,2024-05-01 10:20:35,0,'];
    for (const name of ['Missed', 'is_missed', 'Missed Call', '未接', '是否未接']) expect([name, answeredOf(`Number,Direction,Date,Duration,${name}`, ...rows)]).toEqual([name, [[false, 0], [true, 65], [null, 0]]]);
    // Where it names the missed, it is no answer to a question.
    expect(answeredOf('Number,Direction,Date,Duration,Missed', '13800138000,Incoming,2024-05-01 08:20:35,0,Missed', '13800138000,Incoming,2024-05-01 09:20:35,65,')).toEqual([[false, 0], [true, 65]]);
    expect(answeredOf('Number,Direction,Date,Duration,is_missed', '13800138000,Incoming,2024-05-01 08:20:35,0,1', '13800138000,Incoming,2024-05-01 09:20:35,65,0')).toEqual([[false, 0], [true, 65]]);
  });

  it('is told by why it ended', () => {
    expect(answeredOf('主叫号码,被叫号码,起始时间,通话时长,终止原因', '13900001111,13800138000,2024-05-01 08:20:35,0,无人应答', '13900001111,13800138000,2024-05-01 08:20:35,5,正常挂机', '13900001111,13800138000,2024-05-01 08:20:35,0,用户关机')).toEqual([[false, 0], [true, 5], [false, 0]]);
  });
});

describe('In other languages', () => {
  it.each([
    ['French', 'Type de communication;Abonné;Correspondant;Date;Heure;Durée', ['Appel émis', 'Appel reçu', 'SMS émis', 'SMS reçu', 'Appel manqué']],
    ['German', 'Richtung;Eigene Rufnummer;Rufnummer;Datum;Uhrzeit;Dauer (Sek.)', ['ausgehend', 'eingehend', 'SMS ausgehend', 'SMS eingehend', 'verpasst']],
    ['Spanish', 'Sentido;Abonado;Número contrario;Fecha;Hora;Duración (segundos)', ['Saliente', 'Entrante', 'SMS enviado', 'SMS recibido', 'Llamada perdida']],
    ['Portuguese', 'Tipo de chamada;Assinante;Contato;Data;Hora;Duração', ['Chamada efetuada', 'Chamada recebida', 'SMS enviado', 'SMS recebido', 'Chamada perdida']],
    ['Italian', 'Direzione;Utenza;Interlocutore;Data;Ora;Durata', ['uscita', 'entrata', 'SMS inviato', 'SMS ricevuto', 'persa']],
    ['Russian', 'Направление;Абонент;Собеседник;Дата;Время;Длительность, сек', ['Исходящий', 'Входящий', 'Исходящее СМС', 'Входящее СМС', 'Пропущенный']],
    ['Turkish', 'Yön;Abone No;Karşı Numara;Tarih;Saat;Süre', ['Giden', 'Gelen', 'Giden mesaj', 'Gelen mesaj', 'Cevapsız']],
    ['Indonesian', 'Arah;Nomor Pelanggan;Nomor Lawan;Tanggal;Jam;Durasi (detik)', ['Keluar', 'Masuk', 'SMS Keluar', 'SMS Masuk', 'Panggilan tak terjawab']],
    ['Vietnamese', 'Chiều gọi;Số thuê bao;Số liên lạc;Ngày;Giờ;Thời lượng', ['Gọi đi', 'Gọi đến', 'SMS gọi đi', 'SMS gọi đến', 'Cuộc gọi nhỡ']],
    ['Japanese', '発着信;契約番号;相手番号;日付;時刻;通話秒数', ['発信', '着信', 'SMS送信', 'SMS受信', '不在着信']],
    ['Ukrainian', 'Напрямок;Абонент;Контакт;Дата;Час;Тривалість, с', ['Вихідний', 'Вхідний', 'Вихідне СМС', 'Вхідне СМС', 'Пропущений']],
    ['Korean', '수발신구분;본인번호;상대번호;통화일자;시작시간;통화시간(초)', ['음성발신', '음성수신', '문자발신', '문자수신', '부재중']],
  ])('%s names and words are known', (_language, names, ways) => {
    const rows = ways.map((way, i) => `${way};0612345678;061234567${i};13/05/2024;08:20:3${i};${i < 2 ? 65 : 0}`);
    const { inspection, records, rejected } = inspectAndRead(encodeText([names, ...rows].join('\n'), 'UTF-8'), 'a.csv');
    expect([inspection.problems, rejected]).toEqual([[], []]);
    expect(records.map(({ caller, callee, type, answered }) => [caller === '0612345678' ? 'out' : callee === '0612345678' ? 'in' : '?', type, answered])).toEqual([['out', 'call', true], ['in', 'call', true], ['out', 'text', null], ['in', 'text', null], ['in', 'call', false]]);
  });

  it('callers and callees are, with or without accents', () => {
    for (const [caller, callee] of [['Numéro appelant', 'Numéro appelé'], ['NUMERO APPELANT', 'NUMERO APPELE'], ['Número Origem', 'Número Destino'], ['N° appelant', 'N° appelé'], ['Chiamante', 'Chiamato'], ['Nomor A', 'Nomor B'], ['หมายเลขต้นทาง', 'หมายเลขปลายทาง'], ['Rufnummer A', 'Rufnummer B'], ['Вызывающий номер', 'Вызываемый номер'], ['Arayan', 'Aranan'], ['発信者番号', '着信番号'], ['발신번호', '수신번호']]) {
      expect(pair(caller!, callee!, 'start', 'duration')).toEqual({ caller, callee, start: 'start', duration: 'duration' });
    }
  });
});

it('Whether a call was answered is not told by causes of release, of which 0 is the good one', () => {
  const of = (results: readonly string[]) => mappingOf(['caller,callee,start,duration,result', ...results.map((result) => `1,2,2016-09-01 06:01:12,${result}`)])['answered'];
  expect(of(['0,17', '25,0', '0,19', '4,0'])).toBeUndefined();
  expect(of(['0,1', '25,0', '0,1'])).toBeUndefined();
  expect(of(['0,0', '25,1', '0,0'])).toBe('result');
  expect(of(['0,NO ANSWER', '25,ANSWERED'])).toBe('result');
});

it('A bill’s towns are no callees: whose list it is must be said', () => {
  const { problems } = inspectAndRead(encodeText('Date,Time,Number,Destination,Duration\n13/05/2024,08:00:00,07700900123,London,0:01:05\n13/05/2024,09:00:00,07700900124,Leeds,0:02:05\n', 'UTF-8'), '07700900111.csv').inspection;
  expect(problems.filter(({ isFatal }) => isFatal).map(({ what }) => what)).toContain('direction');
});

describe('Columns whose names nobody knows', () => {
  const start = '2016-09-01 06:01:12';
  const rows = (first: string, second: string) => [`13900001111,13800138000,${first},${start},5`, `13900001111,13800138001,${second},${start},6`, `13900001111,13800138002,${second},${start},7`];

  it('hold the way of a call where all of their values do, both ways', () => {
    const of = (first: string, second: string) => mappingOf(['caller,callee,Quo vadis,start,duration', ...rows(first, second)]);
    expect(of('outgoing', 'incoming')).toMatchObject({ number: 'caller', other: 'callee', direction: 'Quo vadis' });
    expect(of('incoming', 'incoming')).toMatchObject({ caller: 'caller', callee: 'callee' });
    expect(of('outgoing', 'x')).toMatchObject({ caller: 'caller', callee: 'callee' });
  });

  it('but explain its codes, too', () => {
    expect(mappingOf(['主叫号码,被叫号码,标记位(1-主叫;2-被叫),开始时间,时长', ...rows('1', '2')])).toMatchObject({ number: '主叫号码', other: '被叫号码', direction: '标记位(1-主叫;2-被叫)' });
  });

  it('hold the other ends where the one column of numbers is always the same', () => {
    expect(mappingOf(['subscriber,Quem,direction,start,duration', ...rows('out', 'in')])).toMatchObject({ number: 'subscriber', other: 'Quem' });
    // A phone's own log may hold its numbers once more.
    const twice = rows('out', 'in').map((row) => row.replace('13900001111', row.split(',')[1]!));
    expect(mappingOf(['number,formatted,direction,start,duration', ...twice])).toEqual({ other: 'number', direction: 'direction', start: 'start', duration: 'duration' });
  });
});

describe('A phone’s messages', () => {
  it('have their other ends in the column that holds numbers, where no name tells of an end', () => {
    const messages = ['_id,address,date,type,body', '1,13812345678,1714521600000,1,hello', '2,13912345678,1714525200000,2,ok', '3,10086,1714528800000,1,balance'];
    expect(mappingOf(messages)).toEqual({ other: 'address', direction: 'type', start: 'date' });
  });

  it('but not in one that holds streets', () => {
    expect(mappingOf(['_id,address,date,type,body', '1,12 Main Street,1714521600000,1,hello', '2,7 High Street,1714525200000,2,ok'])).not.toHaveProperty('other');
  });
});

describe('What the user says', () => {
  const lines = ['when,a,b,c,secs', '2016-09-01 06:01:12,13900001111,13800138000,13700000000,332'];

  it('goes before what was recognised, and the rest is still recognised', () => {
    expect(mappingOf(lines, { mapping: { caller: 1, callee: 3 } })).toEqual({ caller: 'a', callee: 'c', start: 'when', duration: 'secs' });
  });

  it('takes the column away from the field it was recognised as', () => {
    expect(mappingOf(['caller,callee,start,duration', '1,2,2016-09-01 06:01:12,332'], { mapping: { caller: 1, callee: 0 } })).toEqual({ caller: 'callee', callee: 'caller', start: 'start', duration: 'duration' });
  });

  it('may turn one shape into the other', () => {
    expect(mappingOf(['user,other,direction,start', '1,2,in,2016-09-01 06:01:12'], { mapping: { caller: 0, callee: 1 } })).toMatchObject({ caller: 'user', callee: 'other' });
    expect(mappingOf(['caller,callee,direction,start', '1,2,in,2016-09-01 06:01:12'], { mapping: { number: 0, other: 1 } })).toEqual({ number: 'caller', other: 'callee', direction: 'direction', start: 'start' });
  });

  it('may be that a column is not to be read', () => {
    expect(mappingOf(['caller,callee,start,duration,imei', '1,2,2016-09-01 06:01:12,332,86658805580153'], { mapping: { imei: -1, duration: -1 } })).toEqual({ caller: 'caller', callee: 'callee', start: 'start' });
  });
});
