/** What a page says to those who read it and to those who listen, and how much of it is English. */
import type { Page } from '@playwright/test';

/** Every text of the page, and what it gives to those who listen: names, values, titles, placeholders. */
export async function readsAloud(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const heard: string[] = [document.title];
    const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true }) && element.closest('script, style, noscript') === null
      // What is said to be of another language is read as that.
      && (element.closest('[lang]')?.getAttribute('lang') ?? '') === document.documentElement.lang;
    for (const element of document.body.querySelectorAll('*')) {
      if (!isShown(element)) continue;
      for (const attribute of ['aria-label', 'aria-valuetext', 'aria-roledescription', 'aria-description', 'title', 'placeholder', 'alt']) {
        const text = element.getAttribute(attribute);
        if (text !== null) heard.push(text);
      }
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE && node.textContent !== null) heard.push(node.textContent);
    }
    return heard.map((text) => text.trim()).filter((text) => text !== '');
  });
}

/** The same in every language: names, formats, units of the machine, keys, and what stands in the data. */
const inAnyLanguage = new RegExp([
  'Callchain', 'English', 'IMEI', 'IMSI', 'LAC', 'API', 'CSV', 'TSV', 'PNG', 'SVG', 'SHA-256', 'UTF-(?:8|16)', 'GBK', 'Big5', 'Shift JIS', 'EUC-KR', 'Windows', 'XLSX', 'xlsx', 'Parquet', 'JSON(?: Lines)?', 'gzip', 'ZIP', '[kM]?B',
  'Ctrl', 'Shift', 'Alt', 'Enter', 'Esc(?:ape)?', 'Space', 'Tab', 'Home', 'End', 'Page(?:Up|Down)', 'Backspace', 'Delete',
  '(?:[A-Z][a-z]+/)+[A-Z][A-Za-z_]+', 'UTC', 'Demo analyst', 'Natural Earth', 'Adamic–Adar', 'GAT-COBO', 'km/h', 'npm run \\w+', 'AUC', ' · [A-Z]{2}', 'Switch to English', '/nowhere',
  '[\\p{L}\\w-]+\\.(?:csv|txt)', 'S\\d+', 'f\\d', 'HT\\d+', 'E\\d+', '[0-9a-f]{32}', '[0-9a-f]{8}-[0-9a-f-]{27}', '[0-9a-f]{12}(?:…)?', '[0-9a-f]{8}…', '[0-9a-f]{7}', '[0-9a-f]{64}',
].map((word) => `(?<![A-Za-z])${word}(?![A-Za-z])`).join('|'), 'gu');

/** Words of two letters or more that are left when all that is the same in any language is taken away. */
export function englishIn(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => /[A-Za-z]{2,}/.test(text.replaceAll(inAnyLanguage, '')));
}
