import type { FeatureDeclaration } from './declaration.ts';
import { closer } from './declarations/closer.ts';
import { contacts } from './declarations/contacts.ts';
import { devicesAndPlaces } from './declarations/devicesAndPlaces.ts';
import { duration } from './declarations/duration.ts';
import { graph } from './declarations/graph.ts';
import { rhythm } from './declarations/rhythm.ts';
import { volume } from './declarations/volume.ts';
import { featureNames } from './featureNames.ts';

/** Every feature, in table order. */
export const featureDeclarations: readonly FeatureDeclaration[] = [
  ...volume, ...contacts, ...rhythm, ...duration, ...devicesAndPlaces, ...graph, ...closer,
].toSorted((a, b) => featureNames.indexOf(a.name) - featureNames.indexOf(b.name));
