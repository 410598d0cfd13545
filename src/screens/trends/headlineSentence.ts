/** The headline's figures as a sentence. */
import type { TrendMeasure, Trends } from '../../analysis/answers.ts';
import type { Headline } from '../../views/trendChart/headline.ts';
import type { SeriesKey } from '../../views/trendChart/seriesLooks.ts';
import { shareOf, shareText } from '../../views/trendChart/shareOf.ts';
import { formatIn } from '../../words/format.ts';
import { glossary } from '../../words/glossary.ts';
import type { Language } from '../../words/language.tsx';
import { textsIn } from '../../words/language.tsx';
import { trendsTexts } from './trendsTexts.ts';

export function headlineSentence(headline: Headline, measure: TrendMeasure, language: Language): string {
  const t = textsIn(trendsTexts, language);
  const format = formatIn(language);
  if (headline.is === 'tooFew') return t.tooFew(format.count(headline.fullWeeks));
  const week = format.day(headline.week);
  const weeks = format.count(headline.weeksBefore);
  if (headline.is === 'none') return t.noChange(week, weeks);
  const subject = subjectOf(headline.key, measure, language);
  if (headline.change === null) return t.appeared(subject, week, format.count(headline.value), weeks);
  const told = headline.change > 0 ? t.rose : t.fell;
  // "44, against 20": below ten a tenth matters.
  const before = headline.before < 10 ? format.ratio(Math.round(headline.before * 10) / 10) : format.count(headline.before);
  return told(subject, format.share(Math.abs(headline.change)), week, format.count(headline.value), before, weeks);
}

function subjectOf(key: SeriesKey, measure: TrendMeasure, language: Language): string {
  const t = textsIn(trendsTexts, language);
  const name = key === 'suspects' ? t.suspectWord : textsIn(glossary, language)[key];
  const subject = { numbers: t.subjectNumbers, records: t.subjectRecords, newNumbers: t.subjectNewNumbers }[measure](name);
  return subject.charAt(0).toUpperCase() + subject.slice(1);
}

/** The share of suspects in the last full week beside what it was before; no claim of a change. */
export function shareSentence(trends: Trends, language: Language): string {
  const t = textsIn(trendsTexts, language);
  const format = formatIn(language);
  const suspects = trends.series.find(({ key }) => key === 'suspects')?.values ?? [];
  const full = trends.weeks.flatMap((_, i) => (trends.isPartial[i] ? [] : [i]));
  const last = full.at(-1);
  if (last === undefined) return t.shareNone;
  const shares = full.slice(0, -1).map((i) => shareOf(suspects[i] ?? 0, trends.all[i] ?? 0));
  const now = shareText(format, shareOf(suspects[last] ?? 0, trends.all[last] ?? 0));
  const week = format.day(trends.weeks[last]!);
  if (shares.length === 0) return t.shareOnly(now, week);
  const [low, high] = [shareText(format, Math.min(...shares)), shareText(format, Math.max(...shares))];
  return low === now && high === now ? t.shareSame(now, week) : t.shareNow(now, week, low, high);
}
