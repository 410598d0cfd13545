import type { EgoFigures } from './egoFigures.ts';
import type { FeatureName, FeatureUnit } from './featureNames.ts';

/**
 * How the values of two disjoint sets of one number's records give the value of their union: added, the larger, or only
 * from the records themselves (`records`), the whole graph (`graph`) or a closer look at the suspicious (`closer`).
 */
export type MergeRule = 'sum' | 'max' | 'records' | 'graph' | 'closer';

/** All there is to know of one feature. Adding one: a declaration in a file of `declarations/` and its name in `featureNames.ts`. */
export interface FeatureDeclaration {
  readonly name: FeatureName;
  readonly unit: FeatureUnit;
  /** In words and signs, over one number's records. */
  readonly formula: string;
  /** Who defined it so: bandicoot 0.6, CallMine, or this program. */
  readonly source: 'bandicoot' | 'CallMine' | 'Callchain';
  readonly merge: MergeRule;
  /** NaN where there is no evidence. `graph` and `closer` features are filled in afterwards and give NaN here. */
  readonly value: (ego: EgoFigures) => number;
}
