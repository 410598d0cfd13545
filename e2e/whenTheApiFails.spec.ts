import { expectStatuses } from './states.ts';
import { expect, test } from './test.ts';

/** The mocked API behaves badly on demand (`?mock=…`); that the browser writes the status down is no fault of the page. */
test.beforeEach(({ complaints }) => expectStatuses(complaints));

test('an API that is slow keeps the places until its answers come', async ({ investigator }) => {
  await investigator.page.goto('/suspects?mock=slow');
  await expect(investigator.queue).toHaveAttribute('aria-busy', 'true');
  await expect(investigator.queue).toHaveAttribute('aria-busy', 'false');
  await investigator.seesTheQueue();
});

test('an API that fails once is asked again without anyone noticing', async ({ investigator }) => {
  await investigator.visits('/suspects?mock=flaky');
  await investigator.seesTheQueue();
  await expect(investigator.main.getByRole('alert')).toHaveCount(0);
});

test('an API that fails says what, where and what to do, and files from this machine open all the same', async ({ investigator, page }) => {
  await investigator.visits('/suspects?mock=error');
  const alert = investigator.main.getByRole('alert').filter({ hasText: 'Suspects' });
  await expect(alert).toContainText('Suspects: The server failed to answer');
  await expect(alert).toContainText('Try again in a moment.');
  await alert.getByText('Details', { exact: true }).click();
  await expect(alert).toContainText('500');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toContainText('The server failed to answer');
  await alert.getByRole('link', { name: 'Open files' }).click();
  await expect(investigator.heading).toHaveText('Datasets');
  await expect(page.getByText('Open files')).toBeVisible();
});

test('whoever is signed out is told so and loses nothing', async ({ investigator }) => {
  await investigator.visits('/suspects?mock=signedOut');
  await expect(investigator.page.getByText('You are signed out').first()).toBeVisible();
  await expect(investigator.page.getByText('Sign in again').first()).toBeVisible();
});

test('a decision that the API refuses is taken back on the screen, with a message', async ({ investigator }) => {
  await investigator.visits('/suspects?mock=forbidden');
  await investigator.seesTheQueue();
  const [first] = await investigator.readsTheQueue();
  await investigator.presses('c');
  await investigator.isTold(`${first!.number}: not saved. You may not change this.`);
  await expect(investigator.suspectAt(1).getByRole('gridcell').last()).toHaveText('New');
});

test('a supervisor is greeted as one', async ({ investigator, page }) => {
  await investigator.visits('/suspects?mock=supervisor');
  await page.getByRole('button', { name: 'Person: Demo supervisor' }).click();
  await expect(page.getByRole('dialog')).toContainText('Supervisor');
});
