import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Investigator } from './investigator.ts';
import { englishIn, readsAloud } from './readsAloud.ts';
import type { State } from './states.ts';
import { dialogs, emptyScreens, expectStatuses, screens } from './states.ts';
import { expect, test } from './test.ts';

const wide = { width: 1440, height: 900 };
const narrow = { width: 1024, height: 768 };
type Look = { readonly colorScheme: 'light' | 'dark'; readonly size: typeof wide };
/** Every pair of language, colour scheme and size is seen once: a fault takes one of them, or two at most. */
const looks: Readonly<Record<'English' | '中文', readonly Look[]>> = {
  English: [{ colorScheme: 'light', size: wide }, { colorScheme: 'dark', size: narrow }],
  中文: [{ colorScheme: 'dark', size: wide }, { colorScheme: 'light', size: narrow }],
};

/** Colours that are on their way are neither of the two that matter. */
async function settles(page: Page): Promise<void> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));
}

/** @param part a selector; what lies behind a dialog is checked without it */
async function violations(page: Page, part: string): Promise<readonly string[]> {
  // In one frame the older way to run axe sees the same in a quarter of the time: it opens no page of its own to sum up.
  const found = await new AxeBuilder({ page }).include(part).options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }).setLegacyMode(true).analyze();
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary?.replaceAll(/\s+/g, ' ') ?? ''}`));
}

/** Checks each state in some looks of the page, and for words of another language, from one visit. */
async function expectsNoFault(investigator: Investigator, states: readonly State[], part: string, language: keyof typeof looks): Promise<void> {
  const { page } = investigator;
  for (const { name, reach } of states) {
    await page.setViewportSize(wide);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await reach(investigator);
    if (language === '中文') {
      await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
      const heard = await readsAloud(page);
      expect.soft(englishIn(heard), name).toEqual([]);
      expect.soft(heard.filter((text) => /\p{Script=Han}/u.test(text)).length, name).toBeGreaterThan(10);
    }
    for (const { colorScheme, size } of looks[language]) {
      await page.emulateMedia({ colorScheme });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
      await page.setViewportSize(size);
      await settles(page);
      expect.soft(await violations(page, part), `${name}, ${colorScheme}, ${size.width} × ${size.height}`).toEqual([]);
    }
  }
}

test('what is wrong would be found', async ({ investigator, page }) => {
  await investigator.visits('/datasets');
  await investigator.main.evaluate((main) => {
    main.append(document.createElement('button'), Object.assign(document.createElement('p'), { textContent: 'faint', style: 'color: #999; background: #aaa' }));
  });
  const found = (await violations(page, 'html')).join('\n');
  expect(found).toContain('button-name');
  expect(found).toContain('color-contrast');
});

test('the check finds English among Chinese', () => {
  expect(englishIn(['可疑号码', 'SIM-box', '按 t 键以表格显示', 'march.csv：接受 800 条', '86 分', 'Records behind', '导出 CSV', '评分 score'])).toEqual(['SIM-box', 'Records behind', '评分 score']);
});

for (const [language, locale] of [['English', 'en-GB'], ['中文', 'zh-CN']] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ locale });

    for (const [what, states, part] of [
      ['screens', screens, 'html'],
      ['empty screens and errors', emptyScreens, 'html'],
      ['dialogs', dialogs, '[role=dialog], form'],
    ] as const) {
      test(`${what} have no accessibility violations, light and dark, wide and narrow${language === '中文' ? ', and no English' : ''}`, async ({ investigator, complaints }) => {
        test.slow();
        expectStatuses(complaints);
        await expectsNoFault(investigator, states, part, language);
      });
    }
  });
}
