import { SegmentedControl } from '@mantine/core';
import { useSearchState } from '../../state/search.ts';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { useShortcuts } from '../../ui/useShortcuts.ts';
import { glossary } from '../../words/glossary.ts';
import { useTexts } from '../../words/language.tsx';
import { CommonContactsPart } from './CommonContactsPart.tsx';
import { CompanionsPart } from './CompanionsPart.tsx';
import classes from './CompareScreen.module.css';
import type { CompareQuestion } from './compareSearch.ts';
import { compareQuestions, parseCompareSearch } from './compareSearch.ts';
import { compareTexts } from './compareTexts.ts';
import { MeetingsPart } from './MeetingsPart.tsx';
import { PortraitPart } from './PortraitPart.tsx';
import { ScenesPart } from './ScenesPart.tsx';
import { SequencesPart } from './SequencesPart.tsx';
import { SetsPart } from './sets/SetsPart.tsx';
import { SuccessorsPart } from './SuccessorsPart.tsx';

const parts: Readonly<Record<CompareQuestion, () => React.ReactNode>> = {
  sets: SetsPart, successors: SuccessorsPart, common: CommonContactsPart, companions: CompanionsPart, meetings: MeetingsPart, scenes: ScenesPart, sequences: SequencesPart,
  portrait: PortraitPart,
};

/** What have numbers in common: with one another, with those before them, with a place? */
export function CompareScreen() {
  const t = useTexts(compareTexts);
  const g = useTexts(glossary);
  const [{ ask = 'successors' }, patch] = useSearchState(parseCompareSearch);
  useShortcuts(g.compare, compareQuestions.map((question, i) => ({ keys: String(i + 1), label: t[question], run: () => patch({ ask: question }) })));
  const why = { sets: t.setsWhy, successors: t.successorsWhy, common: t.commonWhy, companions: t.companionsWhy, meetings: t.meetingsWhy, scenes: t.scenesWhy, sequences: t.sequencesWhy, portrait: t.portraitWhy }[ask];
  const Part = parts[ask];
  return (
    <>
      <ScreenHeader title={g.compare} shown={t[ask]} />
      <Toolbar label={t.tools}>
        <SegmentedControl size="xs" aria-label={t.question} value={ask} data={compareQuestions.map((value) => ({ value, label: t[value] }))} onChange={(value) => patch({ ask: value })} />
      </Toolbar>
      <div className={classes.body}>
        <p className={classes.why}>{why}</p>
        <Part key={ask} />
      </div>
    </>
  );
}
