import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Dossier } from '../../analysis/answers.ts';
import type { MoneyAroundCalls, MoneyEnd, MoneyMove } from '../../analysis/money/moneyAnswers.ts';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { useWindow } from '../../state/search.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import table from '../../views/recordsTable/dataTable.module.css';
import { NOTHING, useFormat } from '../../words/format.ts';
import { defineTexts, useTexts } from '../../words/language.tsx';
import { counted } from '../../words/plural.ts';
import classes from './MoneySection.module.css';
import { NumberLink } from './NumberLink.tsx';
import type { NumberSearch, NumberSearchPatch } from './numberSearch.ts';
import { Section } from './Section.tsx';
import { SeeRecords } from './SeeRecords.tsx';

const texts = defineTexts({
  title: [(count: string) => `Money around calls: ${counted(count, 'transfer', 'transfers')}`, (count: string) => `通话前后的转账：${count} 笔`],
  note: [
    'Transfers of the number’s own around any of its conversations, and those of each contact around conversations with it. By chance: the same transfers at the same hour of the days around.',
    '该号码自己的转账（与其任一通话相近），以及各联系人的转账（与双方通话相近）。偶然值：同样的转账若发生在前后各日的同一时刻。',
  ],
  within: ['Time between call and transfer', '通话与转账的间隔'],
  minutes: [(count: string) => `${count} min`, (count: string) => `${count} 分钟`],
  hours: [(count: string) => `${count} h`, (count: string) => `${count} 小时`],
  after: [(time: string) => `Within ${time} after a call`, (time: string) => `通话后 ${time}内`],
  before: [(time: string) => `Within ${time} before a call`, (time: string) => `通话前 ${time}内`],
  found: [
    (count: string, amount: string, expected: string) => `${counted(count, 'transfer', 'transfers')}, ${amount} in all; by chance ${expected}`,
    (count: string, amount: string, expected: string) => `${count} 笔，合计 ${amount}；偶然 ${expected} 笔`,
  ],
  none: [
    (transfers: string, contacts: string) => `None. Looked at: ${counted(transfers, 'transfer', 'transfers')} of the number and ${counted(contacts, 'contact', 'contacts')} of whom any is known.`,
    (transfers: string, contacts: string) => `没有。已查看该号码及 ${contacts} 个有转账记录的联系人的 ${transfers} 笔转账。`,
  ],
  shown: [(shown: string, of: string) => `The ${shown} largest of ${of}.`, (shown: string, of: string) => `共 ${of} 笔，显示金额最大的 ${shown} 笔。`],
  rows: ['Transfers around calls', '通话前后的转账'],
  call: ['Call', '通话'],
  with: ['With', '对方'],
  lasted: ['Duration', '时长'],
  moved: ['Money moved', '转账时间'],
  later: [(time: string) => `${time} later`, (time: string) => `${time}后`],
  earlier: [(time: string) => `${time} earlier`, (time: string) => `${time}前`],
  amount: ['Amount', '金额'],
  from: ['From', '付款方'],
  to: ['To', '收款方'],
  source: ['Source', '来源'],
  line: [(file: string, line: string) => `${file}:${line}`, (file: string, line: string) => `${file} 第 ${line} 行`],
  see: ['Show the record of this call', '查看该通话的话单记录'],
});

const choices = [30, 120, 720, 1440] as const;
const USUAL_WITHIN = 120;

