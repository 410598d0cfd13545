import { file } from './investigator.ts';
import type { Investigator, MadeUpFile } from './investigator.ts';
import { expect, test } from './test.ts';

const SUSPECT = '13800000001';
const TWIN = '13800000002';

const sites = [
  'cell,latitude,longitude,place',
  'home-1,30.6600,104.0600,东街', 'home-2,30.6650,104.0600,东街', 'office,30.7200,104.1500,工业园', 'beijing,39.9000,116.4000,北京', 'gateway,,,卫星关口站',
].join('\n');

/** Five working days of a suspect and of a number that does the same from the same phone's cells; on the Friday the suspect calls from Beijing within half an hour. */
function week(): string {
  const rows = ['caller,callee,start,duration,imei,cell'];
  const call = (caller: string, callee: string, day: number, clock: string, cell: string) => rows.push(`${caller},${callee},2026-06-0${day} ${clock}:00,40,${caller === TWIN ? '35000000000002' : '35000000000001'},${cell}`);
  for (let day = 1; day <= 5; day++) {
    for (const number of [SUSPECT, TWIN]) {
      call(number, '13900000001', day, '08:10', 'home-1');
      call(number, '13900000002', day, '10:00', 'office');
      call(number, '13900000003', day, '15:30', 'office');
      call(number, `1390000001${day}`, day, '22:00', day === 2 ? 'home-2' : 'home-1');
    }
  }
  call(SUSPECT, '13900000009', 5, '16:00', 'beijing');
  call(SUSPECT, '13900000009', 5, '18:00', 'gateway');
  return rows.join('\n');
}

const files: readonly MadeUpFile[] = [file('calls.csv', week()), file('cells.csv', sites)];

async function opensSuspect(investigator: Investigator): Promise<void> {
  await investigator.visits('/datasets');
  await investigator.opens(...files);
  await investigator.opensDossierOf('138 0000 0001');
}

test('where a number sleeps and works is said with its nights and days, on a map and in a table', async ({ page, investigator }) => {
  await opensSuspect(investigator);
  const places = investigator.part(/^Cells and places: 5/);
  await expect(places).toContainText('东街 (cell home-1) and 1 near it · 5 of 5 nights seen');
  await expect(places).toContainText('工业园 (cell office) · 5 of 5 working days seen');
  await expect(places).toContainText('Not on the map, for want of coordinates: 1 cell (1 record)');
  const map = places.getByRole('img', { name: /Map of 4 sites/ });
  await expect(map).toContainText('东街 · home');
  await expect(map).toContainText(/km/);
  const row = places.getByRole('row', { name: /office/ });
  await row.getByRole('button').press('Enter');
  await expect(page).toHaveURL(/cell=office/);
  await expect(page.getByRole('heading', { level: 2, name: /^Records: 10 of 22/ })).toBeVisible();
});

test('a journey that nobody can have made is marked, and opens the two records that tell it', async ({ page, investigator }) => {
  await opensSuspect(investigator);
  const movements = investigator.part(/^Movements/);
  await movements.getByRole('button', { name: 'Too fast: 1 impossible, 0 doubtful' }).click();
  await expect(page).toHaveURL(/stays=fast/);
  await expect(movements.getByRole('row')).toHaveCount(2);
  await expect(movements.getByRole('row').last()).toContainText(/beijing.*北京.*1,5\d\d km in 30 min · 3,0\d\d km\/h · impossible/);
  await movements.getByRole('button', { name: 'impossible', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: /^Records: 2 of 22/ })).toBeVisible();
  await expect(investigator.records).toContainText('office');
  await expect(investigator.records).toContainText('beijing');
});

test('who is like a number is told, with what they share', async ({ investigator }) => {
  await opensSuspect(investigator);
  const similar = investigator.part('Similar numbers');
  await expect(similar.getByRole('table', { name: 'By behaviour' }).getByRole('row').nth(1)).toContainText('138 0000 0002');
  await expect(similar.getByRole('table', { name: 'By shared contacts' }).getByRole('row').nth(1)).toContainText('138 0000 0002');
});

test('a note outlives a reload, and its removal is undone', async ({ page, investigator }) => {
  await opensSuspect(investigator);
  const notes = investigator.part(/^Notes/);
  await notes.getByRole('textbox', { name: 'New note' }).fill('Asked the operator for the card.');
  await notes.getByRole('textbox', { name: 'New note' }).press('Control+Enter');
  await expect(notes.getByRole('listitem')).toContainText('Asked the operator for the card.');
  const address = page.url();
  await investigator.expectsSaved('calls.csv +1 file');
  await page.goto(address);
  await expect(notes.getByRole('listitem')).toContainText('Asked the operator for the card.');
  await notes.getByRole('listitem').getByRole('button', { name: 'Remove' }).click();
  await expect(notes.getByRole('listitem')).toHaveCount(0);
  await investigator.messages.getByRole('button', { name: 'Undo' }).click();
  await expect(notes.getByRole('listitem')).toContainText('Asked the operator for the card.');
});

test('on paper the dossier says which files it rests on, and nothing is cut off', async ({ page, investigator }) => {
  await opensSuspect(investigator);
  await expect(investigator.part(/^Cells and places/).getByRole('img')).toBeVisible();
  await page.setViewportSize({ width: 688, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  const sources = investigator.part('Sources');
  await expect(sources.getByRole('row').last()).toContainText(/cells\.csv.*[0-9a-f]{64}/);
  await expect(page.getByRole('button', { name: 'Print the dossier' })).toBeHidden();
  const cut = await page.locator('#main table').evaluateAll((tables) => tables.filter((table) => table.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map((table) => (table as HTMLElement).innerText.slice(0, 80)));
  expect(cut).toEqual([]);
});
