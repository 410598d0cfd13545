import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { Decision, Dossier } from '../../analysis/answers.ts';
import type { CaseSource } from '../../sources/caseSource.ts';
import { useCase } from '../../sources/useCase.tsx';
import { showToast } from '../../ui/toasts.ts';
import { describeError } from '../../words/describeError.ts';
import { defineTexts, useLanguage, useTexts } from '../../words/language.tsx';

const texts = defineTexts({
  failed: [(what: string) => `The decision was not saved. ${what}.`, (what: string) => `决定未保存：${what}。`],
});

/** Answers that a decision changes. */
const changedByDecisions: ReadonlySet<unknown> = new Set(['dossier', 'suspects', 'facets']);

/**
 * Decides about one number: shown at once, taken back if the source refuses, with an undo. `text` is what the message says.
 */
export function useDecide(): { readonly decide: (decision: Decision, text: string) => void; readonly isPending: boolean } {
  const source = useCase();
  const client = useQueryClient();
  const language = useLanguage();
  const t = useTexts(texts);
  const { mutate, isPending } = useMutation({
    mutationFn: ({ decision }: { decision: Decision; text: string }) => source.decide([decision]),
    onMutate: ({ decision }) => showDecision(client, source, decision),
    onError: (error) => showToast({ kind: 'error', text: t.failed(describeError(error, language).what) }),
    onSuccess: (before, { text }) => {
      showToast({
        text,
        undo: async () => {
          await source.decide(before);
          await refresh(client, source);
        },
      });
    },
    onSettled: () => refresh(client, source),
  });
  return { decide: (decision, text) => mutate({ decision, text }), isPending };
}

function showDecision(client: QueryClient, source: CaseSource, decision: Decision): void {
  client.setQueriesData<Dossier | null>({ queryKey: [source.key, 'dossier', decision.number] }, (dossier) => (dossier ? { ...dossier, decision } : dossier));
}

async function refresh(client: QueryClient, source: CaseSource): Promise<void> {
  await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === source.key && changedByDecisions.has(queryKey[1]) });
}
