import '@mantine/core/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import './app/global.css';
import { createApiSource } from './sources/api/apiSource.ts';
import { readApiConfig } from './sources/api/apiConfig.ts';
import type { CaseSource } from './sources/caseSource.ts';
import './ui/tokens.css';

const isDemo = import.meta.env.MODE === 'demo';

/** The API: mocked in the demo, otherwise where `/config.json` says it is. */
async function connect(): Promise<CaseSource> {
  const mocked = isDemo ? import('../mocks/startMocks.ts').then(({ startMocks }) => startMocks()) : undefined;
  const [{ api }, reach] = await Promise.all([readApiConfig(), mocked]);
  return createApiSource(api, reach);
}

// Begun before the first render, and once more whenever someone tries again after a failure.
let begun: Promise<CaseSource> | null = connect();
begun.catch(() => undefined);

function nextConnection(): Promise<CaseSource> {
  const connection = begun ?? connect();
  begun = null;
  return connection;
}

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no #root');
createRoot(place).render(
  <StrictMode>
    <App api={{ name: isDemo ? 'demo' : 'api', connect: nextConnection }} />
  </StrictMode>,
);
