import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { ReadOptions } from '../../engine/protocol.ts';
import type { FileLayout, Inspection } from '../../ingest/inspection.ts';
import { useEngine } from '../../sources/useEngine.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { MappingForm } from '../../views/mapping/MappingForm.tsx';
import { SampleTable } from '../../views/mapping/SampleTable.tsx';
import { fileProblemText, mergedProblems } from '../../words/fileProblems.ts';
import { useFormat } from '../../words/format.ts';
import { useLanguage, useTexts } from '../../words/language.tsx';
import classes from './MappingDialog.module.css';
import { mappingTexts } from './datasetsTexts.ts';
import type { Asked, MappingAnswer } from './openings.ts';

const restMs = 150;
const dialogPx = 1200;

/** Asks which column is what, and shows at each change how the first rows would be read. Mount it anew for each file. */
export function MappingDialog({ asked, of, onAnswer, onCancel }: {
  asked: Asked;
  /** Files chosen together. */
  of: number;
  onAnswer: (answer: MappingAnswer) => void;
  /** Gives up all files chosen together. */
  onCancel: () => void;
}) {
  const t = useTexts(mappingTexts);
  const f = useFormat();
  const engine = useEngine();
  const [draft, setDraft] = useState<ReadOptions>(asked.options);
  const [settled] = useDebouncedValue(draft, restMs);
  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey: ['local', 'inspection', asked.file.name, asked.file.size, asked.file.lastModified, settled],
    queryFn: () => engine.inspect(asked.file, settled),
    placeholderData: keepPreviousData,
    gcTime: 0,
    ...(settled === asked.options ? { initialData: asked.inspection } : {}),
  });
  const inspection = data ?? asked.inspection;
  const isWaiting = isPlaceholderData || settled !== draft;
  const isFatal = inspection.problems.some((problem) => problem.isFatal);
  const readable = inspection.sample.filter(({ rejected, record, values }) => rejected === null && (record !== null || (values ?? null) !== null)).length;

  return (
    <Dialog isOpen onClose={onCancel} widthPx={dialogPx} title={t.title(asked.file.name)}>
      <p className={classes.facts}>
        {of > 1 && `${t.place(f.count(asked.place), f.count(of))} · `}
        <LayoutFacts layout={inspection.layout} />
        {inspection.sample.length > 0 && ` · ${t.readable(f.count(readable), f.count(inspection.sample.length))}`}
      </p>
      {error !== null && <ErrorState error={error} where={asked.file.name} onRetry={() => void refetch()} />}
      <Problems inspection={inspection} />
      <SampleTable inspection={inspection} isWaiting={isWaiting} />
      <div className={classes.form}>
        <MappingForm layout={inspection.layout} kind={inspection.kind} draft={draft} onDraft={setDraft} />
      </div>
      <div className={classes.actions}>
        <span className={classes.note}>{t.remembered}</span>
        <Button size="compact-sm" variant="subtle" disabled={Object.keys(draft).length === 0} onClick={() => setDraft({})}>{t.reset}</Button>
        <Button size="compact-sm" variant="default" onClick={onCancel}>{t.cancel}</Button>
        {of > 1 && <Button size="compact-sm" variant="default" onClick={() => onAnswer(null)}>{t.leaveOut}</Button>}
        <Button size="compact-sm" disabled={isFatal || isWaiting || error !== null} onClick={() => onAnswer(answerOf(draft, inspection))}>{t.open}</Button>
      </div>
    </Dialog>
  );
}

/** What was seen is what is read: the mapping as shown, also where it was only recognised. */
function answerOf(draft: ReadOptions, inspection: Inspection): ReadOptions {
  const { kind } = inspection;
  return { ...draft, ...(kind === null ? {} : { kind }), mapping: { ...inspection.layout.mapping, ...draft.mapping } };
}

function LayoutFacts({ layout }: { layout: FileLayout }) {
  const t = useTexts(mappingTexts);
  const f = useFormat();
  const delimiter = layout.delimiter === '\t' ? t.tab : `“${layout.delimiter}”`;
  const encoding = layout.encoding.toUpperCase();
  return layout.headerLine === 0 ? t.noHeader(encoding, delimiter) : t.recognised(encoding, delimiter, f.count(layout.headerLine));
}

function Problems({ inspection: { problems } }: { inspection: Inspection }) {
  const t = useTexts(mappingTexts);
  const language = useLanguage();
  if (problems.length === 0) return null;
  return (
    <ul className={classes.problems} aria-label={t.problems} aria-live="polite">
      {mergedProblems(problems).map((problem) => {
        const { what, advice } = fileProblemText(problem, language);
        return (
          <li key={`${problem.code} ${problem.line} ${problem.what}`} data-fatal={problem.isFatal || undefined}>
            <strong>{what}</strong> {advice}
          </li>
        );
      })}
    </ul>
  );
}
