import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { NumberBackground } from '../../analysis/answers.ts';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import table from '../../views/recordsTable/dataTable.module.css';
import { NOTHING, useFormat } from '../../words/format.ts';
import { listRoleWords } from '../../words/kinds.ts';
import { defineTexts, useTexts } from '../../words/language.tsx';
import classes from './BackgroundSections.module.css';
import { NumberLink } from './NumberLink.tsx';
import { Section } from './Section.tsx';

const texts = defineTexts({
  lists: ['On lists', '名单'],
  listEntries: ['Entries on lists', '名单条目'],
  accountRows: ['Accounts made with the number', '用该号码注册的账号'],
  transferRows: ['Transfers tied to the number', '与该号码有关的转账'],
  supply: ['Registration & supply', '开户与来源'],
  noSupply: ['The registers that were opened do not name this number.', '已打开的开户资料中没有该号码。'],
  accounts: [(count: string) => `Accounts: ${count}`, (count: string) => `注册账号：${count} 个`],
  noAccounts: ['No account in the opened registrations was made with this number.', '已打开的注册记录中没有用该号码注册的账号。'],
  transfers: [(count: string) => `Transfers: ${count}`, (count: string) => `转账：${count} 笔`],
  noTransfers: ['No transfer that was opened is tied to this number.', '已打开的转账记录与该号码无关联。'],
  shown: [(shown: string, of: string) => `The first ${shown} of ${of}.`, (shown: string, of: string) => `共 ${of} 条，显示前 ${shown} 条。`],
  registered: ['Registered', '开户'],
  document: ['ID document', '证件'],
  outlet: ['Outlet', '网点'],
  agent: ['Agent', '代理商'],
  operator: ['Operator', '运营商'],
  activated: ['Activated', '开户时间'],
  closed: ['Closed', '销户时间'],
  status: ['Status', '状态'],
  contract: ['Contract', '合同'],
  pools: ['Number-pool contracts', '号段合同'],
  range: ['Range', '号段'],
  customer: ['Customer', '客户'],
  clerk: ['Entered by', '经办人'],
  approver: ['Approved by', '审批人'],
  signed: ['Signed', '签订日期'],
  platform: ['Platform', '平台'],
  type: ['Kind', '类型'],
  account: ['Account', '账号'],
  time: ['Time', '时间'],
  device: ['Device', '设备'],
  ip: ['IP', 'IP'],
  amount: ['Amount', '金额'],
  way: ['Direction', '方向'],
  in: ['in', '转入'],
  out: ['out', '转出'],
  card: ['Own card', '本方卡号'],
  other: ['Other side', '对方'],
  call: ['Call before it', '之前的通话'],
  before: [(time: string) => `${time} before`, (time: string) => `${time}前`],
  numbers: [(count: string) => `${count} numbers`, (count: string) => `${count} 个号码`],
  list: ['List', '名单'],
  label: ['Label', '标签'],
  role: ['Meaning', '含义'],
  source: ['Source', '来源'],
  line: [(file: string, line: string) => `${file}:${line}`, (file: string, line: string) => `${file} 第 ${line} 行`],
});

/** What the records beside calls say of the number. Of kinds that were not opened there is nothing to see. */
export function BackgroundSections({ number }: { number: string }) {
  const { data, error, refetch } = useQuery(caseQueries.background(useCase(), number));
  if (data === undefined) return error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      {data.lists.length > 0 && <ListsSection background={data} />}
      {(data.opened.includes('subscriptions') || data.opened.includes('pools')) && <SupplySection background={data} />}
      {data.opened.includes('registrations') && <AccountsSection background={data} />}
      {data.opened.includes('transfers') && <TransfersSection background={data} />}
    </>
  );
}

interface Props {
  readonly background: NumberBackground;
}

function ListsSection({ background: { lists } }: Props) {
  const t = useTexts(texts);
  const roles = useTexts(listRoleWords);
  return (
    <Section part="lists" title={t.lists} isWide>
      <Table label={t.listEntries} heads={[t.role, t.label, t.source]}>
        {lists.map(({ name, role, label, line }) => (
          <tr key={`${name} ${role}`}>
            <th scope="row">{roles[role]}</th>
            <td>{label ?? NOTHING}</td>
            <Source file={name} line={line} />
          </tr>
        ))}
      </Table>
    </Section>
  );
}

