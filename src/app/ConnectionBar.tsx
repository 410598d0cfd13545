import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { defineTexts, useTexts } from '../words/language.tsx';
import classes from './ConnectionBar.module.css';
import { useConnection } from './connection.ts';
import { useSources } from './sources.tsx';

const texts = defineTexts({
  signedOut: ['You are signed out. What you see here stays; nothing is lost.', '登录已失效。当前内容会保留，不会丢失。'],
  signIn: ['Sign in again', '重新登录'],
  offline: ['The server cannot be reached. Files on this machine can be opened all the same.', '无法连接服务器。仍可打开本机文件。'],
  openFiles: ['Open files', '打开文件'],
  retry: ['Try again', '重试'],
});

/** Says when the API does not answer any more, and what can be done. Has no height otherwise. */
export function ConnectionBar() {
  const t = useTexts(texts);
  const connection = useConnection();
  const { isLocal } = useSources();
  const queries = useQueryClient();
  const isOnDatasets = useLocation({ select: (location) => location.pathname === '/datasets' });
  return (
    <output className={classes.place}>
      {connection === 'signedOut' && !isLocal && (
        <span className={classes.bar}>
          {t.signedOut}
          <Button size="compact-xs" onClick={() => location.reload()}>
            {t.signIn}
          </Button>
        </span>
      )}
      {connection === 'offline' && !isLocal && (
        <span className={classes.bar}>
          {t.offline}
          {!isOnDatasets && (
            <Button size="compact-xs" component={Link} to="/datasets">
              {t.openFiles}
            </Button>
          )}
          <Button size="compact-xs" variant="default" onClick={() => void queries.invalidateQueries()}>
            {t.retry}
          </Button>
        </span>
      )}
    </output>
  );
}
