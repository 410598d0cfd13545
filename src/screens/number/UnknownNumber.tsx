import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { useWindow } from '../../state/search.ts';
import { Bar } from '../../ui/Bar.tsx';
import { useFormat } from '../../words/format.ts';
import { defineTexts, useTexts } from '../../words/language.tsx';
import { BackgroundSections } from './BackgroundSections.tsx';
import { NumberLink } from './NumberLink.tsx';
import classes from './UnknownNumber.module.css';

const texts = defineTexts({
  unknown: ['This dataset has no records of this number.', '该数据集中没有此号码的话单记录。'],
  unknownInWindow: [(span: string) => `There are no records of this number from ${span}.`, (span: string) => `${span} 期间没有此号码的话单记录。`],
  whole: ['Look in the whole span', '在全部时段中查找'],
  search: ['Search for a number', '查找号码'],
  hint: ['Any part of a number, three digits or more', '号码的任意部分，至少三位'],
  none: ['No number contains this.', '没有包含该内容的号码。'],
  hits: ['Numbers found', '找到的号码'],
});

/** Fewer digits would match nearly every number. */
const LEAST_DIGITS = 3;
const HITS = 10;

/** A number that the dataset does not hold: says so, and offers to look for another. */
export function UnknownNumber({ number }: { number: string }) {
  const t = useTexts(texts);
  const format = useFormat();
  const source = useCase();
  const { window, setWindow } = useWindow();
  // The last digits are what a mistyped prefix or area code leaves intact.
  const [text, setText] = useState(number.slice(-4));
  const [wanted] = useDebouncedValue(text.replaceAll(/\s/g, ''), 200);
  const { data: hits } = useQuery({ ...caseQueries.search(source, wanted, HITS), enabled: wanted.length >= LEAST_DIGITS });
  return (
    <>
      <div className={classes.unknown}>
        <p className={classes.text}>{window === null ? t.unknown : t.unknownInWindow(format.span(window.from, window.to))}</p>
        {window !== null && (
          <Button size="compact-sm" onClick={() => setWindow(null)}>
            {t.whole}
          </Button>
        )}
        <TextInput label={t.search} description={t.hint} descriptionProps={{ fz: 'xs' }} value={text} inputMode="tel" autoComplete="off" onChange={(event) => setText(event.currentTarget.value)} />
        {hits?.length === 0 && <p className={classes.text}>{t.none}</p>}
        {hits !== undefined && hits.length > 0 && (
          <ul className={classes.hits} aria-label={t.hits}>
            {hits.map((hit) => (
              <li key={hit.number}>
                <NumberLink number={hit.number} />
                <span className={classes.score}>
                  <Bar share={hit.score / 100} widthPx={48} tone="score" />
                  {format.score(hit.score)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <BackgroundSections number={number} />
    </>
  );
}
