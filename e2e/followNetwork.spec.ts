import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { Investigator } from './investigator.ts';
import { expect, test } from './test.ts';

/** The first figures of what the screen says is shown. */
interface Shown {
  readonly opened: number;
  readonly numbers: number;
  readonly links: number;
}

async function readsShown(investigator: Investigator): Promise<Shown> {
  const line = investigator.main.getByText(/\d+ opened · /);
  await expect(line).toBeVisible();
  const [, opened, numbers, links] = /([\d,]+) opened · ([\d,]+) numbers? and ([\d,]+) links? shown/.exec((await line.textContent())!)!;
  const figure = (text: string | undefined) => Number(text!.replaceAll(',', ''));
  return { opened: figure(opened), numbers: figure(numbers), links: figure(links) };
}

async function expectsShown(investigator: Investigator, wanted: Shown): Promise<void> {
  await expect.poll(() => readsShown(investigator)).toEqual(wanted);
}

function numbersTable(investigator: Investigator): Locator {
  return investigator.page.getByRole('region', { name: 'Numbers shown' });
}

function linksTable(investigator: Investigator): Locator {
  return investigator.page.getByRole('region', { name: 'Links shown' });
}

async function savesPicture(page: Page, format: 'SVG' | 'PNG'): Promise<void> {
  await page.getByRole('button', { name: 'Save picture' }).click();
  await page.getByRole('menuitem', { name: format }).click();
}

async function startsFromTheTop(investigator: Investigator): Promise<string> {
  await investigator.visits('/suspects');
  const [top] = await investigator.readsTheQueue();
  await investigator.presses('n');
  await expect(investigator.heading).toHaveText('Network');
  await readsShown(investigator);
  return top!.number;
}

test('the graph of a suspect says in words what it shows, and its table shows the same', async ({ investigator, page }) => {
  const number = await startsFromTheTop(investigator);
  const shown = await readsShown(investigator);
  expect(shown.opened).toBe(1);
  expect(shown.numbers).toBeGreaterThan(5);
  await expect(page.getByRole('img', { name: new RegExp(`^Link graph: 1 opened · ${shown.numbers} numbers.*Highest score: ${number}`) })).toBeVisible();
  await investigator.presses('t');
  await expect(numbersTable(investigator).getByRole('rowheader')).toHaveCount(shown.numbers);
  await expect(linksTable(investigator).getByRole('rowheader')).toHaveCount(shown.links);
  await expect(numbersTable(investigator).getByRole('row').filter({ has: page.getByRole('rowheader', { name: number }) })).toContainText('opened');
  await investigator.presses('t');
  await expect(page.getByRole('img', { name: /^Link graph/ })).toBeVisible();
});

test('the graph is walked, expanded, collapsed and undone by keys', async ({ investigator, page }) => {
  await startsFromTheTop(investigator);
  const before = await readsShown(investigator);
  const tools = page.getByRole('group', { name: 'Graph tools' });
  const marked = (name: string) => expect(tools.getByRole('button', { name, exact: true }));
  // An arrow chooses a number near the middle; another goes on from there.
  await investigator.presses('ArrowRight');
  const title = investigator.inspector.getByRole('heading', { level: 2 });
  await expect(title).toBeVisible();
  const first = await title.textContent();
  await investigator.presses('ArrowLeft');
  if ((await title.textContent()) === first) await investigator.presses('ArrowDown');
  await expect(title).not.toHaveText(first!);
  // To a number that is not opened yet.
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowUp', 'ArrowLeft']) {
    if ((await tools.getByRole('button', { name: 'Expand', exact: true }).getAttribute('aria-disabled')) !== 'true') break;
    await investigator.presses(key);
  }
  await marked('Expand').not.toHaveAttribute('aria-disabled', 'true');
  await investigator.presses('e');
  await expect.poll(async () => (await readsShown(investigator)).opened).toBe(2);
  const expanded = await readsShown(investigator);
  expect(expanded.numbers).toBeGreaterThan(before.numbers);
  await investigator.presses('Backspace');
  await expectsShown(investigator, before);
  await investigator.presses('ControlOrMeta+z');
  await expectsShown(investigator, expanded);
  await investigator.presses('ControlOrMeta+z');
  await expectsShown(investigator, before);
  await investigator.presses('ControlOrMeta+y');
  await expectsShown(investigator, expanded);
  // Pinned, then hidden, then back: hiding an opened number closes it.
  await investigator.presses('p');
  await expect(tools.getByRole('button', { name: 'Unpin' })).toBeVisible();
  await investigator.presses('h');
  await expect.poll(async () => (await readsShown(investigator)).numbers).toBe(before.numbers - 1);
  await page.getByRole('button', { name: 'Show again' }).click();
  await expectsShown(investigator, before);
});

