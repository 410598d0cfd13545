import { CloseButton, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { useSelection } from '../state/search.ts';
import { useSetting } from '../state/setting.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { SplitPane } from '../ui/SplitPane.tsx';
import { defineTexts, useTexts } from '../words/language.tsx';
import classes from './InspectorPane.module.css';
import { useSources } from './sources.tsx';

const NumberInspector = lazy(async () => ({ default: (await import('../screens/number/NumberInspector.tsx')).NumberInspector }));

const texts = defineTexts({
  inspector: ['Inspector', '详情'],
  width: ['Inspector width', '详情栏宽度'],
  close: ['Close the inspector', '关闭详情栏'],
});

const minPx = 280;
const maxPx = 640;
const usualPx = 360;
/** Narrower pages lay the inspector over the screen, below its header: two panes would leave it no room to work. */
const narrow = '(max-width: 959px)';

/** The screen, and beside it what is selected; without a selection, or where the screen is about that very number, the screen has the whole width. */
export function InspectorPane({ children }: { children: ReactNode }) {
  const t = useTexts(texts);
  const { selected, select } = useSelection();
  const { state } = useSources();
  const { number: ofScreen } = useParams({ strict: false });
  const [saved, save] = useSetting('inspectorPx');
  const isOverlay = useMediaQuery(narrow, false, { getInitialValueInEffect: false });
  const widthPx = Math.min(maxPx, Math.max(minPx, Number(saved) || usualPx));
  const side =
    selected === null || selected === ofScreen || state.is !== 'ready' ? null : (
      <div className={classes.inspector}>
        <CloseButton className={classes.close} size="sm" aria-label={t.close} onClick={() => select(null)} />
        <ErrorBoundary where={t.inspector} resetKey={selected}>
          <Suspense fallback={<Waiting />}>
            <NumberInspector key={state.source.key} number={selected} />
          </Suspense>
        </ErrorBoundary>
      </div>
    );
  return (
    <SplitPane sideLabel={t.inspector} label={t.width} widthPx={widthPx} minPx={minPx} maxPx={maxPx} onWidth={(px) => save(String(px))} side={side} isOverlay={isOverlay}>
      {children}
    </SplitPane>
  );
}

function Waiting() {
  return (
    <div className={classes.waiting}>
      <Skeleton height={20} width="60%" animate={false} />
      <Skeleton height={120} animate={false} />
      <Skeleton height={80} animate={false} />
    </div>
  );
}
