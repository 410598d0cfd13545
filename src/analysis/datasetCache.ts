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

/**
 * The same for what takes long: in steps, each of which tells the share done (0–1). Whoever asks while it is being made goes on with what
 * others began.
 * @param keyOf what of a dataset it rests on: datasets that have that in common share it
 */
export function inStepsOnce<T>(
  make: (dataset: ScoredDataset) => Generator<number, T>, keyOf: (dataset: ScoredDataset) => object = (dataset) => dataset,
): (dataset: ScoredDataset) => Generator<number, T> {
  const known = new WeakMap<object, { readonly steps: Generator<number, T>; made: { readonly value: T } | null }>();
  return function* (dataset) {
    const key = keyOf(dataset);
    const entry = known.get(key) ?? { steps: make(dataset), made: null };
    known.set(key, entry);
    while (entry.made === null) {
      try {
        const step = entry.steps.next();
        if (step.done === true) entry.made = { value: step.value };
        else yield step.value;
      } catch (error) {
        // The next who asks begins anew.
        if (known.get(key) === entry) known.delete(key);
        throw error;
      }
    }
    return entry.made.value;
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
