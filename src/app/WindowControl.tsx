import { Button, Group, Popover, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseSummary } from '../analysis/answers.ts';
import type { DayWindow } from '../records/days.ts';
import type { CaseSource } from '../sources/caseSource.ts';
import { caseQueries } from '../sources/useCase.tsx';
import { useWindow } from '../state/search.ts';
import { announce } from '../ui/announce.ts';
import { RangeBrush } from '../ui/RangeBrush.tsx';
import { useDialogKeys } from '../ui/useShortcuts.ts';
import { useFormat } from '../words/format.ts';
import { defineTexts, useTexts } from '../words/language.tsx';
import { useSources } from './sources.tsx';
import classes from './WindowControl.module.css';
import { lastDays, rangeOfWindow, windowOfRange } from './windowDays.ts';

const texts = defineTexts({
  window: ['Window', '时间窗'],
  first: ['Window: first day', '时间窗：起始日'],
  last: ['Window: last day', '时间窗：结束日'],
  records: [(day: string, n: string) => `${day}, ${n} records`, (day: string, n: string) => `${day}，${n} 条话单`],
  last7: ['Last 7 days', '最近 7 天'],
  last28: ['Last 28 days', '最近 28 天'],
  all: ['All', '全部'],
  from: ['From', '从'],
  to: ['To', '至'],
  set: ['Set', '应用'],
  none: ['no records', '无话单'],
  set2: [(span: string) => `Window: ${span}`, (span: string) => `时间窗：${span}`],
});

/** The window that filters every screen: activity by day with a brush, the days in words, presets and exact days. */
export function WindowControl() {
  const { state } = useSources();
  return (
    <div className={classes.control}>{state.is === 'ready' ? <Control key={state.source.key} source={state.source} /> : <Waiting />}</div>
  );
}

function Waiting() {
  return <RangeBrush values={[]} range={null} onRange={() => undefined} firstLabel="" lastLabel="" valueText={String} />;
}

function Control({ source }: { source: CaseSource }) {
  const t = useTexts(texts);
  const format = useFormat();
  const { window, setWindow } = useWindow();
  const { data } = useQuery(caseQueries.summary(source, window));
  if (data === undefined) return <Waiting />;
  const { activity } = data;
  const choose = (next: DayWindow | null) => {
    setWindow(next);
    const span = next ?? wholeSpan(data);
    if (span !== null) announce(t.set2(format.span(span.from, span.to)));
  };
  return (
    <>
      <RangeBrush
        values={activity.map(({ records }) => records)}
        range={rangeOfWindow(activity, window)}
        onRange={(range) => choose(windowOfRange(activity, range))}
        firstLabel={t.first}
        lastLabel={t.last}
        valueText={(step) => {
          const at = activity[step];
          return at === undefined ? '' : t.records(format.dayWithYear(at.day), format.count(at.records));
        }}
      />
      <WindowMenu summary={data} window={window} onChoose={choose} />
    </>
  );
}

function wholeSpan({ activity }: CaseSummary): DayWindow | null {
  const from = activity[0]?.day;
  const to = activity.at(-1)?.day;
  return from === undefined || to === undefined ? null : { from, to };
}

function WindowMenu({ summary, window, onChoose }: { summary: CaseSummary; window: DayWindow | null; onChoose: (window: DayWindow | null) => void }) {
  const t = useTexts(texts);
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  useDialogKeys(isOpen, () => setOpen(false));
  const shown = window ?? wholeSpan(summary);
  const pick = (next: DayWindow | null) => {
    setOpen(false);
    onChoose(next);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={classes.span} aria-label={`${t.window}: ${shown === null ? t.none : format.span(shown.from, shown.to)}`} onClick={() => setOpen(!isOpen)}>
          {shown === null ? t.none : format.span(shown.from, shown.to)} <span aria-hidden>▾</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.menu} aria-label={t.window}>
        <Group gap={4}>
          <Button variant="default" onClick={() => pick(lastDays(summary.activity, 7))}>
            {t.last7}
          </Button>
          <Button variant="default" onClick={() => pick(lastDays(summary.activity, 28))}>
            {t.last28}
          </Button>
          <Button variant="default" onClick={() => pick(null)}>
            {t.all}
          </Button>
        </Group>
        {shown !== null && <Days key={`${shown.from}${shown.to}`} shown={shown} whole={wholeSpan(summary)} onSet={pick} />}
      </Popover.Dropdown>
    </Popover>
  );
}

/** Exact days; set when both are there and in order. */
function Days({ shown, whole, onSet }: { shown: DayWindow; whole: DayWindow | null; onSet: (window: DayWindow) => void }) {
  const t = useTexts(texts);
  const [from, setFrom] = useState(shown.from);
  const [to, setTo] = useState(shown.to);
  return (
    <form
      className={classes.days}
      onSubmit={(event) => {
        event.preventDefault();
        if (from !== '' && from <= to) onSet({ from, to });
      }}
    >
      <TextInput type="date" label={t.from} value={from} min={whole?.from} max={whole?.to} onChange={(event) => setFrom(event.target.value)} />
      <TextInput type="date" label={t.to} value={to} min={from} max={whole?.to} onChange={(event) => setTo(event.target.value)} />
      <Button type="submit" disabled={from === '' || to === '' || from > to}>
        {t.set}
      </Button>
    </form>
  );
}
