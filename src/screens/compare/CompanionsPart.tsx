import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Companion, Companions } from '../../analysis/answers.ts';
import { FALSE_DISCOVERY_LINE } from '../../analysis/answers.ts';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { useSearchState, useSelection, useWindow } from '../../state/search.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useFormat } from '../../words/format.ts';
import { glossary } from '../../words/glossary.ts';
import { useTexts } from '../../words/language.tsx';
import { formatNumbers, parseNumbers } from '../../state/numberList.ts';
import { networkLink } from '../number/networkLink.ts';
import { chanceText } from './chanceText.ts';
import classes from './CompareScreen.module.css';
import { parseCompareSearch, usualMinutes } from './compareSearch.ts';
import type { CompareColumn } from './CompareTable.tsx';
import { CompareTable } from './CompareTable.tsx';
import { compareTexts } from './compareTexts.ts';
import { ComparisonState } from './ComparisonState.tsx';
import { ToleranceInputs } from './ToleranceInputs.tsx';

/** Who goes where a number goes? */
export function CompanionsPart() {
  const t = useTexts(compareTexts);
  const g = useTexts(glossary);
  const source = useCase();
  const { window } = useWindow();
  const { selected } = useSelection();
  const [{ numbers: asked, minutes = usualMinutes, metres = 0 }, patch] = useSearchState(parseCompareSearch);
  const [draft, setDraft] = useState<string | null>(null);
  const [number = ''] = parseNumbers(asked);
  const options = caseQueries.companions(source, { window, number, minutes, metres });
  const query = useQuery({ ...options, enabled: number !== '' });
  return (
    <>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          patch({ numbers: formatNumbers([(draft ?? (number || (selected ?? ''))).trim()].filter((text) => text !== '')) });
          setDraft(null);
        }}
      >
        <TextInput label={g.number} value={draft ?? (number || (selected ?? ''))} spellCheck={false} onChange={(event) => setDraft(event.currentTarget.value)} />
        <ToleranceInputs minutes={minutes} metres={metres} onChange={(change) => patch(change, { replace: true })} />
        <Button type="submit" size="xs">{t.run}</Button>
      </form>
      <ComparisonState where={t.companions} query={query} queryKey={options.queryKey} missing={number === '' ? t.needNumber : null}>
        {(answer) => <Found answer={answer} metres={metres} />}
      </ComparisonState>
    </>
  );
}

function Found({ answer: { isKnown, number, hasSites, sightings, tested, rows }, metres }: { answer: Companions; metres: number }) {
  const t = useTexts(compareTexts);
  const g = useTexts(glossary);
  const format = useFormat();
  if (!isKnown) return <EmptyState text={t.unknown(format.phone(number))} />;
  if (sightings === 0) return <EmptyState text={t.noSightings} />;
  if (rows.length === 0) return <EmptyState text={t.noCompanions} />;
  const found = rows.filter(({ falseDiscovery }) => falseDiscovery <= FALSE_DISCOVERY_LINE);
  const columns: readonly CompareColumn<Companion>[] = [
    { name: 'number', title: g.number, numberOf: (row) => row.number, csv: (row) => row.number },
    { name: 'score', title: g.score, isFigure: true, cell: ({ score }) => (score === null ? '—' : format.score(score)), csv: ({ score }) => score?.toFixed(1) ?? null },
    { name: 'hours', title: t.hours, isFigure: true, cell: ({ hours }) => format.count(hours), csv: ({ hours }) => hours },
    { name: 'expected', title: t.expected, isFigure: true, cell: ({ expected }) => format.ratioInColumn(expected), csv: ({ expected }) => expected.toFixed(3) },
    { name: 'days_elsewhere', title: t.elsewhere, isFigure: true, cell: ({ elsewhere }) => format.count(elsewhere.days), csv: ({ elsewhere }) => elsewhere.days },
    { name: 'elsewhere_expected', title: t.expected, isFigure: true, cell: ({ elsewhere }) => format.ratioInColumn(elsewhere.expected), csv: ({ elsewhere }) => elsewhere.expected.toFixed(3) },
    { name: 'false_discovery', title: t.falseDiscovery, isFigure: true, cell: ({ falseDiscovery }) => chanceText(falseDiscovery, format), csv: ({ falseDiscovery }) => falseDiscovery },
    { name: 'first', title: t.first, cell: ({ first }) => format.time(first), csv: ({ first }) => first },
    { name: 'last', title: t.last, cell: ({ last }) => format.time(last), csv: ({ last }) => last },
    { name: 'cells', title: t.where, cell: ({ cells }) => format.list(cells), csv: ({ cells }) => cells.join('; ') },
  ];
  return (
    <>
      <p className={classes.notes}>{t.foundCompanions(format.count(found.length), format.count(tested))} {t.elsewhereNote} {metres > 0 && !hasSites && t.noSites}</p>
      <CompareTable
        label={t.companions} fileName={`callchain-companions-${number}`} rows={rows} columns={columns} keyOf={(row) => row.number}
        actions={found.length > 0 && <Button size="compact-xs" variant="default" renderRoot={(props) => <Link {...networkLink(number, ...found.slice(0, 20).map((row) => row.number))} {...props} />}>{t.showNetwork}</Button>}
      />
    </>
  );
}
