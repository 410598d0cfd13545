import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { DatasetInfo } from '../../engine/protocol.ts';
import type { FileNotice } from '../../records/communication.ts';
import { datasetsQuery, useEngine } from '../../sources/useEngine.tsx';
import { useReady } from '../../state/ready.ts';
import { parseSharedSearch, useSearchState } from '../../state/search.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { showToast } from '../../ui/toasts.ts';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { datasetTitle } from '../../words/datasetTitle.ts';
import { describeError } from '../../words/describeError.ts';
import { fileProblemWhat } from '../../words/fileErrors.ts';
import { useFormat } from '../../words/format.ts';
import { glossary } from '../../words/glossary.ts';
import { useLanguage, useTexts } from '../../words/language.tsx';
import classes from './DatasetsScreen.module.css';
import { datasetsTexts } from './datasetsTexts.ts';
import { DatasetsTable, queueSearch } from './DatasetsTable.tsx';
import { MappingDialog } from './MappingDialog.tsx';
import { DemoFiles } from './DemoFiles.tsx';
import { OpenControl, useOpenChoices } from './OpenControl.tsx';
import { OpeningRow } from './OpeningRow.tsx';
import type { Opening } from './openings.ts';
import { openingsOf } from './openings.ts';
import { RejectedOfDataset } from './RejectedOfDataset.tsx';
import { useFileDrop } from './useFileDrop.ts';

const isDemo = import.meta.env.MODE === 'demo';

/** What was opened leads away from this screen; whoever is still here after that may open more. */
const STAYS_AFTER_MS = 500;

/** Files in, datasets out: open, watch, mend the columns, remove. */
export function DatasetsScreen() {
  const t = useTexts(datasetsTexts);
  const words = useTexts(glossary);
  const f = useFormat();
  const engine = useEngine();
  const openings = openingsOf(engine);
  const list = useSyncExternalStore(openings.subscribe, openings.list);
  const { data: datasets, error, refetch } = useQuery(datasetsQuery(engine));
  const control = useOpenChoices();
  const [rejectedOf, setRejectedOf] = useState<DatasetInfo | null>(null);
  const remove = useRemove();
  const interrupted = useInterrupted();
  useReady(datasets !== undefined || error !== null);
  useDoneMessages();

  // What comes next is fetched while a file is read.
  const router = useRouter();
  const isOpening = list.length > 0;
  // While a file is being chosen. Only speed hangs on it: should it fail, opening says what is wrong.
  const wasOpening = useRef(false);
  useEffect(() => {
    if (isOpening) {
      wasOpening.current = true;
      return undefined;
    }
    const timer = setTimeout(() => void engine.warmUp().catch(() => undefined), wasOpening.current ? STAYS_AFTER_MS : 0);
    return () => clearTimeout(timer);
  }, [engine, isOpening]);
  useEffect(() => {
    if (isOpening) router.preloadRoute({ to: '/suspects' }).catch(() => undefined);
  }, [router, isOpening]);

  const start = (files: readonly File[]) => void openings.start(files, control.choices);
  const isOver = useFileDrop(start);
  const asking = list.find(({ state }) => state.is === 'asking');

  return (
    <div className={classes.screen}>
      <ScreenHeader title={words.datasets} shown={datasets === undefined ? undefined : t.shown(f.count(datasets.length))} />
      <Toolbar label={t.newDataset}>
        <OpenControl onFiles={start} control={control} />
      </Toolbar>
      <p className={classes.formats}>{t.formats}</p>
      {interrupted.map((names) => <output key={names.join('/')} className={classes.interrupted}>{t.interrupted(f.list(names))}</output>)}
      {error !== null && <ErrorState error={error} where={words.datasets} onRetry={() => void refetch()} />}
      {datasets?.length === 0 && list.length === 0 && <EmptyState text={t.none} {...(isDemo ? { action: <DemoFiles onFiles={start} /> } : {})} />}
      {(list.length > 0 || (datasets?.length ?? 0) > 0) && (
        <DatasetsTable
          openingRows={list.map((opening) => (
            <OpeningRow key={opening.id} opening={opening} onCancel={() => openings.cancel(opening.id)} onDismiss={() => openings.dismiss(opening.id)} onWithin={(records) => void openings.startWithin(opening.id, records)} />
          ))}
          datasets={datasets ?? []}
          onRejected={setRejectedOf}
          onAdd={(dataset, files) => void openings.start(files, control.choices, dataset)}
          onRemove={(dataset) => void remove(dataset)}
          // How it went is in the list.
          onSave={(dataset) => void engine.save(dataset.id).catch(() => undefined)}
        />
      )}
      {isOver && <div className={classes.drop}>{t.dropNow}</div>}
      {rejectedOf !== null && <RejectedOfDataset key={rejectedOf.id} dataset={rejectedOf} onClose={() => setRejectedOf(null)} />}
      {asking?.state.is === 'asking' && (
        <MappingDialog
          key={`${asking.id} ${asking.state.asked.place}`}
          asked={asking.state.asked}
          of={asking.files.length}
          onAnswer={(answer) => openings.answer(asking.id, answer)}
          onCancel={() => openings.cancel(asking.id)}
        />
      )}
    </div>
  );
}

