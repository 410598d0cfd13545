import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { aCallForEveryone, asChineseListing, asEnglishCsv, BULK_CALLER, BULK_CALLS, inGbk, ordinaryLifeWithABulkCaller } from './callRecords.ts';
import { file, Investigator } from './investigator.ts';
import { expect, test } from './test.ts';

/** Real and published call records, beside the repository where there are any. */
function shared(path: string): string {
  return join(import.meta.dirname, '..', '..', 'shared', 'data', path);
}
const bulkCallerAsShown = '170 1234 5678';

test('an English export becomes a ranked queue with the bulk caller on top', async ({ investigator, page }) => {
  const records = ordinaryLifeWithABulkCaller(3_000);
  await investigator.visits('/datasets');
  await investigator.opens(file('march.csv', asEnglishCsv(records)));
  await expect.poll(() => investigator.sourceName()).toBe('march.csv');
  await investigator.expectsFirst(bulkCallerAsShown);
  await expect(investigator.suspectAt(1)).toContainText('Bulk caller');
  const [first] = await investigator.readsTheQueue();
  expect(first!.score).toBeGreaterThanOrEqual(50);
  expect(await investigator.countsRecords()).toEqual({ records: 3_000, rejected: 0 });
  await expect(investigator.provenance).toContainText('local, nothing sent');
  await investigator.isTold('march.csv: 3,000 records accepted, 0 rejected');

  await investigator.opensDossierOf(bulkCallerAsShown);
  await expect(investigator.main).toContainText(`${BULK_CALLS} records with ${BULK_CALLS} contacts`);
  await expect(page).toHaveTitle(/170 1234 5678/);
});

test('a Chinese listing in GBK of own number, other number and direction is read as it is meant', async ({ investigator }) => {
  const records = ordinaryLifeWithABulkCaller(2_000);
  await investigator.visits('/datasets');
  await investigator.opens(file('话单.csv', inGbk(asChineseListing(records))));
  await expect.poll(() => investigator.sourceName()).toBe('话单.csv');
  await investigator.expectsFirst(bulkCallerAsShown);
  const { records: taken, rejected } = await investigator.countsRecords();
  expect(taken).toBe(2_000);
  // The total row is no call; whether it counts as rejected is the reader's affair.
  expect(rejected).toBeLessThanOrEqual(1);
  await investigator.opensDossierOf(bulkCallerAsShown);
  // Whichever side a row was listed from, the bulk caller made the call.
  await expect(investigator.part(/^Why/)).toContainText(/Calls initiated\s*100%/);
});

test('files opened together are one dataset, as are their records', async ({ investigator }) => {
  const records = ordinaryLifeWithABulkCaller(2_000);
  await investigator.visits('/datasets');
  await investigator.opens(file('first.csv', asEnglishCsv(records.slice(0, 900))), file('第二.csv', inGbk(asChineseListing(records.slice(900)))));
  await investigator.expectsFirst(bulkCallerAsShown);
  expect((await investigator.countsRecords()).records).toBe(2_000);
});

test('the demo’s scores are those of its files opened on this machine', async ({ investigator, page, request }) => {
  // Every file of the demo is opened, and the whole read twice.
  test.slow();
  await investigator.visits('/suspects');
  const ofTheDemo = await investigator.readsTheFirst(50);
  const counted = await investigator.countsRecords();
  await investigator.opensDossierOf(ofTheDemo[0]!.number);
  const listed = investigator.part(/^Why/).getByRole('listitem');
  await expect(listed).not.toHaveCount(0);
  const reasons = await listed.allInnerTexts();

  // The calls, and every table beside them.
  await investigator.visits('/datasets');
  const links = page.locator('a[download]');
  await expect(links).not.toHaveCount(0);
  const names = await links.evaluateAll((all) => all.map((link) => link.getAttribute('download')!));
  expect(names).toEqual(expect.arrayContaining(['话单-2026-04.csv', '开户.csv', '号段合同.csv', '转账.csv']));
  const files = await Promise.all(names.map(async (name) => file(name, await (await request.get(`/demo/${encodeURIComponent(name)}`)).body())));
  await investigator.opens(...files);
  expect(await investigator.readsTheFirst(50)).toEqual(ofTheDemo);
  expect(await investigator.countsRecords()).toEqual(counted);
  await investigator.presses('Home');
  await investigator.opensDossierOf(ofTheDemo[0]!.number);
  await expect.poll(() => listed.allInnerTexts()).toEqual(reasons);
});

