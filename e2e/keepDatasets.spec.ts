import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { Worker } from '@playwright/test';
import { asEnglishCsv, ordinaryLifeWithABulkCaller, writeManyCalls } from './callRecords.ts';
import { file, Investigator } from './investigator.ts';
import { expect, test } from './test.ts';

const march = asEnglishCsv(ordinaryLifeWithABulkCaller(2_000));

test('a dataset is there with its queue and its decisions when the page is opened anew', async ({ investigator, page }) => {
  await investigator.visits('/datasets');
  await investigator.opens(file('march.csv', march));
  await investigator.presses('c');
  await expect(investigator.suspectAt(1).getByRole('gridcell').last()).toHaveText('Confirmed');
  const queue = await investigator.readsTheQueue();
  const counted = await investigator.countsRecords();
  const address = page.url();
  await investigator.expectsSaved('march.csv');
  await page.reload();
  await expect(investigator.dataset('march.csv').getByRole('status')).toHaveText('ready');
  await investigator.dataset('march.csv').getByRole('link', { name: 'march.csv' }).click();
  await expect(investigator.heading).toHaveText('Suspects');
  expect(await investigator.readsTheQueue()).toEqual(queue);
  expect(await investigator.countsRecords()).toEqual(counted);
  expect(page.url()).toBe(address);
  await expect(investigator.suspectAt(1).getByRole('gridcell').last()).toHaveText('Confirmed');
  await investigator.opensDossierOf(queue[0]!.number);
  await expect(investigator.records).toContainText('march.csv, line');

  // The page was loaded anew, so the file must be chosen again before its lines can be shown.
  const place = investigator.records.getByRole('button', { name: /^march\.csv, line/ }).first();
  const line = Number(/line ([\d,]+)/.exec((await place.textContent()) ?? '')![1]!.replaceAll(',', ''));
  await place.click();
  await expect(investigator.records).toContainText('march.csv is not open any more');
  const chooser = page.waitForEvent('filechooser');
  await investigator.records.getByRole('button', { name: 'Choose march.csv' }).click();
  await (await chooser).setFiles(file('march.csv', march));
  await expect(investigator.records.getByText(march.split(/\r?\n/)[line - 1]!, { exact: true })).toBeVisible();
});

test('a file’s SHA-256 is the one that anyone else finds', async ({ investigator }) => {
  await investigator.visits('/datasets');
  await investigator.opens(file('march.csv', march));
  await investigator.goesTo('Datasets');
  const sha256 = createHash('sha256').update(march).digest('hex');
  await expect(investigator.dataset('march.csv').getByRole('button', { name: /SHA-256 of march\.csv/ })).toContainText(sha256.slice(0, 12));
  await expect(investigator.dataset('march.csv').getByTitle(sha256)).toBeVisible();
});

test('a removed dataset comes back with Undo, and stays away without it', async ({ investigator, page }) => {
  await investigator.visits('/datasets');
  await investigator.opens(file('march.csv', march));
  const queue = await investigator.readsTheQueue();
  await investigator.expectsSaved('march.csv');
  await page.getByRole('button', { name: 'Remove march.csv' }).click();
  await expect(investigator.dataset('march.csv')).toBeHidden();
  await expect.poll(() => investigator.sourceName()).toBe('Demo');
  await investigator.messages.getByRole('button', { name: 'Undo' }).click();
  await investigator.dataset('march.csv').getByRole('link').click();
  await expect(investigator.heading).toHaveText('Suspects');
  expect(await investigator.readsTheQueue()).toEqual(queue);

  await investigator.goesTo('Datasets');
  await page.getByRole('button', { name: 'Remove march.csv' }).click();
  await expect(investigator.dataset('march.csv')).toBeHidden();
  await page.reload();
  await investigator.seesAnAnswer();
  await expect(page.getByText('No dataset has been opened on this machine yet.')).toBeVisible();
});

