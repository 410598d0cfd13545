import type { DatasetInfo } from '../engine/protocol.ts';
import { datasetTitleParts } from '../words/datasetTitle.ts';
import { formatIn } from '../words/format.ts';
import type { Language } from '../words/language.tsx';

/** A dataset as a choice of a source. */
export interface DatasetChoice {
  readonly value: string;
  readonly label: string;
  /** The end of the label that must be seen also where the name is cut: how many files it has, which of that name it is. */
  readonly end: string;
  /** The names of its files. */
  readonly help: string;
}

/** Datasets of one name are told apart by their place among them, the oldest without a mark. */
export function namedApart(datasets: readonly Pick<DatasetInfo, 'id' | 'name' | 'openedAt' | 'files'>[], language: Language): readonly DatasetChoice[] {
  return datasets.map((dataset) => {
    const { first, more } = datasetTitleParts(dataset, language);
    const older = datasets.filter((other) => other.name === dataset.name && other.openedAt < dataset.openedAt).length;
    const end = [more, older === 0 ? '' : `(${older + 1})`].filter(Boolean).join(' ');
    return { value: dataset.id, label: end === '' ? first : `${first} ${end}`, end, help: formatIn(language).list(dataset.files.map(({ name }) => name)) };
  });
}
