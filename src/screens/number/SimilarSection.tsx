import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import type { Dossier } from '../../analysis/answers.ts';
import type { SharesDevice, SimilarNumbers } from '../../analysis/similar/similarAnswers.ts';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { useWindow } from '../../state/search.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import table from '../../views/recordsTable/dataTable.module.css';
import { featureFigure, featureName } from '../../words/features.ts';
import { NOTHING, useFormat } from '../../words/format.ts';
import { glossary } from '../../words/glossary.ts';
import { defineTexts, useLanguage, useTexts } from '../../words/language.tsx';
import { NumberLink } from './NumberLink.tsx';
import { Section } from './Section.tsx';
import classes from './SimilarSection.module.css';

const texts = defineTexts({
  title: ['Similar numbers', '相似号码'],
  behaviour: ['By behaviour', '行为相似'],
  behaviourNote: ['Nearest in 18 habits, each by its place among all numbers; what is unusual of this number weighs most.', '在 18 项行为特征上（按在全部号码中的位次）最接近；该号码越不寻常的特征权重越大。'],
  contacts: ['By shared contacts', '共同联系人'],
  contactsNote: ['Rare shared contacts weigh most (Adamic–Adar), and less of a number with very many contacts.', '越少见的共同联系人权重越大（Adamic–Adar）；对方联系人极多时权重降低。'],
  common: [(count: string) => `Left out as too common: ${count} of its contacts.`, (count: string) => `已排除过于常见的联系人 ${count} 个。`],
  devices: ['By device', '同机号码'],
  likeness: ['Alike', '相似度'],
  alikeIn: ['Most alike in', '最相似之处'],
  shared: ['Shared', '共同'],
  sharedOf: ['Of all', '占比'],
  rarest: ['Rarest first', '由少见到常见'],
  also: ['Also', '另有'],
  device: ['Devices of both', '共用设备'],
  users: ['On it', '同机数'],
  sameDevice: ['same device', '同一设备'],
  sameCells: [(isOne: boolean) => (isOne ? 'same cell' : 'same cells'), () => '同一小区'],
  comma: [', ', '、'],
  pair: [(name: string, other: string, own: string) => `${name} ${other} (here ${own})`, (name: string, other: string, own: string) => `${name} ${other}（本号 ${own}）`],
  noBehaviour: ['Too little is known of this number to compare it.', '该号码信息太少，无法比较。'],
  noContacts: ['No other number shares two or more telling contacts.', '没有其他号码与其有两个以上有意义的共同联系人。'],
  noDevices: ['No other number was seen in its devices.', '其设备上未见其他号码。'],
});

const RESERVED_PX = 330;

/** The numbers most like this one, and by what: how it behaves, whom it has to do with, in which device. */
export function SimilarSection({ dossier }: { dossier: Dossier }) {
  const t = useTexts(texts);
  const { window } = useWindow();
  const { data, error, refetch } = useQuery(caseQueries.similar(useCase(), dossier.number, window));
  return (
    <Section part="similar" title={t.title} isWide minHeightPx={RESERVED_PX}>
      {error !== null && data === undefined && <ErrorState where={t.title} error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <div className={classes.columns}>
          <Behaviour similar={data} />
          <Contacts similar={data} />
          {dossier.devices.length > 0 && <Devices similar={data} />}
        </div>
      )}
    </Section>
  );
}

interface Props {
  readonly similar: SimilarNumbers;
}

function Behaviour({ similar: { behaviour } }: Props) {
  const t = useTexts(texts);
  const f = useFormat();
  const language = useLanguage();
  return (
    <Part title={t.behaviour} note={behaviour.length === 0 ? t.noBehaviour : t.behaviourNote} isEmpty={behaviour.length === 0} heads={[t.likeness, t.alikeIn, t.also]} figures={1}>
      {behaviour.map((row) => (
        <Row key={row.number} row={row}>
          <td className={table.right}>{f.tenthsInColumn(row.similarity)}</td>
          <td className={classes.words}>
            {row.alike.map(({ feature, value, otherValue }) => t.pair(featureName(feature, language), featureFigure(feature, otherValue, language), featureFigure(feature, value, language))).join(t.comma) || NOTHING}
          </td>
          <td className={classes.words}><Also row={row} /></td>
        </Row>
      ))}
    </Part>
  );
}

