import { useMatches } from '@tanstack/react-router';
import { ScreenHeader } from '../ui/ScreenHeader.tsx';
import { glossary } from '../words/glossary.ts';
import { defineTexts, useTexts } from '../words/language.tsx';

const texts = defineTexts({ loading: ['Loading…', '正在加载…'] });

/** A screen before its code or its source is there: its heading stands where it will stay. */
export function ScreenPending() {
  const t = useTexts(texts);
  return <ScreenHeader title={useScreenName()} shown={t.loading} />;
}

/** The name of the screen one is on; '' on an unknown path. */
export function useScreenName(): string {
  const words = useTexts(glossary);
  const word = useMatches({ select: (matches) => matches.findLast((match) => match.staticData.word !== undefined)?.staticData.word });
  return word === undefined ? '' : words[word];
}
