import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import type { CaseSummary } from '../analysis/answers.ts';
import type { CaseSource } from '../sources/caseSource.ts';
import { caseQueries } from '../sources/useCase.tsx';
import { useWindow } from '../state/search.ts';
import { describeError } from '../words/describeError.ts';
import { useFormat } from '../words/format.ts';
import { counted } from '../words/plural.ts';
import { defineTexts, useLanguage, useTexts } from '../words/language.tsx';
import { openDialog } from '../state/dialogs.ts';
import { useSources } from './sources.tsx';
import classes from './StatusLine.module.css';

const texts = defineTexts({
  label: ['Provenance', '数据说明'],
  numbers: [(n: string) => counted(n, 'number', 'numbers'), (n: string) => `${n} 个号码`],
  links: [(n: string) => counted(n, 'link', 'links'), (n: string) => `${n} 条联系`],
  records: [(n: string) => counted(n, 'record', 'records'), (n: string) => `${n} 条话单`],
  rejected: [(n: string) => `${n} rejected`, (n: string) => `${n} 条被拒绝`],
  comma: [', ', '，'],
  noneRejected: ['none rejected', '无被拒绝'],
  duplicates: [(n: string) => `${n} in several files counted once`, (n: string) => `${n} 条在多个文件中，只计一次`],
  scored: [(time: string) => `scored in ${time}`, (time: string) => `评分用时 ${time}`],
  baseRate: [(share: string) => `base rate ${share}`, (share: string) => `基准比例 ${share}`],
  refitted: [(n: string) => `refitted on ${counted(n, 'decision', 'decisions')}`, (n: string) => `按 ${n} 个决定重新拟合`],
  earlierModel: [', under an earlier model', '（基于旧版模型）'],
  local: ['local, nothing sent', '本机处理，未发送任何数据'],
  api: ['from the API', '来自 API'],
  demo: ['demo: a simulated world behind a mocked API', '演示：模拟数据与模拟 API'],
  reading: ['Reading…', '正在读取…'],
});

/** What one looks at, how much of it, where it comes from; opens the rejected rows, and what was learned. */
export function StatusLine() {
  const t = useTexts(texts);
  const { state } = useSources();
  return (
    <footer className={classes.status} aria-label={t.label}>
      {state.is === 'ready' ? <Summary key={state.source.key} source={state.source} /> : state.is === 'pending' ? t.reading : null}
    </footer>
  );
}

function Summary({ source }: { source: CaseSource }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { window } = useWindow();
  const { data, error } = useQuery(caseQueries.summary(source, window));
  const { isLocal, current } = useSources();
  const from = isLocal ? t.local : current === 'demo' ? t.demo : t.api;
  if (data === undefined) return <>{error === null ? t.reading : describeError(error, language).what}</>;
  return <Parts summary={data} from={from} />;
}

function Parts({ summary, from }: { summary: CaseSummary; from: string }) {
  const t = useTexts(texts);
  const format = useFormat();
  const parts: ReactNode[] = [
    t.numbers(format.count(summary.numbers)),
    t.links(summary.links < 1e6 ? format.count(summary.links) : format.short(summary.links)),
    <>
      {t.records(format.count(summary.records))}{t.comma}
      {summary.rejected === 0 ? (
        t.noneRejected
      ) : (
        <button type="button" className={classes.opens} onClick={() => openDialog('rejected')}>
          {t.rejected(format.count(summary.rejected))} <span aria-hidden>▸</span>
        </button>
      )}
    </>,
    ...((summary.duplicates ?? 0) === 0 ? [] : [t.duplicates(format.count(summary.duplicates ?? 0))]),
    ...(summary.scoredInMs === null ? [] : [t.scored(format.duration(summary.scoredInMs / 1000))]),
    t.baseRate(format.share(summary.baseRate)),
    ...(summary.refit === undefined ? [] : [
      <button key="learn" type="button" className={classes.opens} onClick={() => openDialog('learn')}>
        {t.refitted(format.count(summary.refit.confirmed + summary.refit.dismissed))}
        {summary.refit.model === summary.model ? '' : t.earlierModel} <span aria-hidden>▸</span>
      </button>,
    ]),
    from,
  ];
  return parts.map((part, i) => (
    // oxlint-disable-next-line react/no-array-index-key -- the parts have fixed places
    <Fragment key={i}>
      {i > 0 && (
        <span className={classes.dot} aria-hidden>
          ·
        </span>
      )}
      <span>{part}</span>
    </Fragment>
  ));
}