function Contacts({ similar: { contacts, commonContacts } }: Props) {
  const t = useTexts(texts);
  const f = useFormat();
  const note = [contacts.length === 0 ? t.noContacts : t.contactsNote, commonContacts > 0 ? t.common(f.count(commonContacts)) : ''].filter(Boolean).join(' ');
  return (
    <Part title={t.contacts} note={note} isEmpty={contacts.length === 0} heads={[t.shared, t.sharedOf, t.rarest, t.also]} figures={2}>
      {contacts.map((row) => (
        <Row key={row.number} row={row}>
          <td className={table.right}>{f.count(row.sharedCount)}</td>
          <td className={table.right}>{f.shareInColumn(row.jaccard)}</td>
          <td className={classes.words}>
            {row.shared.map((number, i) => <span key={number}>{i > 0 && t.comma}<NumberLink number={number} /></span>)}
            {row.sharedCount > row.shared.length && ' …'}
          </td>
          <td className={classes.words}><Also row={row} /></td>
        </Row>
      ))}
    </Part>
  );
}

function Devices({ similar: { devices } }: Props) {
  const t = useTexts(texts);
  const f = useFormat();
  return (
    <Part title={t.devices} isEmpty={devices.length === 0} heads={[t.users, t.device, t.also]} figures={1} {...(devices.length === 0 ? { note: t.noDevices } : {})}>
      {devices.map((row) => (
        <Row key={row.number} row={row}>
          <td className={table.right}>{f.count(row.users)}</td>
          <td className={classes.words}><Identifiers of={row.devices} /></td>
          <td className={classes.words}>{row.cells.length === 0 ? NOTHING : <>{t.sameCells(row.cells.length === 1)} <Identifiers of={row.cells} /></>}</td>
        </Row>
      ))}
    </Part>
  );
}

/** What else two have in common, of devices and cells. */
function Also({ row: { devices, cells } }: { row: Pick<SharesDevice, 'devices' | 'cells'> }) {
  const t = useTexts(texts);
  if (devices.length === 0 && cells.length === 0) return NOTHING;
  return (
    <>
      {devices.length > 0 && <>{t.sameDevice} <Identifiers of={devices.slice(0, 1)} /></>}
      {devices.length > 0 && cells.length > 0 && ' · '}
      {cells.length > 0 && <>{t.sameCells(cells.length === 1)} <Identifiers of={cells} /></>}
    </>
  );
}

/** IMEIs or cells one after the other. */
function Identifiers({ of }: { of: readonly string[] }) {
  const t = useTexts(texts);
  return of.map((identifier, i) => <Fragment key={identifier}>{i > 0 && t.comma}<span className={classes.whole}>{identifier}</span></Fragment>);
}

function Part({ title, note, isEmpty, heads, figures, children }: {
  title: string;
  note?: string;
  isEmpty: boolean;
  heads: readonly string[];
  /** How many of the heads, the first ones, stand over figures. */
  figures: number;
  children: ReactNode;
}) {
  const g = useTexts(glossary);
  return (
    <div className={classes.part}>
      <h3 className={classes.title}>{title}</h3>
      {note !== undefined && <p className={classes.note}>{note}</p>}
      {!isEmpty && (
        // Scrolls by itself where the window is narrow, so the keyboard must reach it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section className={table.frame} tabIndex={0} aria-label={title}>
          <table className={table.table} aria-label={title}>
            <thead>
              <tr>{[g.number, g.score, ...heads].map((head, i) => <th key={head} scope="col" className={i > 0 && i <= figures + 1 ? table.right : undefined}>{head}</th>)}</tr>
            </thead>
            <tbody>{children}</tbody>
          </table>
        </section>
      )}
    </div>
  );
}

function Row({ row: { number, score }, children }: { row: { readonly number: string; readonly score: number | null }; children: ReactNode }) {
  const f = useFormat();
  return (
    <tr>
      <th scope="row"><NumberLink number={number} /></th>
      <td className={table.right}>{score === null ? NOTHING : f.score(score)}</td>
      {children}
    </tr>
  );
}
