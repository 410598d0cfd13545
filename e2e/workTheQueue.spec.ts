import { gzipSync } from 'node:zlib';
import type { Response } from '@playwright/test';
import { Investigator } from './investigator.ts';
import { expect, test } from './test.ts';

test('whoever opens the demo sees the first suspects, highest score first', async ({ investigator }) => {
  await investigator.visits('/');
  await expect(investigator.heading).toHaveText('Suspects');
  const suspects = await investigator.readsTheQueue();
  expect(suspects.length).toBeGreaterThan(15);
  expect(suspects.map(({ score }) => score)).toEqual(suspects.map(({ score }) => score).sort((a, b) => b - a));
  expect(suspects[0]!.score).toBeGreaterThanOrEqual(90);
  await expect(investigator.suspectAt(1)).toContainText(/calls per contact|SIM-box|Bulk caller|Burner/);
  expect(await investigator.queueLength()).toBeGreaterThan(1000);
});

test('the first suspects need at most 250 KB of program', async ({ investigator, page }) => {
  const scripts: Response[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response);
  });
  // What is fetched ahead for later, once the suspects are there, is not needed for them: when that begins is up to the machine.
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.documentElement.dataset['ready'] !== 'true') return;
      performance.mark('ready');
      observer.disconnect();
    }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-ready'] });
  });
  await investigator.visits('/suspects');
  const needed = await page.evaluate(() => {
    const readyMs = performance.getEntriesByName('ready')[0]!.startTime;
    return performance.getEntriesByType('resource').filter(({ startTime }) => startTime < readyMs).map(({ name }) => name);
  });
  // The mocked API stands for a server, which is not sent to anyone, and so does what nothing but it imports.
  const read = await Promise.all(scripts.filter((response) => needed.includes(response.url())).map(async (response) => ({ name: response.url().split('/').at(-1)!, text: await response.text() })));
  const isServer = ({ name }: { readonly name: string }) => name.startsWith('startMocks');
  const importsOf = (files: typeof read) => new Set(files.flatMap(({ text }) => [...text.matchAll(/(?:from|import) ?["']\.\/([^"']+)["']/g)].map(([, name]) => name!)));
  const [byTheServer, byOthers] = [importsOf(read.filter(isServer)), importsOf(read.filter((file) => !isServer(file)))];
  const ofTheProgram = read.filter((file) => !isServer(file) && !(byTheServer.has(file.name) && !byOthers.has(file.name)));
  expect(ofTheProgram.length).toBeGreaterThan(1);
  expect(ofTheProgram.reduce((sum, { text }) => sum + gzipSync(text).length, 0)).toBeLessThanOrEqual(250_000);
});

