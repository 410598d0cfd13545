import type { Page } from '@playwright/test';
import { asEnglishCsv, BULK_CALLER, BULK_CALLS, ordinaryLifeWithABulkCaller } from './callRecords.ts';
import { file, Investigator } from './investigator.ts';
import { expect, test } from './test.ts';

const bulkCallerAsShown = '170 1234 5678';

/** A figure with its sign as it is printed: `−4.60`. */
function signed(text: string): number {
  return Number(text.replace('\u2212', '-'));
}

async function toTopSuspect(page: Page): Promise<Investigator> {
  const investigator = new Investigator(page);
  await investigator.visits('/suspects');
  const [top] = await investigator.readsTheQueue();
  await investigator.opensDossierOf(top!.number);
  return investigator;
}

test('the reasons add up exactly from the base rate to the score, and say what would change it', async ({ page }) => {
  const investigator = await toTopSuspect(page);
  const why = investigator.part(/^Why \d+/);
  const score = Number(/\d+/.exec((await why.getByRole('heading', { level: 2 }).textContent()) ?? '')?.[0]);
  const contributions = (await why.getByRole('listitem').allInnerTexts()).map((text) => signed(text.trim().split(/\s+/).at(-1)!));
  expect(contributions.length).toBeGreaterThan(2);
  const text = (await why.innerText()).replaceAll(/\s+/g, ' ');
  const base = signed(/Base rate 1% ([−+\d.]+)/.exec(text)![1]!);
  const end = signed(/Score \d+ ([−+\d.]+) The model behind the score$/.exec(text)![1]!);
  expect(base).toBeCloseTo(Math.log(0.01 / 0.99), 2);
  expect(Math.round(100 * (base + contributions.reduce((sum, value) => sum + value, 0)))).toBe(Math.round(100 * end));
  expect(Math.abs(score - 100 / (1 + Math.exp(-end)))).toBeLessThan(0.51);
  await expect(investigator.part(/what would change it/)).toContainText(/below the line of 50|No single figure/);
  await expect(investigator.part(/what would change it/)).toContainText(/threshold: at (least|most)/);
});

test('a reason leads to the records behind it, and a record to the very line of its file', async ({ page, request }) => {
  const investigator = await toTopSuspect(page);
  const number = ((await investigator.heading.textContent()) ?? '').replaceAll(' ', '');
  await investigator.part(/^Why/).getByRole('button', { name: /^Calls per contact/ }).click();
  await expect(page.getByText('Records behind “Calls per contact”')).toBeVisible();
  const rows = (await investigator.records.getByRole('row').allInnerTexts()).slice(1, 6).map((text) => text.split('\t'));
  expect(rows.length).toBeGreaterThan(3);
  for (const cells of rows) {
    const [, name, line] = /^(.+), line ([\d,]+)$/.exec(cells.at(-1)!)!;
    const lines = (await (await request.get(`/demo/${encodeURIComponent(name!)}`)).text()).split(/\r?\n/);
    const written = lines[Number(line!.replaceAll(',', '')) - 1]!;
    expect(written).toContain(number);
    expect(written).toContain(cells[3]!.replaceAll(' ', ''));
    expect(written).toContain(/\d\d:\d\d:\d\d/.exec(cells[0]!)![0]);
  }
});

test('hours, days, devices, cells and contacts filter the records, and the address keeps the filters', async ({ page, context }) => {
  const investigator = await toTopSuspect(page);
  const parts = [
    [page.getByRole('gridcell', { name: /: [1-9]\d* records$/ }).first(), 'hour='],
    [page.getByRole('button', { name: /^\d+ \w+ 2026: [1-9]/ }).first(), 'day='],
    [page.getByRole('list', { name: 'Devices over time' }).getByRole('button', { name: /^IMEI/ }).first(), 'imei='],
    [page.getByRole('table', { name: 'Cells' }).getByRole('button').first(), 'cell='],
    [page.getByRole('button', { name: /Show the records with/ }).first(), 'other='],
  ] as const;
  const chips = page.getByRole('list', { name: 'Filters' });
  const title = page.getByRole('heading', { level: 2, name: /^Records:/ });
  for (const [control, key] of parts) {
    await control.click();
    await expect(page).toHaveURL(new RegExp(key));
    await expect(chips.getByRole('button')).toHaveCount(1);
    await expect(title).toHaveText(/^Records: [1-9][\d,]* of [\d,]+$/);
    const [, shown] = /^Records: ([\d,]+) of/.exec((await title.textContent())!)!;
    await expect(investigator.records.getByRole('row')).toHaveCount(Math.min(50, Number(shown!.replaceAll(',', ''))) + 1);
    if (key === 'other=') break;
    await chips.getByRole('button').click();
    await expect(chips).toBeHidden();
  }
  const colleague = new Investigator(await context.newPage());
  await colleague.visits(page.url());
  await expect(colleague.page.getByRole('list', { name: 'Filters' })).toContainText('With');
  await expect.poll(() => colleague.records.innerText()).toBe(await investigator.records.innerText());
});

