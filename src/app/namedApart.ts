import type { DatasetInfo } from '../engine/protocol.ts';

/** As choices of a source. Datasets of one name are told apart by their place among them, the oldest without a mark. */
export function namedApart(datasets: readonly Pick<DatasetInfo, 'id' | 'name' | 'openedAt'>[]): readonly { readonly value: string; readonly label: string }[] {
  return datasets.map(({ id, name, openedAt }) => {
    const older = datasets.filter((other) => other.name === name && other.openedAt < openedAt).length;
    return { value: id, label: older === 0 ? name : `${name} (${older + 1})` };
  });
}
