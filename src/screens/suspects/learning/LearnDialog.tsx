import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Refit } from '../../../analysis/refit/refitAnswers.ts';
import { caseQueries, useCase } from '../../../sources/useCase.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { useFormat } from '../../../words/format.ts';
import { useTexts } from '../../../words/language.tsx';
import classes from './LearnDialog.module.css';
import { learningTexts } from './learningTexts.ts';
import { PreviewParts } from './PreviewParts.tsx';
import { useRefit } from './useRefit.ts';

/** What a refit on the decisions so far would change, before it changes anything; applies it, or takes it back. */
export function LearnDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTexts(learningTexts);
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t.title} widthPx={860}>
      <Learning onClose={onClose} />
    </Dialog>
  );
}

function Learning({ onClose }: { onClose: () => void }) {
  const t = useTexts(learningTexts);
  const f = useFormat();
  const source = useCase();
  const { refit: inUse, model } = useQuery(caseQueries.summary(source, null)).data ?? {};
  const preview = useQuery(caseQueries.refitPreview(source));
  const { put, isBusy } = useRefit();
  const { data } = preview;
  const apply = async () => {
    if (data === undefined) return;
    const { confirmed, dismissed, model, factors } = data;
    const refit: Refit = { confirmed, dismissed, at: new Date().toISOString(), model, factors };
    if (await put(refit, t.applied(f.count(confirmed + dismissed)))) onClose();
  };
  const revert = async () => {
    if (await put(null, t.reverted)) onClose();
  };
  return (
    <div className={classes.learning}>
      <p className={classes.what}>{t.what}</p>
      {inUse !== undefined && (
        <p className={classes.inUse}>
          {t.inUse(f.count(inUse.confirmed + inUse.dismissed), f.dayWithYear(inUse.at))}
          {inUse.model === model ? '' : t.earlierModel}
          <Button size="compact-sm" variant="default" disabled={isBusy} onClick={() => void revert()}>{t.revert}</Button>
        </p>
      )}
      <div className={classes.preview} aria-busy={preview.isFetching}>
        {preview.isError ? <ErrorState error={preview.error} where={t.where} onRetry={() => void preview.refetch()} />
          : data === undefined ? <p className={classes.dim} role="status">{t.working}</p>
          : <PreviewParts preview={data} />}
      </div>
      <div className={classes.actions}>
        <Button size="sm" variant="default" onClick={onClose}>{t.cancel}</Button>
        <Button size="sm" disabled={isBusy || data === undefined || data.factors.length === 0} onClick={() => void apply()}>{t.apply}</Button>
      </div>
    </div>
  );
}
