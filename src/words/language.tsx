import { createContext, use } from 'react';
import type { ReactNode } from 'react';

export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

const LanguageContext = createContext<Language>('en');

export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

export function useLanguage(): Language {
  return use(LanguageContext);
}

/** A text in both languages, English first; a function where it holds figures. */
type Text = readonly [en: string, zh: string] | readonly [en: (...args: never[]) => string, zh: (...args: never[]) => string];
export type Texts = Readonly<Record<string, Text>>;
type InOneLanguage<T extends Texts> = { readonly [K in keyof T]: T[K][0] extends string ? string : T[K][0] };

/**
 * The texts of a screen or a part, side by side so that neither language can lack one:
 * `const texts = defineTexts({ title: ['Suspects', '可疑号码'], rows: [(n: string) => `${n} rows`, (n: string) => `${n} 行`] })`.
 * Terms of the field come from `glossary.ts`, so that a word means one thing everywhere.
 */
export function defineTexts<const T extends Texts>(texts: T): T {
  return texts;
}

const inOneLanguage = new WeakMap<Texts, Partial<Record<Language, unknown>>>();

/** The texts in one language. Outside React (messages, tests); components use `useTexts`. */
export function textsIn<T extends Texts>(texts: T, language: Language): InOneLanguage<T> {
  const known = inOneLanguage.get(texts) ?? {};
  inOneLanguage.set(texts, known);
  known[language] ??= Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, text[language === 'en' ? 0 : 1]]),
  );
  return known[language] as InOneLanguage<T>;
}

export function useTexts<T extends Texts>(texts: T): InOneLanguage<T> {
  return textsIn(texts, useLanguage());
}
