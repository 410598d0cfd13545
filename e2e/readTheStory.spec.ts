import { expect, test } from './test.ts';

test('the demo tells what really happened: a chain, a cut and who replaced whom, each with a way on', async ({ investigator, page }) => {
  await investigator.visits('/');
  const story = page.getByRole('region', { name: 'The demo’s case' });
  const dialog = page.getByRole('dialog');

  await story.getByRole('button', { name: 'Who replaced whom' }).click();
  await expect(dialog.getByRole('row').nth(1)).toBeVisible();
  await investigator.presses('Escape');

  await story.getByRole('button', { name: 'What the cut did' }).click();
  await expect(dialog).toContainText(/the network at .* was cut.*On day \d+ half of it was back/);
  await expect(dialog.getByRole('img', { name: /by day from/ })).toBeVisible();
  await investigator.presses('Escape');

  // The number told of is in the records, and its dossier opens.
  await story.getByRole('button', { name: 'The chain behind one caller' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(6);
  const caller = (await dialog.getByRole('listitem').nth(1).innerText()).replace('Caller', '').trim();
  await dialog.getByRole('link', { name: 'Open the number' }).click();
  await expect(investigator.heading).toContainText(caller);
  await page.goBack();

  // The program finds the chain in the files by itself: the same merchant, contract and insider.
  await story.getByRole('button', { name: 'The chain behind one caller' }).click();
  const told = await dialog.getByRole('listitem').allInnerTexts();
  await dialog.getByRole('link', { name: 'Follow the chain' }).click();
  await expect(investigator.heading).toContainText(/chain/i);
  for (const hop of told.slice(3)) await expect(investigator.main).toContainText(hop.split('\n').at(-1)!.trim());

  await page.goBack();
  await story.getByRole('button', { name: 'Hide' }).click();
  await expect(story).toBeHidden();
  await page.reload();
  await investigator.seesTheQueue();
  await expect(story).toBeHidden();
});

test('on a small page, with the inspector beside it, the story takes one line of the queue', async ({ investigator, page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await investigator.visits('/suspects');
  await investigator.seesTheQueue();
  await investigator.queue.focus();
  await investigator.presses('Space');
  await expect(investigator.inspector).toBeVisible();
  const story = page.getByRole('region', { name: 'The demo’s case' });
  const places = await Promise.all(['The chain behind one caller', 'Hide'].map(async (name) => (await story.getByRole('button', { name }).boundingBox())!));
  expect(places[1]!.y).toBe(places[0]!.y);
});

test('a story that cannot be fetched is told of, and comes when it is asked for again', async ({ investigator, page, context, complaints }) => {
  complaints.expect(/story\.json/, /Failed to load resource/);
  await investigator.visits('/suspects');
  await context.route('**/demo/story.json', (route) => route.abort());
  await page.getByRole('region', { name: 'The demo’s case' }).getByRole('button', { name: 'What the cut did' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('The server cannot be reached');
  await context.unroute('**/demo/story.json');
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(dialog).toContainText(/the network at .* was cut/);
});
