import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { formatScene, parseScene } from '../../../analysis/compare/sceneText.ts';
import { isSetName } from '../../../analysis/sets/setExpression.ts';
import { caseQueries, useCase } from '../../../sources/useCase.tsx';
import { useGroup } from '../../../state/group.ts';
import { useSearchState, useWindow } from '../../../state/search.ts';
import { useTexts } from '../../../words/language.tsx';
import classes from '../CompareScreen.module.css';
import { parseCompareSearch } from '../compareSearch.ts';
import { ComparisonState } from '../ComparisonState.tsx';
import { expressionFault, ExpressionInput } from './ExpressionInput.tsx';
import { contentOfList } from './NumbersOrFile.tsx';
import type { Recipe, RecipeSet, SetContent } from './recipe.ts';
import { formatSets, freeName, mostSets, parseSets, quickExpression } from './recipe.ts';
import { RecipesBar } from './RecipesBar.tsx';
import { SetRow } from './SetRow.tsx';
import { SetsResult } from './SetsResult.tsx';
import { setsTexts } from './setsTexts.ts';
import { useSetQuestion } from './useSetQuestion.ts';

const none: RecipeSet['content'] = { is: 'numbers', numbers: [] };
const twoEmpty: Recipe = { sets: [{ name: 'A', content: none }, { name: 'B', content: none }], expression: 'A & B', keepsLeftAlone: false };

/** Which numbers are in these lists and not in those? */
export function SetsPart() {
  const t = useTexts(setsTexts);
  const source = useCase();
  const { window } = useWindow();
  const { group } = useGroup();
  const [search, patch] = useSearchState(parseCompareSearch);
  const asked = useMemo((): Recipe => ({ sets: parseSets(search.sets), expression: search.expr ?? '', keepsLeftAlone: search.alone === 'keep' }), [search.sets, search.expr, search.alone]);
  const [draft, setDraft] = useState<Recipe | null>(null);
  /** Inputs begin anew when another comparison is opened. */
  const [version, setVersion] = useState(0);
  const shown = draft ?? (asked.sets.length === 0 ? twoEmpty : asked);
  const names = shown.sets.map(({ name }) => name);
  const { data: summary } = useQuery(caseQueries.summary(source, window));

  const { question, gone, name } = useSetQuestion(asked, group, window);
  const isAsked = asked.sets.length > 0 && expressionFault(asked.expression, asked.sets.map((set) => set.name)) === null;
  const options = caseQueries.collision(source, name, () => (question === null ? Promise.reject(new Error('lists not at hand')) : Promise.resolve(question(false))));
  const query = useQuery({ ...options, enabled: isAsked && question !== null });

  const problem = problemOf(shown);
  const ask = (recipe: Recipe) => {
    patch({ sets: formatSets(recipe.sets), expr: recipe.expression, alone: recipe.keepsLeftAlone ? 'keep' : undefined });
    setDraft(null);
  };
  const open = (recipe: Recipe) => {
    ask(recipe);
    setVersion((before) => before + 1);
  };
  const change = (part: Partial<Recipe>) => setDraft({ ...shown, ...part });
  const setSets = (sets: readonly RecipeSet[]) => {
    // A ready-made expression over all sets goes on being one; names that were changed are changed in it too.
    const isPlain = shown.expression === quickExpression('all', names) || shown.expression === '';
    change({ sets, ...(isPlain ? { expression: quickExpression('all', sets.map((set) => set.name)) } : {}) });
  };
  const add = (content: SetContent) => setSets([...shown.sets, { name: freeName(shown.sets), content }]);
  return (
    <>
      <div className={classes.beside}>
        <form
          key={version}
          className={classes.side}
          onSubmit={(event) => {
            event.preventDefault();
            if (problem === null) ask(shown);
          }}
        >
          {shown.sets.map((set, i) => (
            <SetRow
              // oxlint-disable-next-line react/no-array-index-key -- a name changes while it is typed
              key={`${i} ${set.content.is}`} set={set} lists={summary?.lists ?? []}
              onChange={(next) => setSets(shown.sets.map((each, j) => (i === j ? next : each)))}
              onRemove={shown.sets.length > 1 ? () => setSets(shown.sets.filter((_, j) => j !== i)) : null}
            />
          ))}
          <Button size="xs" variant="default" disabled={shown.sets.length >= mostSets} onClick={() => add(none)}>{t.add}</Button>
          <ExpressionInput value={shown.expression} names={names} onChange={(expression) => change({ expression })} />
          <div className={classes.row}>
            <Checkbox label={t.leaveAlone} checked={!shown.keepsLeftAlone} onChange={(event) => change({ keepsLeftAlone: !event.currentTarget.checked })} />
            <Button type="submit" size="xs" disabled={problem !== null}>{t.run}</Button>
            {problem !== null && problem !== 'expression' && <span className={classes.notes}>{problem === 'name' ? t.badName : t.incomplete(problem.incomplete)}</span>}
          </div>
        </form>
        <RecipesBar sourceKey={source.key} recipe={problem === null ? shown : null} onOpen={open} />
      </div>
      <ComparisonState
        where={t.sets} query={query} queryKey={options.queryKey}
        missing={gone.length > 0 ? gone.map(t.keptGone).join(' ') : !isAsked ? t.needSets : null}
      >
        {(answer) => (
          <SetsResult
            answer={answer}
            askWhole={async () => (question === null ? '' : ((await source.collision(question(true))).text ?? ''))}
            onNewSet={async (text) => add(await contentOfList(text, t.result))}
          />
        )}
      </ComparisonState>
    </>
  );
}

/** What keeps a comparison from being asked; null when nothing does. */
function problemOf({ sets, expression }: Recipe): 'name' | 'expression' | { readonly incomplete: string } | null {
  const names = sets.map(({ name }) => name);
  if (!names.every(isSetName) || new Set(names).size < names.length) return 'name';
  const empty = sets.find(({ content }) => isEmpty(content));
  if (empty !== undefined) return { incomplete: empty.name };
  return expressionFault(expression, names) === null ? null : 'expression';
}

function isEmpty(content: SetContent): boolean {
  switch (content.is) {
    case 'numbers':
      return content.numbers.length === 0;
    case 'list':
      return content.name === '';
    case 'scene':
      return parseScene(formatScene(content.scene)) === null;
    case 'devices':
      return content.devices.length === 0;
    default:
      return false;
  }
}
