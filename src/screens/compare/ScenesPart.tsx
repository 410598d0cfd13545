import { Button, NumberInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Scene, SceneNumber } from '../../analysis/answers.ts';
import { formatScene, parseScene } from '../../analysis/compare/sceneText.ts';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { useSearchState, useWindow } from '../../state/search.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useFormat } from '../../words/format.ts';
import { glossary } from '../../words/glossary.ts';
import { useTexts } from '../../words/language.tsx';
import { networkLink } from '../number/networkLink.ts';
import { chanceText } from './chanceText.ts';
import classes from './CompareScreen.module.css';
import { formatScenes, mostScenes, parseCompareSearch, parseScenes } from './compareSearch.ts';
import type { CompareColumn } from './CompareTable.tsx';
import { CompareTable } from './CompareTable.tsx';
import { compareTexts } from './compareTexts.ts';
import { ComparisonState } from './ComparisonState.tsx';

interface Draft {
  readonly cells: string;
  readonly from: string;
  readonly to: string;
}

const nothing: Draft = { cells: '', from: '', to: '' };
const draftOf = ({ cells, from, to }: Scene): Draft => ({ cells: cells.join(', '), from, to });
const sceneOf = ({ cells, from, to }: Draft): Scene => ({ cells: cells.split(/[,，;；\n\t]+/).map((cell) => cell.trim()).filter((cell) => cell !== ''), from, to });

/** Who was at several scenes? */
export function ScenesPart() {
  const t = useTexts(compareTexts);
  const g = useTexts(glossary);
  const format = useFormat();
  const source = useCase();
  const { window } = useWindow();
  const [{ scenes: asked, least, metres = 0 }, patch] = useSearchState(parseCompareSearch);
  const scenes = parseScenes(asked);
  const [drafts, setDrafts] = useState<readonly Draft[] | null>(null);
  const [isRefused, setRefused] = useState(false);
  const shown = drafts ?? (scenes.length === 0 ? [nothing, nothing] : scenes.map(draftOf));
  const many = Math.min(least ?? Math.min(2, scenes.length), Math.max(1, scenes.length));
  const options = caseQueries.scenes(source, { window, scenes, least: Math.max(1, many), metres });
  const query = useQuery({ ...options, enabled: scenes.length > 0 });
  const change = (i: number, part: Partial<Draft>) => setDrafts(shown.map((draft, j) => (i === j ? { ...draft, ...part } : draft)));
  const ask = () => {
    const filled = shown.filter(({ cells, from, to }) => `${cells}${from}${to}` !== '').map(sceneOf);
    const isRight = filled.length > 0 && filled.every((scene) => parseScene(formatScene(scene)) !== null);
    setRefused(!isRight);
    if (!isRight) return;
    patch({ scenes: formatScenes(filled) });
    setDrafts(null);
  };
  const columns: readonly CompareColumn<SceneNumber>[] = [
    { name: 'number', title: g.number, numberOf: (row) => row.number, csv: (row) => row.number },
    { name: 'score', title: g.score, isFigure: true, cell: ({ score }) => (score === null ? '—' : format.score(score)), csv: ({ score }) => score?.toFixed(1) ?? null },
    { name: 'scenes', title: t.sceneList, cell: (row) => format.list(row.scenes.map((i) => String(i + 1))), csv: (row) => row.scenes.map((i) => i + 1).join('; ') },
    { name: 'records', title: t.recordsEach, cell: ({ records }) => records.map(format.count).join(' · '), csv: ({ records }) => records.join('; ') },
    { name: 'chance', title: t.habit, isFigure: true, cell: ({ chance }) => chanceText(chance, format), csv: ({ chance }) => chance },
  ];
  return (
    <>
      <form
        className={classes.side}
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        {shown.map((draft, i) => (
          // oxlint-disable-next-line react/no-array-index-key -- scenes have no other name than their place
          <fieldset key={i} className={classes.scene}>
            <legend>{t.scene(format.count(i + 1))}</legend>
            <TextInput className={classes.wide} label={t.cells} value={draft.cells} spellCheck={false} onChange={(event) => change(i, { cells: event.currentTarget.value })} />
            <TextInput type="datetime-local" label={t.from} value={draft.from} onChange={(event) => change(i, { from: event.currentTarget.value })} />
            <TextInput type="datetime-local" label={t.to} value={draft.to} onChange={(event) => change(i, { to: event.currentTarget.value })} />
            {shown.length > 1 && <Button size="compact-xs" variant="subtle" color="gray" aria-label={`${t.removeScene}: ${t.scene(format.count(i + 1))}`} onClick={() => setDrafts(shown.filter((_, j) => j !== i))}>{t.removeScene}</Button>}
          </fieldset>
        ))}
        <div className={classes.form}>
          <Button size="xs" variant="default" disabled={shown.length >= mostScenes} onClick={() => setDrafts([...shown, nothing])}>{t.addScene}</Button>
          <NumberInput className={classes.small} label={t.leastScenes} value={Math.max(1, many)} min={1} max={Math.max(1, scenes.length)} allowDecimal={false} allowNegative={false} onChange={(value) => patch({ least: Number(value) || undefined }, { replace: true })} />
          <NumberInput className={classes.small} label={t.metres} value={metres} min={0} max={100_000} step={100} allowDecimal={false} allowNegative={false} onChange={(value) => patch({ metres: Number(value) || undefined }, { replace: true })} />
          <Button type="submit" size="xs">{t.run}</Button>
        </div>
      </form>
      <ComparisonState where={t.scenes} query={query} queryKey={options.queryKey} missing={scenes.length === 0 || isRefused ? t.needScenes : null}>
        {(answer) => {
          const unknown = answer.scenes.flatMap((scene) => scene.unknown);
          return (
            <>
              {unknown.length > 0 && <p className={classes.notes}>{t.unknownCells(format.list(unknown))}</p>}
              {answer.rows.length === 0 ? <EmptyState text={t.noScenes} /> : (
                <>
                  <p className={classes.notes}>{t.foundScenes(format.count(answer.total), format.ratio(Number(answer.expected.toPrecision(2))))}</p>
                  <CompareTable
                    label={t.scenes} fileName="callchain-scenes" rows={answer.rows} columns={columns} keyOf={(row) => row.number}
                    actions={<Button size="compact-xs" variant="default" renderRoot={(props) => <Link {...networkLink(...answer.rows.slice(0, 20).map((row) => row.number))} {...props} />}>{t.showNetwork}</Button>}
                  />
                </>
              )}
            </>
          );
        }}
      </ComparisonState>
    </>
  );
}
