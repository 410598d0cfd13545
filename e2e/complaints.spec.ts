import { expect, test } from './test.ts';

test('a journey fails on whatever the page complains of or sends elsewhere', async ({ complaints, investigator, page }) => {
  complaints.expect(/./);
  await investigator.visits('/trends');
  const heard = async (what: RegExp, cause: () => Promise<unknown>) => {
    await cause();
    await expect.poll(() => complaints.all().some((complaint) => what.test(complaint)), { message: String(what) }).toBe(true);
  };
  expect(complaints.all()).toEqual([]);
  await heard(/^console: .*Content Security Policy/, () => page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('script'), { textContent: 'document.title = "inline"' }));
  }));
  await heard(/^console: .*elsewhere\.invalid.*Content Security Policy/, () => page.evaluate(() => fetch('https://elsewhere.invalid/').catch(() => null)));
  await heard(/^status 404: /, () => page.evaluate(() => fetch('/nothing', { headers: { Accept: 'text/csv' } })));
  await heard(/^uncaught: told to/, () => page.evaluate(() => {
    setTimeout(() => {
      throw new Error('told to');
    });
  }));
  // The policy stops the program's own pages; a page without one would get through.
  const bare = await page.context().newPage();
  await heard(/^request to another origin: https:\/\/elsewhere\.invalid/, () => bare.goto('data:text/html,<img src="https://elsewhere.invalid/a.png">'));
});
