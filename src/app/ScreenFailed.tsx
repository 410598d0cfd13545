import type { ErrorComponentProps } from '@tanstack/react-router';
import { useReady } from '../state/ready.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import { ScreenHeader } from '../ui/ScreenHeader.tsx';
import { useScreenName } from './ScreenPending.tsx';

/** A screen whose code failed or could not be loaded. The frame around it goes on working. */
export function ScreenFailed({ error, reset }: ErrorComponentProps) {
  useReady(true);
  const name = useScreenName();
  return (
    <>
      <ScreenHeader title={name} />
      <ErrorState error={error} where={name} onRetry={reset} />
    </>
  );
}
