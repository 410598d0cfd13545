/** What the network keeps in the URL: what is opened, how it is filtered, what is chosen. */
import type { RawSearch } from '../../state/search.ts';
import { parseCount, parseListOf, parseOneOf, parseText } from '../../state/search.ts';
import type { ScoreBand } from '../../views/linkGraph/linkGraphModel.ts';
import { pairId, scoreBands } from '../../views/linkGraph/linkGraphModel.ts';

/** Numbers that one question may open (`NetworkQuery.numbers`). */
export const openAtMost = 50;
export const eachChoices = [5, 10, 15, 25, 50, 100] as const;
export const eachUsual = 15;

export interface NetworkSearch {
  /** Opened numbers, see `formatNumbers`. */
  readonly focus?: string;
  /** Contacts shown of each. */
  readonly each?: number;
  /** The two numbers of the chosen link. */
  readonly link?: string;
  /** Bands that are switched off. */
  readonly off?: string;
  /** Least calls and texts of a link. */
  readonly min?: number;
  readonly view?: 'table';
}

export function parseNetworkSearch(raw: RawSearch): NetworkSearch {
  const parts = {
    focus: parseText(raw['focus']),
    each: parseCount(raw['each'], eachChoices.at(-1)!) || undefined,
    link: parseText(raw['link']),
    off: parseListOf(raw['off'], scoreBands).join(',') || undefined,
    min: parseCount(raw['min'], 100_000) || undefined,
    view: parseOneOf(raw['view'], ['table'] as const),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}

/** A list of numbers as text. Numbers may be anything, so commas in them are escaped. */
export function formatNumbers(numbers: readonly string[]): string | undefined {
  return numbers.length === 0 ? undefined : numbers.map((number) => number.replaceAll('%', '%25').replaceAll(',', '%2C')).join(',');
}

/** The inverse of `formatNumbers`, without repeats and blanks. */
export function parseNumbers(text: string | undefined): readonly string[] {
  const numbers = (text ?? '').split(',').map((part) => part.trim().replaceAll('%2C', ',').replaceAll('%25', '%'));
  return [...new Set(numbers)].filter((number) => number !== '');
}

export function parseBands(text: string | undefined): readonly ScoreBand[] {
  return parseListOf(text, scoreBands);
}

/** Id of the pair that `link` names, or null. */
export function parseLink(text: string | undefined): string | null {
  const [a, b, ...rest] = (text ?? '').split(',').map((part) => part.replaceAll('%2C', ',').replaceAll('%25', '%'));
  return a === undefined || b === undefined || a === '' || b === '' || rest.length > 0 ? null : pairId(a, b);
}
