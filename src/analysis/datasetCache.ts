import type { ScoredDataset } from './scoredDataset.ts';

/**
 * Remembers what was computed once of a dataset, for as long as the dataset lives. Datasets are never changed after they
 * are made.
 */
export function oncePerDataset<T>(compute: (dataset: ScoredDataset) => T): (dataset: ScoredDataset) => T {
  const known = new WeakMap<ScoredDataset, { readonly value: T }>();
  return (dataset) => {
    let entry = known.get(dataset);
    if (entry === undefined) {
      entry = { value: compute(dataset) };
      known.set(dataset, entry);
    }
    return entry.value;
  };
}

/** The same for answers that also depend on a key; only the last `most` of them are kept, since each may be as long as the dataset. */
export function recentPerDataset<K, T>(
  most: number, nameOf: (key: K) => string, compute: (dataset: ScoredDataset, key: K) => T,
): (dataset: ScoredDataset, key: K) => T {
  const recentOf = oncePerDataset(() => new Map<string, { readonly value: T }>());
  return (dataset, key) => {
    const recent = recentOf(dataset);
    const name = nameOf(key);
    const entry = recent.get(name) ?? { value: compute(dataset, key) };
    recent.delete(name);
    recent.set(name, entry);
    if (recent.size > most) recent.delete(recent.keys().next().value!);
    return entry.value;
  };
}
