import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { describeError, isLoadFailure } from '../words/describeError.ts';
import { defineTexts, useLanguage, useTexts } from '../words/language.tsx';
import { announce } from './announce.ts';
import classes from './states.module.css';

const texts = defineTexts({
  retry: ['Try again', '重试'],
  reload: ['Reload the page', '刷新页面'],
  details: ['Details', '详细信息'],
  copy: ['Copy details', '复制详细信息'],
  whereWhat: [(where: string, what: string) => `${where}: ${what}`, (where: string, what: string) => `${where}：${what}`],
  copied: ['Details copied.', '已复制详细信息。'],
});

/**
 * What failed, where, what to do, and the details to copy. Give it whatever was thrown; the words come from
 * `src/words/errors.ts`. `where` names the part of the screen; `action` is one more thing to do than to try again.
 */
export function ErrorState({ error, where, onRetry, action }: { error: unknown; where?: string; onRetry?: () => void; action?: ReactNode }) {
  const t = useTexts(texts);
  const { what, advice, details } = describeError(error, useLanguage());
  // Browsers remember a module that could not be loaded; the URL holds what is on the screen, so nothing is lost.
  const canReload = isLoadFailure(error);
  const copy = () => {
    void navigator.clipboard.writeText([where, what, details].filter(Boolean).join('\n')).then(() => announce(t.copied));
  };
  return (
    <div className={classes.state} role="alert">
      <p className={classes.title}>{where === undefined ? what : t.whereWhat(where, what)}</p>
      <p className={classes.text}>{advice}</p>
      <div className={classes.actions}>
        {canReload ? (
          <Button size="compact-sm" onClick={() => location.reload()}>
            {t.reload}
          </Button>
        ) : (
          onRetry !== undefined && (
            <Button size="compact-sm" onClick={onRetry}>
              {t.retry}
            </Button>
          )
        )}
        {action}
        {details !== '' && (
          <Button size="compact-sm" variant="default" onClick={copy}>
            {t.copy}
          </Button>
        )}
      </div>
      {details !== '' && (
        <details className={classes.details}>
          <summary>{t.details}</summary>
          <pre>{details}</pre>
        </details>
      )}
    </div>
  );
}
