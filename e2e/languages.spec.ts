import { asEnglishCsv, ordinaryLifeWithABulkCaller } from './callRecords.ts';
import { file } from './investigator.ts';
import { expect, test } from './test.ts';

test('whoever chooses 中文 has it at once on every screen, and when they come back', async ({ investigator, page }) => {
  await investigator.visits('/suspects?q=138');
  const queue = await investigator.readsTheQueue();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await investigator.speaks('中文');
  await expect(investigator.heading).toHaveText('可疑号码');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  // Where one is stays as it is.
  await expect(page).toHaveURL(/q=138/);
  expect(await investigator.readsTheQueue()).toEqual(queue);
  const rail = page.getByRole('navigation', { name: '页面' });
  await expect(rail.getByRole('link')).toHaveText(['可疑号码', '关系网络', '比对', '趋势', '数据集']);
  for (const name of ['关系网络', '比对', '趋势', '数据集', '可疑号码']) {
    await rail.getByRole('link', { name }).click();
    await expect(investigator.heading).toHaveText(name);
    await expect(page).toHaveTitle(new RegExp(name));
  }
  await page.reload();
  await expect(investigator.heading).toHaveText('可疑号码');
  await investigator.speaks('English');
  await expect(investigator.heading).toHaveText('Suspects');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a file is opened, a number confirmed and its dossier read in 中文', async ({ investigator, page }) => {
  await investigator.visits('/datasets');
  await investigator.speaks('中文');
  await page.getByLabel('打开文件').setInputFiles(file('三月.csv', asEnglishCsv(ordinaryLifeWithABulkCaller(1_200))));
  await expect(investigator.heading).toHaveText('可疑号码');
  await investigator.expectsFirst('170 1234 5678');
  await expect(investigator.suspectAt(1)).toContainText('群呼');
  await investigator.presses('c');
  await expect(investigator.suspectAt(1)).toContainText('已确认');
  await investigator.presses('Enter');
  await expect(page.getByRole('region', { name: /^为何是 \d+ 分$/ })).toContainText('每个联系人');
  await expect(page.getByRole('region', { name: '话单记录', exact: true })).toContainText('三月.csv，第');
});

test('on a small page in 中文 the ends of wide tables are in view: the evidence of a pair, the line of a record, the week of a figure', async ({ investigator, page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await investigator.visits('/compare?cut=2026-05-10');
  await investigator.speaks('中文');
  await expect(investigator.main.getByRole('row').nth(1).getByRole('button', { name: '证据' })).toBeInViewport({ ratio: 1 });
  await investigator.visits('/suspects');
  await investigator.seesTheQueue();
  await investigator.presses('Enter');
  const record = page.getByRole('region', { name: '话单记录', exact: true }).getByRole('row').nth(1);
  await record.getByRole('cell').first().scrollIntoViewIfNeeded();
  await expect(record.getByRole('cell').last()).toBeInViewport({ ratio: 1 });
  await investigator.visits('/trends');
  const week = page.getByRole('region', { name: '每周序列' }).getByRole('row').nth(1);
  await week.getByRole('cell').last().scrollIntoViewIfNeeded();
  await expect(week.getByRole('rowheader').getByRole('button')).toBeInViewport({ ratio: 1 });
});

test('light or dark is as the system has it until one chooses, and stays as chosen', async ({ investigator, page }) => {
  const html = page.locator('html');
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'dark' });
  await investigator.visits('/suspects');
  await expect(html).toHaveAttribute('data-mantine-color-scheme', 'dark');
  const dark = await ground();
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(html).toHaveAttribute('data-mantine-color-scheme', 'light');
  const light = await ground();
  expect(dark).not.toBe(light);
  await page.getByRole('button', { name: 'Colours: as the system' }).click();
  await page.getByRole('button', { name: 'Colours: light' }).click();
  await expect(page.getByRole('button', { name: 'Colours: dark' })).toBeVisible();
  expect(await ground()).toBe(dark);
  await page.reload();
  await investigator.seesAnAnswer();
  expect(await ground()).toBe(dark);
});
