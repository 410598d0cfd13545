import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CollisionQuery, NumberSource } from '../../../analysis/sets/collision.ts';
import type { DayWindow } from '../../../records/days.ts';
import { keptList } from './keptLists.ts';
import type { Recipe, SetContent } from './recipe.ts';
import { formatSets } from './recipe.ts';

export interface SetQuestion {
  /** Labels of kept lists that this browser does not have. */
  readonly gone: readonly string[];
  /** null while lists are fetched, or when some are gone. */
  readonly question: ((isWhole: boolean) => CollisionQuery) | null;
  /** Tells the question from others. */
  readonly name: readonly unknown[];
}

/** A recipe with the numbers that its sets stand for now. */
export function useSetQuestion(recipe: Recipe, group: readonly string[], window: DayWindow | null): SetQuestion {
  const kept = useMemo(() => recipe.sets.flatMap(({ content }) => (content.is === 'kept' ? [content] : [])), [recipe]);
  const fetched = useQueries({ queries: kept.map(({ id }) => ({ queryKey: ['keptList', id], queryFn: () => keptList(id), staleTime: 0, structuralSharing: false })) });
  const gone = kept.filter((_, i) => fetched[i]!.data === null).map(({ label }) => label);
  const isReady = fetched.every(({ data }) => data !== undefined) && gone.length === 0;
  const usesGroup = recipe.sets.some(({ content }) => content.is === 'group');
  const texts = new Map(kept.map(({ id }, i) => [id, fetched[i]!.data ?? '']));
  return {
    gone,
    question: isReady
      ? (isWhole) => ({
        window, expression: recipe.expression, keepsLeftAlone: recipe.keepsLeftAlone, isWhole,
        sets: recipe.sets.map(({ name, content }) => ({ name, source: sourceOf(content, texts, group) })),
      })
      : null,
    name: [window, formatSets(recipe.sets), recipe.expression, recipe.keepsLeftAlone, usesGroup ? group : null],
  };
}

function sourceOf(content: SetContent, texts: ReadonlyMap<string, string>, group: readonly string[]): NumberSource {
  switch (content.is) {
    case 'numbers':
      return { is: 'numbers', text: content.numbers.join('\n') };
    case 'kept':
      return { is: 'numbers', text: texts.get(content.id)! };
    case 'group':
      return { is: 'numbers', text: group.join('\n') };
    default:
      return content;
  }
}
