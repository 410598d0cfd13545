import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Dossier } from '../../analysis/answers.ts';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { useReady } from '../../state/ready.ts';
import { useSearchState, useWindow } from '../../state/search.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useShortcuts } from '../../ui/useShortcuts.ts';
import { useFormat } from '../../words/format.ts';
import { glossary } from '../../words/glossary.ts';
import { defineTexts, useTexts } from '../../words/language.tsx';
import { counted } from '../../words/plural.ts';
import { ContactsSection } from './ContactsSection.tsx';
import { DecisionActions, useNumberDecision } from './DecisionActions.tsx';
import { BackgroundSections } from './BackgroundSections.tsx';
import { DevicesSection } from './DevicesSection.tsx';
import { DossierSkeleton } from './DossierSkeleton.tsx';
import { evidencePlace } from './evidencePlace.ts';
import { FeaturesSection } from './FeaturesSection.tsx';
import { FindingsSection } from './FindingsSection.tsx';
import { MoneySection } from './MoneySection.tsx';
import { MovementsSection } from './MovementsSection.tsx';
import { networkLink } from './networkLink.ts';
import { NotesSection } from './NotesSection.tsx';
import classes from './NumberScreen.module.css';
import { asksForRecords, parseNumberSearch } from './numberSearch.ts';
import type { NumberSearchPatch } from './numberSearch.ts';
import { PlacesSection } from './PlacesSection.tsx';
import { PrintedSources } from './PrintedSources.tsx';
import { RecordsSection } from './RecordsSection.tsx';
import { RhythmSections } from './RhythmSections.tsx';
import { ScoreFacts } from './ScoreFacts.tsx';
import { goToPart, stayAtPart } from './Section.tsx';
import { SimilarSection } from './SimilarSection.tsx';
import { UnknownNumber } from './UnknownNumber.tsx';
import { useCopyNumber } from './useCopyNumber.ts';
import { useDossier } from './useDossier.ts';
import { WhySection } from './WhySection.tsx';

const texts = defineTexts({
  copy: ['Copy number', '复制号码'],
  network: ['Network', '关系网络'],
  size: [(records: string, contacts: string, span: string) => `${counted(records, 'record', 'records')} with ${counted(contacts, 'contact', 'contacts')}, ${span}`, (records: string, contacts: string, span: string) => `${records} 条记录，${contacts} 个联系人，${span}`],
  keyConfirm: ['Confirm', '确认'],
  keyDismiss: ['Dismiss with a reason', '排除并注明理由'],
  keyAssign: ['Assign to me', '分派给我'],
  keyUndo: ['Undo the last decision', '撤销上一个决定'],
  keyNetwork: ['Open the network', '打开关系网络'],
  keyChain: ['Open the chain', '打开链条'],
  keyCopy: ['Copy the number', '复制号码'],
  keyWhy: ['Go to the reasons', '转到理由'],
  keyHours: ['Go to the hours of the week', '转到一周时段'],
  keyContacts: ['Go to the contacts', '转到联系人'],
  keyRecords: ['Go to the records', '转到话单记录'],
});

/** Who is this number, and why does it have its score? The dossier, down to the records. */
export function NumberScreen() {
  const { number = '' } = useParams({ strict: false });
  const format = useFormat();
  const { data: dossier, error, refetch } = useDossier(number);
  useReady(dossier !== undefined || error !== null);
  if (dossier) return <DossierBody key={dossier.number} dossier={dossier} />;
  return (
    <>
      <ScreenHeader title={format.phone(number)} />
      {dossier === null && <UnknownNumber key={number} number={number} />}
      {dossier === undefined && (error === null ? <DossierSkeleton /> : <ErrorState error={error} onRetry={() => void refetch()} />)}
    </>
  );
}

