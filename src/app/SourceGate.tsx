import { Anchor } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { useReady } from '../state/ready.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import { ScreenHeader } from '../ui/ScreenHeader.tsx';
import { defineTexts, useTexts } from '../words/language.tsx';
import { ScreenPending, useScreenName } from './ScreenPending.tsx';
import { useSources } from './sources.tsx';

const texts = defineTexts({ openFiles: ['Open files from this machine', '打开本机文件'] });

/** Lets a screen in once its source is known. Datasets opens files and needs none. */
export function SourceGate({ children }: { children: ReactNode }) {
  const { state, current } = useSources();
  const needsNone = useLocation({ select: (location) => location.pathname === '/datasets' });
  // A screen starts anew with another source, so that no answer of the one before shows under its name; but not when a
  // source is reached at last, or a file chosen meanwhile would be lost.
  if (state.is === 'ready' || needsNone) return <Fragment key={current}>{children}</Fragment>;
  return state.is === 'pending' ? <ScreenPending /> : <NoSource error={state.error} onRetry={state.retry} />;
}

function NoSource({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  useReady(true);
  const t = useTexts(texts);
  const name = useScreenName();
  return (
    <>
      <ScreenHeader title={name} />
      <ErrorState
        error={error}
        onRetry={onRetry}
        action={
          <Anchor component={Link} to="/datasets">
            {t.openFiles}
          </Anchor>
        }
      />
    </>
  );
}