test('27 students’ real calls are taken or rejected, all 13,031, and no student is a suspect', async ({ investigator }) => {
  const calls = shared('nodobo/calls.csv');
  test.skip(!existsSync(calls), `there is no ${calls}`);
  await investigator.visits('/datasets');
  await investigator.opens(calls);
  const { records, rejected } = await investigator.countsRecords();
  expect(records + rejected).toBe(13_031);
  expect(rejected).toBeGreaterThan(0);
  const [first] = await investigator.readsTheQueue();
  expect(first!.score).toBeLessThan(50);
});

test('small ids instead of phone numbers stay what they are', async ({ investigator, page }) => {
  const calls = shared('callmine/calls.csv');
  test.skip(!existsSync(calls), `there is no ${calls}`);
  await investigator.visits('/datasets');
  await investigator.chooses(calls);
  // Recognised by itself, or asked about and confirmed as it is shown.
  const columns = page.getByRole('dialog', { name: /^Columns of/ });
  await expect(columns.or(page.getByRole('heading', { level: 1, name: 'Suspects' }))).toBeVisible();
  if (await columns.isVisible()) await columns.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(investigator.heading).toHaveText('Suspects');
  expect(await investigator.queueLength()).toBe(1_999);
  await investigator.findsNumber('260');
  await expect(investigator.records).toContainText(/calls\.csv, line \d/);
});

test('headers that mean nothing are explained by hand, and the next such file needs no explaining', async ({ investigator, page }) => {
  const records = ordinaryLifeWithABulkCaller(1_500);
  // Neither the headers nor the numbers look like what they are.
  const text = ['f1;f2;f3;f4', ...records.map(({ caller, callee, start, durationS }) => [start, `S${callee}`, durationS, `S${caller}`].join(';'))].join('\n');
  await investigator.visits('/datasets');
  await investigator.chooses(file('export.txt', text));
  const columns = page.getByRole('dialog', { name: 'Columns of export.txt' });
  await expect(columns).toBeVisible();
  await expect(columns.getByRole('region', { name: 'First rows as they would be read' })).toContainText(`S${records[0]!.caller}`);
  await expect(columns.getByRole('button', { name: 'Open', exact: true })).toBeDisabled();
  const says = async (field: string, column: number) => columns.getByLabel(field, { exact: true }).selectOption(String(column - 1));
  await says('Date and time', 1);
  await says('Callee', 2);
  await says('Duration', 3);
  await says('Caller', 4);
  await expect(columns.getByRole('row', { name: `S${records[0]!.caller} S${records[0]!.callee}` })).toBeVisible();
  await columns.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(investigator.heading).toHaveText('Suspects');
  await investigator.expectsFirst(`S${BULK_CALLER}`);
  // The line of headers is no record.
  expect(await investigator.countsRecords()).toEqual({ records: 1_500, rejected: 0 });

  await investigator.opens(file('export2.txt', text));
  await expect.poll(() => investigator.sourceName()).toBe('export2.txt');
  await investigator.expectsFirst(`S${BULK_CALLER}`);
});

test('a direction written in codes is asked about, and the next such file needs no asking', async ({ investigator, page }) => {
  const records = ordinaryLifeWithABulkCaller(1_500);
  // An exporter whose 1 is what came in: the opposite of custom.
  const rows = records.map(({ caller, callee, start, durationS }, i) => (i % 2 === 0 ? [caller, '2', callee, start, durationS] : [callee, '1', caller, start, durationS]).join(','));
  const text = ['msisdn,call_type,other_party,start_time,duration', ...rows].join('\n');
  await investigator.visits('/datasets');
  await investigator.chooses(file('codes.csv', text));
  const columns = page.getByRole('dialog', { name: 'Columns of codes.csv' });
  await expect(columns.getByRole('list', { name: /problems/i })).toContainText('codes, whose meaning is assumed');
  await columns.getByLabel('1 means', { exact: true }).selectOption('incoming call');
  await columns.getByLabel('2 means', { exact: true }).selectOption('outgoing call');
  await columns.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(investigator.heading).toHaveText('Suspects');
  await investigator.expectsFirst(bulkCallerAsShown);
  expect(await investigator.countsRecords()).toEqual({ records: 1_500, rejected: 0 });

  await investigator.opens(file('codes2.csv', text));
  await expect.poll(() => investigator.sourceName()).toBe('codes2.csv');
  await investigator.expectsFirst(bulkCallerAsShown);
});