test('the keys alone move, show, select, filter, explain and open', async ({ investigator, page }) => {
  await investigator.visits('/suspects');
  const suspects = await investigator.readsTheQueue();
  await investigator.expectsActivePlace(1);
  await investigator.presses('j', 'j', 'ArrowDown');
  await investigator.expectsActivePlace(4);
  await investigator.presses('k');
  await investigator.expectsActivePlace(3);
  await investigator.presses('PageDown');
  await expect.poll(() => investigator.activePlace()).toBeGreaterThan(20);
  await investigator.presses('End');
  await investigator.expectsActivePlace(await investigator.queueLength());
  await expect(investigator.suspectAt(await investigator.queueLength()).getByRole('link')).toBeVisible();
  await investigator.presses('Home', 'j', 'j');
  await investigator.expectsActivePlace(3);

  // Space shows the number beside the queue, which follows; Escape puts it away.
  await investigator.presses('Space');
  const title = investigator.inspector.getByRole('heading', { level: 2 });
  await expect(title).toHaveText(suspects[2]!.number);
  await investigator.presses('j');
  await expect(title).toHaveText(suspects[3]!.number);
  await investigator.presses('Escape');
  await expect(investigator.inspector).toBeHidden();

  // x selects, Shift+X up to here.
  await investigator.presses('x', 'j', 'j', 'Shift+X');
  await expect(investigator.suspectAt(4)).toHaveAttribute('aria-selected', 'true');
  await expect(investigator.suspectAt(6)).toHaveAttribute('aria-selected', 'true');
  await expect(investigator.suspectAt(7)).toHaveAttribute('aria-selected', 'false');
  await expect(investigator.main).toContainText('3 selected');
  await investigator.presses('Escape');
  await expect(investigator.main).not.toContainText(/\d selected/);

  // ? tells what the keys do.
  await investigator.presses('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(help).toContainText('Dismiss, with a reason');
  await expect(help).toContainText('Next row');
  await investigator.presses('Escape');
  await expect(help).toBeHidden();

  // / filters; Enter gives the keys back to the rows.
  await investigator.presses('/');
  await expect(investigator.numberFilter).toBeFocused();
  const digits = suspects[4]!.number.replaceAll(' ', '');
  await page.keyboard.type(digits.slice(3));
  await investigator.presses('Enter');
  await investigator.expectsFirst(suspects[4]!.number);
  expect(await investigator.queueLength()).toBeLessThan(10);
  await expect(investigator.queue).toBeFocused();

  // Enter opens the dossier; coming back finds the queue as it was left.
  await investigator.presses('Enter');
  await expect(investigator.heading).toHaveText(suspects[4]!.number);
  await page.goBack();
  await expect(investigator.numberFilter).toHaveValue(digits.slice(3));
  await investigator.expectsFirst(suspects[4]!.number);
  await investigator.presses('/', 'Escape', 'Escape');
  await investigator.expectsFirst(suspects[0]!.number);

  // g with a letter goes to the screens.
  await investigator.presses('g', 'd');
  await expect(investigator.heading).toHaveText('Datasets');
  await investigator.presses('g', 's');
  await expect(investigator.heading).toHaveText('Suspects');
});

test('Escape right behind the key that opens a dialog closes the dialog, and leaves what is selected', async ({ investigator, page }) => {
  await investigator.visits('/suspects');
  await investigator.seesTheQueue();
  await investigator.queue.focus();
  await investigator.presses('x', 'j', 'x', 'Space');
  await expect(investigator.inspector).toBeVisible();
  // The one key is on its way while the other is at work.
  const pressesAtOnce = async (...keys: readonly string[]) => Promise.all(keys.map(async (key) => page.keyboard.press(key)));
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  for (const isLoaded of [false, true]) {
    if (isLoaded) {
      await investigator.presses('?');
      await expect(help).toBeVisible();
      await investigator.presses('Escape');
      await expect(help).toBeHidden();
    }
    for (let time = 0; time < 5; time++) await pressesAtOnce('?', 'Escape');
  }
  for (let time = 0; time < 5; time++) {
    await page.getByRole('button', { name: /^Window: / }).focus();
    await pressesAtOnce('Enter', 'Escape');
  }
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(investigator.main).toContainText('2 selected');
  await expect(investigator.inspector).toBeVisible();
});

test('the header is reached, crossed and pressed by keys, and the queue is sorted by it', async ({ investigator, page }) => {
  await investigator.visits('/suspects');
  await investigator.seesTheQueue();
  await investigator.queue.focus();
  await investigator.presses('Tab');
  const header = (name: string | RegExp) => investigator.queue.getByRole('columnheader', { name });
  await expect(header(/^Score/).getByRole('button')).toBeFocused();
  await expect(header(/^Score/)).toHaveAttribute('aria-sort', 'descending');
  await investigator.presses('Enter');
  await expect(header(/^Score/)).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(async () => (await investigator.readsTheQueue())[0]!.score).toBe(0);
  await investigator.presses('ArrowRight', 'Enter');
  await expect(header(/^Number$/)).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(async () => {
    const numbers = (await investigator.readsTheQueue()).map(({ number }) => number.replaceAll(' ', ''));
    // As numbers: the shorter first.
    const comesBefore = (a: string, b: string) => a.length < b.length || (a.length === b.length && a <= b);
    return numbers.every((number, i) => i === 0 || comesBefore(numbers[i - 1]!, number));
  }).toBe(true);
  await expect(page).toHaveURL(/sort=number/);
});

test('a number is confirmed, dismissed with a reason, and set back by keys', async ({ investigator, page }) => {
  await investigator.visits('/suspects');
  await investigator.seesTheQueue();
  const status = investigator.suspectAt(1).getByRole('gridcell').last();
  const [{ number } = { number: '' }] = await investigator.readsTheQueue();
  await expect(status).toHaveText('New');
  await investigator.presses('c');
  await expect(status).toHaveText('Confirmed');
  await investigator.isTold(`${number}: confirmed`);
  await expect(investigator.filter(/^Confirmed/)).toHaveText(/Confirmed\s*1/);
  await investigator.presses('u');
  await expect(status).toHaveText('New');
  await expect(investigator.filter(/^Confirmed/)).toHaveText(/Confirmed\s*0/);

  await investigator.presses('d');
  const why = page.getByRole('form', { name: `Dismiss ${number} because` });
  await expect(why.getByRole('button', { name: 'Courier' })).toBeVisible();
  await investigator.presses('Escape');
  await expect(why).toBeHidden();
  await expect(status).toHaveText('New');
  await investigator.presses('d', '1');
  await expect(status).toHaveText('Dismissed');
  await investigator.presses('Enter');
  await expect(investigator.heading).toHaveText(number);
  await expect(investigator.main).toContainText('Dismissed: Courier');

  // In one's own words, from the dossier; the message takes it back.
  await investigator.closesMessages();
  await investigator.presses('d');
  await page.getByRole('textbox', { name: 'Reason for dismissing' }).fill('known to the station');
  await investigator.presses('Enter');
  await expect(investigator.main).toContainText('Dismissed: known to the station');
  await investigator.messages.getByRole('button', { name: 'Undo' }).click();
  await expect(investigator.main).toContainText('Dismissed: Courier');
  await investigator.presses('u');
  await expect(investigator.main.getByRole('definition').filter({ hasText: /^New$/ })).toBeVisible();
});

test('many numbers are decided at once, and taken back at once', async ({ investigator }) => {
  await investigator.visits('/suspects');
  await investigator.seesTheQueue();
  await investigator.presses('x', 'j', 'j', 'j', 'j', 'Shift+X', 'c');
  await investigator.isTold('5 numbers: confirmed');
  await expect(investigator.filter(/^Confirmed/)).toHaveText(/Confirmed\s*5/);
  await investigator.presses('u');
  await expect(investigator.filter(/^Confirmed/)).toHaveText(/Confirmed\s*0/);
  await expect(investigator.suspectAt(5).getByRole('gridcell').last()).toHaveText('New');
});

test('a link restores the filters, the sort, the window and the selection for whoever opens it', async ({ investigator, context }) => {
  await investigator.visits('/suspects');
  await investigator.filter(/^SIM-box/).click();
  await investigator.filter(/^New/).click();
  await investigator.queue.getByRole('columnheader', { name: /^C\/c/ }).getByRole('button').click();
  const { page } = investigator;
  await page.getByRole('button', { name: /^Window:/ }).click();
  await page.getByRole('button', { name: 'Last 28 days' }).click();
  await expect(page).toHaveURL(/from=/);
  const days = (await page.getByRole('button', { name: /^Window:/ }).textContent())!;
  await expect(investigator.queue.getByRole('columnheader', { name: /^C\/c/ })).toHaveAttribute('aria-sort', 'ascending');
  await investigator.seesTheQueue();
  await investigator.suspectAt(2).click();
  await expect(investigator.inspector.getByRole('heading', { level: 2 })).toBeVisible();
  const seen = {
    rows: await investigator.readsTheQueue(),
    inspected: await investigator.inspector.getByRole('heading', { level: 2 }).textContent(),
    length: await investigator.queueLength(),
  };
  expect(seen.length).toBeLessThan(100);

  const colleague = new Investigator(await context.newPage());
  await colleague.visits(page.url());
  await expect(colleague.filter(/^SIM-box/)).toHaveAttribute('aria-pressed', 'true');
  await expect(colleague.filter(/^New/)).toHaveAttribute('aria-pressed', 'true');
  await expect(colleague.filter(/^Burner/)).toHaveAttribute('aria-pressed', 'false');
  await expect(colleague.queue.getByRole('columnheader', { name: /^C\/c/ })).toHaveAttribute('aria-sort', 'ascending');
  await expect(colleague.page.getByRole('button', { name: /^Window:/ })).toHaveText(days);
  await expect(colleague.inspector.getByRole('heading', { level: 2 })).toHaveText(seen.inspected!);
  expect(await colleague.readsTheQueue()).toEqual(seen.rows);
  expect(await colleague.queueLength()).toBe(seen.length);
});

test('filters that match nothing say so and offer the way back', async ({ investigator, page }) => {
  await investigator.visits('/suspects?q=999999999&min=50');
  await expect(investigator.main).toContainText('No number matches these filters.');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await investigator.seesTheQueue();
  await expect(investigator.numberFilter).toHaveValue('');
});

test('beside the inspector of a small page the count of the queue is whole, in both languages', async ({ investigator, page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await investigator.visits('/suspects');
  await investigator.seesTheQueue();
  const header = investigator.main.locator('header');
  for (const [language, count] of [['English', /^2,022 of 2,022 numbers\s*2 selected$/], ['中文', /^2,022 \/ 共 2,022 个号码\s*已选 2 个$/]] as const) {
    await investigator.speaks(language);
    await investigator.queue.focus();
    if (language === 'English') await investigator.presses('x', 'j', 'x', 'Space');
    await expect(investigator.page.getByRole('complementary').getByRole('heading', { level: 2 })).toBeVisible();
    const shown = header.getByText(count);
    await expect(shown).toBeVisible();
    const hidden = await shown.evaluate(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => [scrollWidth - clientWidth, scrollHeight - clientHeight]);
    expect(hidden).toEqual([0, 0]);
    // In one line with the actions, so that selecting moves no row.
    expect(await header.evaluate(({ clientHeight }) => clientHeight)).toBe(44);
  }
});

test('what is typed at once after the palette was asked for goes into it, also while it is still loading', async ({ investigator, page }) => {
  await page.route(/CommandPalette.*\.js/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 800));
    await route.continue();
  });
  await investigator.visits('/suspects');
  await investigator.seesTheQueue();
  await investigator.presses('ControlOrMeta+k', 't', 'r', 'e', 'n', 'd');
  await expect(page.getByRole('combobox', { name: 'Number, screen or action' })).toHaveValue('trend');
  await expect(investigator.found.first()).toContainText('Trends');
  await expect(investigator.heading).toHaveText('Suspects');
});

