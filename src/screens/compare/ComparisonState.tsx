import { Button, Progress } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { shareName, useShare } from '../../sources/answerShares.ts';
import { useReady } from '../../state/ready.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import classes from './CompareScreen.module.css';
import { compareTexts } from './compareTexts.ts';

/** What stands below a form: nothing yet, work that can be stopped, what failed, or the answer. */
export function ComparisonState<Answer>({ where, query, queryKey, missing, children }: {
  where: string;
  query: UseQueryResult<Answer>;
  queryKey: readonly unknown[];
  /** What the question still lacks; null when it was asked. */
  missing: string | null;
  children: (answer: Answer) => ReactNode;
}) {
  const t = useTexts(compareTexts);
  const client = useQueryClient();
  const format = useFormat();
  const share = useShare(shareName(queryKey[0], queryKey[1]));
  useReady(missing !== null || query.data !== undefined || query.isError || !query.isFetching);
  if (missing !== null) return <EmptyState text={missing} />;
  if (query.isFetching && query.data === undefined) {
    return (
      <div className={classes.busy} aria-busy="true">
        <Progress value={share === null ? 100 : share * 100} animated={share === null} aria-label={t.comparing} />
        <span>{share === null ? t.comparing : t.comparingShare(format.share(Math.floor(share * 100) / 100))}</span>
        <Button size="compact-sm" variant="default" onClick={() => void client.cancelQueries({ queryKey })}>{t.cancel}</Button>
      </div>
    );
  }
  if (query.isError) return <ErrorState error={query.error} where={where} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <EmptyState text={t.stopped} action={<Button size="compact-sm" onClick={() => void query.refetch()}>{t.again}</Button>} />;
  return children(query.data);
}
