import type { Decision } from '../../analysis/answers.ts';
import { applyDecisions } from '../../analysis/decisions.ts';
import type { StoredDecision } from './localStore.ts';
import { localStore } from './localStore.ts';

/** What was decided about a local dataset's numbers, kept in the browser. */
export async function readDecisions(dataset: string): Promise<readonly Decision[]> {
  return (await (await localStore()).getAllFromIndex('decisions', 'dataset', dataset)).map(withoutDataset);
}

function withoutDataset({ number, status, reason, assignee }: StoredDecision): Decision {
  return { number, status, reason, assignee };
}

/** What was decided about a dataset holds for the one that files were added to, too. */
export async function copyDecisions(from: string, to: string): Promise<void> {
  const decisions = await readDecisions(from);
  if (decisions.length > 0) await writeDecisions(to, decisions);
}

/** Sets decisions, all or none; answers what stood before (`new` where nothing did). */
export async function writeDecisions(dataset: string, decisions: readonly Decision[]): Promise<readonly Decision[]> {
  const transaction = (await localStore()).transaction('decisions', 'readwrite');
  const numbers = [...new Set(decisions.map(({ number }) => number))];
  const stored = await Promise.all(numbers.map((number) => transaction.store.get([dataset, number])));
  const known = new Map(stored.flatMap((decision) => (decision ? [[decision.number, withoutDataset(decision)] as const] : [])));
  const before = applyDecisions(known, decisions);
  await Promise.all(numbers.map(async (number) => {
    const decision = known.get(number);
    if (decision) await transaction.store.put({ ...decision, dataset });
    else await transaction.store.delete([dataset, number]);
  }));
  await transaction.done;
  return before;
}
