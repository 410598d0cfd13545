/** `npm run picture`: takes the README's picture of the dashboard, which must be running (`npm start`). */
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { browserArguments, ensureBrowser } from './browser.ts';

const folder = 'e2e/pictures';

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserArguments });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', colorScheme: 'light' });
await page.goto(process.env['CALLCHAIN_URL'] ?? 'http://localhost:4173/suspects');
await page.locator('html[data-ready="true"]').waitFor();
await page.keyboard.press('j');
await page.keyboard.press('Space');
await page.getByRole('heading', { name: 'Rhythm' }).waitFor();
await page.screenshot({ path: `${folder}/suspects.png` });
await browser.close();