function SupplySection({ background: { registrations, pools } }: Props) {
  const t = useTexts(texts);
  const f = useFormat();
  const isEmpty = registrations.length + pools.length === 0;
  /** With how many numbers share it: one person with ninety cards is what one looks for. */
  const shared = (text: string | null, count: number) => (text === null ? NOTHING : (
    <>
      <span className={classes.code} title={text}>{text}</span>
      {count > 1 && <span className={table.dim}> · {t.numbers(f.count(count))}</span>}
    </>
  ));
  return (
    <Section part="supply" title={t.supply} isWide {...(isEmpty ? { note: t.noSupply } : {})}>
      {registrations.length > 0 && (
        <Table label={t.registered} heads={[t.activated, t.document, t.outlet, t.agent, t.operator, t.status, t.contract, t.source]}>
          {registrations.map((row) => (
            <tr key={`${row.file} ${row.line}`}>
              <td>{row.activated === null ? NOTHING : f.dayWithYear(row.activated)}{row.closed !== null && ` – ${f.dayWithYear(row.closed)}`}</td>
              <td>{row.holder !== null && `${row.holder} · `}{shared(row.document, row.documentNumbers)}</td>
              <td>{shared(row.outlet, row.outletNumbers)}</td>
              <td>{shared(row.agent, row.agentNumbers)}</td>
              <td>{row.operator ?? NOTHING}</td>
              <td>{row.status ?? NOTHING}</td>
              <td>{row.contract ?? NOTHING}</td>
              <Source file={row.file} line={row.line} />
            </tr>
          ))}
        </Table>
      )}
      {pools.length > 0 && (
        <Table label={t.pools} heads={[t.contract, t.range, t.customer, t.clerk, t.approver, t.signed, t.source]}>
          {pools.map((row) => (
            <tr key={`${row.file} ${row.line} ${row.first}`}>
              <th scope="row">{row.contract}</th>
              <td>{f.phone(row.first)} – {f.phone(row.last)}</td>
              <td>{row.customer ?? NOTHING}</td>
              <td>{row.clerk ?? NOTHING}</td>
              <td>{row.approver ?? NOTHING}</td>
              <td>{row.signed === null ? NOTHING : f.dayWithYear(row.signed)}</td>
              <Source file={row.file} line={row.line} />
            </tr>
          ))}
        </Table>
      )}
    </Section>
  );
}

function AccountsSection({ background: { accounts, accountCount } }: Props) {
  const t = useTexts(texts);
  const f = useFormat();
  return (
    <Section part="accounts" title={t.accounts(f.count(accountCount))} isWide {...note(accountCount, accounts.length, t.noAccounts, t.shown, f.count)}>
      {accounts.length > 0 && (
        <Table label={t.accountRows} heads={[t.time, t.platform, t.type, t.account, t.device, t.ip, t.source]}>
          {accounts.map((row) => (
            <tr key={`${row.file} ${row.line}`}>
              <td>{row.at === null ? NOTHING : <time dateTime={row.at} title={f.timeWithZone(row.at)}>{f.time(row.at)}</time>}</td>
              <th scope="row">{row.platform ?? NOTHING}</th>
              <td>{row.type ?? NOTHING}</td>
              <td>{row.account ?? NOTHING}</td>
              <td>{row.device ?? NOTHING}{row.deviceNumbers > 1 && <span className={table.dim}> · {t.numbers(f.count(row.deviceNumbers))}</span>}</td>
              <td>{row.ip ?? NOTHING}</td>
              <Source file={row.file} line={row.line} />
            </tr>
          ))}
        </Table>
      )}
    </Section>
  );
}

function TransfersSection({ background: { transfers, transferCount } }: Props) {
  const t = useTexts(texts);
  const f = useFormat();
  return (
    <Section part="transfers" title={t.transfers(f.count(transferCount))} isWide {...note(transferCount, transfers.length, t.noTransfers, t.shown, f.count)}>
      {transfers.length > 0 && (
        <Table label={t.transferRows} heads={[t.time, t.way, t.amount, t.card, t.other, t.call, t.source]} figures={[2]}>
          {transfers.map((row) => (
            <tr key={`${row.file} ${row.line}`}>
              <td><time dateTime={row.at} title={f.timeWithZone(row.at)}>{f.time(row.at)}</time></td>
              <td>{t[row.direction]}</td>
              <td className={table.right}>{f.money(row.amount)}</td>
              <td>{row.card ?? NOTHING}</td>
              <td className={table.line}>
                {row.otherCard ?? NOTHING}
                {row.otherHolder !== null && ` · ${row.otherHolder}`}
                {row.otherNumber !== null && <> · <NumberLink number={row.otherNumber} /></>}
              </td>
              <td>{row.call === null ? NOTHING : <><NumberLink number={row.call.other} /> <span className={table.dim}>{t.before(f.duration(row.call.secondsBefore))}</span></>}</td>
              <Source file={row.file} line={row.line} />
            </tr>
          ))}
        </Table>
      )}
    </Section>
  );
}

function note(count: number, shown: number, none: string, some: (shown: string, of: string) => string, figure: (value: number) => string): { note?: string } {
  if (count === 0) return { note: none };
  return shown < count ? { note: some(figure(shown), figure(count)) } : {};
}

const noFigures: readonly number[] = [];

function Table({ label, heads, figures = noFigures, children }: { label: string; heads: readonly string[]; figures?: readonly number[]; children: ReactNode }) {
  return (
    // Scrolls by itself where the window is narrow, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={`${table.frame} ${classes.frame}`} tabIndex={0} aria-label={label}>
      <table className={table.table} aria-label={label}>
        <thead>
          <tr>{heads.map((head, i) => <th key={head} scope="col" className={figures.includes(i) ? table.right : undefined}>{head}</th>)}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

function Source({ file, line }: { file: string; line: number | null }) {
  const t = useTexts(texts);
  return <td className={table.dim}>{line === null ? file : t.line(file, String(line))}</td>;
}
