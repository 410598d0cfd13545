import type { Page } from '@playwright/test';
import { asEnglishCsv, ordinaryLifeWithABulkCaller } from './callRecords.ts';
import { file } from './investigator.ts';
import { dialogs, emptyScreens, expectStatuses, screens } from './states.ts';
import { expect, test } from './test.ts';

/** Every text of the page, and what it gives to those who listen: names, values, titles, placeholders. */
async function readsAloud(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const heard: string[] = [document.title];
    const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true }) && element.closest('script, style, noscript') === null;
    for (const element of document.body.querySelectorAll('*')) {
      if (!isShown(element)) continue;
      for (const attribute of ['aria-label', 'aria-valuetext', 'aria-roledescription', 'aria-description', 'title', 'placeholder', 'alt']) {
        const text = element.getAttribute(attribute);
        if (text !== null) heard.push(text);
      }
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE && node.textContent !== null) heard.push(node.textContent);
    }
    return heard.map((text) => text.trim()).filter((text) => text !== '');
  });
}

/** The same in every language: names, formats, units of the machine, keys, and what stands in the data. */
const inAnyLanguage = new RegExp([
  'Callchain', 'English', 'IMEI', 'IMSI', 'LAC', 'API', 'CSV', 'TSV', 'PNG', 'SHA-256', 'UTF-(?:8|16)', 'GBK', 'xlsx', '[kM]?B',
  'Ctrl', 'Shift', 'Alt', 'Enter', 'Esc(?:ape)?', 'Space', 'Tab', 'Home', 'End', 'Page(?:Up|Down)', 'Backspace', 'Delete',
  '(?:[A-Z][a-z]+/)+[A-Z][A-Za-z_]+', 'UTC', 'Demo analyst', 'Switch to English', '/nowhere',
  '[\\w-]+\\.(?:csv|txt)', 'S\\d+', 'f\\d', '[0-9a-f]{8}-[0-9a-f-]{27}', '[0-9a-f]{12}(?:…)?', '[0-9a-f]{64}',
].map((word) => `(?<![A-Za-z])${word}(?![A-Za-z])`).join('|'), 'g');

/** Words of two letters or more that are left when all that is the same in any language is taken away. */
function englishIn(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => /[A-Za-z]{2,}/.test(text.replaceAll(inAnyLanguage, '')));
}

test('the check finds English among Chinese', () => {
  expect(englishIn(['可疑号码', 'SIM-box', '按 t 键以表格显示', 'march.csv：接受 800 条', '86 分', 'Records behind', '导出 CSV', '评分 score'])).toEqual(['SIM-box', 'Records behind', '评分 score']);
});

test.describe('in 中文', () => {
  test.use({ locale: 'zh-CN' });

  for (const [what, states] of [['screens', screens], ['empty screens and errors', emptyScreens], ['dialogs', dialogs]] as const) {
    test(`no English is left on ${what}`, async ({ investigator, complaints, page }) => {
      expectStatuses(complaints);
      for (const { name, reach } of states) {
        await reach(investigator);
        await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
        const heard = await readsAloud(page);
        expect.soft(englishIn(heard), name).toEqual([]);
        expect.soft(heard.filter((text) => /\p{Script=Han}/u.test(text)).length, name).toBeGreaterThan(10);
      }
    });
  }
});

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
  await expect(rail.getByRole('link')).toHaveText(['可疑号码', '关系网络', '趋势', '数据集']);
  for (const name of ['关系网络', '趋势', '数据集', '可疑号码']) {
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
