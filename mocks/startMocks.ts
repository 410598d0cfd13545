import { setupWorker } from 'msw/browser';
import { createHandlers } from './handlers/handlers.ts';
import { loadDemoDataset } from './demoDataset.ts';
import { MockCase } from './mockCase.ts';
import { parseScenario } from './scenario.ts';

/**
 * Lets the mocked API answer the page's requests, for the development server and the demo build. Resolves when it is in
 * place; the demo's dataset is loaded meanwhile and the first question waits for it.
 */
export async function startMocks(): Promise<void> {
  const mock = new MockCase(loadDemoDataset, parseScenario(window.location.search));
  // A failure to load is told by the first answer, so it must not surface here too.
  mock.dataset(null).catch(() => undefined);
  ignoreFailedUpdates();
  await setupWorker(...createHandlers(mock)).start({
    serviceWorker: { url: '/mockServiceWorker.js' },
    quiet: true,
    onUnhandledFrame({ frame, defaults }) {
      if (frame.protocol !== 'http') return;
      const url = new URL((frame.data as { readonly request: Request }).request.url);
      if (url.origin === window.location.origin && url.pathname.startsWith('/api/')) defaults.error();
    },
  });
}

/**
 * MSW asks for a newer script of its worker and waits for no answer, while the worker of the page before may just be taking
 * its leave. Without a newer script the present one goes on, so nobody need hear of it: the answer is taken here, since who
 * listens for unhandled rejections on the window hears of them in the order of listening.
 */
function ignoreFailedUpdates(): void {
  const { prototype } = ServiceWorkerRegistration;
  // oxlint-disable-next-line typescript/unbound-method -- called on each registration below
  const { update } = prototype;
  prototype.update = function updateQuietly(this: ServiceWorkerRegistration) {
    const asked = update.call(this);
    asked.catch(() => undefined);
    return asked;
  };
}
