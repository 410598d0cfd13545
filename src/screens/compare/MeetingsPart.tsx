import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Meeting, MeetingPair, Meetings } from '../../analysis/answers.ts';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { useSearchState, useWindow } from '../../state/search.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useFormat } from '../../words/format.ts';
import { glossary } from '../../words/glossary.ts';
import { useTexts } from '../../words/language.tsx';
import { formatNumbers, parseNumbers } from '../../state/numberList.ts';
import { chanceText } from './chanceText.ts';
import classes from './CompareScreen.module.css';
import { mostNumbers, parseCompareSearch, pastedNumbers, usualMinutes } from './compareSearch.ts';
import type { CompareColumn } from './CompareTable.tsx';
import { CompareTable } from './CompareTable.tsx';
import { compareTexts } from './compareTexts.ts';
import { ComparisonState } from './ComparisonState.tsx';
import { NumbersInput } from './NumbersInput.tsx';
import { ToleranceInputs } from './ToleranceInputs.tsx';

/** When and where were some numbers at one place? */
export function MeetingsPart() {
  const t = useTexts(compareTexts);
  const source = useCase();
  const { window } = useWindow();
  const [{ numbers: asked, minutes = usualMinutes, metres = 0 }, patch] = useSearchState(parseCompareSearch);
  const [draft, setDraft] = useState<string | null>(null);
  const numbers = parseNumbers(asked).slice(0, mostNumbers);
  const isAsked = numbers.length >= 2;
  const options = caseQueries.meetings(source, { window, numbers, minutes, metres });
  const query = useQuery({ ...options, enabled: isAsked });
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
        <ToleranceInputs minutes={minutes} metres={metres} onChange={(change) => patch(change, { replace: true })} />
        <Button type="submit" size="xs">{t.run}</Button>
      </form>
      <ComparisonState where={t.meetings} query={query} queryKey={options.queryKey} missing={isAsked ? null : t.needNumbers}>
        {(answer) => <Found answer={answer} metres={metres} />}
      </ComparisonState>
    </>
  );
}

function Found({ answer: { hasSites, unknown, pairs, total, meetings }, metres }: { answer: Meetings; metres: number }) {
  const t = useTexts(compareTexts);
  const g = useTexts(glossary);
  const format = useFormat();
  const pairColumns: readonly CompareColumn<MeetingPair>[] = [
    { name: 'a', title: t.a, numberOf: ({ a }) => a, csv: ({ a }) => a },
    { name: 'b', title: t.b, numberOf: ({ b }) => b, csv: ({ b }) => b },
    { name: 'hours', title: t.hours, isFigure: true, cell: ({ hours }) => format.count(hours), csv: ({ hours }) => hours },
    { name: 'expected', title: t.expected, isFigure: true, cell: ({ expected }) => format.ratioInColumn(expected), csv: ({ expected }) => expected.toFixed(3) },
    { name: 'chance', title: t.chance, isFigure: true, cell: ({ chance }) => chanceText(chance, format), csv: ({ chance }) => chance },
    { name: 'cells', title: t.where, cell: ({ cells }) => format.list(cells) || '—', csv: ({ cells }) => cells.join('; ') },
  ];
  const meetingColumns: readonly CompareColumn<Meeting>[] = [
    { name: 'from', title: t.at, cell: ({ at }) => format.time(at), csv: ({ at }) => at },
    { name: 'until', title: t.untilTime, cell: ({ until }) => format.time(until), csv: ({ until }) => until },
    { name: 'cell', title: g.cell, cell: ({ cell }) => cell, csv: ({ cell }) => cell },
    { name: 'numbers', title: t.who, cell: ({ numbers }) => format.list(numbers.map(format.phone)), csv: ({ numbers }) => numbers.join('; ') },
  ];
  return (
    <>
      <p className={classes.notes}>
        {unknown.length > 0 && t.unknown(format.list(unknown.map(format.phone)))} {t.foundMeetings(format.count(total))} {metres > 0 && !hasSites && t.noSites}
      </p>
      {meetings.length === 0
        ? <EmptyState text={t.noMeetings} />
        : <CompareTable label={t.meetingsOf} fileName="callchain-meetings" rows={meetings} columns={meetingColumns} keyOf={({ at, cell }) => `${at} ${cell}`} />}
      {pairs.length > 0 && <CompareTable label={t.pairsOf} fileName="callchain-meeting-pairs" rows={pairs} columns={pairColumns} keyOf={({ a, b }) => `${a} ${b}`} />}
    </>
  );
}