test('what was recognised wrongly is set right before the file is read', async ({ investigator, page }) => {
  const records = ordinaryLifeWithABulkCaller(1_500);
  // An exporter that calls the called the caller.
  const text = ['callee,caller,start,duration', ...records.map(({ caller, callee, start, durationS }) => [caller, callee, start, durationS].join(','))].join('\n');
  await investigator.visits('/datasets');
  await page.getByRole('checkbox', { name: 'Check columns…' }).check();
  await investigator.chooses(file('swapped.csv', text));
  const columns = page.getByRole('dialog', { name: 'Columns of swapped.csv' });
  await columns.getByLabel('Caller', { exact: true }).selectOption({ label: '1 · callee' });
  await columns.getByLabel('Callee', { exact: true }).selectOption({ label: '2 · caller' });
  await columns.getByLabel('Duration', { exact: true }).selectOption({ label: 'not in the file' });
  await expect(columns.getByRole('row', { name: /Call — / }).first()).toBeVisible();
  await columns.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(investigator.heading).toHaveText('Suspects');
  await investigator.expectsFirst(bulkCallerAsShown);
  await investigator.opensDossierOf(bulkCallerAsShown);
  await expect(investigator.main).toContainText(/missing: [^;]*call durations/);
});

test('a file chosen while the page still looks for its API is opened all the same', async ({ investigator, page }) => {
  let letGo: () => void = () => undefined;
  const chosen = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let held = 0;
  // The mocked API is loaded first thing; without it there is no API yet.
  await page.route(/startMocks/, async (route) => {
    held += 1;
    await chosen;
    await route.continue();
  });
  await investigator.visits('/datasets');
  const input = await investigator.fileInput.elementHandle();
  expect(held).toBe(1);
  letGo();
  await expect(investigator.provenance).toContainText('numbers');
  // The very control that was there before, as a file chooser that was open meanwhile would have it.
  await input.setInputFiles(file('early.csv', asEnglishCsv(ordinaryLifeWithABulkCaller(800))));
  await expect(investigator.heading).toHaveText('Suspects');
  await investigator.expectsFirst(bulkCallerAsShown);
});

test('a file dropped anywhere on the screen is opened', async ({ investigator, page }) => {
  await investigator.visits('/datasets');
  const text = asEnglishCsv(ordinaryLifeWithABulkCaller(800));
  const carried = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], 'dropped.csv', { type: 'text/csv' }));
    return transfer;
  }, text);
  await investigator.main.dispatchEvent('dragover', { dataTransfer: carried });
  await expect(page.getByText('Drop the files to open them as one dataset')).toBeVisible();
  await investigator.main.dispatchEvent('drop', { dataTransfer: carried });
  await expect(investigator.heading).toHaveText('Suspects');
  await investigator.expectsFirst(bulkCallerAsShown);
  await expect.poll(() => investigator.sourceName()).toBe('dropped.csv');
});

