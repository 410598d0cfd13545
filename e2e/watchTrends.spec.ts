import { readFileSync } from 'node:fs';
import { asEnglishCsv, ordinaryLifeWithABulkCaller } from './callRecords.ts';
import { file } from './investigator.ts';
import type { Investigator } from './investigator.ts';
import { expect, test } from './test.ts';

/** The table's rows as cells, newest week first. */
async function readsWeeks(investigator: Investigator): Promise<readonly (readonly string[])[]> {
  const table = investigator.page.getByRole('region', { name: 'Weekly series' });
  await expect(table.getByRole('rowheader').first()).toBeVisible();
  return (await table.getByRole('row').allInnerTexts()).slice(1).map((text) => text.split('\t').map((cell) => cell.trim()));
}

test('the chart says what it shows as a sentence, and the table holds its figures', async ({ investigator, page }) => {
  await investigator.visits('/trends');
  const charts = page.getByRole('figure');
  await expect(charts).toHaveCount(2);
  await expect(charts.first().getByRole('heading', { level: 2 })).toHaveText(/week of|Too few full weeks/);
  const weeks = await readsWeeks(investigator);
  expect(weeks.length).toBeGreaterThan(8);
  await expect(investigator.main).toContainText(`${weeks.length} weeks`);
  // Each line carries the name of its column.
  const columns = (await page.getByRole('region', { name: 'Weekly series' }).getByRole('columnheader').allInnerTexts()).slice(2, -2);
  expect(columns).toContain('SIM-box');
  for (const name of columns) await expect(charts.first().getByRole('application')).toContainText(name);
  await investigator.presses('t');
  await expect(page.getByRole('region', { name: 'Weekly series' })).toBeHidden();
  await expect(page).toHaveURL(/table=off/);
});

test('records by week are those of the file', async ({ investigator, page }) => {
  const records = ordinaryLifeWithABulkCaller(2_500);
  await investigator.visits('/datasets');
  await investigator.opens(file('march.csv', asEnglishCsv(records)));
  await investigator.goesTo('Trends');
  await page.getByRole('radiogroup', { name: 'Measure' }).getByText('Records made').click();
  // The file begins on a Monday, 2 March.
  const counted = new Map<number, number>();
  for (const { start } of records) {
    const week = Math.floor((Date.parse(`${start.slice(0, 10)}T00:00:00Z`) - Date.UTC(2026, 2, 2)) / (7 * 86_400_000));
    counted.set(week, (counted.get(week) ?? 0) + 1);
  }
  const expected = [...counted].sort(([a], [b]) => b - a).map(([, count]) => count);
  await expect.poll(async () => (await readsWeeks(investigator)).map((cells) => Number(cells.at(-2)!.replaceAll(',', '')))).toEqual(expected);
});

test('a week is made the window of every screen, and given back', async ({ investigator, page }) => {
  await investigator.visits('/suspects');
  const everyone = await investigator.queueLength();
  await investigator.goesTo('Trends');
  const weeks = await readsWeeks(investigator);
  const whole = await page.getByRole('button', { name: /^Window:/ }).textContent();
  await page.getByRole('region', { name: 'Weekly series' }).getByRole('button', { name: weeks[2]![0]! }).click();
  await investigator.isTold(`The window is now ${weeks[2]![0]}, on every screen.`);
  await expect(page.getByRole('button', { name: `Window: ${weeks[2]![0]}` })).toBeVisible();
  await investigator.goesTo('Suspects');
  await expect(page.getByRole('button', { name: `Window: ${weeks[2]![0]}` })).toBeVisible();
  expect(await investigator.queueLength()).toBeLessThan(everyone);
  await page.goBack();
  await investigator.messages.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: /^Window:/ })).toHaveText(whole!);
});

test('the series are saved as CSV and as a picture', async ({ investigator, page }) => {
  await investigator.visits('/trends');
  const weeks = await readsWeeks(investigator);
  const saves = async (name: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const csv = await saves('CSV');
  expect(csv.name).toMatch(/^callchain-trends-numbers-\d{4}-\d\d-\d\d-.*\.csv$/);
  const rows = csv.bytes.toString('utf8').trim().split(/\r?\n/);
  expect(rows).toHaveLength(weeks.length + 1);
  const [, , ...figures] = weeks.at(-1)!;
  for (const figure of figures.slice(0, -1)) expect(rows[1]).toContain(figure.replaceAll(',', ''));
  const png = await saves('PNG');
  expect(png.name).toMatch(/\.png$/);
  expect([...png.bytes.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  expect(png.bytes.length).toBeGreaterThan(5_000);
});

test('the chart is read by keys, week by week', async ({ investigator, page }) => {
  await investigator.visits('/trends');
  const weeks = await readsWeeks(investigator);
  await page.getByRole('application').first().focus();
  await investigator.presses('ArrowRight', 'ArrowRight', 'ArrowRight');
  await investigator.presses('Enter');
  const [, span] = /is now (.+), on every screen/.exec(await investigator.isTold('The window is now'))!;
  expect(weeks.map(([week]) => week)).toContain(span);
  await expect(page.getByRole('button', { name: `Window: ${span}` })).toBeVisible();
});

test('a window without records says so', async ({ investigator }) => {
  await investigator.visits('/trends?from=2020-01-01&to=2020-03-01');
  await expect(investigator.main).toContainText('There are no records in this window');
  await expect(investigator.main.getByRole('link', { name: 'Open files' })).toBeVisible();
});
