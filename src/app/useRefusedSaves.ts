import { useEffect } from 'react';
import type { DatasetInfo } from '../engine/protocol.ts';
import { showToast } from '../ui/toasts.ts';
import { engineFailureAdvice, engineFailureWhat } from '../words/errors.ts';
import { useTexts } from '../words/language.tsx';

/** Said once of each dataset. */
const said = new Set<string>();

/** A dataset that the browser did not store is told wherever one is by then: it will be gone with the tab. */
export function useRefusedSaves(datasets: readonly DatasetInfo[] | undefined): void {
  const what = useTexts(engineFailureWhat).storage;
  const advice = useTexts(engineFailureAdvice).storage;
  useEffect(() => {
    for (const { id, name, storage } of datasets ?? []) {
      if (storage !== 'refused' || said.has(id)) continue;
      said.add(id);
      showToast({ kind: 'error', text: `${name}: ${what}. ${advice}` });
    }
  }, [datasets, what, advice]);
}
