import { Button } from '@mantine/core';
import type { OpenProgress } from '../../engine/protocol.ts';
import { datasetTitle } from '../../words/datasetTitle.ts';
import { describeError } from '../../words/describeError.ts';
import { engineFailureAdvice } from '../../words/errors.ts';
import { fileProblemText, mergedProblems, unreadRowsText } from '../../words/fileProblems.ts';
import { useFormat } from '../../words/format.ts';
import { useLanguage, useTexts } from '../../words/language.tsx';
import classes from './OpeningRow.module.css';
import { datasetsTexts } from './datasetsTexts.ts';
import type { LeftOut, Opening } from './openings.ts';
import { progressShare } from './progressShare.ts';

/** Columns of the table between a dataset's name and its status. */
const columnsBetween = 6;

/** A row of the table: files being opened, or that could not be: how far, how fast, how long still; or what happened and what to do. */
export function OpeningRow({ opening, onCancel, onDismiss, onWithin }: {
  opening: Opening;
  onCancel: () => void;
  onDismiss: () => void;
  /** Reads only about so many records. */
  onWithin: (records: number) => void;
}) {
  const t = useTexts(datasetsTexts);
  const advice = useTexts(engineFailureAdvice);
  const f = useFormat();
  const { state, files, leftOut } = opening;
  const name = datasetTitle({ name: files.length > 1 ? `${files[0]?.name} + ${files.length - 1}` : (files[0]?.name ?? ''), files }, useLanguage());
  const isRunning = state.is === 'looking' || state.is === 'asking' || state.is === 'reading';
  const anew = state.is === 'reading' ? (state.progress?.anew ?? null) : null;
  const word = state.is === 'reading' ? (state.progress?.phase ?? 'reading') : state.is;
  return (
    <tr>
      <th scope="row" title={f.list(files.map((file) => file.name))}>{name}</th>
      <td colSpan={columnsBetween}>
        {anew !== null && <output className={classes.message}>{anew === 'lost' ? t.anewLost : t.anewIndivisible}</output>}
        {isRunning && <Progress name={name} progress={state.is === 'reading' ? state.progress : null} elapsedS={state.is === 'reading' ? state.elapsedS : 0} />}
        {state.is === 'cancelled' && advice.cancelled}
        {state.is === 'failed' && state.failure !== null && <Failure failure={state.failure} file={state.failure.file} />}
        {state.is === 'failed' && state.failure?.room !== undefined && state.failure.room.fits > 0 && (
          <div className={classes.room}>
            {t.room(f.short(state.failure.room.expected), f.short(state.failure.room.fits))}{' '}
            <Button size="compact-xs" variant="default" onClick={() => onWithin(state.failure!.room!.fits)}>{t.readWithin(f.short(state.failure.room.fits))}</Button>
          </div>
        )}
        {leftOut.map((entry) => (
          <LeftOutFile key={entry.file} leftOut={entry} />
        ))}
      </td>
      <td>
        <output className={classes.status} data-state={state.is}>{t[word]}</output>
      </td>
      <td>
        {isRunning ? (
          <Button size="compact-xs" variant="default" onClick={onCancel}>{t.cancel}</Button>
        ) : (
          <Button size="compact-xs" variant="default" onClick={onDismiss}>{t.dismiss}</Button>
        )}
      </td>
    </tr>
  );
}

function Progress({ name, progress, elapsedS }: { name: string; progress: OpenProgress | null; elapsedS: number }) {
  const t = useTexts(datasetsTexts);
  const f = useFormat();
  const share = progressShare(progress, elapsedS);
  const words = progress === null ? [] : [
    t.rows(f.count(progress.rows)),
    t.rate(f.short(progress.rowsPerSecond)),
    progress.secondsLeft === null ? t.leftUnknown : t.left(f.duration(Math.max(1, Math.ceil(progress.secondsLeft)))),
    t.rejectedSoFar(f.count(progress.rejected)),
  ];
  return (
    <div className={classes.progress}>
      <div
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the look of <progress> cannot be set alike in all browsers
        role="progressbar"
        className={classes.bar}
        aria-label={t.progress(name)}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(share === null ? {} : { 'aria-valuenow': Math.round(share * 100), 'aria-valuetext': f.list([f.share(share), ...words]) })}
      >
        <div className={classes.fill} style={{ width: `${(share ?? 0) * 100}%` }} />
      </div>
      <span className={classes.figures}>{words.join(' · ')}</span>
    </div>
  );
}

function LeftOutFile({ leftOut: { file, problems, failure } }: { leftOut: LeftOut }) {
  const t = useTexts(datasetsTexts);
  const language = useLanguage();
  if (problems.length === 0 && failure !== null) return <Failure failure={failure} file={file} />;
  return (
    <div role="alert" className={classes.message}>
      <strong>{t.leftOut(file)}</strong>{' '}
      {mergedProblems(problems).map((problem) => {
        const { what, advice } = fileProblemText(problem, language);
        return <span key={problem.code}>{what} {advice} </span>;
      })}
    </div>
  );
}

function Failure({ failure, file }: { failure: NonNullable<LeftOut['failure']>; file: string | null }) {
  const t = useTexts(datasetsTexts);
  const language = useLanguage();
  const { what, advice, details } = describeError(failure, language);
  const rows = failure.unread === undefined ? null : unreadRowsText(failure.unread, failure.file ?? '', language);
  return (
    <div role="alert" className={classes.message}>
      <strong>{file === null ? t.sentence(what) : t.sentenceOf(file, what)}</strong> {rows} {advice}
      {rows === null && details !== '' && <code className={classes.details}>{details}</code>}
    </div>
  );
}
