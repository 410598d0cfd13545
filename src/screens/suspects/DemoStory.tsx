import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { lazy, Suspense, useState } from 'react';
import { DEMO_STORY_ADDRESS, demoStorySchema } from '../../sources/api/demoStory.ts';
import type { DemoStory as Story } from '../../sources/api/demoStory.ts';
import { useCase } from '../../sources/useCase.tsx';
import { useSetting } from '../../state/setting.ts';
import { Sparkline } from '../../ui/Sparkline.tsx';
import { useDialogKeys } from '../../ui/useShortcuts.ts';
import { phoneText, useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import { networkLink } from '../number/networkLink.ts';
import { NumberLink } from '../number/NumberLink.tsx';
import classes from './DemoStory.module.css';
import { demoStoryTexts } from './demoStoryTexts.ts';

/** Loaded when a part of the story is opened: the first suspects do without it. */
const Dialog = lazy(async () => ({ default: (await import('../../ui/Dialog.tsx')).Dialog }));

const parts = ['chain', 'cut', 'replaced'] as const;
type Part = (typeof parts)[number];

/** What really happened in the demo's case, in three parts of a few sentences each; nothing beside a source that is not the demo. */
export function DemoStory() {
  const t = useTexts(demoStoryTexts);
  const source = useCase();
  const [isHidden, hide] = useSetting('demoStoryHidden');
  const [shown, show] = useState<Part | null>(null);
  const isWanted = source.kind === 'api' && isHidden === null;
  const story = useQuery({ queryKey: ['demoStory'], queryFn: fetchStory, staleTime: Infinity, retry: false, enabled: isWanted }).data;
  if (!isWanted || story === undefined) return null;
  return (
    <section className={classes.strip} aria-label={t.strip}>
      <span className={classes.lead}>{t.lead}</span>
      <span className={classes.shortLead}>{t.shortLead}</span>
      {parts.map((part) => (
        <Button key={part} size="compact-xs" variant="default" onClick={() => show(part)}>{t[part]}</Button>
      ))}
      <Button size="compact-xs" variant="subtle" color="gray" className={classes.hide ?? ''} onClick={() => hide('yes')}>{t.hide}</Button>
      {shown !== null && (
        <Suspense fallback={<Coming onGiveUp={() => show(null)} />}>
          <Dialog isOpen onClose={() => show(null)} title={t[shown]} widthPx={680}>
            {shown === 'chain' && <ChainPart chain={story.chain} />}
            {shown === 'cut' && <CutPart cut={story.cut} />}
            {shown === 'replaced' && <ReplacedPart replaced={story.replaced} />}
            <p className={classes.aside}>{t.aside}</p>
          </Dialog>
        </Suspense>
      )}
    </section>
  );
}

/** Stands for a dialog that is being loaded. */
function Coming({ onGiveUp }: { onGiveUp: () => void }) {
  useDialogKeys(true, onGiveUp);
  return null;
}

function ChainPart({ chain }: { chain: Story['chain'] }) {
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

function CutPart({ cut }: { cut: Story['cut'] }) {
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

function ReplacedPart({ replaced }: { replaced: Story['replaced'] }) {
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

/** Rejects when there is none; the screen then says nothing of it. */
async function fetchStory(): Promise<Story> {
  const response = await fetch(DEMO_STORY_ADDRESS);
  if (!response.ok) throw new Error(`${DEMO_STORY_ADDRESS}: status ${response.status}`);
  return demoStorySchema.parse(await response.json());
}
