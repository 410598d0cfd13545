/** What a dataset is called: by its first file, and how many there are. */
import { formatIn } from './format.ts';
import { defineTexts, textsIn } from './language.tsx';
import type { Language } from './language.tsx';
import { counted } from './plural.ts';

const texts = defineTexts({
  more: [(more: number, count: (n: number) => string) => `+${counted(count(more), 'file', 'files')}`, (more: number, count: (n: number) => string) => `等 ${count(more + 1)} 个文件`],
});

/** A dataset as the engine names it: `calls.csv`, or `calls.csv + 11` of twelve files opened together. */
interface Named {
  readonly name: string;
  readonly files: readonly { readonly name: string }[];
}

/** `first` is the first file, `more` tells of the others: `+11 files`, `等 12 个文件`; empty where there is one. */
export function datasetTitleParts({ name, files }: Named, language: Language): { readonly first: string; readonly more: string } {
  const several = files.length > 1 ? /^(?<first>.*) \+ (?<more>\d+)$/s.exec(name)?.groups : undefined;
  if (several === undefined) return { first: name, more: '' };
  return { first: several['first'] ?? '', more: textsIn(texts, language).more(Number(several['more']), formatIn(language).count) };
}

/** `calls.csv +11 files`, `calls.csv 等 12 个文件`. */
export function datasetTitle(dataset: Named, language: Language): string {
  const { first, more } = datasetTitleParts(dataset, language);
  return more === '' ? first : `${first} ${more}`;
}
