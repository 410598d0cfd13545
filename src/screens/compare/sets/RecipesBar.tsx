import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { showToast } from '../../../ui/toasts.ts';
import { useTexts } from '../../../words/language.tsx';
import classes from '../CompareScreen.module.css';
import type { Recipe } from './recipe.ts';
import { useSavedRecipes } from './savedRecipes.ts';
import { setsTexts } from './setsTexts.ts';

/** Comparisons saved by name, of this source. */
export function RecipesBar({ sourceKey, recipe, onOpen }: {
  sourceKey: string;
  /** What would be saved; null while it is not complete. */
  recipe: Recipe | null;
  onOpen: (recipe: Recipe) => void;
}) {
  const t = useTexts(setsTexts);
  const { recipes, save, setAll } = useSavedRecipes(sourceKey);
  const [title, setTitle] = useState('');
  const opened = recipes.find((each) => each.title === title);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (recipe === null || title.trim() === '') return;
        save({ ...recipe, title: title.trim() });
        showToast({ text: t.saved(title.trim()) });
      }}
    >
      {recipes.length > 0 && (
        <NativeSelect
          className={classes.kind} label={t.recipes} value={opened?.title ?? ''} data={[{ value: '', label: t.openRecipe }, ...recipes.map((each) => ({ value: each.title, label: each.title }))]}
          onChange={(event) => {
            const chosen = recipes.find((each) => each.title === event.currentTarget.value);
            if (chosen === undefined) return;
            setTitle(chosen.title);
            onOpen(chosen);
          }}
        />
      )}
      <TextInput label={t.saveAs} value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
      <Button type="submit" size="xs" variant="default" disabled={recipe === null || title.trim() === ''}>{t.save}</Button>
      {opened !== undefined && (
        <Button
          size="xs" variant="subtle" color="gray"
          onClick={() => {
            setAll(recipes.filter((each) => each.title !== opened.title));
            showToast({ text: t.forgotten(opened.title), undo: () => setAll(recipes) });
          }}
        >
          {t.forget}
        </Button>
      )}
    </form>
  );
}
