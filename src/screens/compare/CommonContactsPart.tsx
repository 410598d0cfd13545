import { Button, Checkbox, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { CommonContact } from '../../analysis/answers.ts';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { useSearchState, useWindow } from '../../state/search.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useFormat } from '../../words/format.ts';
import { glossary } from '../../words/glossary.ts';
import { useTexts } from '../../words/language.tsx';
import { formatNumbers, parseNumbers } from '../../state/numberList.ts';
import { networkLink } from '../number/networkLink.ts';
import { chanceText } from './chanceText.ts';
import classes from './CompareScreen.module.css';
import { mostNumbers, parseCompareSearch, pastedNumbers } from './compareSearch.ts';
import type { CompareColumn } from './CompareTable.tsx';
import { CompareTable } from './CompareTable.tsx';
import { compareTexts } from './compareTexts.ts';
import { ComparisonState } from './ComparisonState.tsx';
import { NumbersInput } from './NumbersInput.tsx';

/** Whom do several numbers have to do with in common? */
export function CommonContactsPart() {
  const t = useTexts(compareTexts);
  const g = useTexts(glossary);
  const format = useFormat();
  const source = useCase();
  const { window } = useWindow();
  const [{ numbers: asked, least = 2, services }, patch] = useSearchState(parseCompareSearch);
  const [draft, setDraft] = useState<string | null>(null);
  const numbers = parseNumbers(asked).slice(0, mostNumbers);
  const isAsked = numbers.length >= 2;
  const options = caseQueries.commonContacts(source, { window, numbers, least, services: services === 'on' });
  const query = useQuery({ ...options, enabled: isAsked });
  const columns: readonly CompareColumn<CommonContact>[] = [
    { name: 'number', title: g.contact, numberOf: ({ number }) => number, cell: ({ isAsked }) => (isAsked ? `· ${t.asked}` : ''), csv: ({ number }) => number },
    { name: 'score', title: g.score, isFigure: true, cell: ({ score }) => (score === null ? '—' : format.score(score)), csv: ({ score }) => score?.toFixed(1) ?? null },
    { name: 'of', title: t.with, isFigure: true, cell: (row) => format.count(row.numbers.length), csv: (row) => row.numbers.length },
    { name: 'expected', title: t.expected, isFigure: true, cell: ({ expected }) => format.ratioInColumn(expected), csv: ({ expected }) => expected.toFixed(3) },
    { name: 'chance', title: t.chance, isFigure: true, cell: ({ chance }) => chanceText(chance, format), csv: ({ chance }) => chance },
    { name: 'records', title: t.records, isFigure: true, cell: ({ records }) => format.count(records), csv: ({ records }) => records },
    { name: 'contacts', title: t.allContacts, isFigure: true, cell: ({ contacts }) => format.count(contacts), csv: ({ contacts }) => contacts },
    { name: 'numbers', title: t.who, cell: (row) => format.list(row.numbers.slice(0, 4).map(format.phone)) + (row.numbers.length > 4 ? ' …' : ''), csv: (row) => row.numbers.join('; ') },
  ];
  return (
    <>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          patch({ numbers: formatNumbers(pastedNumbers(draft ?? numbers.join('\n')).slice(0, mostNumbers)) });
          setDraft(null);
        }}
      >
        <NumbersInput draft={draft ?? numbers.join('\n')} onDraft={setDraft} />
        <NumberInput className={classes.small} label={t.least} value={least} min={1} max={mostNumbers} allowDecimal={false} allowNegative={false} onChange={(value) => patch({ least: Number(value) || undefined }, { replace: true })} />
        <Checkbox label={t.services} checked={services === 'on'} onChange={(event) => patch({ services: event.currentTarget.checked ? 'on' : undefined }, { replace: true })} />
        <Button type="submit" size="xs">{t.run}</Button>
      </form>
      <ComparisonState where={t.common} query={query} queryKey={options.queryKey} missing={isAsked ? null : t.needNumbers}>
        {(answer) => (
          <>
            {answer.unknown.length > 0 && <p className={classes.notes}>{t.unknown(format.list(answer.unknown.map(format.phone)))}</p>}
            {answer.rows.length === 0 ? <EmptyState text={t.noContacts} /> : (
              <>
                <p className={classes.notes}>{t.foundContacts(format.count(answer.total), format.count(answer.asked))}</p>
                <CompareTable
                  label={t.common} fileName="callchain-common-contacts" rows={answer.rows} columns={columns} keyOf={({ number }) => number}
                  actions={<Button size="compact-xs" variant="default" renderRoot={(props) => <Link {...networkLink(...numbers)} {...props} />}>{t.showNetwork}</Button>}
                />
              </>
            )}
          </>
        )}
      </ComparisonState>
    </>
  );
}
