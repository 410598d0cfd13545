import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { asEnglishCsv, ordinaryLifeWithABulkCaller } from './callRecords.ts';
import { file } from './investigator.ts';
import type { Investigator } from './investigator.ts';
import { expect, test } from './test.ts';

const good = file('march.csv', asEnglishCsv(ordinaryLifeWithABulkCaller(1_200)));
const header = 'Caller,Callee,Start time,Duration';
const row = (i: number, change: { readonly start?: string; readonly duration?: string; readonly callee?: string } = {}) =>
  [`1380000${1000 + (i % 40)}`, change.callee ?? `1390000${1000 + (i % 70)}`, change.start ?? `2026-03-${String(1 + (i % 28)).padStart(2, '0')} 10:${String(i % 60).padStart(2, '0')}:00`, change.duration ?? String(10 + (i % 50))].join(',');
const rows = (count: number, change: (i: number) => Parameters<typeof row>[1] = () => ({})) => Array.from({ length: count }, (_, i) => row(i, change(i)));

async function expectsMarchUnharmed(investigator: Investigator): Promise<void> {
  if ((await investigator.heading.textContent()) !== 'Datasets') await investigator.goesTo('Datasets');
  await investigator.dataset('march.csv').getByRole('link').click();
  await expect(investigator.heading).toHaveText('Suspects');
  await investigator.expectsFirst('170 1234 5678');
}

test('a file that holds no call records is told of: what, where, and what to do', async ({ investigator, page }) => {
  await investigator.visits('/datasets');
  await investigator.opens(good);
  const bytes = Buffer.from(Array.from({ length: 20_000 }, (_, i) => (i * 7919 + (i >> 3)) % 256));
  const bad = [
    [file('empty.csv', ''), 'empty.csv was left out.', 'The file is empty.', 'Export it again'],
    [file('header.csv', `${header}\n`), 'header.csv was left out.', 'The file has a header and no rows.', 'Export it again with its rows'],
    [file('noise.csv', bytes), 'noise.csv was left out.', 'The file is not text.', 'as CSV or TSV'],
    [file('picture.csv', Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), bytes])), 'picture.csv was left out.', 'This file format is not supported', 'as CSV or TSV'],
    [file('calls.xlsx', Buffer.concat([Buffer.from('PK\u0003\u0004'), bytes])), 'calls.xlsx was left out.', 'The file breaks off before its end', 'Export it again'],
    [file('old.xls', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), bytes])), 'old.xls was left out.', 'This file format is not supported', 'Save the workbook as XLSX'],
    [file('calls.csv.gz', Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0]), bytes])), 'calls.csv.gz was left out.', 'Part of the file is damaged', 'Export it again'],
    [file('1980.csv', [header, ...rows(40, () => ({ start: '1980-01-06 00:00:00' }))].join('\n')), '1980.csv: No record in the file could be read.', 'Rejected: 40 rows. Line 2: Time before 1990.', 'Check columns…'],
  ] as const;
  for (const [made, ...words] of bad) {
    await investigator.chooses(made);
    await expect(investigator.dataset(made.name).getByRole('status')).toHaveText('failed');
    for (const word of words) await expect(investigator.dataset(made.name)).toContainText(word);
  }
  // Each stays to be read until it is closed.
  await expect(page.getByRole('status').filter({ hasText: 'failed' })).toHaveCount(bad.length);
  await investigator.dataset('empty.csv').getByRole('button', { name: 'Close' }).click();
  await expect(investigator.dataset('empty.csv')).toBeHidden();
  await expectsMarchUnharmed(investigator);
});

test('of a file that breaks off what was read opens, and the message says that something is missing', async ({ investigator }) => {
  const whole = gzipSync(asEnglishCsv(ordinaryLifeWithABulkCaller(1_200)));
  await investigator.visits('/datasets');
  await investigator.opens(file('half.csv.gz', whole.subarray(0, Math.floor(whole.length * 0.7))));
  await investigator.isTold('The file breaks off before its end; what could be read is kept.');
});

test('a column that is missing is asked for, and whoever cannot say cancels', async ({ investigator, page }) => {
  await investigator.visits('/datasets');
  await investigator.chooses(file('oneside.csv', ['Caller,Start time,Duration', ...Array.from({ length: 50 }, (_, i) => `13800001${100 + i},2026-03-02 10:00:${10 + (i % 50)},30`)].join('\n')));
  const columns = page.getByRole('dialog', { name: 'Columns of oneside.csv' });
  await expect(columns.getByRole('list', { name: 'Problems' })).toContainText('A needed column is missing (Callee).');
  await expect(columns.getByRole('button', { name: 'Open', exact: true })).toBeDisabled();
  await investigator.presses('Escape');
  await expect(investigator.dataset('oneside.csv').getByRole('status')).toHaveText('cancelled');
  await investigator.opens(good);
  await investigator.expectsFirst('170 1234 5678');
});

