import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useRouter } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { useReady } from '../../state/ready.ts';
import { useGroup } from '../../state/group.ts';
import { openDialog } from '../../state/dialogs.ts';
import { useSearchState, useSelection, useWindow } from '../../state/search.ts';
import { useSetting } from '../../state/setting.ts';
import { announce } from '../../ui/announce.ts';
import { showToast } from '../../ui/toasts.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useShortcuts } from '../../ui/useShortcuts.ts';
import { parseColumnWidths } from '../../views/suspectGrid/columns.ts';
import type { ColumnWidths } from '../../views/suspectGrid/columns.ts';
import { SuspectGrid } from '../../views/suspectGrid/SuspectGrid.tsx';
import { useFormat } from '../../words/format.ts';
import { glossary } from '../../words/glossary.ts';
import { useTexts } from '../../words/language.tsx';
import { openAtMost } from '../network/networkSearch.ts';
import { networkLink } from '../number/networkLink.ts';
import { DemoStory } from './DemoStory.tsx';
import { DismissBar } from './DismissBar.tsx';
import { EmptyQueue } from './EmptyQueue.tsx';
import { FacetStrip } from './FacetStrip.tsx';
import { FilterInput } from './FilterInput.tsx';
import { learningTexts } from './learning/learningTexts.ts';
import { facetQuery, isFiltered, noFilters, parseSuspectsSearch, queueQuery, sortedBy } from './suspectsSearch.ts';
import classes from './SuspectsScreen.module.css';
import { facetTexts, suspectsTexts } from './suspectsTexts.ts';
import { useAnnouncedTotal } from './useAnnouncedTotal.ts';
import { useDecide } from './useDecide.ts';
import { useFollowing } from './useFollowing.ts';
import { usePicked } from './usePicked.ts';
import { useQueuePages } from './useQueuePages.ts';
import { useQueuePlace } from './useQueuePlace.ts';

const allNumbers = facetQuery(queueQuery(parseSuspectsSearch({}), null, []));

const isDemo = import.meta.env.MODE === 'demo';

