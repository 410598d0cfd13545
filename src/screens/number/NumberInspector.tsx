import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Dossier } from '../../analysis/answers.ts';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { useGroup } from '../../state/group.ts';
import { useWindow } from '../../state/search.ts';
import { Bar } from '../../ui/Bar.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Sparkline } from '../../ui/Sparkline.tsx';
import { binDays } from '../../views/timeline/dayBins.ts';
import { WeekHourThumbnail } from '../../views/weekHourHeatmap/WeekHourHeatmap.tsx';
import { useFormat } from '../../words/format.ts';
import { defineTexts, useLanguage, useTexts } from '../../words/language.tsx';
import { counted } from '../../words/plural.ts';
import { reasonPhrase, speaksForHolder } from '../../words/reasons.ts';
import { DecisionActions } from './DecisionActions.tsx';
import { networkLink } from './networkLink.ts';
import { NumberLink } from './NumberLink.tsx';
import { portraitLink } from './portraitLink.ts';
import classes from './NumberInspector.module.css';
import { ScoreFacts } from './ScoreFacts.tsx';
import { useCopyNumber } from './useCopyNumber.ts';
import { useDossier } from './useDossier.ts';

const texts = defineTexts({
  unknown: ['This number has no records in what is shown.', '当前范围内没有该号码的话单记录。'],
  open: ['Open dossier', '打开档案'],
  network: ['Network', '关系网络'],
  copy: ['Copy', '复制'],
  compareWith: [(number: string) => `Compare with ${number}`, (number: string) => `与 ${number} 一对一比对`],
  size: [(records: string, span: string) => `${counted(records, 'record', 'records')}, ${span}`, (records: string, span: string) => `${records} 条记录，${span}`],
  reasons: ['Score and reasons', '评分与理由'],
  forHolder: ['for the holder', '对机主有利'],
  moreReasons: [(count: string) => `${count} more in the dossier`, (count: string) => `档案中还有 ${count} 条`],
  rhythm: ['Rhythm', '活动规律'],
  days: [(span: string) => `Records by day, ${span}`, (span: string) => `每日记录，${span}`],
  contacts: [(count: string) => `Contacts: ${count}`, (count: string) => `联系人：${count} 个`],
  devices: [(count: string) => `Devices: ${count}`, (count: string) => `设备：${count} 台`],
  noDevices: ['No IMEI in the records.', '话单中没有 IMEI。'],
  numbersOn: [(count: string) => `${count} numbers on it`, (count: string) => `同机 ${count} 个号码`],
  records: [(count: string) => counted(count, 'record', 'records'), (count: string) => `${count} 条记录`],
  actions: ['Actions', '操作'],
  loading: ['Opening…', '正在打开…'],
});

/** What fits without scrolling far; the dossier has the rest. */
const REASONS = 6;
const CONTACTS = 5;
const DEVICES = 4;

/**
 * A number beside any screen, compact: identity, score and reasons, rhythm, contacts, devices, actions, in the dossier's
 * order.
 */
export function NumberInspector({ number }: { number: string }) {
  const t = useTexts(texts);
  const format = useFormat();
  const { data: dossier, error, refetch } = useDossier(number);
  return (
    <div className={classes.inspector}>
      <div className={classes.identity}>
        <h2 className={classes.number}>{format.phone(number)}</h2>
        <p className={classes.size}>
          {dossier && dossier.first !== null && dossier.last !== null ? t.size(format.count(dossier.records), format.span(dossier.first, dossier.last)) : '\u00a0'}
        </p>
      </div>
      {dossier && <InspectorParts key={dossier.number} dossier={dossier} />}
      {dossier === null && <EmptyState text={t.unknown} />}
      {dossier === undefined && (error === null ? <output className={classes.waiting}>{t.loading}</output> : <ErrorState error={error} onRetry={() => void refetch()} />)}
    </div>
  );
}

function InspectorParts({ dossier }: { dossier: Dossier }) {
  const t = useTexts(texts);
  return (
    <>
      <Part title={t.reasons}>
        <ScoreFacts dossier={dossier} isCompact />
        <Reasons dossier={dossier} />
      </Part>
      <Part title={t.rhythm}>
        <WeekHourThumbnail counts={dossier.heatmap} />
        <Days dossier={dossier} />
      </Part>
      <Contacts dossier={dossier} />
      <Devices dossier={dossier} />
      <Actions dossier={dossier} />
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={classes.part}>
      <h3 className={classes.title}>{title}</h3>
      {children}
    </div>
  );
}

