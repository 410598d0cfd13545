import type { ScoredDataset } from '../scoredDataset.ts';
import { account, bankCard } from './moneyThings.ts';
import { cell, device } from './recordThings.ts';
import { contract, outlet } from './registerThings.ts';
import type { ThingKind } from './thing.ts';
import { thingKinds } from './thing.ts';
import type { ThingSource } from './thingSource.ts';

export const thingSources: Readonly<Record<ThingKind, ThingSource>> = { device, cell, outlet, contract, account, bankCard };

/** Kinds that the dataset has anything of. */
export function kindsOf(dataset: ScoredDataset): ThingKind[] {
  return thingKinds.filter((kind) => thingSources[kind].isThere(dataset));
}
