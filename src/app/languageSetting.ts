import { useSetting } from '../state/setting.ts';
import { languages } from '../words/language.tsx';
import type { Language } from '../words/language.tsx';

/** The language chosen here, else the browser's: Chinese where it asks for Chinese, English for all others. */
export function useLanguageSetting(): readonly [Language, (language: Language) => void] {
  const [chosen, choose] = useSetting('language');
  const known = languages.find((language) => language === chosen);
  return [known ?? preferredLanguage(navigator.languages), choose];
}

/** The first of a browser's languages that the program speaks. */
function preferredLanguage(wanted: readonly string[]): Language {
  const spoken = wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === 'zh' || tag === 'en');
  return spoken === 'zh' ? 'zh' : 'en';
}

/** For `<html lang>`: fonts and screen readers need the script. */
export const htmlLanguage: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' };