test.describe('while a large file is read', () => {
  let large = '';
  let calls = 0;

  test.beforeEach(async ({ investigator }, testInfo) => {
    large = testInfo.outputPath('large.csv');
    calls = writeManyCalls(large, 150);
    await investigator.visits('/datasets');
    await investigator.opens(file('march.csv', march));
    await investigator.expectsSaved('march.csv');
  });

  test.afterEach(() => rmSync(large, { force: true }));

  const reading = async (investigator: Investigator) => {
    await investigator.chooses(large);
    const progress = investigator.dataset('large.csv').getByRole('progressbar', { name: 'Reading large.csv' });
    await expect(progress).toHaveAttribute('aria-valuetext', /rows\/s/);
    return progress;
  };
  const expectsMarchUnharmed = async (investigator: Investigator) => {
    if ((await investigator.heading.textContent()) !== 'Datasets') await investigator.goesTo('Datasets');
    await investigator.dataset('march.csv').getByRole('link').click();
    await investigator.expectsFirst('170 1234 5678');
    await investigator.opensDossierOf('170 1234 5678');
    await expect(investigator.records).toContainText('march.csv, line');
  };

  test('one sees rows, rate and time left, and cancels at once without harm', async ({ investigator, page }) => {
    const progress = await reading(investigator);
    await expect(progress).toHaveAttribute('aria-valuetext', /^\d+%, [\d,]+ rows, .+ rows\/s, .+, 0 rejected$/);
    await investigator.dataset('large.csv').getByRole('button', { name: 'Cancel' }).click();
    await expect(investigator.dataset('large.csv').getByRole('status')).toHaveText('cancelled');
    await expect(progress).toBeHidden();
    await expectsMarchUnharmed(investigator);
    await page.reload();
    await expectsMarchUnharmed(investigator);
    await investigator.goesTo('Datasets');
    await expect(investigator.main).toContainText('1 on this machine');
  });

  test('one works on elsewhere, and is told when it is ready', async ({ investigator }) => {
    await reading(investigator);
    await investigator.goesTo('Suspects');
    await investigator.expectsFirst('170 1234 5678');
    await investigator.presses('j', 'j');
    await investigator.expectsActivePlace(3);
    await investigator.isTold(/large\.csv: [\d,]+ records accepted/, 90_000);
    // Nobody is led away from what they are doing.
    await expect(investigator.heading).toHaveText('Suspects');
    await expect.poll(() => investigator.sourceName()).toBe('march.csv');
  });

  test('closing the tab leaves nothing half read behind', async ({ investigator, context, page }) => {
    await reading(investigator);
    await page.close();
    const later = new Investigator(await context.newPage());
    await later.visits('/datasets');
    await expect(later.main).toContainText('1 on this machine');
    await expect(later.main).toContainText('Reading large.csv was interrupted');
    await expectsMarchUnharmed(later);
  });

  test('a file that is removed meanwhile is told of, and the rest goes on', async ({ investigator }) => {
    await reading(investigator);
    rmSync(large);
    await expect(investigator.dataset('large.csv').getByRole('status')).toHaveText('failed');
    await expect(investigator.dataset('large.csv')).toContainText('large.csv: The file changed or was removed while it was read.');
    await expectsMarchUnharmed(investigator);
  });

  /** As when it ran out of memory, or the browser ended it: the worker is gone, and no event tells of it. */
  const isEnded = (worker: Worker) => worker.evaluate(() => self.close());

  test('an engine that is ended without a word is told of, and the next question is answered', async ({ investigator, page }) => {
    await reading(investigator);
    await isEnded(page.workers().find((worker) => worker.url().includes('engine.worker'))!);
    await expect(investigator.dataset('large.csv').getByRole('status')).toHaveText('failed');
    await expect(investigator.dataset('large.csv')).toContainText('The scoring engine failed');
    await expectsMarchUnharmed(investigator);
    await investigator.opens(file('april.csv', march));
    await investigator.expectsFirst('170 1234 5678');
  });

  test('it is read and saved whenever the garbage collector comes', async ({ investigator, page }) => {
    let collected = 0;
    const collect = async (worker: Worker) => {
      await worker.evaluate(() => setInterval((globalThis as unknown as { gc: () => void }).gc, 5));
      collected++;
    };
    await Promise.all(page.workers().map(collect));
    // One that ends at once, as some do, has nothing to wait for.
    page.on('worker', (worker) => void collect(worker).catch(() => undefined));
    expect(await page.workers()[0]!.evaluate(() => typeof (globalThis as { gc?: unknown }).gc)).toBe('function');
    await investigator.chooses(large);
    await expect(investigator.heading).toHaveText('Suspects', { timeout: 90_000 });
    expect(await investigator.countsRecords()).toEqual({ records: calls, rejected: 0 });
    await investigator.goesTo('Datasets');
    await investigator.expectsSaved('large.csv');
    expect(collected).toBeGreaterThanOrEqual(3);
  });

  test('a reader that is ended without a word costs no record: the files are read once more', async ({ investigator, page }) => {
    await reading(investigator);
    await isEnded(page.workers().find((worker) => worker.url().includes('part.worker'))!);
    await expect(investigator.dataset('large.csv')).toContainText('are being read once more from their beginning');
    await expect(investigator.heading).toHaveText('Suspects', { timeout: 90_000 });
    await expect.poll(() => investigator.sourceName()).toBe('large.csv');
    expect(await investigator.countsRecords()).toEqual({ records: calls, rejected: 0 });
  });
});