for (const [key, name] of [['?', 'Keyboard shortcuts'], ['l', 'Learn from decisions']] as const) {
  test(`keys that are pressed at once after “${name}” was asked for do nothing to the queue behind it`, async ({ investigator, page }) => {
    await investigator.visits('/suspects');
    await investigator.seesTheQueue();
    const dialog = page.getByRole('dialog', { name });
    // Escape gives up the dialog, loaded or not, and leaves the selection.
    await investigator.presses('x', key, 'Escape', key, 'c', 'j', 'ArrowDown');
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toBeHidden();
    await investigator.expectsActivePlace(1);
    await expect(investigator.suspectAt(1)).toContainText('New');
    await expect(investigator.main).toContainText('1 selected');
    // Closed, it holds nothing back.
    await investigator.presses('j');
    await investigator.expectsActivePlace(2);
  });
}

test('the palette finds a number by its last digits, a screen and an action', async ({ investigator, page }) => {
  await investigator.visits('/suspects');
  const { number } = (await investigator.readsTheQueue())[2]!;
  await investigator.goesTo('Trends');
  await investigator.asksThePalette(number.replaceAll(' ', '').slice(4));
  await expect(investigator.found.first()).toContainText(number);
  await investigator.presses('Enter');
  await expect(investigator.heading).toHaveText(number);
  await investigator.asksThePalette('netw');
  await expect(investigator.found.first()).toContainText('Network');
  await investigator.presses('Enter');
  await expect(investigator.heading).toHaveText('Network');
  await investigator.asksThePalette('colours: dark');
  await expect(investigator.found).toHaveCount(1);
  await investigator.presses('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  // At once again, while it still closes: it begins anew.
  await investigator.asksThePalette('zzzz');
  await expect(page.getByRole('dialog')).toContainText('Nothing is called “zzzz”');
});
