import { gzipSync } from 'node:zlib';
import { asEnglishCsv, ordinaryLifeWithABulkCaller } from './callRecords.ts';
import { file } from './investigator.ts';
import { expect, test } from './test.ts';
import { workbook } from './workbook.ts';

test('a workbook is read by the sheets that are ticked, beside a packed export of the same calls, of which each counts once', async ({ investigator, page }) => {
  const records = ordinaryLifeWithABulkCaller(2_000);
  const cells = (some: typeof records) => asEnglishCsv(some).trim().split('\n').map((line) => line.split(','));
  const [header = [], ...rows] = cells(records);
  const half = Math.floor(rows.length / 2);
  const book = workbook([
    { name: 'January', rows: [['Call records'], [], header, ...rows.slice(0, half)] },
    { name: 'February', rows: [header, ...rows.slice(half)] },
    { name: 'Remarks', rows: [['Item', 'Text'], ['a', 'b']] },
  ]);
  await investigator.visits('/datasets');
  await investigator.chooses(file('calls.xlsx', book), file('calls.csv.gz', gzipSync(asEnglishCsv(records))));

  const columns = page.getByRole('dialog', { name: 'Columns of calls.xlsx' });
  const tables = columns.getByRole('group', { name: 'Tables to read' });
  await expect(tables.getByRole('checkbox', { checked: true })).toHaveCount(2);
  await expect(tables.getByRole('checkbox', { name: 'Remarks' })).not.toBeChecked();
  await expect(columns).toContainText('XLSX · January · header in line 3');
  await tables.getByRole('button', { name: 'Show the columns of February' }).click();
  await expect(columns).toContainText('XLSX · February · header in line 1');
  await columns.getByRole('button', { name: 'Open', exact: true }).click();

  await investigator.expectsFirst('170 1234 5678');
  await expect(investigator.provenance).toContainText('2,000 records');
  await expect(investigator.provenance).toContainText('2,000 in several files counted once');
});

test('files are added to a dataset later, and taken back', async ({ investigator, page }) => {
  const records = ordinaryLifeWithABulkCaller(2_000);
  await investigator.visits('/datasets');
  await investigator.opens(file('first.csv', asEnglishCsv(records.slice(0, 1_200))));
  await investigator.goesTo('Datasets');
  await page.getByLabel('Add files to first.csv').setInputFiles([file('second.csv', asEnglishCsv(records.slice(1_000)))]);
  await expect(investigator.heading).toHaveText('Suspects');
  await investigator.isTold('800 records added to first.csv, 200 stood in it already');
  await expect(investigator.provenance).toContainText('2,000 records');
  await investigator.messages.getByRole('button', { name: 'Undo' }).click();
  await expect(investigator.provenance).toContainText('1,200 records');
  await expect.poll(() => investigator.sourceName()).toBe('first.csv');
});
