/** Comparisons of sets saved by name, for each source, in this browser. */
import { useCallback, useMemo } from 'react';
import { useSetting } from '../../../state/setting.ts';
import type { Recipe } from './recipe.ts';
import { formatSets, parseSets } from './recipe.ts';

export interface SavedRecipe extends Recipe {
  readonly title: string;
}

/** What another version of the program wrote, or a person, must not break the screen: what is no recipe is left out. */
function parseRecipes(text: string | null): readonly SavedRecipe[] {
  let all: unknown;
  try {
    all = JSON.parse(text ?? '[]');
  } catch {
    return [];
  }
  return (Array.isArray(all) ? all : []).flatMap((entry: unknown): SavedRecipe[] => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { title, sets, expression, alone } = entry as Record<string, unknown>;
    if (typeof title !== 'string' || typeof sets !== 'string' || typeof expression !== 'string') return [];
    return [{ title, sets: parseSets(sets), expression, keepsLeftAlone: alone === 'keep' }];
  });
}

function formatRecipes(recipes: readonly SavedRecipe[]): string {
  return JSON.stringify(recipes.map(({ title, sets, expression, keepsLeftAlone }) => ({ title, sets: formatSets(sets) ?? '', expression, alone: keepsLeftAlone ? 'keep' : '' })));
}

export function useSavedRecipes(sourceKey: string) {
  const [stored, store] = useSetting(`recipes ${sourceKey}`);
  const recipes = useMemo(() => parseRecipes(stored), [stored]);
  /** One of the same title is replaced. */
  const save = useCallback((recipe: SavedRecipe) => store(formatRecipes([...recipes.filter(({ title }) => title !== recipe.title), recipe])), [recipes, store]);
  const setAll = useCallback((next: readonly SavedRecipe[]) => store(formatRecipes(next)), [store]);
  return { recipes, save, setAll };
}
