import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { SuspectQuery } from '../../analysis/answers.ts';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { useGroup } from '../../state/group.ts';
import { useReady } from '../../state/ready.ts';
import { useSelection, useWindow } from '../../state/search.ts';
import { Bar } from '../../ui/Bar.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { useFormat } from '../../words/format.ts';
import { glossary } from '../../words/glossary.ts';
import { useTexts } from '../../words/language.tsx';
import classes from './NetworkScreen.module.css';
import { networkTexts } from './networkTexts.ts';

const top: Omit<SuspectQuery, 'window'> = { text: '', detectors: [], statuses: [], minScore: 0, sort: 'score', descending: true, offset: 0, limit: 10 };

/** Nothing is opened yet: what the screen is for, and where one may begin: what is marked or selected on any screen, or the queue. */
export function NetworkStart({ onStart, onStartMarked, onPath }: {
  onStart: (number: string) => void;
  /** Shows the marked numbers without their contacts. */
  onStartMarked: () => void;
  /** Finds the way between the two marked numbers; null where they are not two. */
  onPath: (() => void) | null;
}) {
  const t = useTexts(networkTexts);
  const g = useTexts(glossary);
  const format = useFormat();
  const source = useCase();
  const { window } = useWindow();
  const { selected } = useSelection();
  const { group } = useGroup();
  const { data, error, refetch } = useQuery(caseQueries.suspects(source, { ...top, window }));
  useReady(data !== undefined || error !== null);
  return (
    <div className={classes.start}>
      <p>{t.startWhy}</p>
      <div className={classes.ways}>
        {group.length > 0 && <Button size="compact-sm" onClick={onStartMarked}>{t.startMarked(group.length, format.count(group.length))}</Button>}
        {onPath !== null && <Button size="compact-sm" variant="default" onClick={onPath}>{t.startPath}</Button>}
        {selected !== null && <Button size="compact-sm" variant={group.length > 0 ? 'default' : 'filled'} onClick={() => onStart(selected)}>{t.startSelected(format.phone(selected))}</Button>}
      </div>
      <h2>{t.startTop}</h2>
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.rows.length === 0 && <p>{t.noSuspects}</p>}
      <ul aria-busy={data === undefined && error === null}>
        {data === undefined && error === null && Array.from({ length: top.limit }, (_, i) => <li key={i}><Skeleton height={20} animate={false} /></li>)}
        {data?.rows.map((row) => (
          <li key={row.number}>
            <button type="button" className={classes.starter} onClick={() => onStart(row.number)}>
              <Bar share={row.score / 100} tone="score" />
              <span className={classes.figure}>{format.score(row.score)}</span>
              <span className={classes.number}>{format.phone(row.number)}</span>
              <span className={classes.dim} title={row.detectors.map((id) => g[id]).join(' · ')}>{row.detectors.map((id) => g[id]).join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