test('in the table numbers are expanded and collapsed, and a link leads to its records', async ({ investigator, page }) => {
  const number = await startsFromTheTop(investigator);
  const before = await readsShown(investigator);
  await page.getByRole('radiogroup', { name: 'Show as' }).getByText('Table').click();
  await numbersTable(investigator).getByRole('button', { name: /^Expand/ }).first().click();
  await expect.poll(async () => (await readsShown(investigator)).opened).toBe(2);
  await numbersTable(investigator).getByRole('button', { name: /^Collapse/ }).last().click();
  await expectsShown(investigator, before);

  // The arrow keys go along the rows, and Enter expands.
  await numbersTable(investigator).getByRole('rowheader').first().getByRole('button').focus();
  await investigator.presses('ArrowDown');
  await expect(numbersTable(investigator).getByRole('rowheader').nth(1).getByRole('button')).toBeFocused();
  await investigator.presses('Enter');
  await expect.poll(async () => (await readsShown(investigator)).opened).toBe(2);
  await investigator.presses('ControlOrMeta+z');
  await expectsShown(investigator, before);

  const link = linksTable(investigator).getByRole('row').nth(1);
  const records = Number((await link.getByRole('link').textContent())!.replaceAll(',', ''));
  await link.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 2, name: /^Records:/ })).toHaveText(new RegExp(`^Records: ${records.toLocaleString('en')} of`));
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('With');
  await page.goBack();
  await expectsShown(investigator, before);
  await expect(numbersTable(investigator)).toContainText(number);
});

test('the legend filters by score and by strength of the link', async ({ investigator, page }) => {
  await startsFromTheTop(investigator);
  const before = await readsShown(investigator);
  const legend = page.getByRole('region', { name: 'Legend' });
  await legend.getByRole('checkbox', { name: /^under 50/ }).uncheck();
  await expect.poll(async () => (await readsShown(investigator)).numbers).toBeLessThan(before.numbers);
  await expect(page).toHaveURL(/off=/);
  await legend.getByRole('checkbox', { name: /^under 50/ }).check();
  await expectsShown(investigator, before);
  await legend.getByLabel(/^Calls and texts of a link/).selectOption('3');
  await expect.poll(async () => (await readsShown(investigator)).links).toBeLessThan(before.links);
});

test('a link to the graph opens the same numbers for a colleague', async ({ investigator, context }) => {
  await startsFromTheTop(investigator);
  await investigator.presses('t');
  await numbersTable(investigator).getByRole('button', { name: /^Expand/ }).first().click();
  await expect.poll(async () => (await readsShown(investigator)).opened).toBe(2);
  const shown = await readsShown(investigator);
  const colleague = new Investigator(await context.newPage());
  await colleague.visits(investigator.page.url());
  await expectsShown(colleague, shown);
  expect(await numbersTable(colleague).innerText()).toBe(await numbersTable(investigator).innerText());
});

test('without a number the screen says how to begin, and begins from a suspect', async ({ investigator }) => {
  await investigator.visits('/network');
  await expect(investigator.main).toContainText('Start from one of the highest suspects');
  await investigator.main.getByRole('list').getByRole('button').first().click();
  await expect.poll(async () => (await readsShown(investigator)).opened).toBe(1);
});

test('a number in the link that is not in the dataset is named, and can be taken away', async ({ investigator, page }) => {
  await investigator.visits('/suspects');
  const [top] = await investigator.readsTheQueue();
  await investigator.visits(`/network?focus=${top!.number.replaceAll(' ', '')},13999999999`);
  await expect(investigator.main).toContainText('Not in this dataset: 139 9999 9999.');
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(investigator.main).not.toContainText('Not in this dataset');
  expect((await readsShown(investigator)).opened).toBe(1);
});

