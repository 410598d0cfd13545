import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useFormat } from '../words/format.ts';
import { htmlLanguage, useLanguageSetting } from './languageSetting.ts';
import { useScreenName } from './ScreenPending.tsx';

/** The document's title and language follow the screen: `138 1234 5678 · Callchain`. */
export function useDocumentTitle(): void {
  const [language] = useLanguageSetting();
  const name = useScreenName();
  const format = useFormat();
  const number = useParams({ strict: false, select: (params) => params.number });
  useEffect(() => {
    document.documentElement.lang = htmlLanguage[language];
    document.title = [number === undefined ? name : format.phone(number), 'Callchain'].filter(Boolean).join(' · ');
  }, [language, name, format, number]);
}