function Reasons({ dossier }: { dossier: Dossier }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const format = useFormat();
  const rest = dossier.contributions.length - REASONS;
  return (
    <>
      <ol className={classes.list}>
        {dossier.contributions.slice(0, REASONS).map((reason) => (
          <li key={reason.feature}>
            <span>
              {reasonPhrase(reason, language)}
              {speaksForHolder(reason) && <span className={classes.dim}>{` · ${t.forHolder}`}</span>}
            </span>
            <span className={classes.figure}>{format.signed(reason.contribution)}</span>
          </li>
        ))}
      </ol>
      {rest > 0 && <p className={classes.more}>{t.moreReasons(format.count(rest))}</p>}
    </>
  );
}

function Days({ dossier }: { dossier: Dossier }) {
  const t = useTexts(texts);
  const format = useFormat();
  const first = dossier.days[0]?.day;
  const last = dossier.days.at(-1)?.day;
  if (first === undefined || last === undefined) return null;
  const values = binDays(dossier.days, first, last, 120).map((bin) => bin.out + bin.in);
  return (
    <div className={classes.days}>
      <Sparkline values={values} widthPx={240} heightPx={24} label={t.days(format.span(first, last))} />
      <span className={classes.dim}>{format.span(first, last)}</span>
    </div>
  );
}

function Contacts({ dossier }: { dossier: Dossier }) {
  const t = useTexts(texts);
  const format = useFormat();
  const { window } = useWindow();
  const { data } = useQuery(caseQueries.contacts(useCase(), dossier.number, window, 'interactions', { offset: 0, limit: CONTACTS }));
  const shown = Math.min(CONTACTS, dossier.contacts);
  return (
    <Part title={t.contacts(format.count(dossier.contacts))}>
      <ul className={classes.list} style={{ minHeight: 24 * shown }}>
        {data?.rows.map((contact) => (
          <li key={contact.number}>
            <NumberLink number={contact.number} />
            <span className={classes.score}>
              {contact.score !== null && (
                <>
                  <Bar share={contact.score / 100} widthPx={32} tone="score" />
                  {format.score(contact.score)}
                </>
              )}
            </span>
            <span className={classes.figure}>{t.records(format.count(contact.callsOut + contact.callsIn + contact.textsOut + contact.textsIn))}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Devices({ dossier }: { dossier: Dossier }) {
  const t = useTexts(texts);
  const format = useFormat();
  return (
    <Part title={t.devices(format.count(dossier.devices.length))}>
      {dossier.devices.length === 0 ? <p className={classes.more}>{t.noDevices}</p> : (
        <ul className={classes.list}>
          {dossier.devices.slice(0, DEVICES).map((device) => (
            <li key={device.imei}>
              <span>{device.imei}</span>
              <span className={classes.dim}>{device.numbers > 1 ? t.numbersOn(format.count(device.numbers)) : ''}</span>
              <span className={classes.figure}>{t.records(format.count(device.records))}</span>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function Actions({ dossier }: { dossier: Dossier }) {
  const t = useTexts(texts);
  const [isDismissing, setDismissing] = useState(false);
  const copy = useCopyNumber();
  const format = useFormat();
  // The other of two that are marked, or whoever is marked beside this one.
  const other = useGroup().group.find((number) => number !== dossier.number);
  return (
    <Part title={t.actions}>
      <div className={classes.actions}>
        <Button size="compact-sm" component={Link} to="/numbers/$number" params={{ number: dossier.number } as never}>
          {t.open}
        </Button>
        <Button size="compact-sm" variant="default" component={Link} {...networkLink(dossier.number)}>
          {t.network}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => copy(dossier.number)}>
          {t.copy}
        </Button>
        {other !== undefined && (
          <Button size="compact-sm" variant="default" component={Link} {...portraitLink(dossier.number, other)}>
            {t.compareWith(format.phone(other))}
          </Button>
        )}
      </div>
      <DecisionActions number={dossier.number} decision={dossier.decision} isDismissing={isDismissing} onDismissing={setDismissing} />
    </Part>
  );
}
