import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeOfPhones } from '../../mocks/changeOfPhones.ts';

const folder = mkdtempSync(join(tmpdir(), 'callchain-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

const header = 'caller,callee,start,duration\n';
const content = `${header}13800000001,13800000002,2026-05-01 10:00:00,60\n13800000001,13800000003,2026-05-02 11:00:00,\n13800000002,13800000001,2026-06-01 12:00:00,-5\n13800000002,13800000001,2026-06-02 12:00:00,7\n`;

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Runs the program as a person would, and tells what it printed and how it ended. */
function callchain(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/engine/cli.ts', ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return { status, stdout, stderr };
}

describe('the command line', () => {
  let calls = '';
  beforeAll(() => {
    calls = write('calls.csv', content);
  });

  it('says what a file is and how it would be read', () => {
    const { status, stdout } = callchain('inspect', '--zone', 'Asia/Shanghai', calls);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      file: 'calls.csv', bytes: content.length, sha256: createHash('sha256').update(content).digest('hex'), encoding: 'utf-8', delimiter: ',', headerLine: 1,
      kind: 'communications', mapping: { caller: 'caller', callee: 'callee', start: 'start', duration: 'duration' }, zone: 'Asia/Shanghai', problems: [],
    });
  });

  it('scores every number, highest first, with the files it rests on', () => {
    const { status, stdout, stderr } = callchain('score', '--zone', 'Asia/Shanghai', calls);
    expect(status).toBe(0);
    const { dataset, suspects } = JSON.parse(stdout) as { dataset: object; suspects: { number: string; score: number; coverage: number; reasons: { contribution: number }[] }[] };
    expect(dataset).toMatchObject({ files: [{ name: 'calls.csv', rows: 3, rejected: 1 }], numbers: 3, links: 3, first: '2026-05-01T10:00:00+08:00', last: '2026-06-02T12:00:00+08:00' });
    expect(suspects.map(({ number }) => number).toSorted()).toEqual(['13800000001', '13800000002', '13800000003']);
    expect(suspects.map(({ score }) => score)).toEqual(suspects.map(({ score }) => score).toSorted((a, b) => b - a));
    for (const { score, reasons } of suspects) {
      const logOdds = Math.log(0.01 / 0.99) + reasons.reduce((sum, { contribution }) => sum + contribution, 0);
      expect(score).toBeCloseTo(100 / (1 + Math.exp(-logOdds)), 9);
    }
    expect(stderr).toContain('calls.csv:4: durationNegative');
  });

  it('tells which way it took dates that can be read both ways, and reads them the other way when told to', () => {
    const path = write('either.csv', `${header}13800000001,13800000002,05/01/2026 10:00:00,60\n13800000001,13800000003,05/02/2026 11:00:00,5\n`);
    const first = ({ stdout }: { readonly stdout: string }) => (JSON.parse(stdout) as { dataset: { first: string } }).dataset.first;
    const taken = callchain('links', '--zone', 'UTC', path);
    expect(taken.stderr).toContain('either.csv:2: has dates such as 05/01/2026 10:00:00 that can be read day first or month first, taken as day first');
    expect(first(taken)).toBe('2026-01-05T10:00:00+00:00');
    const told = callchain('links', '--zone', 'UTC', '--date-order', 'mdy', path);
    expect(told.stderr).not.toContain('month first');
    expect(first(told)).toBe('2026-05-01T10:00:00+00:00');
    expect(callchain('links', '--date-order', 'ydm', path)).toMatchObject({ status: 2, stdout: '' });
  });

  it('keeps to a window of days', () => {
    const { stdout } = callchain('links', '--zone', 'UTC', '--from', '2026-05-02', '--to', '2026-05-31', calls);
    expect(JSON.parse(stdout)).toMatchObject({
      dataset: { numbers: 2, links: 1, records: 1, first: '2026-05-02T11:00:00+00:00', last: '2026-05-02T11:00:00+00:00' },
      links: [{ from: '13800000001', to: '13800000003', calls: 1, texts: 0, seconds: 0 }],
    });
  });

  it('prints tables as CSV, with nothing where there is no evidence', () => {
    const { stdout } = callchain('features', '--format', 'csv', calls);
    const [names, ...rows] = stdout.trim().split('\n').map((line) => line.split(','));
    expect(rows).toHaveLength(3);
    const third = rows.find(([number]) => number === '13800000003');
    expect(third?.[names!.indexOf('number_of_calls_in')]).toBe('1');
    expect(third?.[names!.indexOf('call_duration_mean')]).toBe('');
  });

  it('takes columns by name or number from --map', () => {
    const odd = write('odd.csv', 'wer,wann,wen\n13800000001,2026-05-01 10:00:00,13800000002\n');
    const { status, stdout } = callchain('links', '--map', 'caller=wer,start=2,callee=wen', odd);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ links: [{ from: '13800000001', to: '13800000002', calls: 1 }] });
  });

  it('says what kind of record a file holds, and reads it as one that is said', () => {
    const subscriptions = write('开户.csv', '手机号码,证件哈希,开户网点,代理商,运营商,入网时间,状态,合同编号\n13800000001,ab,网点1,号商1,CM,2026-04-01,正常,HT1\n');
    const odd = write('odd2.csv', 'wer,wo\n13800000001,x\n');
    expect(JSON.parse(callchain('inspect', '--kind', 'subscriptions', '--map', 'number=wer,outlet=2', odd).stdout)).toMatchObject({ kind: 'subscriptions', mapping: { number: 'wer', outlet: 'wo' } });
    const { dataset } = JSON.parse(callchain('score', calls, subscriptions).stdout) as { dataset: { files: { kind: string; rows: number }[] } };
    expect(dataset.files.map(({ kind, rows }) => [kind, rows])).toEqual([['communications', 3], ['subscriptions', 1]]);
  });

  it('collides the numbers of files of any kind', () => {
    const list = write('list.txt', '13800000002\n+86 138 0000 0003\n10086\n');
    const special = write('特殊号码.csv', '号码,备注\n13800000003,测试\n');
    const found = (...args: readonly string[]) => (JSON.parse(callchain('collide', ...args).stdout) as { numbers: string[] }).numbers;
    expect(found(`A=${calls}`, `B=${list}`, `C=${special}`, '--op', '(A | B) - C')).toEqual(['10086', '13800000001', '13800000002']);
    expect(found(`A=${calls}`, `名单=${list}`, '--op', 'A ∩ 名单', '--except', special)).toEqual(['13800000002']);
  });

  it.each([
    ['an expression that ends too soon', ['A &'], /--op "A &", column 4: a set or \( should stand here, not the end/],
    ['no expression', [], /collide needs --op, such as --op "A & B"/],
  ] as const)('says where %s is wrong', (_, op, message) => {
    const { status, stdout, stderr } = callchain('collide', `A=${calls}`, `B=${calls}`, ...op.flatMap((text) => ['--op', text]));
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.trim()).toMatch(message);
  });

  it('pairs the numbers that fell silent at a date with those that took their place', () => {
    const { records, cut, successors } = changeOfPhones({ seed: 3, circles: 1 });
    const lines = records.map(({ caller, callee, at, durationS, cell }) => `${caller},${callee},${at.replaceAll('-', '').replace('T', ' ').slice(0, 14).replace(':', '')},${durationS},${cell}`);
    const path = write('phones.csv', `From,To,Datetime,Duration(seconds),Cell Tower\n${lines.join('\n')}\n`);
    const { status, stdout } = callchain('successors', path, '--cut', cut.replaceAll('-', '/'), '--zone', 'UTC');
    expect(JSON.parse(callchain('successors', path).stdout)).toMatchObject({ cut, pairs: Array.from({ length: 5 }, () => ({})) });
    expect(status).toBe(0);
    const { pairs } = JSON.parse(stdout) as { pairs: { old: string; new: string; similarity: number; evidence: { contacts: { shared: object[] } } }[] };
    expect(Object.fromEntries(pairs.map((pair) => [pair.old, pair.new]))).toEqual(Object.fromEntries(successors));
    expect(pairs.map(({ similarity }) => similarity)).toEqual(pairs.map(({ similarity }) => similarity).toSorted((a, b) => b - a));
    expect(pairs[0]!.evidence.contacts.shared.length).toBeGreaterThan(0);
  });

  it.each([
    ['a cut that is no date', ['successors', '--cut', '2026-02-30'], /--cut 2026-02-30 is not a date/],
    ['a cut before the first record', ['successors', '--cut', '2026-05-01', '--zone', 'UTC'], /--cut 2026-05-01 parts nothing: the records are of 2026-05-01 to 2026-06-02/],
  ])('says why it cannot look for successors with %s', (_, args, message) => {
    const { status, stderr } = callchain(...args, calls);
    expect(status).toBe(2);
    expect(stderr.trim().split('\n').at(-1)).toMatch(message);
  });

  it.each([[['--help']], [['score', '--help']], [['chain', '-h']]])('tells how it is used when asked so: %j', (args) => {
    const { status, stdout } = callchain(...args);
    expect(status).toBe(0);
    expect(stdout).toMatch(/score FILE…/);
  });

  it.each([
    ['an unknown command', ['guess'], /unknown command "guess"/],
    ['no file', ['score'], /no file given/],
    ['a file that is not there', ['score', '/nowhere/calls.csv'], /\/nowhere\/calls.csv: does not exist/],
    ['an option that is not there', ['score', '--fast', 'x.csv'], /--fast/],
    ['a zone that is not there', ['score', '--zone', 'Moon', 'x.csv'], /--zone Moon is not a time zone/],
    ['a date that is none', ['score', '--from', '2026-02-30', 'x.csv'], /--from 2026-02-30 is not a date/],
    ['a kind that is not there', ['score', '--kind', 'gossip', 'x.csv'], /--kind gossip is no kind of record; there are: communications, subscriptions/],
    ['a base rate above 1', ['score', '--base-rate', '7', 'x.csv'], /--base-rate 7 is not between 0 and 1/],
  ] as const)('ends with 2 and one line that says why for %s', (_, args, message) => {
    const { status, stdout, stderr } = callchain(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trim()).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    ['empty', '', /is empty/],
    ['only a header', header, /a header and no records/],
    ['a column missing', 'caller,start\n13800000001,2026-05-01 10:00:00\n', /no column for callee among: caller, start/],
  ])('says what is wrong with a file that is %s', (name, text, message) => {
    const { status, stderr } = callchain('score', write(`${name}.csv`, text));
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });

  it('keeps the rest where a file among several has nothing in it, and names it', () => {
    const { status, stdout, stderr } = callchain('score', write('nothing.csv', ''), calls, write('noCalls.csv', header));
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      dataset: { files: [{ name: 'calls.csv', rows: 3, rejected: 1 }, { name: 'nothing.csv', bytes: 0, rows: 0 }, { name: 'noCalls.csv', rows: 0 }], rejectedRows: [{ file: 'calls.csv', line: 4, reason: 'durationNegative' }] },
    });
    expect(stderr).toMatch(/nothing\.csv: is empty; left out[^]*noCalls\.csv:1: has a header and no records; left out/);
  });

  it('holds the queue against labels, and marks each suspect', () => {
    const { labels, suspects } = JSON.parse(callchain('score', calls, '--labels', write('labels.csv', 'number,label\n+8613800000001,fraud\n13800000002,innocent\n13999999999,fraud\n')).stdout) as { labels: object; suspects: { number: string; label: string | null }[] };
    const order = suspects.flatMap(({ number, label }) => (label === null ? [] : [number]));
    expect(labels).toMatchObject({ fraud: 1, innocent: 1, absent: 1, unlabelled: 1, auc: order[0] === '13800000001' ? 1 : 0 });
    expect(Object.fromEntries(suspects.map(({ number, label }) => [number, label]))).toEqual({ 13800000001: 'fraud', 13800000002: 'innocent', 13800000003: null });
  });

  it.skipIf(!existsSync('../shared/data/nodobo/calls.csv'))('flags nobody among the 27 real users, and accounts for every one of their 13,031 calls', () => {
    const path = '../shared/data/nodobo/calls.csv';
    const { dataset, suspects } = JSON.parse(execFileSync(process.execPath, ['src/engine/cli.ts', 'score', path], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] })) as {
      dataset: { files: { rows: number; rejected: number }[] }; suspects: { number: string; score: number }[];
    };
    expect(dataset.files[0]!.rows + dataset.files[0]!.rejected).toBe(13_031);
    expect(suspects.filter(({ score }) => score >= 50)).toEqual([]);
  });

  it.skipIf(!existsSync('../shared/data/callmine/calls.csv'))('keeps the small ids of the CallMine sample', () => {
    const { stdout } = callchain('features', '--format', 'csv', '../shared/data/callmine/calls.csv');
    const numbers = stdout.trim().split('\n').slice(1).map((line) => line.split(',')[0]!);
    expect(new Set(numbers).size).toBe(1999);
    expect(numbers.every((number) => /^\d{1,4}$/.test(number))).toBe(true);
  });
});