test('numbers are marked by a rectangle and by hand, the way between two is shown and saved as a picture', async ({ investigator, page }) => {
  await startsFromTheTop(investigator);
  const before = await readsShown(investigator);
  await page.getByRole('radiogroup', { name: 'Dragging' }).getByTitle('Mark by a rectangle').click();
  const graph = (await page.getByRole('img', { name: /^Link graph/ }).boundingBox())!;
  await page.mouse.move(graph.x + 4, graph.y + 4);
  await page.mouse.down();
  await page.mouse.move(graph.x + graph.width - 4, graph.y + graph.height - 4, { steps: 4 });
  await page.mouse.up();
  await expect(investigator.main).toContainText(`${before.numbers} marked`);
  await investigator.presses('Escape');
  await expect(investigator.main).not.toContainText(/\d marked/);

  await investigator.presses('t');
  const marks = numbersTable(investigator).getByRole('checkbox', { name: /^Mark / });
  await marks.nth(1).check();
  await marks.nth(4).check();
  await investigator.presses('w');
  const [, steps] = /(\d+) contacts? apart/.exec(await investigator.isTold(/contacts? apart/))!;
  await investigator.presses('k');
  await expectsShown(investigator, { opened: 0, numbers: Number(steps) + 1, links: (await readsShown(investigator)).links });
  const [download] = await Promise.all([page.waitForEvent('download'), savesPicture(page, 'SVG')]);
  expect(download.suggestedFilename()).toMatch(/^callchain-network-.*\.svg$/);
  await investigator.presses('ControlOrMeta+z', 'ControlOrMeta+z');
  await expectsShown(investigator, before);
});

test('communities stand as one node each, open on demand and gather again, and undo takes each step back', async ({ investigator, page }) => {
  await startsFromTheTop(investigator);
  await investigator.presses('t');
  await numbersTable(investigator).getByRole('button', { name: /^Expand/ }).first().click();
  await expect.poll(async () => (await readsShown(investigator)).opened).toBe(2);
  const before = await readsShown(investigator);
  await investigator.presses('m');
  await expect(page).toHaveURL(/gather=communities/);
  const gathered = numbersTable(investigator).getByRole('rowheader', { name: /^\d+ numbers, [\d,]+ calls inside$/ });
  await expect(gathered.first()).toBeVisible();
  const communities = await gathered.count();
  await expect(investigator.main.getByText(/\d+ communities$/)).toBeVisible();
  // No number is lost: those by themselves and those in communities are as many as before.
  expect((await readsShown(investigator)).numbers).toBe(before.numbers);
  await gathered.first().getByRole('button').focus();
  await investigator.presses('e');
  await expect(gathered).toHaveCount(communities - 1);
  await expect(page).toHaveURL(/split=/);
  await investigator.presses('ControlOrMeta+z');
  await expect(gathered).toHaveCount(communities);
  await investigator.presses('ControlOrMeta+z');
  await expect(gathered).toHaveCount(0);
  await expectsShown(investigator, before);
});

test('the size of a number is chosen in the legend or by a key, and the table says it in figures', async ({ investigator, page }) => {
  await startsFromTheTop(investigator);
  const legend = page.getByRole('region', { name: 'Legend' });
  await legend.getByLabel('Size of a number').selectOption('betweenness');
  await expect(legend).toContainText(/\d+% of the shortest paths here/);
  await investigator.presses('t');
  await expect(numbersTable(investigator).getByRole('columnheader', { name: 'Betweenness' })).toBeVisible();
  await expect(numbersTable(investigator).getByRole('row').nth(1)).toContainText('%');
  await legend.getByRole('heading', { name: 'Marks' }).click();
  await investigator.presses('s');
  await expect(page).toHaveURL(/size=pageRank/);
});

test('whom the marked numbers have in common is brought in from the whole dataset', async ({ investigator, page }) => {
  await investigator.visits('/suspects');
  const top = (await investigator.readsTheQueue()).slice(0, 5).map(({ number }) => number.replaceAll(' ', ''));
  await investigator.visits(`/network?also=${top.join(',')}&view=table`);
  await expect.poll(async () => (await readsShown(investigator)).numbers).toBe(5);
  // None is marked, so the others are all.
  await investigator.presses('i');
  await page.getByRole('button', { name: 'Common contacts' }).click();
  await investigator.isTold(/in contact with two or more of the 5 marked/);
  await expect.poll(async () => (await readsShown(investigator)).numbers).toBeGreaterThan(5);
  await page.getByRole('group', { name: 'Graph tools' }).getByRole('button', { name: /^Undo/ }).click();
  await expect.poll(async () => (await readsShown(investigator)).numbers).toBe(5);
});

