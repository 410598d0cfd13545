import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { encodeText } from '../../ingest/fixtures/encodeText.ts';
import { readLabels } from './labels.ts';

const folder = mkdtempSync(join(tmpdir(), 'callchain-labels-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function labelsOf(text: string, encoding: 'UTF-8' | 'GBK' = 'UTF-8') {
  const path = join(folder, 'labels');
  writeFileSync(path, encodeText(text, encoding));
  return Object.fromEntries(await readLabels(path));
}

it.each([
  ['words under a header', 'number,label\n13800000001,fraud\n13800000002,Innocent\n', 'UTF-8'],
  ['figures under a header that is itself a label', 'number,fraud\n13800000001,1\n13800000002,0\n', 'UTF-8'],
  ['figures that a spreadsheet has been at', 'id;13x\n13800000001;1.0\n13800000002;0.0\n', 'UTF-8'],
  ['Chinese, in GBK', '号码\t标签\n13800000001\t涉诈\n13800000002\t正常\n', 'GBK'],
  ['the label first', '是否诈骗,手机号码\n是,13800000001\n否,13800000002\n', 'UTF-8'],
  ['no header', '13800000001,yes\n13800000002,no\n', 'UTF-8'],
  ['more columns than two', 'name,msisdn,is_fraud\nLi,13800000001,true\nWu,13800000002,false\n', 'UTF-8'],
  ["a simulated world's truth", JSON.stringify({ fraud: [{ number: '13800000001' }], roles: { 13800000001: 'burner', 13800000002: 'person' } }), 'UTF-8'],
] as const)('Labels are read from %s', async (_, text, encoding) => {
  expect(await labelsOf(text, encoding)).toEqual({ 13800000001: 'fraud', 13800000002: 'innocent' });
});

it.each([
  ['', /is empty/], ['13800000001\n', /:1: needs two columns/], ['number,label\n', /holds no labels/], ['number,label\n1,fraud\n\n2,perhaps\n', /:4: “perhaps” is neither fraud nor innocent/], ['{}', /neither a table/],
])('What is no labels is refused, with the line and the reason', async (text, why) => {
  await expect(labelsOf(text)).rejects.toThrow(why);
});
