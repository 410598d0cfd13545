import { Button, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FALSE_DISCOVERY_LINE } from '../../analysis/answers.ts';
import type { Sequence, SequenceEnd, Sequences } from '../../analysis/compare/sequences.ts';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { formatNumbers, parseNumbers } from '../../state/numberList.ts';
import { useSearchState, useWindow } from '../../state/search.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import { networkLink } from '../number/networkLink.ts';
import { chanceText } from './chanceText.ts';
import classes from './CompareScreen.module.css';
import { mostNumbers, parseCompareSearch, pastedNumbers } from './compareSearch.ts';
import type { CompareColumn } from './CompareTable.tsx';
import { CompareTable } from './CompareTable.tsx';
import { compareTexts } from './compareTexts.ts';
import { ComparisonState } from './ComparisonState.tsx';
import { NumbersInput } from './NumbersInput.tsx';
import { sequenceTexts } from './pairTexts.ts';

/** Minutes after which a second contact hardly answers a first one any more (assumed). */
const usualMinutes = 15;

/** Who is called within minutes after whom, again and again? */
export function SequencesPart() {
  const t = useTexts(compareTexts);
  const s = useTexts(sequenceTexts);
  const source = useCase();
  const { window } = useWindow();
  const [{ numbers: asked, minutes = usualMinutes }, patch] = useSearchState(parseCompareSearch);
  const [draft, setDraft] = useState<string | null>(null);
  const numbers = parseNumbers(asked).slice(0, mostNumbers);
  const isAsked = numbers.length > 0 && minutes > 0;
  const options = caseQueries.sequences(source, { window, numbers, minutes });
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
        <NumberInput className={classes.small} label={s.within} value={minutes} min={1} max={1440} allowDecimal={false} allowNegative={false} onChange={(value) => patch({ minutes: Number(value) || undefined }, { replace: true })} />
        <Button type="submit" size="xs">{t.run}</Button>
      </form>
      <ComparisonState where={t.sequences} query={query} queryKey={options.queryKey} missing={isAsked ? null : s.need}>
        {(answer) => <Found answer={answer} numbers={numbers} />}
      </ComparisonState>
    </>
  );
}

function Found({ answer: { rows, tested, unknown }, numbers }: { answer: Sequences; numbers: readonly string[] }) {
  const t = useTexts(compareTexts);
  const s = useTexts(sequenceTexts);
  const format = useFormat();
  const endText = ({ number, direction }: SequenceEnd) => s[direction](format.phone(number));
  const columns: readonly CompareColumn<Sequence>[] = [
    { name: 'via', title: s.via, numberOf: ({ via }) => via, csv: ({ via }) => via },
    { name: 'first', title: s.first, cell: ({ first }) => endText(first), csv: ({ first }) => `${first.direction} ${first.number}` },
    { name: 'second', title: s.second, cell: ({ second }) => endText(second), csv: ({ second }) => `${second.direction} ${second.number}` },
    { name: 'times', title: s.times, isFigure: true, cell: ({ times, of }) => s.ofFirst(format.count(times), format.count(of)), csv: ({ times }) => times },
    { name: 'expected', title: t.expected, isFigure: true, cell: ({ expected }) => format.ratioInColumn(expected), csv: ({ expected }) => expected.toFixed(3) },
    { name: 'false_discovery', title: t.falseDiscovery, isFigure: true, cell: ({ falseDiscovery }) => chanceText(Math.min(1, falseDiscovery), format), csv: ({ falseDiscovery }) => falseDiscovery },
    { name: 'gap_s', title: s.gap, isFigure: true, cell: ({ gapS }) => format.duration(gapS), csv: ({ gapS }) => gapS },
  ];
  const found = rows.filter(({ falseDiscovery }) => falseDiscovery <= FALSE_DISCOVERY_LINE);
  const around = [...new Set([...numbers, ...found.slice(0, 10).flatMap(({ first, second }) => [first.number, second.number])])];
  return (
    <>
      <p className={classes.notes}>
        {unknown.length > 0 && `${t.unknown(format.list(unknown.map(format.phone)))} `}{s.found(format.count(found.length), format.count(tested))} {s.arrows}
      </p>
      {rows.length === 0 ? <EmptyState text={s.none} /> : (
        <CompareTable
          label={t.sequences} fileName="callchain-sequences" rows={rows} columns={columns} more={Occasions}
          keyOf={({ via, first, second }) => [via, first.direction, first.number, second.direction, second.number].join(' ')}
          actions={<Button size="compact-xs" variant="default" renderRoot={(props) => <Link {...networkLink(...around)} {...props} />}>{t.showNetwork}</Button>}
        />
      )}
    </>
  );
}

function Occasions({ row: { via, first, second, occasions } }: { row: Sequence }) {
  const s = useTexts(sequenceTexts);
  const format = useFormat();
  return (
    <dl>
      <dt>{s.occasions}</dt>
      <dd>
        <ul className={classes.plain}>
          {occasions.map(({ at, secondAt }) => (
            <li key={at}>
              {format.time(at)} → {format.time(secondAt)}{' '}
              <Link className={classes.link} to="/numbers/$number" params={{ number: via }} search={{ day: at.slice(0, 10) }}>{s.dayRecords}</Link>
            </li>
          ))}
        </ul>
        {[first, second].map(({ number }) => (
          <Button key={number} mr={8} mt={4} size="compact-xs" variant="default" renderRoot={(props) => <Link to="/numbers/$number" params={{ number: via }} search={{ other: number }} {...props} />}>
            {s.records(format.phone(number))}
          </Button>
        ))}
      </dd>
    </dl>
  );
}
