import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Chain, HopKind } from '../../analysis/chain/chainHop.ts';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { useReady } from '../../state/ready.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { hopWords } from '../../words/chain.ts';
import { useFormat } from '../../words/format.ts';
import { glossary } from '../../words/glossary.ts';
import { useTexts } from '../../words/language.tsx';
import { ChainLane } from './ChainLane.tsx';
import classes from './ChainScreen.module.css';
import { chainTexts } from './chainTexts.ts';
import { HopDetails } from './HopDetails.tsx';
import { RingTable } from './RingTable.tsx';

/** From left, the victim, to right, whoever supplied the number. */
const upstream: readonly (HopKind | 'number')[] = ['victim', 'number', 'device', 'card', 'outlet', 'merchant', 'pool', 'insider'];
const downstream: readonly HopKind[] = ['account', 'bankCard'];

/** Who stands before and behind this number, how sure is each step, and what to ask for next? */
export function ChainScreen() {
  const { number = '' } = useParams({ strict: false });
  const t = useTexts(chainTexts);
  const words = useTexts(glossary);
  const format = useFormat();
  const { data: chain, error, refetch } = useQuery({ ...caseQueries.chain(useCase(), number), enabled: number !== '' });
  useReady(chain !== undefined || error !== null);
  return (
    <div className={classes.screen}>
      <ScreenHeader
        title={t.title(format.phone(chain?.number ?? number))}
        shown={chain && t.shown(format.count(chain.hops.length), format.count(chain.missing.length))}
        actions={<Button size="compact-sm" variant="default" component={Link} to={`/numbers/${encodeURIComponent(number)}`}>{words.number}</Button>}
      />
      {chain === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {chain === null && <EmptyState text={t.unknown} />}
      {chain && <Lanes key={chain.number} chain={chain} />}
    </div>
  );
}

function Lanes({ chain }: { chain: Chain }) {
  const t = useTexts(chainTexts);
  const lanes = useTexts(hopWords);
  const format = useFormat();
  // What would break first is what one looks at first.
  const [selected, select] = useState<number | null>(chain.weakest);
  const hop = selected === null ? undefined : chain.hops[selected];
  const lane = (kind: HopKind) => (
    <ChainLane
      key={kind}
      title={lanes[kind]}
      hops={chain.hops.map((each, place) => ({ hop: each, place })).filter(({ hop: each }) => each.kind === kind)}
      missing={chain.missing.filter((each) => each.kind === kind)}
      weakest={chain.weakest}
      selected={selected}
      onSelect={select}
    />
  );
  return (
    <>
      {/* Scrolls by itself where the window is narrow, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={classes.scroll} tabIndex={0} aria-label={t.upstream}>
        <h2 className={classes.heading}>{t.upstream}</h2>
        <ol className={classes.lanes}>
          {upstream.map((kind) => (kind === 'number' ? (
            <li key={kind} className={classes.lane}>
              <h3 className={classes.laneTitle}>{t.caller}</h3>
              <p className={classes.own}>{format.phone(chain.number)}</p>
            </li>
          ) : lane(kind)))}
        </ol>
      </section>
      <div className={classes.below}>
        <section aria-label={t.downstream}>
          <h2 className={classes.heading}>{t.downstream}</h2>
          <ol className={`${classes.lanes} ${classes.money}`}>{downstream.map(lane)}</ol>
        </section>
        <section className={classes.details} aria-label={t.details} aria-live="polite">
          <h2 className={classes.heading}>{t.details}</h2>
          {hop === undefined ? <p className={classes.hint}>{t.pick}</p> : <HopDetails hop={hop} isWeakest={selected === chain.weakest} />}
        </section>
      </div>
      <RingTable chain={chain} />
    </>
  );
}
