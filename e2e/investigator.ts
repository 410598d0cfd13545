import type { BrowserContext, Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

export type Screen = 'Suspects' | 'Network' | 'Trends' | 'Datasets';
export interface MadeUpFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A row of the queue as it is read. */
export interface Suspect {
  /** Place in the queue, from 1. */
  readonly place: number;
  /** As written: `138 1234 5678`. */
  readonly number: string;
  readonly score: number;
}

declare global {
  interface Window {
    /** Texts of the messages shown on this page, the oldest first. */
    messagesShown?: string[];
  }
}

/** Lets the pages of a context remember each message: on a slow machine one may be gone before it is looked for. */
export async function rememberMessages(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const shown: string[] = [];
    window.messagesShown = shown;
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        if (!(target instanceof Element) || !target.matches('section[aria-label="Messages"], section[aria-label="消息"]')) continue;
        for (const node of addedNodes) shown.push(node.firstChild?.textContent ?? '');
      }
    }).observe(document, { childList: true, subtree: true });
  });
}

/** Whoever works at the screens: sees what is named, presses what has a name, and knows nothing of how it is made. */
export class Investigator {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  // What is on every screen.

  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  get main(): Locator {
    return this.page.getByRole('main');
  }

  get source(): Locator {
    return this.page.getByLabel('Source', { exact: true });
  }

  get language(): Locator {
    return this.page.getByRole('combobox', { name: /^(Language|语言)$/ });
  }

  /** How much one looks at, and where it comes from. */
  get provenance(): Locator {
    return this.page.getByRole('contentinfo');
  }

  get inspector(): Locator {
    return this.page.getByRole('complementary', { name: 'Inspector' });
  }

  /** Messages that come and go: for what is pressed in them. */
  get messages(): Locator {
    return this.page.getByRole('region', { name: 'Messages' });
  }

