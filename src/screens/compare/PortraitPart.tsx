import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { useGroup } from '../../state/group.ts';
import { formatNumbers, parseNumbers } from '../../state/numberList.ts';
import { useSearchState, useSelection, useWindow } from '../../state/search.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import classes from './CompareScreen.module.css';
import { parseCompareSearch, usualMinutes } from './compareSearch.ts';
import { compareTexts } from './compareTexts.ts';
import { ComparisonState } from './ComparisonState.tsx';
import { PortraitAnswer } from './PortraitAnswer.tsx';
import { portraitTexts } from './pairTexts.ts';
import { ToleranceInputs } from './ToleranceInputs.tsx';

/** What have two numbers to do with each other, and are they one person's? */
export function PortraitPart() {
  const t = useTexts(compareTexts);
  const p = useTexts(portraitTexts);
  const format = useFormat();
  const source = useCase();
  const { window } = useWindow();
  const { selected } = useSelection();
  const { group } = useGroup();
  const [{ numbers: asked, minutes = usualMinutes, metres = 0 }, patch] = useSearchState(parseCompareSearch);
  const [draft, setDraft] = useState<readonly [string, string] | null>(null);
  const [a = '', b = ''] = parseNumbers(asked);
  // Whatever is marked or selected is what one most likely wants to compare.
  const offered = [...new Set([a, b, ...group, selected ?? ''])].filter((number) => number !== '');
  const shown = draft ?? [offered[0] ?? '', offered[1] ?? ''];
  const isAsked = a !== '' && b !== '';
  const options = caseQueries.portrait(source, { window, a, b, minutes, metres });
  const query = useQuery({ ...options, enabled: isAsked });
  const ask = (pair: readonly [string, string]) => {
    patch({ numbers: formatNumbers(pair.map((number) => number.trim()).filter((number) => number !== '')) });
    setDraft(null);
  };
  const isOne = shown[0].trim() !== '' && shown[0].trim() === shown[1].trim();
  return (
    <>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isOne) ask(shown);
        }}
      >
        <TextInput label={p.one} value={shown[0]} spellCheck={false} onChange={(event) => setDraft([event.currentTarget.value, shown[1]])} />
        <TextInput label={p.other} value={shown[1]} spellCheck={false} error={isOne ? p.same : null} onChange={(event) => setDraft([shown[0], event.currentTarget.value])} />
        <ToleranceInputs minutes={minutes} metres={metres} onChange={(change) => patch(change, { replace: true })} />
        <Button type="submit" size="xs">{t.run}</Button>
        <Button size="xs" variant="default" onClick={() => (isAsked && draft === null ? ask([b, a]) : setDraft([shown[1], shown[0]]))}>{p.swap}</Button>
      </form>
      <ComparisonState where={t.portrait} query={query} queryKey={options.queryKey} missing={isAsked ? null : p.need}>
        {({ both, unknown }) => (both === null ? <EmptyState text={t.unknown(format.list(unknown.map(format.phone)))} /> : <PortraitAnswer both={both} />)}
      </ComparisonState>
    </>
  );
}
