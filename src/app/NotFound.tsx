import { Anchor } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { useReady } from '../state/ready.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ScreenHeader } from '../ui/ScreenHeader.tsx';
import { defineTexts, useTexts } from '../words/language.tsx';

const texts = defineTexts({
  title: ['No such page', '页面不存在'],
  why: [(path: string) => `There is nothing at ${path}. The link may be mistyped, or from another version.`, (path: string) => `${path} 处没有页面。链接可能有误，或来自其他版本。`],
  back: ['Go to the suspects', '前往可疑号码'],
});

export function NotFound() {
  useReady(true);
  const t = useTexts(texts);
  const path = useLocation({ select: (location) => location.pathname });
  return (
    <>
      <ScreenHeader title={t.title} />
      <EmptyState
        text={t.why(path)}
        action={
          <Anchor component={Link} to="/suspects">
            {t.back}
          </Anchor>
        }
      />
    </>
  );
}