/** What money moved within minutes or hours of which call. Nothing where no transfers were opened. */
export function MoneySection({ dossier, search, onFilter, onSearch }: {
  dossier: Dossier;
  search: NumberSearch;
  onFilter: (patch: NumberSearchPatch) => void;
  onSearch: (patch: NumberSearchPatch) => void;
}) {
  const t = useTexts(texts);
  const f = useFormat();
  const source = useCase();
  const { window } = useWindow();
  const withinMinutes = search.within ?? USUAL_WITHIN;
  const { data: background } = useQuery(caseQueries.background(source, dossier.number));
  const hasTransfers = background?.opened.includes('transfers') === true;
  const { data, error, isPlaceholderData, refetch } = useQuery({ ...caseQueries.money(source, { number: dossier.number, withinMinutes }, window), enabled: hasTransfers });
  if (!hasTransfers) return null;
  const withinText = (minutes: number) => (minutes % 60 === 0 ? t.hours(f.count(minutes / 60)) : t.minutes(f.count(minutes)));
  const count = data === undefined ? 0 : data.after.transfers + data.before.transfers;
  return (
    <Section
      part="money"
      title={t.title(f.count(count))}
      isWide
      note={t.note}
      minHeightPx={160}
      aside={
        <>
          <SeeRecords isOn={search.since !== undefined} />
          <SegmentedControl
            size="xs"
            aria-label={t.within}
            value={String(withinMinutes)}
            data={[...new Set([...choices, withinMinutes])].sort((a, b) => a - b).map((minutes) => ({ value: String(minutes), label: withinText(minutes) }))}
            onChange={(value) => onSearch({ within: Number(value) === USUAL_WITHIN ? undefined : Number(value) })}
          />
        </>
      }
    >
      {error !== null && data === undefined && <ErrorState where={t.rows} error={error} onRetry={() => void refetch()} />}
      {data !== undefined && count === 0 && <p className={classes.none}>{t.none(f.count(data.transfers), f.count(data.contacts))}</p>}
      {data !== undefined && count > 0 && (
        <>
          <dl className={classes.found}>
            {(['after', 'before'] as const).map((side) => (
              <div key={side}>
                <dt>{t[side](withinText(withinMinutes))}</dt>
                <dd>{t.found(f.count(data[side].transfers), f.money(data[side].amount), f.ratio(data[side].expected))}</dd>
              </div>
            ))}
          </dl>
          {data.rows.length < count && <p className={classes.none}>{t.shown(f.count(data.rows.length), f.count(count))}</p>}
          <MoneyTable money={data} isOld={isPlaceholderData} onFilter={onFilter} />
        </>
      )}
    </Section>
  );
}

function MoneyTable({ money: { rows }, isOld, onFilter }: { money: MoneyAroundCalls; isOld: boolean; onFilter: (patch: NumberSearchPatch) => void }) {
  const t = useTexts(texts);
  const f = useFormat();
  return (
    // Scrolls by itself where the window is narrow, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={`${table.frame} ${classes.frame}`} tabIndex={0} aria-label={t.rows} aria-busy={isOld}>
      <table className={`${table.table} ${isOld ? table.loading : ''}`} aria-label={t.rows}>
        <thead>
          <tr>
            <th scope="col">{t.call}</th>
            <th scope="col">{t.with}</th>
            <th scope="col" className={table.right}>{t.lasted}</th>
            <th scope="col">{t.moved}</th>
            <th scope="col" className={table.right}>{t.amount}</th>
            <th scope="col">{t.from}</th>
            <th scope="col">{t.to}</th>
            <th scope="col" className={table.grow}>{t.source}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.file} ${row.line}`}>
              <td>
                <button type="button" className={`${table.press} ${table.filter}`} title={t.see} onClick={() => onFilter({ other: row.call.other, since: row.call.at.slice(0, 19), until: row.call.at.slice(0, 19) })}>
                  {f.time(row.call.at)}
                </button>
              </td>
              <td><NumberLink number={row.call.other} /></td>
              <td className={table.right}>{row.call.durationS === null ? NOTHING : f.duration(row.call.durationS)}</td>
              <td title={f.timeWithZone(row.at)}>{whenText(row, t, f)}</td>
              <td className={table.right}>{f.money(row.amount)}</td>
              <td className={table.line}><End end={row.from} /></td>
              <td className={table.line}><End end={row.to} /></td>
              <td className={table.dim}>{t.line(row.file, String(row.line))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function whenText({ call: { secondsBefore } }: MoneyMove, t: { readonly later: (time: string) => string; readonly earlier: (time: string) => string }, f: ReturnType<typeof useFormat>): string {
  const apart = f.duration(Math.abs(secondsBefore));
  return secondsBefore >= 0 ? t.later(apart) : t.earlier(apart);
}

function End({ end: { card, number, holder } }: { end: MoneyEnd }) {
  const texts = [card, holder].filter((text) => text !== null);
  return (
    <>
      {texts.length === 0 && number === null ? NOTHING : texts.join(' · ')}
      {number !== null && <>{texts.length > 0 && ' · '}<NumberLink number={number} /></>}
    </>
  );
}