test('of a file with bad rows the good ones are kept, and each bad one is listed with its line and why', async ({ investigator, page }) => {
  const huge = `13800001111,13900001111,2026-03-05 10:00:00,${'9'.repeat(3_000_000)}`;
  const lines = [
    header,
    ...rows(100),
    row(1, { start: '1980-02-11 07:18:23' }), // line 102
    row(2, { duration: '-5' }),
    row(3, { start: 'yesterday' }),
    row(4, { start: '' }),
    ',,2026-03-05 10:00:00,12',
    '13800001111', // line 107
    huge,
    ...rows(100),
    row(5, { duration: '' }),
    row(6, { duration: '', callee: '13800001006' }),
  ];
  await investigator.visits('/datasets');
  await investigator.opens(file('dirty.csv', lines.join('\n')));
  expect(await investigator.countsRecords()).toEqual({ records: 202, rejected: 7 });

  await investigator.provenance.getByRole('button', { name: '7 rejected' }).click();
  const drawer = page.getByRole('dialog', { name: 'Rejected rows' });
  await expect(drawer).toContainText('1–7 of 7');
  const listed = (await drawer.getByRole('row').allInnerTexts()).slice(1).map((text) => text.split('\t').slice(0, 3));
  expect(listed).toEqual([
    ['dirty.csv', '102', 'Time before 1990'],
    ['dirty.csv', '103', 'Duration below zero'],
    ['dirty.csv', '104', 'Time cannot be read'],
    ['dirty.csv', '105', 'No time'],
    ['dirty.csv', '106', 'No number'],
    ['dirty.csv', '107', 'Too few columns'],
    ['dirty.csv', '108', 'Line too long'],
  ]);
  const [download] = await Promise.all([page.waitForEvent('download'), drawer.getByRole('button', { name: 'Export CSV' }).click()]);
  const exported = readFileSync(await download.path(), 'utf8').trim().split(/\r?\n/);
  expect(exported).toHaveLength(8);
  expect(exported[2]).toMatch(/^dirty\.csv,103,Duration below zero,/);
  await investigator.presses('Escape');
  await expect(drawer).toBeHidden();

  await investigator.goesTo('Datasets');
  await page.getByRole('button', { name: 'Show the 7 rejected rows of dirty.csv' }).click();
  await expect(page.getByRole('dialog', { name: 'Rejected rows of dirty.csv' })).toContainText('Time before 1990');
});

test('a number that calls itself, and calls without a duration, are records like any other', async ({ investigator }) => {
  await investigator.visits('/datasets');
  await investigator.opens(file('self.csv', [header, ...rows(60), ...rows(30, (i) => ({ callee: `1380000${1000 + (i % 40)}`, duration: '' }))].join('\n')));
  expect(await investigator.countsRecords()).toEqual({ records: 90, rejected: 0 });
  await investigator.opensDossierOf('138 0000 1000');
  await expect(investigator.records).toContainText('self.csv, line 62');
});

test('a file that is one endless line ends with a message, not with the page', async ({ investigator }, testInfo) => {
  await investigator.visits('/datasets');
  await investigator.opens(good);
  const endless = testInfo.outputPath('endless.csv');
  writeFileSync(endless, Buffer.alloc(40_000_000, '138000011110,'));
  await investigator.chooses(endless);
  await expect(investigator.dataset('endless.csv').getByRole('status')).toHaveText('failed', { timeout: 30_000 });
  await expect(investigator.dataset('endless.csv')).toContainText(/line/i);
  await expectsMarchUnharmed(investigator);
});

test('text with bytes that fit no encoding is read all the same', async ({ investigator }) => {
  const lines = [`${header},Place`, ...rows(80).map((text) => `${text},Shenzhen`)].map((line, i) => (i % 9 === 4 ? Buffer.concat([Buffer.from(line), Buffer.from([0xff, 0xfe, 0xc0])]) : Buffer.from(line)));
  await investigator.visits('/datasets');
  await investigator.opens(file('mixed.csv', Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\n')]))));
  expect(await investigator.countsRecords()).toEqual({ records: 80, rejected: 0 });
});

test('a bad file among good ones is left out, said so, and the good ones are opened', async ({ investigator }) => {
  await investigator.visits('/datasets');
  await investigator.chooses(good, file('empty.csv', ''));
  await expect(investigator.dataset('march.csv +1 file').getByRole('status')).toHaveText('ready, with files left out');
  await expect(investigator.dataset('march.csv +1 file')).toContainText('empty.csv was left out. The file is empty.');
  await expectsMarchUnharmed(investigator);
});
