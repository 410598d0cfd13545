import { readFileSync } from 'node:fs';
import { file } from './investigator.ts';
import { expect, test } from './test.ts';

const A = ['13800000001', '13800000002', '13800000003', '13800000004'];
const B = ['13800000002', '13800000003', '13900000009'];
const C = ['13800000003'];

test('three lists are combined by an expression, saved by name and opened again, and the address holds them', async ({ investigator, page }) => {
  await investigator.visits('/compare?ask=sets');
  const set = (name: string) => page.getByRole('group', { name: `Set ${name}` });
  await set('A').getByLabel('Numbers, one a line').fill(A.join('\n'));
  await set('B').locator('input[type=file]').setInputFiles(file('seized.csv', `number\n${B.join('\n')}\n`));
  await expect(set('B').getByLabel('Numbers, one a line')).toHaveValue(B.toSorted().join('\n'));
  await page.getByRole('button', { name: 'Add a set' }).click();
  await set('C').getByLabel('Numbers, one a line').fill(C.join('\n'));

  // A wrong expression says where, and cannot be asked.
  const expression = page.getByLabel('Expression');
  await expression.fill('A & & B');
  await expect(investigator.main).toContainText('Column 5 (&): a set or ( should stand here');
  await expect(page.getByRole('button', { name: 'Compare', exact: true })).toBeDisabled();
  await expression.fill('A & B - C');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(investigator.main.getByRole('status').first()).toContainText('1 number');
  await expect(page.getByRole('region', { name: 'Sets', exact: true }).getByRole('link', { name: '138 0000 0002' })).toBeVisible();

  await page.getByLabel('Save as').fill('seized but not mine');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const address = page.url();

  await page.getByRole('button', { name: 'In any' }).click();
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(investigator.main.getByRole('status').first()).toContainText('5 numbers');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  expect(readFileSync((await (await download).path()), 'utf8').trim().split('\r\n')).toHaveLength(6);

  await page.getByLabel('Saved').selectOption('seized but not mine');
  await expect(expression).toHaveValue('A & B - C');
  await page.goto(address);
  await expect(investigator.main.getByRole('status').first()).toContainText('1 number');
});

test('what a comparison finds is marked, shown alone in the queue, and the mark is undone', async ({ investigator, page }) => {
  await investigator.visits('/compare?ask=sets&sets=A:suspects:50:|B:suspects:0:simBox&expr=A%20%26%20B');
  const table = page.getByRole('region', { name: 'Sets', exact: true });
  const found = (await table.getByRole('row').count()) - 1;
  expect(found).toBeGreaterThan(1);
  await page.getByRole('button', { name: 'To the queue' }).click();
  await expect(investigator.main).toContainText(`${found} selected`);
  await expect.poll(() => investigator.queueLength()).toBe(found);
  await investigator.presses('Control+z');
  await expect(investigator.main).not.toContainText(`${found} selected`);
  await expect.poll(() => investigator.queueLength()).toBeGreaterThan(found);
});

test('two marked numbers are set beside each other from the inspector', async ({ investigator, page }) => {
  await investigator.visits('/suspects');
  await investigator.seesTheQueue();
  await investigator.presses('x', 'j', 'x', 'Space');
  await page.getByRole('link', { name: /^Compare with/ }).click();
  await expect(page.getByRole('heading', { name: 'One person?' })).toBeVisible();
  await expect(investigator.main).toContainText(/the signs (speak|lean)/);
  await expect(page.getByRole('region', { name: 'Beside each other' }).getByRole('columnheader')).toHaveCount(3);
});
