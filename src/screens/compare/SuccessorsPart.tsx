import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { SuccessorPair } from '../../analysis/answers.ts';
import { parseDay } from '../../records/days.ts';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { useSearchState, useWindow } from '../../state/search.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import { networkLink } from '../number/networkLink.ts';
import classes from './CompareScreen.module.css';
import { parseCompareSearch } from './compareSearch.ts';
import type { CompareColumn } from './CompareTable.tsx';
import { CompareTable } from './CompareTable.tsx';
import { compareTexts } from './compareTexts.ts';
import { ComparisonState } from './ComparisonState.tsx';

/** Which numbers took the place of those that fell silent at a date? */
export function SuccessorsPart() {
  const t = useTexts(compareTexts);
  const source = useCase();
  const { window } = useWindow();
  const [{ cut }, patch] = useSearchState(parseCompareSearch);
  const { data: summary } = useQuery(caseQueries.summary(source, window));
  const [draft, setDraft] = useState<string | null>(null);
  const options = caseQueries.successors(source, { window, cut: cut ?? '' });
  const query = useQuery({ ...options, enabled: cut !== undefined });
  const chosen = draft ?? cut ?? '';
  const ask = () => {
    if (Number.isNaN(parseDay(chosen))) return;
    patch({ cut: chosen });
    setDraft(null);
  };
  return (
    <>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        <TextInput
          type="date" label={t.cut} value={chosen} min={summary?.first?.slice(0, 10)} max={summary?.last?.slice(0, 10)} onChange={(event) => setDraft(event.currentTarget.value)}
        />
        <Button type="submit" size="xs">{t.run}</Button>
      </form>
      <ComparisonState where={t.successors} query={query} queryKey={options.queryKey} missing={cut === undefined ? t.needCut : null}>
        {(answer) => (answer.pairs.length === 0 ? <EmptyState text={t.noPairs} /> : <Pairs cut={answer.cut} silent={answer.silent} begun={answer.begun} expectedFalse={answer.expectedFalse} pairs={answer.pairs} />)}
      </ComparisonState>
    </>
  );
}

function Pairs({ cut, silent, begun, expectedFalse, pairs }: {
  cut: string; silent: number; begun: number; expectedFalse: number; pairs: readonly SuccessorPair[];
}) {
  const t = useTexts(compareTexts);
  const format = useFormat();
  const columns: readonly CompareColumn<SuccessorPair>[] = [
    { name: 'old', title: t.old, numberOf: ({ old }) => old, csv: ({ old }) => old },
    { name: 'new', title: t.newer, numberOf: (pair) => pair.new, csv: (pair) => pair.new },
    { name: 'probability', title: t.probability, isFigure: true, cell: ({ similarity }) => format.tenthsInColumn(Math.min(0.999, similarity)), csv: ({ similarity }) => similarity.toFixed(4) },
    { name: 'silent_since', title: t.since, cell: ({ evidence }) => format.time(evidence.silentSince), csv: ({ evidence }) => evidence.silentSince },
    { name: 'active_since', title: t.until, cell: ({ evidence }) => format.time(evidence.activeSince), csv: ({ evidence }) => evidence.activeSince },
    {
      name: 'contacts', title: t.contacts, cell: ({ evidence: { contacts } }) => t.sharedAndMapped(format.count(contacts.sharedCount), format.count(contacts.mappedCount)),
      csv: ({ evidence: { contacts } }) => [...contacts.shared.map(({ number }) => number), ...contacts.mapped.map((each) => `${each.old} → ${each.new}`)].join('; '),
    },
    { name: 'known_places', title: t.places, cell: ({ evidence: { cells } }) => (cells === null ? '—' : t.knownPlaces(format.share(cells.knownShare))), csv: ({ evidence: { cells } }) => cells?.knownShare.toFixed(3) ?? null },
    {
      name: 'devices', title: t.device, cell: ({ evidence: { devices } }) => (devices === null ? '—' : devices.shared.length > 0 ? t.sameDevice : t.otherDevice),
      csv: ({ evidence: { devices } }) => devices?.shared.join('; ') ?? null,
    },
    {
      name: 'registers', title: t.registers,
      cell: ({ evidence: { registers } }) => (registers === null ? '—' : signsOf(registers, t).join(t.comma) || t.otherDevice),
      csv: ({ evidence: { registers } }) => (registers === null ? null : [registers.document, registers.outlet, registers.contract].filter((text) => text !== null).join('; ')),
    },
  ];
  const all = pairs.slice(0, 25).flatMap((pair) => [pair.old, pair.new]);
  return (
    <>
      <p className={classes.notes}>
        {t.foundPairs(format.count(pairs.length), format.count(silent), format.count(begun))} {t.expectedFalse(format.ratio(Number(expectedFalse.toFixed(1))))} {t.weightNote}
      </p>
      <CompareTable
        label={t.successors} fileName={`callchain-successors-${cut}`} rows={pairs} columns={columns} keyOf={(pair) => `${pair.old} ${pair.new}`}
        more={Evidence}
        actions={<Button size="compact-xs" variant="default" renderRoot={(props) => <Link {...networkLink(...all)} {...props} />}>{t.allInNetwork}</Button>}
      />
    </>
  );
}

