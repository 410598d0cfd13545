import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import type { Decision, Dossier, Status, SuspectPage } from '../../analysis/answers.ts';
import type { CaseSource } from '../../sources/caseSource.ts';
import { useCase } from '../../sources/useCase.tsx';
import { closeToast, showToast } from '../../ui/toasts.ts';
import { describeError } from '../../words/describeError.ts';
import { useFormat } from '../../words/format.ts';
import { defineTexts, useLanguage, useTexts } from '../../words/language.tsx';
import { verdictsIn, withDecision, withVerdicts } from './decisionCache.ts';
import { forgetDecided, lastDecided, rememberDecided, subscribeToDecided } from './decided.ts';
import type { Decided } from './decided.ts';

const texts = defineTexts({
  new: [(what: string) => `${what}: set back to new`, (what: string) => `${what}：已恢复为新`],
  assigned: [(what: string) => `${what}: assigned to you`, (what: string) => `${what}：已分派给您`],
  confirmed: [(what: string) => `${what}: confirmed`, (what: string) => `${what}：已确认`],
  dismissed: [(what: string) => `${what}: dismissed`, (what: string) => `${what}：已排除`],
  many: [(count: string) => `${count} numbers`, (count: string) => `${count} 个号码`],
  undone: [(what: string) => `${what}: undone`, (what: string) => `${what}：已撤销`],
  failed: [(what: string, why: string) => `${what}: not saved. ${why}`, (what: string, why: string) => `${what}：未能保存。${why}`],
});

/** The message that offers to undo a decision. */
const offers = new WeakMap<Decided, number>();

/**
 * Decides about numbers: shown at once, taken back with a message when the source refuses, and undone by the message's
 * Undo or `undo`. Used wherever one decides: the queue, the dossier, the inspector.
 */
export function useDecide() {
  const source = useCase();
  const queries = useQueryClient();
  const t = useTexts(texts);
  const f = useFormat();
  const language = useLanguage();
  const mutationKey = [source.key, 'decide'];
  const { mutateAsync } = useMutation({ mutationKey, mutationFn: (decisions: readonly Decision[]) => source.decide(decisions) });

  /** null when it was not saved; the screen is then as before and the message is shown. */
  const write = async (decisions: readonly Decision[], what: string): Promise<readonly Decision[] | null> => {
    const takeBack = showInCache(queries, source, decisions);
    try {
      return await mutateAsync(decisions);
    } catch (error) {
      takeBack();
      const { what: happened, advice } = describeError(error, language, 'write');
      showToast({ kind: 'error', text: t.failed(what, `${happened}. ${advice}`) });
      return null;
    } finally {
      // Only after the last of several quick decisions, or the answer to the first would hide the second.
      if (queries.isMutating({ mutationKey }) === 0) void refresh(queries, source);
    }
  };

  const undoDecided = async (decided: Decided): Promise<void> => {
    if (!forgetDecided(source.key, decided)) return;
    // However it is undone, the offer to undo it goes.
    closeToast(offers.get(decided) ?? 0);
    const written = await write(decided.before, decided.what);
    if (written === null) rememberDecided(source.key, decided);
    else showToast({ text: t.undone(decided.what) });
  };

  const decide = async (numbers: readonly string[], verdict: { readonly status: Status; readonly reason?: string; readonly assignee?: string }): Promise<void> => {
    const [only] = numbers;
    if (only === undefined) return;
    const known = verdictsIn(cachedPages(queries, source), new Set(numbers));
    const decisions = numbers.map((number): Decision => ({
      number, status: verdict.status, reason: verdict.reason ?? '', assignee: verdict.assignee ?? known.get(number)?.assignee ?? null,
    }));
    const what = numbers.length === 1 ? f.phone(only) : t.many(f.count(numbers.length));
    const before = await write(decisions, what);
    if (before === null) return;
    const decided: Decided = { before, what };
    rememberDecided(source.key, decided);
    offers.set(decided, showToast({ text: t[verdict.status](what), undo: () => undoDecided(decided) }));
  };

  const last = useSyncExternalStore(subscribeToDecided, useCallback(() => lastDecided(source.key), [source.key]));
  return { decide, canUndo: last !== null, undo: async () => (last === null ? undefined : undoDecided(last)) };
}

function cachedPages(queries: QueryClient, source: CaseSource): readonly SuspectPage[] {
  return queries.getQueriesData<SuspectPage>({ queryKey: [source.key, 'suspects'] }).flatMap(([, page]) => page ?? []);
}

/** Writes the decisions into all cached answers; the answer takes them out again. */
function showInCache(queries: QueryClient, source: CaseSource, decisions: readonly Decision[]): () => void {
  const byNumber = new Map(decisions.map((decision) => [decision.number, decision]));
  const before = verdictsIn(cachedPages(queries, source), new Set(byNumber.keys()));
  const dossiers = queries.getQueriesData<Dossier>({ queryKey: [source.key, 'dossier'] }).filter(([, dossier]) => dossier && byNumber.has(dossier.number));
  const put = (verdicts: typeof before) =>
    queries.setQueriesData<SuspectPage>({ queryKey: [source.key, 'suspects'] }, (page) => page && withVerdicts(page, verdicts));
  put(byNumber);
  for (const [key, dossier] of dossiers) queries.setQueryData(key, dossier && withDecision(dossier, byNumber));
  return () => {
    put(before);
    for (const [key, dossier] of dossiers) queries.setQueryData(key, dossier);
  };
}

function refresh(queries: QueryClient, source: CaseSource): Promise<void> {
  const resources = new Set<unknown>(['suspects', 'facets', 'dossier']);
  return queries.invalidateQueries({ predicate: ({ queryKey: [key, resource] }) => key === source.key && resources.has(resource) });
}
