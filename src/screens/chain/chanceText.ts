import type { Format } from '../../words/format.ts';
import { defineTexts, textsIn } from '../../words/language.tsx';
import type { Language } from '../../words/language.tsx';

/** Beyond this nobody reads the figure. */
const MOST_STRENGTH = 6;

const texts = defineTexts({
  oneIn: [(n: string) => `by chance 1 in ${n}`, (n: string) => `偶然概率 1/${n}`],
  // The sign stays with what it is before.
  less: ['by chance <\u00A01 in a million', '偶然概率 <\u00A0百万分之一'],
});

/** How rarely chance would do it: by chance 1 in 1,500. @param strength −log10 of the chance */
export function chanceText(strength: number, format: Pick<Format, 'count'>, language: Language): string {
  const t = textsIn(texts, language);
  if (strength >= MOST_STRENGTH) return t.less;
  const n = 10 ** strength;
  // Two digits are all that such figures are worth.
  const scale = 10 ** Math.max(0, Math.floor(strength) - 1);
  return t.oneIn(format.count(Math.round(n / scale) * scale));
}
