import { file } from './investigator.ts';
import { asEnglishCsv, ordinaryLifeWithABulkCaller } from './callRecords.ts';
import { expect, test } from './test.ts';

test('decisions teach the score: seen before it is applied, taken back at once or after a reload', async ({ investigator, page }) => {
  await investigator.visits('/suspects');
  const before = await investigator.readsTheQueue();
  const dialog = page.getByRole('dialog', { name: 'Learn from decisions' });
  const apply = dialog.getByRole('button', { name: 'Apply' });

  // Without decisions it says what is lacking.
  await investigator.presses('l');
  await expect(dialog).toContainText('No usable number is confirmed yet');
  await expect(apply).toBeDisabled();
  await investigator.presses('Escape');
  await expect(dialog).toBeHidden();

  // The first eight are confirmed, the eight after them dismissed.
  await investigator.presses('x', ...Array.from({ length: 7 }, () => 'j'), 'Shift+X', 'c');
  await expect(page.getByText('8 numbers: confirmed').first()).toBeVisible();
  await investigator.presses('j', 'x', ...Array.from({ length: 7 }, () => 'j'), 'Shift+X', 'd', '1');
  await expect(page.getByText('8 numbers: dismissed').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Learn from 16 decisions…' })).toBeVisible();

  await investigator.presses('l');
  await expect(dialog).toContainText('8 confirmed, 8 dismissed');
  await expect(dialog.getByRole('row', { name: /^Refitted 0?\.\d{3}|^Refitted 1\.000/ })).toBeVisible();
  await expect(dialog).toContainText('What each kind of reason would count');
  await expect(dialog.getByRole('region', { name: 'Largest changes of score' }).getByRole('row')).not.toHaveCount(1);
  await apply.focus();
  await investigator.presses('Enter');
  await expect(dialog).toBeHidden();
  await expect(investigator.provenance).toContainText('refitted on 16 decisions');

  // Undo by the message.
  await investigator.messages.getByRole('button', { name: 'Undo' }).last().click();
  await expect(investigator.provenance).not.toContainText('refitted');
  await expect.poll(async () => (await investigator.readsTheQueue()).map(({ number, score }) => [number, score])).toEqual(before.map(({ number, score }) => [number, score]));
});

test('what was learned of a file of one’s own outlasts the tab, and is taken back after it', async ({ investigator, page }) => {
  await investigator.visits('/datasets');
  await investigator.opens(file('calls.csv', asEnglishCsv(ordinaryLifeWithABulkCaller(2_000))));
  await investigator.seesTheQueue();
  const first = await investigator.readsTheQueue();
  await investigator.presses('c', 'j', 'd', '1', 'j', 'd', '1');
  const dialog = page.getByRole('dialog', { name: 'Learn from decisions' });
  await expect(page.getByRole('button', { name: 'Learn from 3 decisions…' })).toBeVisible();
  await investigator.presses('l');
  await expect(dialog).toContainText('Fewer than 10 decisions of one kind');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(investigator.provenance).toContainText('refitted on 3 decisions');

  await investigator.expectsSaved('calls.csv');
  await page.reload();
  await investigator.goesTo('Suspects');
  await investigator.seesTheQueue();
  await expect(investigator.provenance).toContainText('refitted on 3 decisions');
  await investigator.presses('l');
  await expect(dialog).toContainText('In use: refitted on 3 decisions');
  await dialog.getByRole('button', { name: 'Back to the shipped model' }).click();
  await expect(investigator.provenance).not.toContainText('refitted');
  // The status line may hear of it before the queue does.
  await expect.poll(async () => (await investigator.readsTheQueue()).map(({ number, score }) => [number, score])).toEqual(first.map(({ number, score }) => [number, score]));
});