/** What is the same in the registers, in a word each. */
function signsOf({ document, outlet, contract }: NonNullable<SuccessorPair['evidence']['registers']>, t: { readonly document: string; readonly outlet: string; readonly contract: string }): string[] {
  return [document === null ? [] : t.document, outlet === null ? [] : t.outlet, contract === null ? [] : t.contract].flat();
}

function Evidence({ row: { old, new: newer, evidence } }: { row: SuccessorPair }) {
  const t = useTexts(compareTexts);
  const format = useFormat();
  const { contacts, cells, devices, registers, rhythm, timing } = evidence;
  const figure = (value: number) => format.ratio(Number(value.toPrecision(3)));
  const weight = (logRatio: number) => <>{t.semicolon}<span className={classes.dim}>{t.weight(format.signed(logRatio))}</span></>;
  return (
    <>
      <dl>
        <dt>{t.contacts}</dt>
        <dd>
          {t.sharedAndMapped(format.count(contacts.sharedCount), format.count(contacts.mappedCount))}{t.semicolon}{t.ofContacts(format.count(contacts.old), format.count(contacts.new))}{weight(contacts.logRatio)}
          {contacts.shared.length > 0 && <div>{t.sameContacts(format.list(contacts.shared.map(({ number, before, after }) => `${format.phone(number)} (${before} → ${after})`)))}</div>}
          {contacts.mapped.length > 0 && <div>{t.changedContacts(format.list(contacts.mapped.map((each) => `${format.phone(each.old)} → ${format.phone(each.new)} (${each.before} → ${each.after})`)))}</div>}
        </dd>
        {cells !== null && (
          <>
            <dt>{t.places}</dt>
            <dd>{t.knownPlaces(format.share(cells.knownShare))}{weight(cells.logRatio)}{cells.shared.length > 0 && <div>{t.sameCells(format.list(cells.shared.map(({ cell, before, after }) => `${cell} (${before} → ${after})`)))}</div>}</dd>
          </>
        )}
        {devices !== null && (
          <>
            <dt>{t.device}</dt>
            <dd>{devices.shared.length > 0 ? t.sameDevices(format.list(devices.shared)) : t.otherDevice}{weight(devices.logRatio)}</dd>
          </>
        )}
        {registers !== null && (
          <>
            <dt>{t.registers}</dt>
            <dd>
              {[
                registers.document === null ? t.otherDocument : t.sameDocument(registers.document),
                ...(registers.outlet === null ? [] : [t.sameOutlet(registers.outlet)]),
                ...(registers.contract === null ? [] : [t.sameContract(registers.contract)]),
                ...(registers.activated === null ? [] : [t.activated(format.dayWithYear(registers.activated))]),
              ].join(' · ')}{weight(registers.logRatio)}
            </dd>
          </>
        )}
        <dt>{t.rhythm}</dt>
        <dd>
          {t.rhythmOf(format.share(rhythm.hoursOverlap), figure(rhythm.recordsPerDay[0]), figure(rhythm.recordsPerDay[1]), format.share(rhythm.outgoingShare[0]), format.share(rhythm.outgoingShare[1]))}
          {rhythm.typicalTalkS !== null && ` · ${format.duration(Math.round(rhythm.typicalTalkS[0]))} → ${format.duration(Math.round(rhythm.typicalTalkS[1]))}`}{weight(rhythm.logRatio)}
        </dd>
        <dt>{t.timing}</dt>
        <dd>{t.timingOf(format.ratio(Number(timing.gapDays.toFixed(1))), format.count(evidence.strayAfter), format.count(evidence.strayBefore))}{weight(timing.logRatio)}</dd>
      </dl>
      <Button mt={8} size="compact-xs" variant="default" renderRoot={(props) => <Link {...networkLink(old, newer)} {...props} />}>{t.showNetwork}</Button>
    </>
  );
}