/** Says what was opened, wherever one is by then; whoever still waits here is led to the queue. */
function useDoneMessages(): void {
  const t = useTexts(datasetsTexts);
  const problems = useTexts(fileProblemWhat);
  const language = useLanguage();
  const f = useFormat();
  const navigate = useNavigate();
  const router = useRouter();
  const engine = useEngine();
  const openings = openingsOf(engine);
  useEffect(() => {
    /** Whoever looks at the one goes on to look at the other. */
    const follow = (from: DatasetInfo, to: DatasetInfo) => {
      if ((router.state.location.search as { readonly source?: string }).source === from.id) void router.navigate({ to: '.', search: queueSearch(to.id), replace: true });
    };
    const say = (dataset: DatasetInfo, { addTo }: Pick<Opening, 'addTo'>) => {
      if (addTo === null) {
        const opened = t.opened1(datasetTitle(dataset, language), f.count(dataset.records), f.count(dataset.rejected));
        // Whoever is led to the queue does not see the list, which says more.
        const loss = firstLoss(dataset);
        if (loss === null) showToast({ text: opened });
        else showToast({ kind: 'error', text: t.notWhole(opened, dataset.files.length === 1 ? problems[loss.code] : t.ofFile(loss.file, problems[loss.code])) });
        return;
      }
      follow(addTo, dataset);
      showToast({
        text: t.added(datasetTitle(addTo, language), f.count(dataset.records - addTo.records), f.count((dataset.duplicates ?? 0) - (addTo.duplicates ?? 0))),
        undo: async () => {
          await engine.restore(addTo.id);
          follow(dataset, addTo);
          await engine.remove(dataset.id);
        },
      });
    };
    openings.tellDone((dataset, opening) => {
      const { leftOut } = opening;
      say(dataset, opening);
      // What was left out is to be read first.
      if (leftOut.length === 0) void navigate({ to: '/suspects', search: queueSearch(dataset.id) });
    });
    return () => openings.tellDone(say);
  }, [openings, engine, router, navigate, t, problems, language, f]);
}

/** The first file of which something was lost, and how; tables that are no records are no loss. */
function firstLoss({ files }: DatasetInfo): { readonly file: string; readonly code: FileNotice['code'] } | null {
  const losses = files.flatMap(({ name, problems = [] }) => problems.flatMap(({ code }) => (code === 'tablesLeftOut' || code === 'trailingData' ? [] : [{ file: name, code }])));
  return losses[0] ?? null;
}

/** Names of the files of each reading that ended with its tab; told once, so they are kept while one is here. */
function useInterrupted(): readonly (readonly string[])[] {
  const engine = useEngine();
  const [interrupted, setInterrupted] = useState<readonly (readonly string[])[]>([]);
  useEffect(() => {
    engine.takeInterrupted().then((told) => setInterrupted((known) => [...known, ...told]), () => undefined);
  }, [engine]);
  return interrupted;
}

/** Takes a dataset off the list at once; the message gives it back. */
function useRemove(): (dataset: DatasetInfo) => Promise<void> {
  const t = useTexts(datasetsTexts);
  const language = useLanguage();
  const engine = useEngine();
  const [{ source }, patch] = useSearchState(parseSharedSearch);
  return async (dataset) => {
    try {
      await engine.remove(dataset.id);
    } catch (error) {
      const { what, advice } = describeError(error, language);
      showToast({ kind: 'error', text: t.removeFailed(datasetTitle(dataset, language), `${what}. ${advice}`) });
      return;
    }
    // The other screens would look at a dataset that is not there.
    if (source === dataset.id) patch({ source: undefined, from: undefined, to: undefined, sel: undefined }, { replace: true });
    showToast({ text: t.removed(datasetTitle(dataset, language)), undo: () => engine.restore(dataset.id) });
  };
}
