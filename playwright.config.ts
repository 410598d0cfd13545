import { defineConfig } from '@playwright/test';
import { browserArguments, findBrowser } from './config/browser.ts';

const executablePath = findBrowser();
/** Where the program is, if it is served already. */
const served = process.env['CALLCHAIN_URL'];
const baseURL = served ?? 'http://localhost:4173';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: process.env['CI'] === 'true',
  // A machine shared with others may be slow for a while; what fails three times is wrong.
  retries: process.env['CI'] === 'true' ? 2 : 0,
  workers: 2,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  use: {
    baseURL,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Asia/Shanghai',
    // The garbage collector comes when a journey calls it, too.
    launchOptions: { args: [...browserArguments, '--js-flags=--expose-gc'], ...(executablePath === null ? {} : { executablePath }) },
    // A journey that is traced takes a third longer.
    trace: 'on-first-retry',
  },
  ...(served === undefined ? { webServer: { command: 'npm start', url: baseURL, reuseExistingServer: process.env['CI'] !== 'true', timeout: 180_000 } } : {}),
});
