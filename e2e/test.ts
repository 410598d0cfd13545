/** The test every journey uses: it fails on whatever the page complains of, or sends where it should not. */
import type { BrowserContext, Request } from '@playwright/test';
import { test as base } from '@playwright/test';
import { Investigator, rememberMessages } from './investigator.ts';

export { expect } from '@playwright/test';

/** What a page complained of while it was used. */
export class Complaints {
  readonly #origin: string;
  readonly #list: string[] = [];
  readonly #expected: RegExp[] = [];

  /** @param address of the program; requests to any other origin are complaints */
  constructor(address: string) {
    this.#origin = new URL(address).origin;
  }

  /** Complaints that the test causes on purpose. */
  expect(...patterns: readonly RegExp[]): void {
    this.#expected.push(...patterns);
  }

  all(): readonly string[] {
    return this.#list;
  }

  /** All complaints so far but those that were expected. */
  unexpected(): readonly string[] {
    return this.#list.filter((complaint) => !this.#expected.some((pattern) => pattern.test(complaint)));
  }

  /** Hears of every page and worker of the context; call it before the first page opens. */
  hear(context: BrowserContext): void {
    // Breaches of the content security policy are among the errors that browsers write here.
    context.on('console', (message) => {
      if (message.type() === 'error') this.#add(`console: ${message.text()}`);
    });
    context.on('weberror', (error) => this.#add(`uncaught: ${error.error().message} at ${error.page()?.url() ?? 'a closed page'}`));
    let pagesLeft = 0;
    const askedOnPage = new WeakMap<Request, number>();
    context.on('request', (request) => {
      // What a page was still loading when it was left may fail in any way.
      if (request.isNavigationRequest()) pagesLeft += 1;
      askedOnPage.set(request, pagesLeft);
      const { protocol, origin } = new URL(request.url());
      if (protocol !== 'blob:' && protocol !== 'data:' && origin !== this.#origin) this.#add(`request to another origin: ${request.url()}`);
    });
    context.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? 'failed';
      // The page drops what it no longer needs: a row scrolled past, a screen left.
      if (why !== 'net::ERR_ABORTED' && askedOnPage.get(request) === pagesLeft) this.#add(`request failed: ${request.url()} ${why}`);
    });
    context.on('response', (response) => {
      if (response.status() >= 400) this.#add(`status ${response.status()}: ${response.url()}`);
    });
  }

  #add(complaint: string): void {
    this.#list.push(complaint);
  }
}

export const test = base.extend<{ complaints: Complaints; investigator: Investigator }>({
  complaints: [
    async ({ context, baseURL }, use) => {
      const complaints = new Complaints(baseURL ?? '');
      complaints.hear(context);
      await rememberMessages(context);
      await use(complaints);
      base.expect(complaints.unexpected(), 'what the page complained of').toEqual([]);
    },
    { auto: true },
  ],
  investigator: async ({ page }, use) => {
    await use(new Investigator(page));
  },
});
