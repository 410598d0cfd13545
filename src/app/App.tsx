import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { EngineClient } from '../engine/engineClient.ts';
import { EngineContext } from '../sources/useEngine.tsx';
import { LanguageProvider } from '../words/language.tsx';
import { ApiContext } from './apiSetup.ts';
import type { ApiSetup } from './apiSetup.ts';
import { useLanguageSetting } from './languageSetting.ts';
import { makeQueryClient } from './queryClient.ts';
import { makeRouter } from './router.tsx';
import { cssVariables, theme } from './theme.ts';

/** What the whole page shares, each made once. */
export function App({ api }: { api: ApiSetup }) {
  const [language] = useLanguageSetting();
  const [{ queries, router, engine }] = useState(() => ({ queries: makeQueryClient(), router: makeRouter(), engine: new EngineClient() }));
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <LanguageProvider language={language}>
        <QueryClientProvider client={queries}>
          <EngineContext value={engine}>
            <ApiContext value={api}>
              <RouterProvider router={router} />
            </ApiContext>
          </EngineContext>
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  );
}
