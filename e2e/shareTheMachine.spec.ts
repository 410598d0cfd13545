import { rmSync } from 'node:fs';
import { asEnglishCsv, ordinaryLifeWithABulkCaller, writeManyCalls } from './callRecords.ts';
import { file, Investigator } from './investigator.ts';
import { expect, test } from './test.ts';

const march = asEnglishCsv(ordinaryLifeWithABulkCaller(2_000));

test.describe('two tabs', () => {
  let other: Investigator;

  test.beforeEach(async ({ investigator, context }) => {
    await investigator.visits('/datasets');
    other = new Investigator(await context.newPage());
    await other.visits('/datasets');
  });

  test('read files side by side, and each finds what the other saved', async ({ investigator }, testInfo) => {
    const large = testInfo.outputPath('large.csv');
    const calls = writeManyCalls(large, 40);
    await investigator.chooses(large);
    await other.opens(file('march.csv', march));
    await other.expectsSaved('march.csv');
    await investigator.page.bringToFront();
    await expect(investigator.heading).toHaveText('Suspects', { timeout: 90_000 });
    expect(await investigator.countsRecords()).toEqual({ records: calls, rejected: 0 });
    await investigator.expectsSaved('large.csv');
    rmSync(large);

    for (const tab of [investigator, other]) {
      await tab.page.bringToFront();
      await tab.page.reload();
      await expect(tab.main).toContainText('2 on this machine');
      await tab.dataset('large.csv').getByRole('link').click();
      await tab.seesTheQueue();
      expect(await tab.countsRecords()).toEqual({ records: calls, rejected: 0 });
      await tab.goesTo('Datasets');
      await tab.dataset('march.csv').getByRole('link').click();
      await tab.expectsFirst('170 1234 5678');
      await tab.goesTo('Datasets');
    }
  });

  test('what one removes is gone from the other’s list when it looks again, and comes back with Undo', async ({ investigator, page }) => {
    await investigator.opens(file('march.csv', march));
    await investigator.expectsSaved('march.csv');
    await other.page.bringToFront();
    await other.page.reload();
    await other.dataset('march.csv').getByRole('link').click();
    await other.expectsFirst('170 1234 5678');

    await page.bringToFront();
    await page.getByRole('button', { name: 'Remove march.csv' }).click();
    await expect(investigator.dataset('march.csv')).toBeHidden();
    // A message stays for as long as the pointer is on it.
    await investigator.messages.getByRole('button', { name: 'Undo' }).hover();
    await other.page.bringToFront();
    // Whoever is at work with it goes on.
    await other.opensDossierOf('170 1234 5678');
    await expect(other.records).toContainText('march.csv, line');
    await other.page.reload();
    await other.seesAnAnswer();
    await other.page.goto('/datasets');
    await other.seesAnAnswer();
    await expect(other.dataset('march.csv')).toBeHidden();

    await page.bringToFront();
    await investigator.messages.getByRole('button', { name: 'Undo' }).click();
    await expect(investigator.dataset('march.csv')).toBeVisible();
    await other.page.bringToFront();
    await other.page.reload();
    await other.dataset('march.csv').getByRole('link').click();
    await other.expectsFirst('170 1234 5678');
  });
});

test('what one tab opens is saved and listed, however long another one that looks at the list does not get on', async ({ investigator, context }) => {
  await investigator.visits('/datasets');
  const busy = await context.newPage();
  await busy.goto('/datasets');
  // What a tab does that asked for the list and then is at work for long: it holds what it reads of each dataset, from when that is begun.
  await busy.evaluate(() => {
    const held = new Set<string>();
    const holdWhatIsBegun = async () => {
      const { held: locks } = await navigator.locks.query();
      for (const { name } of locks ?? []) {
        const id = name?.replace('callchain-draft-', '');
        if (id === undefined || id === name || held.has(id)) continue;
        held.add(id);
        void navigator.locks.request(`callchain-dataset-${id}`, { mode: 'shared' }, () => new Promise(() => undefined));
      }
    };
    setInterval(() => void holdWhatIsBegun(), 10);
  });
  await investigator.page.bringToFront();
  await investigator.opens(file('march.csv', march));
  await investigator.expectsSaved('march.csv');
  await busy.close();
  await investigator.page.reload();
  await investigator.dataset('march.csv').getByRole('link').click();
  await investigator.expectsFirst('170 1234 5678');
});

test('a dataset that finds no room says so, stays usable, and is saved once there is room', async ({ investigator, context, page, baseURL }) => {
  const browser = await context.newCDPSession(page);
  const allow = (quotaSize: number | undefined) =>
    browser.send('Storage.overrideQuotaForOrigin', { origin: new URL(baseURL ?? '').origin, ...(quotaSize === undefined ? {} : { quotaSize }) });
  await investigator.visits('/datasets');
  await allow(10_000);
  await investigator.opens(file('march.csv', march));
  await investigator.expectsFirst('170 1234 5678');
  await investigator.goesTo('Datasets');
  await expect(investigator.dataset('march.csv').getByRole('status')).toHaveText('ready, not saved');
  await expect(investigator.main).toContainText('free some disk space');
  await investigator.dataset('march.csv').getByRole('link').click();
  await investigator.opensDossierOf('170 1234 5678');
  await expect(investigator.records).toContainText('march.csv, line');

  await allow(undefined);
  await investigator.goesTo('Datasets');
  await page.getByRole('button', { name: 'Try to save march.csv again' }).click();
  await investigator.expectsSaved('march.csv');
  await page.reload();
  await investigator.dataset('march.csv').getByRole('link').click();
  await investigator.expectsFirst('170 1234 5678');
});
