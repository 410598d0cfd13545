/** What the comparison keeps in the URL: the question and its inputs. */
import type { Scene } from '../../analysis/answers.ts';
import { formatScene, parseScene } from '../../analysis/compare/sceneText.ts';
import { parseDay } from '../../records/days.ts';
import type { RawSearch } from '../../state/search.ts';
import { parseCount, parseOneOf, parseText } from '../../state/search.ts';

export const compareQuestions = ['sets', 'successors', 'common', 'companions', 'meetings', 'scenes', 'sequences', 'portrait'] as const;
export type CompareQuestion = (typeof compareQuestions)[number];

export const mostNumbers = 50;
export const mostScenes = 10;
export const usualMinutes = 30;

export interface CompareSearch {
  readonly ask?: CompareQuestion;
  readonly cut?: string;
  /** Numbers, see `formatNumbers` of the network. */
  readonly numbers?: string;
  readonly least?: number;
  /** Whether service numbers count. */
  readonly services?: 'on';
  readonly minutes?: number;
  readonly metres?: number;
  /** Sets, their expression, and whether numbers to be left alone stay; see `recipe.ts`. */
  readonly sets?: string;
  readonly expr?: string;
  readonly alone?: 'keep';
  /** Scenes, see `formatScenes`. */
  readonly scenes?: string;
}

export function parseCompareSearch(raw: RawSearch): CompareSearch {
  const cut = parseText(raw['cut']);
  const parts = {
    ask: parseOneOf(raw['ask'], compareQuestions),
    cut: cut !== undefined && !Number.isNaN(parseDay(cut)) ? cut : undefined,
    numbers: parseText(raw['numbers']),
    least: parseCount(raw['least'], mostNumbers) || undefined,
    services: parseOneOf(raw['services'], ['on'] as const),
    minutes: parseCount(raw['minutes'], 1440),
    metres: parseCount(raw['metres'], 100_000) || undefined,
    scenes: parseText(raw['scenes']),
    sets: parseText(raw['sets']),
    expr: parseText(raw['expr']),
    alone: parseOneOf(raw['alone'], ['keep'] as const),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}

export function formatScenes(scenes: readonly Scene[]): string | undefined {
  return scenes.length === 0 ? undefined : scenes.map((scene) => formatScene(scene).replaceAll('|', '%7C')).join('|');
}

/** The inverse of `formatScenes`; what is no scene is left out. */
export function parseScenes(text: string | undefined): readonly Scene[] {
  return (text ?? '').split('|').flatMap((part) => parseScene(part.replaceAll('%7C', '|')) ?? []).slice(0, mostScenes);
}

/** Numbers as people paste them: one a line, or with commas, semicolons or tabs between; without repeats. */
export function pastedNumbers(text: string): readonly string[] {
  return [...new Set(text.split(/[\n\r,;，；、\t]+/).map((part) => part.trim().replace(/^['"]+|['"]+$/g, '')))].filter((part) => part !== '');
}
