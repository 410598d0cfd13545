import { beforeAll, describe, expect, test } from 'vitest';
import { inspectHead } from '../../src/ingest/inspectHead.ts';
import { demoStorySchema } from '../../src/sources/api/demoStory.ts';

import { encode } from './files/encodings.ts';
import { simulateWorld } from './simulateWorld.ts';
import { storyOf } from './story.ts';
import { truthJson, type Truth } from './truth.ts';
import { sourcesOf, worldInMemory, type WorldInMemory } from './worldInMemory.ts';

describe('a world with every kind of record', () => {
  let world: WorldInMemory;
  let truth: Truth;
  const tables = new Map<string, string[][]>();
  const rowsOf = (file: string) => tables.get(file)!.slice(1);

  beforeAll(() => {
    // A seed whose tables have Chinese headers, in GBK, UTF-16 and UTF-8.
    world = worldInMemory({ seed: 6, numbers: 1_500, days: 40, layout: 'number-other' });
    truth = world.truth;
    for (const [file, chunks] of world.files) {
      const bytes = Buffer.concat([...chunks]);
      const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
      const delimiter = text.split('\n')[0]!.includes('\t') ? '\t' : text.split('\n')[0]!.includes(';') ? ';' : ',';
      tables.set(file, text.trimEnd().split(/\r?\n/).map((line) => line.split(delimiter)));
    }
  }, 60_000);

  test('writes a file of each kind, each line with as many cells as its header', () => {
    const kinds = ['话单-2026-04.csv', '开户.csv', '号段合同.csv', '内部操作.csv', '账号注册.csv', '转账.csv', '基站.csv', '打击行动.csv', '名单-特殊号码.csv', '名单-标注.csv', '名单-受害人.csv'];
    expect(kinds.filter((kind) => !tables.has(kind))).toEqual([]);
    expect([...tables.keys()].filter((file) => /^名单-封停-.*txt$/.test(file))).toHaveLength(2);
    for (const kind of kinds.slice(1)) {
      const [header, ...rows] = tables.get(kind)!;
      expect({ kind, isFilled: rows.length > 1, ragged: rows.filter((row) => row.length !== header!.length) }).toEqual({ kind, isFilled: true, ragged: [] });
    }
  });

  test('writes tables that are recognised for what they are, whichever their language and encoding', () => {
    const kindOf: Readonly<Record<string, string>> = {
      '开户.csv': 'subscriptions', '号段合同.csv': 'pools', '内部操作.csv': 'accessLog', '账号注册.csv': 'registrations', '转账.csv': 'transfers', '基站.csv': 'cells',
      '打击行动.csv': 'interventions', '名单-特殊号码.csv': 'numberLists', '名单-标注.csv': 'numberLists',
    };
    for (const seed of [6, 7, 8]) {
      const { files } = worldInMemory({ seed, numbers: 200, days: 16 });
      for (const [name, kind] of Object.entries(kindOf)) {
        const bytes = new Uint8Array(Buffer.concat([...files.get(name)!]));
        const inspection = inspectHead(bytes, { name, bytes: bytes.length }, {}, 'Asia/Shanghai');
        expect({ seed, name, kind: inspection.kind, problems: inspection.problems }).toEqual({ seed, name, kind, problems: [] });
      }
    }
  });

  test('leads from a number to its devices, its outlet, its merchant, the contract over it and the insider who entered it', () => {
    const devicesOf = new Map<string, Set<string>>();
    for (const month of [...tables.keys()].filter((file) => file.startsWith('话单'))) {
      for (const row of rowsOf(month)) if (row[6]) devicesOf.set(row[0]!, (devicesOf.get(row[0]!) ?? new Set()).add(row[6]));
    }
    const subscription = new Map(rowsOf('开户.csv').map((row) => [row[0]!, row]));
    const contract = new Map(rowsOf('号段合同.csv').map((row) => [row[0]!, row]));
    const insiderEntered = new Set(rowsOf('内部操作.csv').filter((row) => row[1] === '合同录入').map((row) => `${row[2]} ${row[0]}`));
    const seen = { outlet: 0, merchant: 0, pool: 0, insider: 0, device: 0 };
    for (const { number, hops } of truth.chains()) {
      for (const { kind, from, to } of hops) {
        const row = subscription.get(number)!;
        if (kind === 'outlet') expect(row[2]).toBe(to);
        if (kind === 'merchant') expect([row[2], row[3]]).toEqual([from, to]);
        if (kind === 'pool') {
          const [, first, last] = contract.get(to)!;
          expect(number >= first! && number <= last!).toBe(true);
          expect(row[7]).toBe(to);
        }
        if (kind === 'insider') expect(insiderEntered.has(`${from} ${to}`)).toBe(true);
        if (kind in seen) seen[kind as keyof typeof seen]++;
      }
      const devices = devicesOf.get(number) ?? new Set();
      const told = new Set(hops.filter(({ kind }) => kind === 'device').map(({ to }) => to));
      expect([...devices].filter((imei) => !told.has(imei))).toEqual([]);
    }
    expect(Object.entries(seen).filter(([, count]) => count === 0)).toEqual([]);
  });

  test('leads from the codes that a farm received to its accounts, and from victims’ payments to mules’ bank cards', () => {
    const signUps = new Set(rowsOf('账号注册.csv').map((row) => `${row[2]} ${row[0]}`));
    const incoming = new Set(rowsOf('转账.csv').map((row) => `${row[3]} ${row[2]!.replace("'", '')}`));
    const payers = new Set(rowsOf('转账.csv').map((row) => row[1]));
    let accounts = 0;
    let cards = 0;
    let paying = 0;
    for (const { hops } of truth.chains()) {
      for (const hop of hops) {
        if (hop.kind === 'account') accounts += signUps.has(`${hop.from} ${hop.to}`) ? 1 : NaN;
        if (hop.kind === 'bankCard' && incoming.has(`${hop.from} ${hop.to}`)) cards++;
        if (hop.kind === 'victim' && hop.paid! > 0) paying += payers.has(hop.from) ? 1 : NaN;
      }
    }
    expect(accounts).toBeGreaterThan(20);
    expect(cards).toBeGreaterThan(0);
    expect(paying).toBeGreaterThan(5);
  });

  test('a network cut silences a compound, which comes back; blocked numbers and their successors are on either side of the cut', () => {
    const cut = truth.interventions().find(({ kind }) => kind === 'networkCut')!;
    expect(cut.before).toBeGreaterThan(0);
    expect(cut.during).toBeLessThan(cut.before! / 2);
    const blocked = truth.interventions().filter(({ kind }) => kind === 'cardBlock').flatMap(({ date, numbers }) => numbers.map((number) => ({ date, number })));
    expect(blocked.length).toBeGreaterThan(0);
    for (const { date, number } of blocked) expect(truth.replacements.find((pair) => pair.old === number)).toMatchObject({ cut: date, isFraud: true });
    expect(truth.replacements.some(({ isFraud }) => !isFraud)).toBe(true);
  });

  test('tells a story: a caller with its victims and supply, a cut with its effect, a raid with its replacements', () => {
    const { chain, cut, replaced } = storyOf(truth);
    expect(truth.fraud.map(({ number }) => number)).toContain(chain.number);
    expect(chain.called).toBeGreaterThan(chain.believed);
    expect(chain.believed).toBeGreaterThanOrEqual(chain.paid);
    expect(cut.callsByDay).toHaveLength(40);
    expect(replaced.pairs.length).toBeGreaterThan(0);
    expect(demoStorySchema.parse(JSON.parse(JSON.stringify({ chain, cut, replaced })))).toEqual({ chain, cut, replaced });
  });

  test('a replacement keeps part of its contacts', () => {
    const contacts = new Map<string, Set<string>>();
    for (const month of [...tables.keys()].filter((file) => file.startsWith('话单'))) {
      for (const row of rowsOf(month)) contacts.set(row[0]!, (contacts.get(row[0]!) ?? new Set()).add(row[1]!));
    }
    const shared = truth.replacements.map((pair) => {
      const [old, next] = [contacts.get(pair.old) ?? new Set(), contacts.get(pair.new) ?? new Set()];
      return [...next].filter((contact) => old.has(contact)).length;
    });
    expect(shared.filter((count) => count > 0).length / shared.length).toBeGreaterThan(0.6);
  });

  test('files of calls alone are the same bytes as among the other kinds', () => {
    const alone = worldInMemory({ seed: 6, numbers: 1_500, days: 40, layout: 'number-other', onlyCommunications: true });
    expect([...alone.files.keys()].every((file) => file.startsWith('话单'))).toBe(true);
    for (const [file, chunks] of alone.files) expect(Buffer.concat([...chunks]).equals(Buffer.concat([...world.files.get(file)!]))).toBe(true);
    expect(sourcesOf(alone.files).map(({ bytes }) => bytes)).toEqual([...alone.files.values()].map((chunks) => chunks.reduce((sum, { length }) => sum + length, 0)));
  });

  test('the truth is whole JSON', () => {
    const told = JSON.parse([...truthJson(truth)].join('')) as { chains: unknown[]; fraud: unknown[]; roles: Record<string, string> };
    expect(told.chains).toHaveLength(told.fraud.length);
    expect(Object.keys(told.roles)).toHaveLength(truth.roles.size);
  });
});

test('every encoding is read back as it was written', () => {
  const text = '号码,标签\n13800000000,诈骗（园区）é\n'.replace('é', '');
  for (const [encoding, name] of [['utf-8', 'utf-8'], ['utf-8 with BOM', 'utf-8'], ['gbk', 'gbk'], ['utf-16le', 'utf-16le']] as const) {
    expect(new TextDecoder(name).decode(encode(text, encoding, true))).toBe(text);
  }
  expect(() => encode('😀', 'gbk', true)).toThrow(/no place in GBK/);
});

test('a world too short for any cut is a world all the same', () => {
  const world = simulateWorld({ seed: 1, numbers: 120, days: 2 });
  expect([...world.chunks()].length).toBeGreaterThan(5);
  expect(world.truth.interventions()).toEqual([]);
});

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'gbk';
  }
}