test('contacts are sorted, paged, opened and copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const investigator = await toTopSuspect(page);
  const contacts = page.getByRole('region', { name: 'Contacts', exact: true });
  const figures = async () => (await contacts.getByRole('row').allInnerTexts()).slice(1).map((text) => Number(text.split('\t')[2]));
  await expect(contacts.getByRole('rowheader')).toHaveCount(15);
  expect(await figures()).toEqual((await figures()).sort((a, b) => b - a));
  await expect(page.getByRole('navigation', { name: 'Pages of contacts' })).toContainText('1–15 of');
  const first = await contacts.getByRole('rowheader').first().textContent();
  await page.getByRole('navigation', { name: 'Pages of contacts' }).getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('navigation', { name: 'Pages of contacts' })).toContainText('16–30 of');
  await expect(contacts.getByRole('rowheader').first()).not.toHaveText(first!);

  const [, count] = /^Records: ([\d,]+)/.exec((await page.getByRole('heading', { level: 2, name: /^Records:/ }).textContent())!)!;
  await page.getByRole('button', { name: 'Copy as CSV' }).click();
  await investigator.isTold(`${count} records copied as CSV.`);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.trim().split(/\r?\n/)).toHaveLength(Number(count!.replaceAll(',', '')) + 1);

  const other = (await contacts.getByRole('link').nth(2).textContent())!;
  await contacts.getByRole('link').nth(2).click();
  await expect(investigator.heading).toHaveText(other);
  await expect(page).toHaveTitle(new RegExp(other));
});

test('the keys lead through the dossier', async ({ page }) => {
  const investigator = await toTopSuspect(page);
  for (const [key, part] of [['w', /^Why/], ['h', 'Hours of the week'], ['o', /^Contacts:/], ['r', /^Records:/]] as const) {
    const heading = page.getByRole('heading', { level: 2, name: part });
    await expect(heading).toBeVisible();
    await investigator.presses(key);
    await expect(heading).toBeFocused();
  }
  await investigator.presses('n');
  await expect(investigator.heading).toHaveText('Network');
});

test('a number that is not there says so and offers those that look like it', async ({ investigator, complaints, page }) => {
  // The API has no such number, and says so as APIs do.
  complaints.expect(/404/);
  // Ends like one that is there.
  await investigator.visits('/suspects');
  const [first] = await investigator.readsTheQueue();
  await investigator.visits(`/numbers/1399999${first!.number.slice(-4)}`);
  await expect(investigator.main).toContainText('This dataset has no records of this number.');
  const found = page.getByRole('list', { name: 'Numbers found' });
  await expect(found.getByRole('link').first()).toBeVisible();
  const other = (await found.getByRole('link').first().textContent())!;
  await found.getByRole('link').first().click();
  await expect(investigator.heading).toHaveText(other);
  await expect(investigator.part(/^Why/)).toBeVisible();
});

test('the window narrows the dossier on every screen, and takes its records with it', async ({ investigator, page }) => {
  const records = ordinaryLifeWithABulkCaller(2_000);
  const [from, to] = ['2026-03-12', '2026-03-14'];
  const within = records.filter(({ start }) => start.slice(0, 10) >= from && start.slice(0, 10) <= to);
  await investigator.visits('/datasets');
  await investigator.opens(file('march.csv', asEnglishCsv(records)));
  await page.getByRole('button', { name: /^Window:/ }).click();
  await page.getByLabel('From', { exact: true }).fill(from);
  await page.getByLabel('To', { exact: true }).fill(to);
  await page.getByRole('button', { name: 'Set' }).click();
  await expect(page.getByRole('button', { name: 'Window: 12 Mar – 14 Mar 2026' })).toBeVisible();
  await expect(investigator.provenance).toContainText(`${within.length} records`);
  await investigator.opensDossierOf(bulkCallerAsShown);
  const ofTheCaller = within.filter(({ caller }) => caller === BULK_CALLER).length;
  expect(ofTheCaller).toBeGreaterThan(0);
  await expect(page.getByRole('heading', { level: 2, name: /^Records:/ })).toHaveText(`Records: ${ofTheCaller}`);
  await page.getByRole('button', { name: /^Window:/ }).click();
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: /^Records:/ })).toHaveText(`Records: ${BULK_CALLS}`);
});