  /** Waits for a message and answers its text; one that has come and gone since the page was opened counts. */
  async isTold(wanted: string | RegExp, timeout?: number): Promise<string> {
    const told = () => this.page.evaluate(() => window.messagesShown ?? []);
    const isWanted = (text: string) => (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text));
    await expect
      .poll(told, { message: `a message: ${String(wanted)}`, ...(timeout === undefined ? {} : { timeout }) })
      .toEqual(expect.arrayContaining([typeof wanted === 'string' ? expect.stringContaining(wanted) : expect.stringMatching(wanted)]));
    return (await told()).findLast(isWanted)!;
  }

  async closesMessages(): Promise<void> {
    const close = this.messages.getByRole('button', { name: 'Close' });
    while ((await close.count()) > 0) await close.first().click();
  }

  /** Opens an address of the program and waits for its first answer. */
  async visits(path = '/'): Promise<void> {
    await this.page.goto(path);
    await this.seesAnAnswer();
  }

  async seesAnAnswer(): Promise<void> {
    await expect(this.page.locator('html')).toHaveAttribute('data-ready', 'true');
  }

  async goesTo(screen: Screen): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen }).click();
    await expect(this.heading).toHaveText(screen);
  }

  async presses(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async speaks(language: 'English' | '中文'): Promise<void> {
    await this.language.selectOption(language);
  }

  async looksAt(source: string): Promise<void> {
    await this.source.selectOption(source);
  }

  async sourceName(): Promise<string> {
    return this.source.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.label ?? '');
  }

  // The queue.

  get queue(): Locator {
    return this.page.getByRole('grid', { name: /^(Suspects|可疑号码)$/ });
  }

  /** @param place from 1 */
  suspectAt(place: number): Locator {
    return this.queue.locator(`[role=row][aria-rowindex="${place}"]`);
  }

  suspect(number: string): Locator {
    return this.queue.getByRole('row').filter({ has: this.page.getByRole('link', { name: number, exact: true }) });
  }

  async seesTheQueue(): Promise<void> {
    await expect(this.queue.getByRole('link').first()).toBeVisible();
  }

  /** How many numbers the queue holds, on the screen or not. */
  async queueLength(): Promise<number> {
    await this.seesTheQueue();
    return Number(await this.queue.getAttribute('aria-rowcount'));
  }

  /** The rows in view that are there. */
  async readsTheQueue(): Promise<readonly Suspect[]> {
    await this.seesTheQueue();
    return this.queue.getByRole('row').evaluateAll((rows) =>
      rows.flatMap((row) => {
        const number = row.querySelector('a')?.textContent?.trim();
        const figure = row.querySelector('[aria-colindex="2"]')?.textContent?.trim();
        const place = Number(row.getAttribute('aria-rowindex'));
        return number === undefined || figure === undefined ? [] : [{ place, number, score: Number(figure) }];
      }));
  }

  /** The first rows of the queue, read page by page as one does. */
  async readsTheFirst(count: number): Promise<readonly Suspect[]> {
    const read = new Map<number, Suspect>();
    const wanted = Math.min(count, await this.queueLength());
    await this.queue.focus();
    await this.presses('Home');
    while (read.size < wanted) {
      await expect(this.queue.getByText('loading')).toHaveCount(0);
      for (const suspect of await this.readsTheQueue()) if (suspect.place <= wanted) read.set(suspect.place, suspect);
      const place = await this.activePlace();
      await this.presses('PageDown');
      await expect.poll(() => this.activePlace()).toBeGreaterThan(place);
    }
    await this.presses('Home');
    return [...read.values()].sort((a, b) => a.place - b.place);
  }

  /** Place of the row that the keys act on. */
  async activePlace(): Promise<number> {
    return this.queue.evaluate((grid) => {
      const row = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
      return Number(row?.getAttribute('aria-rowindex'));
    });
  }

  async expectsActivePlace(place: number): Promise<void> {
    await expect.poll(() => this.activePlace()).toBe(place);
  }

  /** The queue's first row is this number, written as it is shown. */
  async expectsFirst(number: string): Promise<void> {
    await expect(this.suspectAt(1).getByRole('link')).toHaveText(number);
  }

  filter(name: string | RegExp): Locator {
    return this.page.getByRole('region', { name: 'Filters' }).getByRole('button', { name });
  }

  get numberFilter(): Locator {
    return this.page.getByRole('searchbox', { name: 'Filter by number' });
  }

  // Files and datasets.

  get fileInput(): Locator {
    return this.page.getByLabel(/^(Open files|打开文件)$/);
  }

  get datasets(): Locator {
    return this.page.getByRole('table', { name: /^(Datasets on this machine|本机数据集)$/ });
  }

  /** The row of a dataset, also while its files are read or after they could not be. */
  dataset(name: string): Locator {
    return this.datasets.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name, exact: true }) });
  }

  /** Hands files over at the datasets screen, and waits for nothing. A path, or files made up for the occasion. */
  async chooses(...files: readonly string[] | readonly MadeUpFile[]): Promise<void> {
    if ((await this.heading.textContent()) !== 'Datasets') await this.goesTo('Datasets');
    // Two types of list, but what is done with them is the same.
    await this.fileInput.setInputFiles([...files] as string[]);
  }

  /** Opens files as one dataset and is led to its queue. */
  async opens(...files: readonly string[] | readonly MadeUpFile[]): Promise<void> {
    await this.chooses(...files);
    await expect(this.heading).toHaveText('Suspects', { timeout: 60_000 });
    await this.seesTheQueue();
  }

  /** The dataset is on the list and will be there when the page is opened anew. */
  async expectsSaved(name: string): Promise<void> {
    if ((await this.heading.textContent()) !== 'Datasets') await this.goesTo('Datasets');
    await expect(this.dataset(name).getByRole('status')).toHaveText('ready', { timeout: 30_000 });
  }

  /** How many records were taken and how many rejected, as the status line says. */
  async countsRecords(): Promise<{ readonly records: number; readonly rejected: number }> {
    await expect(this.provenance).toContainText('records,');
    const text = (await this.provenance.innerText()).replaceAll(/\s+/g, ' ');
    const figure = (pattern: RegExp) => Number((pattern.exec(text)?.[1] ?? '0').replaceAll(',', ''));
    return { records: figure(/([\d,]+) records/), rejected: figure(/([\d,]+) rejected/) };
  }

  // One number.

  /** A part of the dossier by its heading. */
  part(name: string | RegExp): Locator {
    return this.page.getByRole('region', { name });
  }

  /** The records of the dossier, down to file and line. */
  get records(): Locator {
    return this.page.getByRole('region', { name: 'Records', exact: true });
  }

  /** Opens the palette, which begins empty, and writes into it. */
  async asksThePalette(text: string): Promise<void> {
    await this.presses('ControlOrMeta+k');
    const field = this.page.getByRole('combobox', { name: 'Number, screen or action' });
    await expect(field).toHaveValue('');
    await expect(field).toBeFocused();
    await this.page.keyboard.type(text);
  }

  get found(): Locator {
    return this.page.getByRole('listbox', { name: 'Search' }).getByRole('option');
  }

  /** Finds a number by the palette, from any screen. */
  async findsNumber(number: string): Promise<void> {
    await this.asksThePalette(number);
    await this.found.filter({ hasText: 'score' }).first().click();
    await expect(this.heading).toHaveText(number);
  }

  async opensDossierOf(number: string): Promise<void> {
    await this.suspect(number).getByRole('link').click();
    await expect(this.heading).toHaveText(number);
  }
}

/** A file made up for the occasion. */
export function file(name: string, content: string | Buffer): MadeUpFile {
  return { name, mimeType: 'text/csv', buffer: typeof content === 'string' ? Buffer.from(content) : content };
}