test('the queue of a million numbers scrolls without a blank row', async ({ investigator, page }) => {
  const numbers = 1_000_000;
  await investigator.visits('/datasets');
  await investigator.opens(file('everyone.csv', aCallForEveryone(numbers)));
  expect(await investigator.queueLength()).toBe(numbers);

  // Looks at the queue in every frame while it scrolls: rows cover it from the header to its lower edge, and none is empty.
  const watched = await investigator.queue.evaluateHandle((grid) => {
    const seen = { frames: 0, gaps: [] as string[], isOver: false };
    const look = () => {
      const box = grid.getBoundingClientRect();
      const rows = [...grid.querySelectorAll('[aria-rowindex]')].map((row) => ({ box: row.getBoundingClientRect(), place: Number(row.getAttribute('aria-rowindex')), text: row.textContent ?? '' }));
      const head = grid.querySelector('[role=columnheader]')!.getBoundingClientRect().bottom;
      const first = rows[0];
      const last = rows.at(-1);
      seen.frames += 1;
      if (first === undefined || last === undefined || first.box.top > head + 1 || last.box.bottom < box.top + grid.clientHeight - 1) seen.gaps.push(`rows do not cover the view at ${first?.place}`);
      const empty = rows.find(({ text }) => text.trim() === '');
      if (empty) seen.gaps.push(`row ${empty.place} is empty`);
      if (rows.some(({ place }, i) => i > 0 && place !== rows[i - 1]!.place + 1)) seen.gaps.push(`rows are missing after ${first?.place}`);
      if (!seen.isOver) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    return seen;
  });
  const box = (await investigator.queue.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let i = 0; i < 40; i++) await page.mouse.wheel(0, 700);
  for (let i = 0; i < 10; i++) await page.mouse.wheel(0, -2_500);
  // The scrollbar's thumb, to anywhere.
  for (const share of [0.1, 0.5, 0.93, 0.25, 1, 0]) {
    await investigator.queue.evaluate((grid, at) => grid.scrollTo({ top: at * (grid.scrollHeight - grid.clientHeight), behavior: 'instant' }), share);
    await page.waitForTimeout(100);
  }
  await investigator.queue.focus();
  await investigator.presses('End');
  await investigator.expectsActivePlace(numbers);
  await expect(investigator.suspectAt(numbers).getByRole('link')).toBeVisible();
  const { frames, gaps } = await watched.evaluate((seen) => {
    seen.isOver = true;
    return seen;
  });
  expect(gaps).toEqual([]);
  expect(frames).toBeGreaterThan(20);

  // At rest, every row in view holds its number.
  await investigator.queue.evaluate((grid) => grid.scrollTo({ top: 0.5 * (grid.scrollHeight - grid.clientHeight), behavior: 'instant' }));
  await expect(investigator.queue.getByText('loading')).toHaveCount(0);
  expect((await investigator.readsTheQueue()).length).toBeGreaterThan(15);
});

test('each tab that looks at a dataset has the same queue and works by itself', async ({ investigator, context, page }) => {
  await investigator.visits('/datasets');
  await investigator.opens(file('march.csv', asEnglishCsv(ordinaryLifeWithABulkCaller(2_000))));
  await investigator.expectsSaved('march.csv');
  await page.goBack();
  const queue = await investigator.readsTheQueue();

  const second = new Investigator(await context.newPage());
  await second.visits(page.url());
  expect(await second.readsTheQueue()).toEqual(queue);
  await second.opensDossierOf(bulkCallerAsShown);
  await expect(second.records).toContainText('march.csv, line');
  await investigator.opensDossierOf(bulkCallerAsShown);
  await expect(investigator.records).toContainText('march.csv, line');
});

test('of a dataset of twelve files the first is named, how many there are, and each on demand', async ({ investigator, page }) => {
  const records = asEnglishCsv(ordinaryLifeWithABulkCaller(1_000));
  await investigator.visits('/datasets');
  await investigator.opens(...Array.from({ length: 12 }, (_, i) => file(`calls of the branch office 2026-${String(i + 1).padStart(2, '0')}.csv`, records)));
  const name = 'calls of the branch office 2026-01.csv +11 files';
  await expect.poll(() => investigator.sourceName()).toBe(name);
  // The end of the name is seen where the name itself is cut.
  await expect(page.getByText('+11 files', { exact: true })).toBeInViewport({ ratio: 1 });
  await investigator.goesTo('Datasets');
  const row = investigator.dataset(name);
  const last = row.getByText('calls of the branch office 2026-12.csv', { exact: true });
  await expect(last).toBeHidden();
  await row.getByText('8 more files').click();
  await expect(last).toBeVisible();
  await investigator.speaks('中文');
  await expect(page.getByText('等 12 个文件', { exact: true })).toBeInViewport({ ratio: 1 });
});
