import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useCase } from '../../sources/useCase.tsx';
import { useSetting } from '../../state/setting.ts';
import { useDialogKeys } from '../../ui/useShortcuts.ts';
import { useTexts } from '../../words/language.tsx';
import classes from './DemoStory.module.css';
import { demoStoryTexts, storyParts } from './demoStoryTexts.ts';
import type { StoryPart } from './demoStoryTexts.ts';

/** Loaded when a part of the story is opened: the first suspects do without it. */
const DemoStoryDialog = /* @__PURE__ */ lazy(async () => ({ default: (await import('./DemoStoryDialog.tsx')).DemoStoryDialog }));

/** What really happened in the demo's case, in three parts; nothing beside a source that is not the demo. It stands before the queue comes, which so keeps its place. */
export function DemoStory() {
  const t = useTexts(demoStoryTexts);
  const source = useCase();
  const [isHidden, hide] = useSetting('demoStoryHidden');
  const [shown, show] = useState<StoryPart | null>(null);
  if (source.kind !== 'api' || isHidden !== null) return null;
  return (
    <section className={classes.strip} aria-label={t.strip}>
      <span className={classes.lead}>{t.lead}</span>
      <span className={classes.shortLead}>{t.shortLead}</span>
      {storyParts.map((part) => (
        <Button key={part} size="compact-xs" variant="default" onClick={() => show(part)}>{t[part]}</Button>
      ))}
      <Button size="compact-xs" variant="subtle" color="gray" className={classes.hide ?? ''} onClick={() => hide('yes')}>{t.hide}</Button>
      {shown !== null && (
        <Suspense fallback={<Coming onGiveUp={() => show(null)} />}>
          <DemoStoryDialog part={shown} onClose={() => show(null)} />
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
