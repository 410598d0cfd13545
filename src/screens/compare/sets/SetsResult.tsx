import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { CollidedNumber, Collision } from '../../../analysis/sets/collision.ts';
import { formatNumbers } from '../../../state/numberList.ts';
import { groupAtMost, useGroup } from '../../../state/group.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { saveFile } from '../../../ui/saveFile.ts';
import { showToast } from '../../../ui/toasts.ts';
import { describeError } from '../../../words/describeError.ts';
import { useFormat } from '../../../words/format.ts';
import { glossary } from '../../../words/glossary.ts';
import { useLanguage, useTexts } from '../../../words/language.tsx';
import { csvField } from '../../../ui/csv.ts';
import { openAtMost } from '../../network/networkSearch.ts';
import { networkLink } from '../../number/networkLink.ts';
import classes from '../CompareScreen.module.css';
import type { CompareColumn } from '../CompareTable.tsx';
import { CompareTable } from '../CompareTable.tsx';
import { setsTexts } from './setsTexts.ts';

const FILE_NAME = 'callchain-sets';

/** What an expression left, and what to do with it. */
export function SetsResult({ answer, askWhole, onNewSet }: {
  answer: Collision;
  /** All numbers that were found, a number a line. */
  askWhole: () => Promise<string>;
  onNewSet: (text: string) => Promise<void>;
}) {
  const t = useTexts(setsTexts);
  const g = useTexts(glossary);
  const format = useFormat();
  const language = useLanguage();
  const navigate = useNavigate();
  const { group, setGroup } = useGroup();
  const [isBusy, setBusy] = useState(false);
  const { rows, total, leftAlone } = answer;
  const known = rows.filter(({ records }) => records > 0).map(({ number }) => number);

  const columns: readonly CompareColumn<CollidedNumber>[] = [
    { name: 'number', title: g.number, numberOf: ({ number }) => number, csv: ({ number }) => number },
    { name: 'score', title: g.score, isFigure: true, cell: ({ score }) => (score === null ? '—' : format.score(score)), csv: ({ score }) => score?.toFixed(1) ?? null },
    { name: 'sets', title: t.inSets, cell: ({ sets }) => format.list(sets), csv: ({ sets }) => sets.join('; ') },
    { name: 'records', title: t.records, isFigure: true, cell: ({ records }) => (records === 0 ? t.noRecords : format.count(records)), csv: ({ records }) => records },
  ];
  const withWhole = async (act: (text: string) => void | Promise<void>) => {
    setBusy(true);
    try {
      await act(await askWhole());
    } catch (error) {
      const { what, advice } = describeError(error, language);
      showToast({ kind: 'error', text: `${what}. ${advice}` });
    } finally {
      setBusy(false);
    }
  };
  const first = (most: number) => {
    if (known.length > most) showToast({ text: t.firstOnly(format.count(most), format.count(known.length)) });
    return known.slice(0, most);
  };
  const mark = () => {
    const before = group;
    const marked = first(groupAtMost);
    setGroup(marked);
    showToast({ text: t.marked(format.count(marked.length)), undo: () => setGroup(before) });
    return marked;
  };
  const button = (label: string, run: () => void, isOn = known.length > 0) => <Button size="compact-xs" variant="default" disabled={!isOn || isBusy} onClick={run}>{label}</Button>;
  return (
    <>
      <p className={classes.notes} role="status">
        {t.found(format.count(total), format.count(answer.inRecords))}
        {leftAlone > 0 && ` · ${(answer.keptAlone ? t.leftIn : t.leftOut)(format.count(leftAlone))}`}
        {total > rows.length && ` · ${t.shown(format.count(rows.length))}`}
      </p>
      <p className={classes.notes}>
        {answer.sets.map(({ name, count, unread, unknown }) => format.list([`${name} ${format.count(count)}`, unread > 0 ? t.unread(format.count(unread)) : '', unknown.length > 0 ? t.unknown(format.list(unknown.slice(0, 5))) : ''].filter(Boolean))).join(' · ')}
      </p>
      {rows.length === 0 ? <EmptyState text={t.none} /> : (
        <CompareTable
          label={t.sets} fileName={FILE_NAME} rows={rows} columns={columns} keyOf={({ number }) => number}
          {...(total > rows.length ? { onSave: () => void withWhole((text) => saveFile(`${FILE_NAME}.csv`, new Blob(['number\r\n', text.replaceAll(/^.*[",].*$/gm, csvField).replaceAll('\n', '\r\n')], { type: 'text/csv;charset=utf-8' }))) } : {})}
          actions={(
            <>
              {button(t.mark, () => void mark())}
              {button(t.toQueue, () => {
                void navigate({ to: '/suspects', search: { group: formatNumbers(mark()), among: 'group' } });
              })}
              {button(t.toNetwork, () => void navigate(networkLink(...first(openAtMost))))}
              {button(t.asSet, () => void withWhole(onNewSet), true)}
            </>
          )}
        />
      )}
    </>
  );
}