/** Which numbers to look at first, and why; and what is decided about them. */
export function SuspectsScreen() {
  const t = useTexts(suspectsTexts);
  const facetWords = useTexts(facetTexts);
  const learning = useTexts(learningTexts);
  const words = useTexts(glossary);
  const f = useFormat();
  const source = useCase();
  const router = useRouter();
  const navigate = useNavigate();
  const [search, patch] = useSearchState(parseSuspectsSearch);
  const { window } = useWindow();
  const { selected, select } = useSelection();
  const { group } = useGroup();
  const query = useMemo(() => queueQuery(search, window, group), [search, window, group]);

  // What the source answers.
  const [view, setView] = useState({ first: 0, end: 0 });
  const queue = useQueuePages(source, query, view);
  const { total, of, rowAt, shownKey } = queue;
  const facets = useQuery(caseQueries.facets(source, facetQuery(query)));
  // Decisions of the whole dataset, whatever is shown of it.
  const decided = useQuery(caseQueries.facets(source, allNumbers)).data?.statuses.reduce((sum, { status, count }) => sum + (status === 'confirmed' || status === 'dismissed' ? count : 0), 0) ?? 0;
  const me = useQuery(caseQueries.whoAmI(source)).data;
  useReady(total !== null || queue.error !== null);
  useAnnouncedTotal(shownKey, total === null || of === null ? null : t.shown(f.count(total), f.count(of)));

  // Where one is in it, and what one does with it.
  const [active, setActive] = useQueuePlace(shownKey, total);
  const picked = usePicked({ source, query: queue.shownQuery, total, rowAt });
  const { decide, undo, canUndo } = useDecide();
  const [dismissing, setDismissing] = useState<readonly string[] | null>(null);
  const filter = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLElement>(null);
  const [storedWidths, storeWidths] = useSetting('queueColumns');
  const widths = useMemo(() => parseColumnWidths(parseJson(storedWidths)), [storedWidths]);
  const saveWidths = (next: ColumnWidths) => storeWidths(JSON.stringify(next));
  const onView = useCallback((first: number, end: number) => setView({ first, end }), []);

  const activeRow = rowAt(active);
  const targets = picked.numbers.size > 0 ? [...picked.numbers] : activeRow ? [activeRow.number] : [];
  const focusGrid = () => grid.current?.querySelector<HTMLElement>('[role=grid]')?.focus({ preventScroll: true });
  const onTargets = (act: (numbers: readonly string[]) => void) => () => (targets.length > 0 ? act(targets) : announce(t.notLoaded));
  const confirm = onTargets((numbers) => {
    picked.clear();
    void decide(numbers, { status: 'confirmed' });
  });
  const assign = onTargets((numbers) => {
    if (me === undefined) return;
    picked.clear();
    void decide(numbers, { status: 'assigned', assignee: me.id });
  });
  const endDismissing = () => {
    setDismissing(null);
    focusGrid();
  };
  const dismiss = (reason: string) => {
    const numbers = dismissing ?? [];
    picked.clear();
    endDismissing();
    void decide(numbers, { status: 'dismissed', reason });
  };

  const hrefOf = useCallback((number: string) => router.buildLocation({ to: '/numbers/$number', params: { number } }).href, [router]);
  const open = useCallback((number: string) => void navigate({ to: '/numbers/$number', params: { number } }), [navigate]);
  const showNetwork = onTargets((numbers) => {
    if (numbers.length > openAtMost) showToast({ text: t.firstOnly(f.count(openAtMost), f.count(numbers.length)) });
    void navigate(networkLink(...numbers.slice(0, openAtMost)));
  });
  const follow = useFollowing(selected, (index) => rowAt(index)?.number, select);
  const moveTo = (index: number) => {
    setActive(index);
    follow(index);
  };
  const activate = (index: number) => {
    setActive(index);
    const number = rowAt(index)?.number;
    if (number !== undefined) select(number);
  };

  useShortcuts(words.suspects, [
    { keys: 'Enter', label: t.open, run: () => activeRow && open(activeRow.number) },
    { keys: 'Space', label: t.inspect, run: () => activeRow && select(activeRow.number === selected ? null : activeRow.number) },
    { keys: 'x', label: t.pick, run: () => picked.pick(active, false) },
    { keys: 'Shift+X', label: t.pickRange, run: () => picked.pick(active, true) },
    { keys: 'Shift+A', label: t.pickAll, run: picked.pickAll },
    { keys: 'c', label: t.confirmHelp, run: confirm },
    { keys: 'd', label: t.dismissHelp, run: onTargets(setDismissing) },
    { keys: 'a', label: t.assignHelp, run: assign },
    { keys: 'n', label: t.networkHelp, run: showNetwork },
    { keys: 'l', label: learning.help, run: () => openDialog('learn') },
    { keys: 't', label: t.chainHelp, run: () => activeRow && void navigate({ to: '/chain/$number', params: { number: activeRow.number } }) },
    { keys: 'mod+z', label: t.undoPick, run: () => picked.undo?.(), isOn: picked.undo !== null },
    { keys: 'u', label: t.undo, run: () => void undo(), isOn: canUndo },
    { keys: '/', label: t.filterHelp, run: () => filter.current?.select() },
    { keys: 'Escape', label: t.clear, run: () => (picked.numbers.size > 0 ? picked.clear() : select(null)), isOn: picked.numbers.size > 0 || selected !== null },
  ]);

  const hasTargets = targets.length > 0;
  const actions = (
    <>
      <Button size="compact-sm" variant="subtle" title={`${learning.help} (l)`} onClick={() => openDialog('learn')}>
        <span className={classes.full}>{decided === 0 ? learning.learn : learning.learnFrom(f.count(decided))}</span>
        <span className={classes.brief}>{learning.learnBriefly}</span>
      </Button>
      <Button size="compact-sm" variant="default" disabled={!hasTargets} title={`${t.confirmHelp} (c)`} onClick={confirm}>{t.confirm}</Button>
      <Button size="compact-sm" variant="default" disabled={!hasTargets} title={`${t.dismissHelp} (d)`} onClick={onTargets(setDismissing)}>{t.dismiss}</Button>
      <Button size="compact-sm" variant="default" disabled={!hasTargets || me === undefined} title={`${t.assignHelp} (a)`} onClick={assign}>{t.assign}</Button>
    </>
  );

  return (
    <div className={classes.screen}>
      <ScreenHeader
        title={words.suspects}
        shown={(
          <>
            {total === null || of === null ? t.waiting : t.shown(f.count(total), f.count(of))}
            {picked.numbers.size > 0 && <>&emsp;<span className={classes.picked}>{t.picked(f.count(picked.numbers.size))}</span></>}
          </>
        )}
        actions={actions}
      />
      {isDemo && <DemoStory />}
      <div className={classes.body}>
        <FacetStrip
          facets={facets.data}
          onRetry={facets.isError ? () => void facets.refetch() : undefined}
          search={search}
          marked={picked.numbers.size}
          onChange={patch}
          filter={<FilterInput ref={filter} label={facetWords.filter} placeholder={facetWords.filterHint} value={search.q ?? ''} onValue={(q) => patch({ q: q.trim() || undefined }, { replace: true })} onLeave={focusGrid} />}
        />
        <section ref={grid} className={classes.queue} aria-label={words.suspects}>
          {queue.error !== null && (queue.isWaiting || total === null) ? (
            <ErrorState error={queue.error} where={words.suspects} onRetry={queue.retry} action={<Link to="/datasets">{t.openFiles}</Link>} />
          ) : total === 0 && !queue.isWaiting ? (
            <EmptyQueue isEmptySource={of === 0} isFiltered={isFiltered(search)} onClear={() => patch(noFilters)} />
          ) : (
            <>
              {queue.error !== null && (
                <div role="alert" className={classes.failed}>
                  {t.someFailed}
                  <Button size="compact-xs" variant="default" onClick={queue.retry}>{t.retry}</Button>
                </div>
              )}
              <SuspectGrid
                label={words.suspects}
                total={total}
                rowAt={rowAt}
                active={active}
                onMove={moveTo}
                onActivate={activate}
                onPick={picked.pick}
                onOpen={open}
                hrefOf={hrefOf}
                pickedNumbers={picked.numbers}
                picked={picked.extent}
                onPickAll={picked.pickAll}
                selected={selected}
                sort={query.sort}
                descending={query.descending}
                onSort={(sort) => patch(sortedBy(query, sort))}
                widths={widths}
                onWidths={saveWidths}
                onView={onView}
                resetKey={shownKey}
              />
            </>
          )}
          {dismissing !== null && <DismissBar numbers={dismissing} onReason={dismiss} onCancel={endDismissing} />}
        </section>
      </div>
    </div>
  );
}

/** What was stored, as far as it is JSON. */
function parseJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
