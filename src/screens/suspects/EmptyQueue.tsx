import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWindow } from '../../state/search.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useTexts } from '../../words/language.tsx';
import { suspectsTexts } from './suspectsTexts.ts';

/** Why the queue is empty, and the one thing that fills it. */
export function EmptyQueue({ isEmptySource, isFiltered, onClear }: { isEmptySource: boolean; isFiltered: boolean; onClear: () => void }) {
  const t = useTexts(suspectsTexts);
  const { window, setWindow } = useWindow();
  if (isFiltered) return <EmptyState text={t.noneMatch} action={<Button size="compact-sm" onClick={onClear}>{t.clearFilters}</Button>} />;
  if (window !== null) return <EmptyState text={t.noneActive} action={<Button size="compact-sm" onClick={() => setWindow(null)}>{t.wholeSpan}</Button>} />;
  return <EmptyState text={isEmptySource ? t.noNumbers : t.noneMatch} action={<Link to="/datasets">{t.openFiles}</Link>} />;
}
