import { Button, Checkbox } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { ReadOptions } from '../../engine/protocol.ts';
import type { Inspection } from '../../ingest/inspection.ts';
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
import { answerOf, draftOf, withTable } from './mappingDraft.ts';
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
  const file = data ?? asked.inspection;
  const [tableName, setTableName] = useState(file.table);
  // The table whose columns are shown; a file may have several.
  const inspection = file.tables.find(({ table }) => table === tableName) ?? file;
  const tableDraft = draftOf(draft, file, inspection.table);
  const isWaiting = isPlaceholderData || settled !== draft;
  const isFatal = (file.tables.length === 0 ? [file] : file.tables.filter(({ isChosen }) => isChosen)).some(({ problems }) => problems.some((problem) => problem.isFatal));
  const isNothing = file.tables.length > 0 && !file.tables.some(({ isChosen }) => isChosen);
  const readable = inspection.sample.filter(({ rejected, record, values }) => rejected === null && (record !== null || (values ?? null) !== null)).length;

  return (
    <Dialog isOpen onClose={onCancel} widthPx={dialogPx} title={t.title(asked.file.name)}>
      <p className={classes.facts}>
        {of > 1 && `${t.place(f.count(asked.place), f.count(of))} · `}
        <LayoutFacts inspection={inspection} />
        {inspection.sample.length > 0 && ` · ${t.readable(f.count(readable), f.count(inspection.sample.length))}`}
      </p>
      {error !== null && <ErrorState error={error} where={asked.file.name} onRetry={() => void refetch()} />}
      {file.tables.length > 0 && (
        <TableChoice
          tables={file.tables}
          shown={inspection.table}
          onShow={setTableName}
          onChoose={(table, isChosen) => {
            setTableName(table);
            setDraft(withTable(draft, file, table, isChosen ? (draft.tables?.[table] ?? {}) : null));
          }}
        />
      )}
      <Problems inspection={inspection} />
      <SampleTable inspection={inspection} isWaiting={isWaiting} />
      <div className={classes.form}>
        <MappingForm layout={inspection.layout} kind={inspection.kind} draft={tableDraft} onDraft={(change) => setDraft(withTable(draft, file, inspection.table, change))} />
      </div>
      <div className={classes.actions}>
        <span className={classes.note}>{t.remembered}</span>
        <Button size="compact-sm" variant="subtle" disabled={Object.keys(draft).length === 0} onClick={() => setDraft({})}>{t.reset}</Button>
        <Button size="compact-sm" variant="default" onClick={onCancel}>{t.cancel}</Button>
        {of > 1 && <Button size="compact-sm" variant="default" onClick={() => onAnswer(null)}>{t.leaveOut}</Button>}
        <Button size="compact-sm" disabled={isFatal || isNothing || isWaiting || error !== null} onClick={() => onAnswer(answerOf(draft, file))}>{t.open}</Button>
      </div>
    </Dialog>
  );
}

/** Which tables of the file are read, and whose columns are shown. */
function TableChoice({ tables, shown, onShow, onChoose }: {
  tables: readonly Inspection[];
  shown: string;
  onShow: (table: string) => void;
  onChoose: (table: string, isChosen: boolean) => void;
}) {
  const t = useTexts(mappingTexts);
  return (
    <fieldset className={classes.tables}>
      <legend className={classes.legend}>{t.tables}</legend>
      {tables.map(({ table, isChosen }) => (
        <div key={table} className={classes.tableChoice} data-shown={table === shown || undefined}>
          <Checkbox label={table} checked={isChosen} onChange={(event) => onChoose(table, event.currentTarget.checked)} />
          <Button size="compact-xs" variant="subtle" aria-pressed={table === shown} aria-label={t.columnsOf(table)} onClick={() => onShow(table)}>{t.columns}</Button>
        </div>
      ))}
    </fieldset>
  );
}

const formatNames: Readonly<Record<Inspection['format'], string>> = { text: '', gzip: 'gzip', zip: 'ZIP', xlsx: 'XLSX', parquet: 'Parquet', jsonl: 'JSON' };

/** What the file is: how it is packed, and how its rows are told apart where that is not a matter of course. */
function LayoutFacts({ inspection: { format, content, table, layout } }: { inspection: Inspection }) {
  const t = useTexts(mappingTexts);
  const f = useFormat();
  const packed = [...new Set([format, content])].map((name) => formatNames[name]).filter((name) => name !== '');
  const facts = [...packed, ...(table === '' ? [] : [table])].map((fact) => `${fact} · `).join('');
  if (content === 'parquet' || content === 'jsonl') return facts + t.named;
  if (content === 'xlsx') return facts + (layout.headerLine === 0 ? t.noHeaderRow : t.headerIn(f.count(layout.headerLine)));
  const delimiter = layout.delimiter === '\t' ? t.tab : `“${layout.delimiter}”`;
  const encoding = layout.encoding.toUpperCase();
  return facts + (layout.headerLine === 0 ? t.noHeader(encoding, delimiter) : t.recognised(encoding, delimiter, f.count(layout.headerLine)));
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
