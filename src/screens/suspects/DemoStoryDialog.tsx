import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { DEMO_STORY_ADDRESS, demoStorySchema } from '../../sources/api/demoStory.ts';
import type { DemoStory } from '../../sources/api/demoStory.ts';
import { asking } from '../../sources/api/request.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Sparkline } from '../../ui/Sparkline.tsx';
import { phoneText, useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import { networkLink } from '../number/networkLink.ts';
import { NumberLink } from '../number/NumberLink.tsx';
import classes from './DemoStoryDialog.module.css';
import { demoStoryTexts } from './demoStoryTexts.ts';
import type { StoryPart } from './demoStoryTexts.ts';

/** One part of what really happened in the demo's case, in a few sentences, each with a way on. */
export function DemoStoryDialog({ part, onClose }: { part: StoryPart; onClose: () => void }) {
  const t = useTexts(demoStoryTexts);
  const { data: story, error, refetch } = useQuery({ queryKey: ['demoStory'], queryFn: ({ signal }) => asking(fetch).ask(DEMO_STORY_ADDRESS, demoStorySchema, { signal }), staleTime: Infinity, retry: false });
  return (
    <Dialog isOpen onClose={onClose} title={t[part]} widthPx={680}>
      {error !== null && <ErrorState error={error} where={t.strip} onRetry={() => void refetch()} />}
      {story !== undefined && (
        <>
          {part === 'chain' && <ChainPart chain={story.chain} />}
          {part === 'cut' && <CutPart cut={story.cut} />}
          {part === 'replaced' && <ReplacedPart replaced={story.replaced} />}
          <p className={classes.aside}>{t.aside}</p>
        </>
      )}
    </Dialog>
  );
}

function ChainPart({ chain }: { chain: DemoStory['chain'] }) {
  const t = useTexts(demoStoryTexts);
  const f = useFormat();
  const hops: readonly (readonly [string, string])[] = [
    [t.victims, f.count(chain.paid)], [t.caller, phoneText(chain.number)], [t.outlet, chain.outlet], [t.merchant, chain.merchant], [t.contract, chain.contract], [t.insider, chain.insider],
  ];
  return (
    <>
      <p className={classes.story}>{t.chainStory(f.count(chain.called), f.count(chain.believed), f.count(chain.paid), f.count(chain.yuan))}</p>
      <ol className={classes.hops}>
        {hops.map(([kind, name]) => (
          <li key={kind} className={classes.hop}><span><small>{kind}</small>{name}</span></li>
        ))}
      </ol>
      <p className={classes.story}>{t.chainEnd(f.count(chain.suppliedToo))}</p>
      <Onward>
        <Button size="compact-sm" renderRoot={(props) => <Link to="/chain/$number" params={{ number: chain.number }} {...props} />}>{t.openChain}</Button>
        <Button size="compact-sm" variant="default" renderRoot={(props) => <Link to="/numbers/$number" params={{ number: chain.number }} {...props} />}>{t.openNumber}</Button>
      </Onward>
    </>
  );
}

function CutPart({ cut }: { cut: DemoStory['cut'] }) {
  const t = useTexts(demoStoryTexts);
  const f = useFormat();
  return (
    <>
      <p className={classes.story}>
        {t.cutStory(f.day(cut.day), cut.place, f.count(cut.before), f.count(cut.during))}{' '}
        {cut.reboundDays === null ? t.cutGone : t.cutCame(f.count(cut.reboundDays))}
      </p>
      <p className={classes.story}><Sparkline values={cut.callsByDay} label={t.cutBars(f.day(cut.firstDay))} widthPx={600} heightPx={72} /></p>
      {cut.moved.length > 0 && <p className={classes.story}>{t.cutMoved(f.list(cut.moved.map(phoneText)))}</p>}
      <Onward>
        <Button size="compact-sm" renderRoot={(props) => <Link {...networkLink(...cut.numbers)} {...props} />}>{t.openNetwork}</Button>
        <Button size="compact-sm" variant="default" renderRoot={(props) => <Link to="/trends" {...props} />}>{t.openTrends}</Button>
      </Onward>
    </>
  );
}

function ReplacedPart({ replaced }: { replaced: DemoStory['replaced'] }) {
  const t = useTexts(demoStoryTexts);
  const f = useFormat();
  return (
    <>
      <p className={classes.story}>{t.replacedStory(f.day(replaced.day), replaced.place, f.count(replaced.silenced), f.count(replaced.pairs.length))}</p>
      <table className={classes.pairs}>
        <thead>
          <tr><th scope="col">{t.old}</th><th scope="col">{t.new}</th></tr>
        </thead>
        <tbody>
          {replaced.pairs.map((pair) => (
            <tr key={pair.old}><td><NumberLink number={pair.old} /></td><td><NumberLink number={pair.new} /></td></tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Onward({ children }: { children: ReactNode }) {
  return <p className={classes.story} style={{ display: 'flex', gap: 8 }}>{children}</p>;
}
