import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect, retainSearchParams } from '@tanstack/react-router';
import type { RawSearch } from '../state/search.ts';
import { formatSearchText, parseSearchText, parseText, sharedKeys } from '../state/search.ts';
import { NotFound } from './NotFound.tsx';
import { ScreenFailed } from './ScreenFailed.tsx';
import { ScreenPending } from './ScreenPending.tsx';
import { Shell } from './Shell.tsx';
import type { ScreenWord } from './routes.ts';
import { SourcesProvider } from './sources.tsx';

type SearchTexts = { [key: string]: string };

/** Keeps texts only: each screen parses its own part of the search with `useSearchState`. */
function textsOnly(raw: RawSearch): SearchTexts {
  return Object.fromEntries(
    Object.entries(raw).flatMap(([key, value]) => {
      const text = Array.isArray(value) ? value.join(',') : parseText(value);
      return text === undefined ? [] : [[key, text]];
    }),
  );
}

/** The sources hold to the URL, so they are known inside the router. */
function Frame() {
  return (
    <SourcesProvider>
      <Shell />
    </SourcesProvider>
  );
}

const root = createRootRoute({
  component: Frame,
  notFoundComponent: NotFound,
  validateSearch: textsOnly,
  search: { middlewares: [retainSearchParams<SearchTexts>([...sharedKeys])] },
});

const screen = <const P extends string>(path: P, word: ScreenWord, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => root, path, staticData: { word }, component });

const tree = root.addChildren([
  createRoute({
    getParentRoute: () => root,
    path: '/',
    beforeLoad: ({ search }) => {
      // oxlint-disable-next-line typescript/only-throw-error -- the router's way to redirect
      throw redirect({ to: '/suspects', search, replace: true });
    },
  }),
  screen('/suspects', 'suspects', lazyRouteComponent(() => import('../screens/suspects/SuspectsScreen.tsx'), 'SuspectsScreen')),
  screen('/numbers/$number', 'number', lazyRouteComponent(() => import('../screens/number/NumberScreen.tsx'), 'NumberScreen')),
  screen('/chain/$number', 'chain', lazyRouteComponent(() => import('../screens/chain/ChainScreen.tsx'), 'ChainScreen')),
  screen('/network', 'network', lazyRouteComponent(() => import('../screens/network/NetworkScreen.tsx'), 'NetworkScreen')),
  screen('/compare', 'compare', lazyRouteComponent(() => import('../screens/compare/CompareScreen.tsx'), 'CompareScreen')),
  screen('/trends', 'trends', lazyRouteComponent(() => import('../screens/trends/TrendsScreen.tsx'), 'TrendsScreen')),
  screen('/model', 'model', lazyRouteComponent(() => import('../screens/model/ModelScreen.tsx'), 'ModelScreen')),
  screen('/datasets', 'datasets', lazyRouteComponent(() => import('../screens/datasets/DatasetsScreen.tsx'), 'DatasetsScreen')),
]);

/** Built once per page (and per test). */
export function makeRouter() {
  return createRouter({
    routeTree: tree,
    parseSearch: parseSearchText,
    stringifySearch: formatSearchText,
    defaultPreload: 'intent',
    defaultPendingMs: 150,
    defaultPendingMinMs: 0,
    defaultPendingComponent: ScreenPending,
    defaultErrorComponent: ScreenFailed,
    // The search changes with every filter; only a new screen starts at the top.
    scrollRestoration: false,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