test('after zooming with the wheel and dragging the graph, a click chooses the number that is seen there', async ({ investigator, page }) => {
  await startsFromTheTop(investigator);
  await page.keyboard.press('f');
  const picture = page.getByRole('img', { name: /^Link graph/ });
  const isNodeAt = async (x: number, y: number) => {
    await page.mouse.move(x, y);
    return (await picture.getAttribute('data-pointing')) === 'true';
  };
  const find = async (wanted: boolean) => {
    const box = (await picture.boundingBox())!;
    for (let y = box.y + box.height * 0.4; y < box.y + box.height - 40; y += 18) {
      for (let x = box.x + box.width * 0.4; x < box.x + box.width * 0.6; x += 18) if ((await isNodeAt(x, y)) === wanted) return { x, y };
    }
    throw new Error('nothing found');
  };
  const title = investigator.inspector.getByRole('heading', { level: 2 });
  const first = await find(true);
  await page.mouse.click(first.x, first.y);
  // The inspector takes room from the graph, which is fitted anew.
  await expect(title).toBeVisible();
  const at = await find(true);
  await page.mouse.click(at.x, at.y);
  const chosen = (await title.textContent())!;
  // What the pointer is on stays under it.
  for (let i = 0; i < 4; i++) await page.mouse.wheel(0, -60);
  await expect.poll(() => isNodeAt(at.x, at.y)).toBe(true);
  const ground = await find(false);
  await page.mouse.move(ground.x, ground.y);
  await page.mouse.down();
  await page.mouse.move(ground.x + 20, ground.y + 20);
  await page.mouse.move(ground.x + 60, ground.y + 40, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => isNodeAt(at.x + 60, at.y + 40)).toBe(true);
  await page.mouse.click(at.x + 60, at.y + 40);
  await expect(title).toHaveText(chosen);
});

