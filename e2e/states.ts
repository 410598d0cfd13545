/** What a person may have before them, reached in either language: by addresses, keys and roles. */
import type { Complaints } from './test.ts';
import { asEnglishCsv, ordinaryLifeWithABulkCaller } from './callRecords.ts';
import type { Investigator } from './investigator.ts';
import { file } from './investigator.ts';
import { expect } from './test.ts';

export interface State {
  readonly name: string;
  readonly reach: (investigator: Investigator) => Promise<void>;
}

/** Some states are errors; then the browser writes the status of the answer, which is no fault of the page. */
export function expectStatuses(complaints: Complaints): void {
  complaints.expect(/status (401|403|404|500|503)/, /Failed to load resource/);
}

async function opensTopSuspect(investigator: Investigator): Promise<void> {
  await investigator.visits('/suspects');
  await investigator.seesTheQueue();
  await investigator.presses('Enter');
  await expect(investigator.heading).toHaveText(/^\d{3} /);
  await expect(investigator.main.getByRole('table').first()).toBeVisible();
}

async function followsTopSuspect(investigator: Investigator): Promise<void> {
  await investigator.visits('/suspects');
  await investigator.seesTheQueue();
  await investigator.presses('n');
  await expect(investigator.main.getByRole('radiogroup').first()).toBeVisible();
}

export const screens: readonly State[] = [
  {
    name: 'suspects, some selected and one in the inspector',
    reach: async (investigator) => {
      await investigator.visits('/suspects');
      await investigator.seesTheQueue();
      await investigator.presses('x', 'j', 'x', 'Space');
      await expect(investigator.page.getByRole('complementary').getByRole('listitem').first()).toBeVisible();
    },
  },
  {
    name: 'the story of the demo’s case',
    reach: async (investigator) => {
      await investigator.visits('/suspects');
      await investigator.seesTheQueue();
      await investigator.page.getByRole('region', { name: /^(The demo’s case|演示案件)$/ }).getByRole('button').nth(1).click();
      await expect(investigator.page.getByRole('dialog').getByRole('img', { name: /\d/ })).toBeVisible();
    },
  },
  { name: 'a dossier', reach: opensTopSuspect },
  {
    name: 'the chain behind the top suspect',
    reach: async (investigator) => {
      await investigator.visits('/suspects');
      await investigator.seesTheQueue();
      await investigator.presses('t');
      await expect(investigator.heading).toHaveText(/Chain of|的链条/);
      await expect(investigator.main.getByRole('button', { pressed: true })).toBeVisible();
    },
  },
  {
    name: 'the model card',
    reach: async (investigator) => {
      await investigator.visits('/model');
      await expect(investigator.main.getByRole('table')).toHaveCount(4);
    },
  },
  {
    name: 'a network as a graph',
    reach: async (investigator) => {
      await followsTopSuspect(investigator);
      await expect(investigator.main.getByRole('img', { name: /\d/ })).toBeVisible();
      // Arranged: what is shown is said again.
      await expect(investigator.main.getByText(/^(\d+ opened|已展开 \d+)/)).toBeVisible();
      await investigator.presses('ArrowRight');
      await expect(investigator.page.getByRole('complementary').getByRole('listitem').first()).toBeVisible();
    },
  },
  {
    name: 'a network as tables',
    reach: async (investigator) => {
      await followsTopSuspect(investigator);
      await investigator.presses('t');
      await expect(investigator.main.getByRole('table')).toHaveCount(2);
    },
  },
  {
    name: 'a comparison, its evidence opened',
    reach: async (investigator) => {
      await investigator.visits('/compare?cut=2026-05-10');
      await investigator.main.getByRole('row').nth(1).getByRole('button').click();
      await expect(investigator.main.getByRole('definition').first()).toBeVisible();
    },
  },
  {
    name: 'trends',
    reach: async (investigator) => {
      await investigator.visits('/trends');
      await expect(investigator.main.getByRole('application')).toHaveCount(2);
      await expect(investigator.main.getByRole('table')).toBeVisible();
    },
  },
  {
    name: 'datasets, one opened and one that could not be',
    reach: async (investigator) => {
      await investigator.visits('/datasets');
      await investigator.fileInput.setInputFiles(file('march.csv', asEnglishCsv(ordinaryLifeWithABulkCaller(800))));
      await investigator.seesTheQueue();
      await investigator.presses('g', 'd');
      await investigator.fileInput.setInputFiles(file('empty.csv', ''));
      await expect(investigator.dataset('empty.csv').getByRole('status')).toHaveText(/^(failed|失败)$/);
      await expect(investigator.dataset('march.csv').getByRole('status')).toHaveText(/^(ready|就绪)$/);
    },
  },
];

