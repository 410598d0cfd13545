import type { Refit } from '../../analysis/refit/refitAnswers.ts';
import { localStore } from './localStore.ts';

/** What was learned from the decisions on a local dataset, kept in the browser; null under the shipped model. */
export async function readRefit(dataset: string): Promise<Refit | null> {
  const stored = await (await localStore()).get('refits', dataset);
  if (stored === undefined) return null;
  const { dataset: _, ...refit } = stored;
  // What was kept before models were noted.
  return { ...refit, model: refit.model ?? '' };
}

/** Keeps it, or goes back to the shipped model with null; answers what stood before. */
export async function writeRefit(dataset: string, refit: Refit | null): Promise<Refit | null> {
  const before = await readRefit(dataset);
  const store = await localStore();
  if (refit === null) await store.delete('refits', dataset);
  else await store.put('refits', { ...refit, dataset });
  return before;
}

/** What was learned in a dataset holds for the one that files were added to, too. */
export async function copyRefit(from: string, to: string): Promise<void> {
  const refit = await readRefit(from);
  if (refit !== null) await writeRefit(to, refit);
}