test('a suspect is expanded by its devices, a device shows the other numbers in it, and undo, legend, link and picture know them', async ({ investigator, page, context }) => {
  await startsFromTheTop(investigator);
  const before = await readsShown(investigator);
  await page.getByRole('button', { name: 'Expand by', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Devices' }).click();
  await investigator.isTold(/\d+ devices?, now shown/);
  await expect(investigator.main.getByText(/\d devices, cells and others$/)).toBeVisible();
  await expect(page).toHaveURL(/also=:device:/);
  await investigator.presses('t');
  const things = page.getByRole('region', { name: 'Devices, cells and others shown' });
  const device = things.getByRole('rowheader').first();
  await expect(things.getByRole('row').nth(1)).toContainText('Device');
  await device.getByRole('button').focus();
  await investigator.presses('Enter');
  await expect.poll(async () => (await readsShown(investigator)).numbers).toBeGreaterThan(before.numbers);
  const opened = await readsShown(investigator);

  // A colleague sees the same by the link.
  const colleague = new Investigator(await context.newPage());
  await colleague.visits(page.url());
  await expectsShown(colleague, opened);
  await colleague.page.close();

  await investigator.presses('ControlOrMeta+z');
  await expect.poll(async () => (await readsShown(investigator)).numbers).toBe(before.numbers);
  await investigator.presses('ControlOrMeta+y');
  await expectsShown(investigator, opened);
  const legend = page.getByRole('region', { name: 'Legend' });
  await legend.getByRole('checkbox', { name: /^Device/ }).uncheck();
  await expect(things.getByRole('rowheader')).toHaveCount(0);
  await legend.getByRole('checkbox', { name: /^Device/ }).check();
  const imei = (await device.textContent())!;
  const [download] = await Promise.all([page.waitForEvent('download'), savesPicture(page, 'SVG')]);
  const svg = await readFile(await download.path(), 'utf8');
  expect(svg).toContain('<polygon');
  expect(svg).toContain(`>${imei}</text>`);
});

test('a device chosen in the picture says how many numbers it has, and marks them', async ({ investigator, page }) => {
  await startsFromTheTop(investigator);
  await page.getByRole('button', { name: 'Expand by', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Devices' }).click();
  await expect(page).toHaveURL(/also=:device:/);
  await investigator.presses('t');
  await page.getByRole('region', { name: 'Devices, cells and others shown' }).getByRole('rowheader').first().getByRole('button').click();
  await investigator.presses('t');
  const panel = page.getByRole('region', { name: 'Selected device, cell or other' });
  await expect(panel).toContainText(/Device \d+/);
  await panel.getByRole('button', { name: 'Expand' }).click();
  await expect(panel.getByRole('button', { name: 'Expand' })).toBeHidden();
  await panel.getByRole('button', { name: 'Mark its numbers' }).click();
  await expect(investigator.main.getByText(/\d+ marked$/)).toBeVisible();
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(panel).toBeHidden();
});

test('numbers are gathered by outlet, device or cell, as far as the records tell', async ({ investigator, page }) => {
  await investigator.visits('/suspects');
  const top = (await investigator.readsTheQueue()).slice(0, 12).map(({ number }) => number.replaceAll(' ', ''));
  await investigator.visits(`/network?also=${top.join(',')}`);
  const before = await readsShown(investigator);
  const legend = page.getByRole('region', { name: 'Legend' });
  await investigator.presses('t');
  for (const by of ['outlet', 'most used cell']) {
    await legend.getByLabel('Gather numbers by').selectOption(by);
    await expect(page).toHaveURL(by === 'outlet' ? /gather=outlet/ : /gather=cell/);
    await expect(numbersTable(investigator).getByRole('rowheader', { name: /: \d+ numbers, [\d,]+ calls inside$/ }).first()).toBeVisible();
    expect((await readsShown(investigator)).numbers).toBe(before.numbers);
  }
  await legend.getByRole('heading', { name: 'Marks' }).click();
  await investigator.presses('ControlOrMeta+z');
  await expect(page).toHaveURL(/gather=outlet/);
  await investigator.presses('ControlOrMeta+z');
  await expect(page).not.toHaveURL(/gather=/);
});

test('undo takes marks back in the order in which they were made, and two marked numbers are compared', async ({ investigator, page }) => {
  await startsFromTheTop(investigator);
  await investigator.presses('t');
  const marks = numbersTable(investigator).getByRole('checkbox', { name: /^Mark / });
  await marks.nth(1).check();
  await expect(investigator.main.getByText(/ 1 marked$/)).toBeVisible();
  await marks.nth(2).check();
  await expect(investigator.main.getByText(/ 2 marked$/)).toBeVisible();
  await investigator.presses('ControlOrMeta+z');
  await expect(investigator.main.getByText(/ 1 marked$/)).toBeVisible();
  await investigator.presses('ControlOrMeta+z');
  await expect(investigator.main.getByText(/\d marked$/)).toBeHidden();
  await investigator.presses('ControlOrMeta+y', 'ControlOrMeta+y');
  await expect(investigator.main.getByText(/ 2 marked$/)).toBeVisible();
  await page.getByRole('group', { name: 'Graph tools' }).getByRole('link', { name: 'Compare' }).click();
  await expect(investigator.heading).toHaveText('Compare');
  await expect(page).toHaveURL(/ask=portrait/);
});

test('numbers marked elsewhere are a way in: a link with marks alone shows them, and the way between two of them', async ({ investigator, page }) => {
  await investigator.visits('/suspects');
  const [one, other, third] = (await investigator.readsTheQueue()).map(({ number }) => number.replaceAll(' ', ''));
  await investigator.visits(`/network?group=${one},${other}`);
  await investigator.main.getByRole('button', { name: 'Find the path between the two marked' }).click();
  await investigator.isTold(/contacts? apart/);
  await expect.poll(async () => (await readsShown(investigator)).numbers).toBeGreaterThan(1);

  await investigator.visits(`/network?group=${one},${other}`);
  await investigator.main.getByRole('button', { name: 'Show the 2 marked numbers' }).click();
  await expect.poll(async () => (await readsShown(investigator)).numbers).toBe(2);
  await expect(investigator.main.getByText(/ 2 marked$/)).toBeVisible();

  // Beside a number that is opened already: told, brought in on demand, and the path needs no more than the marks.
  await investigator.visits(`/network?focus=${third}&group=${one},${other},13999999999`);
  await expect(investigator.main).toContainText(/marked numbers are not shown here/);
  await investigator.main.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(investigator.main).not.toContainText(/marked numbers? (is|are) not shown here/);
  await expect(investigator.main).toContainText('Not in this dataset: 139 9999 9999.');
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(investigator.main.getByText(/ 2 marked$/)).toBeVisible();
  await investigator.visits(`/network?focus=${third}&group=${one},${other}`);
  const tool = page.getByRole('group', { name: 'Graph tools' }).getByRole('button', { name: 'Path', exact: true });
  await expect(tool).not.toHaveAttribute('aria-disabled', 'true');
  await tool.click();
  await investigator.isTold(/contacts? apart/);
});

test('at 1440 pixels the tools are on one row, with the inspector open and without', async ({ investigator, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const number = await startsFromTheTop(investigator);
  const height = async () => (await page.getByRole('group', { name: 'Graph tools' }).boundingBox())!.height;
  expect(await height()).toBeLessThan(50);
  await investigator.visits(`/network?focus=${number.replaceAll(' ', '')}&sel=${number.replaceAll(' ', '')}`);
  await expect(investigator.inspector).toBeVisible();
  expect(await height()).toBeLessThan(50);
});
