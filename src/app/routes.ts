import type { glossary } from '../words/glossary.ts';

/** The screens that have a place in the rail, in its order. A screen is named here when it exists. */
export const railScreens = [
  { path: '/suspects', word: 'suspects', key: 's' },
  { path: '/network', word: 'network', key: 'n' },
  { path: '/compare', word: 'compare', key: 'm' },
  { path: '/trends', word: 'trends', key: 't' },
  { path: '/datasets', word: 'datasets', key: 'd' },
] as const satisfies readonly { path: string; word: keyof typeof glossary; key: string }[];

export type RailScreen = (typeof railScreens)[number];
/** What a screen is called, before it is loaded and in the document's title. */
export type ScreenWord = RailScreen['word'] | 'number' | 'chain' | 'model';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    word?: ScreenWord;
  }
}