export const emptyScreens: readonly State[] = (
  [
    ['a queue in which nothing matches', '/suspects?q=99999999999'],
    ['a queue of days without records', '/suspects?from=2020-01-01&to=2020-01-02'],
    ['a network before its first number', '/network'],
    ['trends of days without records', '/trends?from=2020-01-01&to=2020-01-31'],
    ['a comparison before its question', '/compare?ask=common'],
    ['sets before they are filled', '/compare?ask=sets'],
    ['two numbers before they are named', '/compare?ask=portrait'],
    ['scenes before they are named', '/compare?ask=scenes'],
    ['no datasets', '/datasets'],
    ['a number that is not there', '/numbers/13999999933'],
    ['a page that is not there', '/nowhere'],
    ['a dataset that is not there', '/suspects?source=gone'],
    ['an API that fails', '/suspects?mock=error'],
    ['a sign-in that was lost', '/suspects?mock=signedOut'],
  ] as const
).map(([name, address]) => ({
  name,
  reach: async (investigator) => {
    // A page that does not exist asks nothing, so it waits for no answer.
    await investigator.page.goto(address);
    await expect(investigator.main.getByRole('paragraph').first()).toBeVisible();
    await expect(investigator.provenance).not.toHaveText(/Reading|正在读取/);
  },
}));

export const dialogs: readonly State[] = [
  {
    name: 'the help',
    reach: async (investigator) => {
      await investigator.visits('/suspects');
      await investigator.seesTheQueue();
      await investigator.presses('?');
      await expect(investigator.page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'the palette with numbers found',
    reach: async (investigator) => {
      await investigator.visits('/suspects');
      await investigator.seesTheQueue();
      await investigator.presses('ControlOrMeta+k');
      await investigator.page.keyboard.type('1380');
      await expect(investigator.page.getByRole('listbox').getByRole('option').nth(2)).toBeVisible();
    },
  },
  {
    name: 'what is learned from decisions',
    reach: async (investigator) => {
      await investigator.visits('/suspects');
      await investigator.seesTheQueue();
      await investigator.presses('c', 'j', 'd', '1');
      await investigator.presses('l');
      await expect(investigator.page.getByRole('dialog').getByRole('table').first()).toBeVisible();
    },
  },
  {
    name: 'the rejected rows',
    reach: async (investigator) => {
      await investigator.visits('/suspects');
      await investigator.provenance.getByRole('button').click();
      await expect(investigator.page.getByRole('dialog').getByRole('row').nth(3)).toBeVisible();
    },
  },
  {
    name: 'the columns of a file',
    reach: async (investigator) => {
      await investigator.visits('/datasets');
      const lines = Array.from({ length: 50 }, (_, i) => `2026-03-0${1 + (i % 9)} 10:00:00;S${i};${i};S${i + 1}`);
      await investigator.fileInput.setInputFiles(file('export.txt', ['f1;f2;f3;f4', ...lines].join('\n')));
      await expect(investigator.page.getByRole('dialog').getByRole('table')).toBeVisible();
    },
  },
  {
    name: 'why a number is dismissed, in the queue',
    reach: async (investigator) => {
      await investigator.visits('/suspects');
      await investigator.seesTheQueue();
      await investigator.presses('d');
      await expect(investigator.main.getByRole('form')).toBeVisible();
    },
  },
  {
    name: 'why a number is dismissed, in own words',
    reach: async (investigator) => {
      await investigator.visits('/suspects');
      await investigator.seesTheQueue();
      await investigator.presses('d', '7');
      await expect(investigator.main.getByRole('form').getByRole('textbox')).toBeFocused();
    },
  },
  {
    name: 'why a number is dismissed, in the dossier',
    reach: async (investigator) => {
      await opensTopSuspect(investigator);
      await investigator.presses('d');
      await expect(investigator.page.getByRole('dialog').getByRole('textbox')).toBeVisible();
    },
  },
  {
    name: 'the window',
    reach: async (investigator) => {
      await investigator.visits('/suspects');
      await investigator.page.getByRole('button', { name: /^(Window: \d|时间窗：\d|时间窗: \d)/ }).click();
      await expect(investigator.page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'the person’s menu',
    reach: async (investigator) => {
      await investigator.visits('/suspects');
      await investigator.page.getByRole('button', { name: /^(Person|用户)/ }).click();
      await expect(investigator.page.getByRole('dialog')).toBeVisible();
    },
  },
];