function DossierBody({ dossier }: { dossier: Dossier }) {
  const t = useTexts(texts);
  const format = useFormat();
  const span = useShownSpan(dossier);
  const [search, patch] = useSearchState(parseNumberSearch);
  const [isDismissing, setDismissing] = useState(false);
  useArrival(asksForRecords(search));
  const g = useTexts(glossary);
  const toNetwork = useToNetwork();
  const navigate = useNavigate();
  const copy = useCopyNumber();
  const onFilter = (change: NumberSearchPatch) => patch({ record: undefined, why: undefined, ...change });
  useDossierKeys(dossier, { onDismiss: () => setDismissing(true), onNetwork: () => toNetwork(dossier.number), onCopy: () => copy(dossier.number), onChain: () => void navigate({ to: '/chain/$number', params: { number: dossier.number } }) });
  return (
    <>
      <div className={classes.header}>
        <ScreenHeader
          title={format.phone(dossier.number)}
          shown={dossier.first !== null && dossier.last !== null && t.size(format.count(dossier.records), format.count(dossier.contacts), format.span(dossier.first, dossier.last))}
          actions={
            <div className={classes.actions}>
              <Button size="compact-sm" variant="default" onClick={() => copy(dossier.number)}>
                {t.copy}
              </Button>
              <Button size="compact-sm" variant="default" component={Link} {...networkLink(dossier.number)}>
                {t.network}
              </Button>
              <Button size="compact-sm" variant="default" component={Link} to={`/chain/${encodeURIComponent(dossier.number)}`}>
                {g.chain}
              </Button>
              <DecisionActions number={dossier.number} decision={dossier.decision} isDismissing={isDismissing} onDismissing={setDismissing} />
            </div>
          }
        />
      </div>
      <div className={classes.facts}>
        <ScoreFacts dossier={dossier} />
      </div>
      <div className={classes.body}>
        <div className={classes.grid}>
          <WhySection
            dossier={dossier}
            onReason={(reason) => {
              patch(evidencePlace(reason, dossier).filter);
              goToPart('records');
            }}
          />
          <div>
            <RhythmSections dossier={dossier} span={span} search={search} onFilter={onFilter} />
          </div>
          <FindingsSection dossier={dossier} />
          <DevicesSection dossier={dossier} span={span} search={search} onFilter={onFilter} />
          <NotesSection number={dossier.number} />
          <BackgroundSections number={dossier.number} />
          <MoneySection dossier={dossier} search={search} onFilter={onFilter} onSearch={(change) => patch(change)} />
          <PlacesSection dossier={dossier} search={search} onFilter={onFilter} />
          {dossier.cells.length > 0 && <MovementsSection dossier={dossier} search={search} onFilter={onFilter} onSearch={(change) => patch(change)} />}
          <ContactsSection
            dossier={dossier}
            search={search}
            onSearch={(change) => patch(change)}
            onNetwork={toNetwork}
            onOther={(other) => {
              onFilter({ other });
              goToPart('records');
            }}
          />
          <SimilarSection dossier={dossier} />
          <FeaturesSection dossier={dossier} />
          <RecordsSection dossier={dossier} search={search} onFilter={onFilter} onSearch={(change) => patch(change)} />
          <PrintedSources />
        </div>
      </div>
    </>
  );
}

/** A link to some of the records leads to them, once the shell has put the new screen at its top. */
function useArrival(isAtRecords: boolean): void {
  const [wasAtRecords] = useState(isAtRecords);
  useEffect(() => {
    if (!wasAtRecords) return undefined;
    let stop: (() => void) | undefined;
    const timer = setTimeout(() => {
      stop = stayAtPart('records');
    });
    return () => {
      clearTimeout(timer);
      stop?.();
    };
  }, [wasAtRecords]);
}

/** The days that time axes show: the window, else the whole dataset, so that silence before and after is seen. */
function useShownSpan(dossier: Dossier): { readonly from: string; readonly to: string } {
  const { window } = useWindow();
  const { data: summary } = useQuery(caseQueries.summary(useCase(), window));
  if (window !== null) return window;
  const from = summary?.activity[0]?.day ?? dossier.days[0]?.day ?? '1970-01-01';
  const to = summary?.activity.at(-1)?.day ?? dossier.days.at(-1)?.day ?? from;
  return { from, to };
}

function useToNetwork(): (number: string) => void {
  const navigate = useNavigate();
  return (number) => void navigate(networkLink(number));
}

function useDossierKeys(dossier: Dossier, { onDismiss, onNetwork, onCopy, onChain }: { onDismiss: () => void; onNetwork: () => void; onCopy: () => void; onChain: () => void }): void {
  const t = useTexts(texts);
  const g = useTexts(glossary);
  const actions = useNumberDecision(dossier.number);
  useShortcuts(g.number, [
    { keys: 'c', label: t.keyConfirm, run: actions.confirm },
    { keys: 'd', label: t.keyDismiss, run: onDismiss },
    { keys: 'a', label: t.keyAssign, isOn: actions.canAssign, run: actions.assign },
    { keys: 'u', label: t.keyUndo, isOn: actions.canUndo, run: actions.undo },
    { keys: 'n', label: t.keyNetwork, run: onNetwork },
    { keys: 't', label: t.keyChain, run: onChain },
    { keys: 'y', label: t.keyCopy, run: onCopy },
    { keys: 'w', label: t.keyWhy, run: () => goToPart('why') },
    { keys: 'h', label: t.keyHours, run: () => goToPart('hours') },
    { keys: 'o', label: t.keyContacts, run: () => goToPart('contacts') },
    { keys: 'r', label: t.keyRecords, run: () => goToPart('records') },
  ]);
}
