import { coreNumbers } from '../features/core.ts';
import type { FeatureTable } from '../features/featureNames.ts';
import { oncePerDataset } from './datasetCache.ts';

/** Beyond this many links, core numbers would keep the first dossier waiting for seconds; there they stay without evidence. */
const MAX_LINKS_FOR_CORE = 5_000_000;

/** The features with `core`, which needs the whole graph and no score rests on: made when first asked for. */
export const completeFeatures = oncePerDataset(({ features, contacts, linkCount, rowOf }): FeatureTable => {
  if (linkCount > MAX_LINKS_FOR_CORE) return features;
  return { ...features, columns: { ...features.columns, core: coreNumbers(features.numbers, contacts, rowOf) } };
});
