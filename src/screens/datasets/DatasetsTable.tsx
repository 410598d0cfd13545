import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import type { DatasetInfo } from '../../engine/protocol.ts';
import type { SourceFile } from '../../records/communication.ts';
import { localTimeText } from '../../records/days.ts';
import { announce } from '../../ui/announce.ts';
import { showToast } from '../../ui/toasts.ts';
import { datasetTitle } from '../../words/datasetTitle.ts';
import { engineFailureAdvice } from '../../words/errors.ts';
import { fileNoticeText } from '../../words/fileProblems.ts';
import { useFormat } from '../../words/format.ts';
import { kindWords } from '../../words/kinds.ts';
import { useLanguage, useTexts } from '../../words/language.tsx';
import classes from './DatasetsTable.module.css';
import { datasetsTexts } from './datasetsTexts.ts';

const shortHashChars = 12;
const columnCount = 9;
/** Lines of files that a dataset may have before some are folded away. */
const mostFiles = 5;

/** The search of a link to a dataset's queue: a window and a selection belong to the records they were made on. */
export function queueSearch(dataset: string) {
  return { source: dataset, from: undefined, to: undefined, sel: undefined } as never;
}

/** The datasets opened on this machine: what they hold, where from, and whether they last. */
export function DatasetsTable({ openingRows, datasets, onRejected, onAdd, onRemove, onSave }: {
  /** Files on their way to becoming datasets stand first. */
  openingRows: ReactNode;
  datasets: readonly DatasetInfo[];
  onRejected: (dataset: DatasetInfo) => void;
  onAdd: (dataset: DatasetInfo, files: readonly File[]) => void;
  onRemove: (dataset: DatasetInfo) => void;
  /** Another try for one that the browser's storage did not take. */
  onSave: (dataset: DatasetInfo) => void;
}) {
  const t = useTexts(datasetsTexts);
  const advice = useTexts(engineFailureAdvice);
  const language = useLanguage();
  const f = useFormat();
  return (
    <table className={classes.table} aria-label={t.list}>
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          <th scope="col">{t.files}</th>
          <th scope="col" className={classes.figure}>{t.records}</th>
          <th scope="col" className={classes.figure}>{t.rejected}</th>
          <th scope="col" className={classes.figure}>{t.numbers}</th>
          <th scope="col">{t.span}</th>
          <th scope="col">{t.opened}</th>
          <th scope="col">{t.status}</th>
          <th scope="col"><span className={classes.hidden}>{t.actions}</span></th>
        </tr>
      </thead>
      <tbody>
        {openingRows}
        {datasets.map((dataset) => {
          const name = datasetTitle(dataset, language);
          return (
            <Fragment key={dataset.id}>
              <tr data-refused={dataset.storage === 'refused' || undefined}>
                <th scope="row">
                  <Link to="/suspects" search={queueSearch(dataset.id)} title={t.openNamed(name)}>{name}</Link>
                </th>
                <td><Files dataset={dataset} /></td>
                <td className={classes.figure}>
                  {f.count(dataset.records)}
                  {(dataset.duplicates ?? 0) > 0 && <span className={classes.second} title={t.duplicatesHelp}>{t.duplicates(f.count(dataset.duplicates ?? 0))}</span>}
                </td>
                <td className={classes.figure}>
                  {dataset.rejected === 0 ? f.count(0) : (
                    <button type="button" className={classes.plain} aria-label={t.showRejected(f.count(dataset.rejected), name)} onClick={() => onRejected(dataset)}>
                      {f.count(dataset.rejected)}
                    </button>
                  )}
                </td>
                <td className={classes.figure}>{f.count(dataset.numbers)}</td>
                <td>
                  {dataset.first !== null && dataset.last !== null ? f.span(dataset.first, dataset.last) : t.noSpan}
                  <span className={classes.second}>{dataset.zone}</span>
                </td>
                <td>{f.time(localNow(dataset.openedAt))}</td>
                <td>
                  <Saved storage={dataset.storage} />
                </td>
                <td>
                  <AddFiles dataset={dataset} onAdd={onAdd} />
                  <Button size="compact-xs" variant="default" aria-label={t.removeNamed(name)} onClick={() => onRemove(dataset)}>{t.remove}</Button>
                </td>
              </tr>
              {dataset.storage === 'refused' && (
                <tr>
                  <td colSpan={columnCount} className={classes.advice}>
                    {advice.storage}{' '}
                    <Button size="compact-xs" variant="default" aria-label={t.saveAgainNamed(name)} onClick={() => onSave(dataset)}>{t.saveAgain}</Button>
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

/** More files for a dataset: what came later, or what was forgotten. */
function AddFiles({ dataset, onAdd }: { dataset: DatasetInfo; onAdd: (dataset: DatasetInfo, files: readonly File[]) => void }) {
  const t = useTexts(datasetsTexts);
  return (
    <label className={classes.add}>
      <span aria-hidden>{t.addFiles}</span>
      <input
        type="file"
        multiple
        className={classes.hidden}
        aria-label={t.addFilesTo(datasetTitle(dataset, useLanguage()))}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // So that choosing the same file again is a change.
          event.currentTarget.value = '';
          if (files.length > 0) onAdd(dataset, files);
        }}
      />
    </label>
  );
}

/** Whether the dataset outlasts the tab. */
function Saved({ storage }: Pick<DatasetInfo, 'storage'>) {
  const t = useTexts(datasetsTexts);
  return <output>{storage === 'saved' ? t.ready : storage === 'saving' ? t.beingSaved : <strong className={classes.refused}>{t.notSaved}</strong>}</output>;
}

/** The files of a dataset: the first few, and whichever there is something to say of; the others behind a line. */
function Files({ dataset: { files } }: { dataset: DatasetInfo }) {
  const t = useTexts(datasetsTexts);
  const f = useFormat();
  const isFolded = (file: SourceFile, place: number) => files.length > mostFiles && place >= mostFiles - 1 && (file.problems?.length ?? 0) === 0;
  const folded = files.filter(isFolded);
  return (
    <>
      <FileList files={files.filter((file, place) => !isFolded(file, place))} />
      {folded.length > 0 && (
        <details className={classes.folded}>
          <summary>{t.moreFiles(f.count(folded.length))}</summary>
          <FileList files={folded} />
        </details>
      )}
    </>
  );
}

/** Each file with its hash: short to read, whole to copy. */
function FileList({ files }: { files: readonly SourceFile[] }) {
  const t = useTexts(datasetsTexts);
  const kinds = useTexts(kindWords);
  const language = useLanguage();
  const f = useFormat();
  const copy = (file: string, sha256: string) =>
    void navigator.clipboard.writeText(sha256).then(() => announce(t.copied(file)), () => showToast({ kind: 'error', text: sha256 }));
  return (
    <ul className={classes.files}>
      {files.map(({ name, kind, rows, bytes, sha256, problems }, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- files of the same name may be in one dataset
        <li key={place}>
          <span className={classes.file} title={name}>{name}</span>
          {kind !== undefined && <span className={classes.bytes}>{kinds[kind]}, {t.rows(f.count(rows))}</span>}
          <span className={classes.bytes}>{f.bytes(bytes)}</span>
          {sha256 === null ? (
            <span className={classes.bytes}>{t.hashPending}</span>
          ) : (
            <button type="button" className={classes.hash} title={sha256} onClick={() => copy(name, sha256)}>
              <span className={classes.hidden}>{t.copyHash(name)} </span>
              {sha256.slice(0, shortHashChars)}…
            </button>
          )}
          {problems?.map(({ code, what }) => (
            <span key={`${code} ${what}`} className={classes.notice}>{fileNoticeText({ code, what }, language)}</span>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** An instant on the clock of this machine. */
function localNow(epochMs: number): string {
  const offsetS = -new Date(epochMs).getTimezoneOffset() * 60;
  return localTimeText(Math.floor(epochMs / 1000) + offsetS, offsetS);
}
