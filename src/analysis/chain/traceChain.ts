import { findNumberKey, NO_NUMBER } from '../../records/numberKey.ts';
import type { ScoredDataset } from '../scoredDataset.ts';
import { findAccounts, findBankCards } from './accounts.ts';
import { chainContext } from './chainContext.ts';
import type { ChainContext } from './chainContext.ts';
import type { Chain, ChainHop, HopKind } from './chainHop.ts';
import { hopKinds } from './chainHop.ts';
import { findCards, findDevices } from './devices.ts';
import { findMissing } from './missingHops.ts';
import { findInsiders, findPools } from './pool.ts';
import { findMerchants, findOutlets } from './registration.ts';
import { findRing } from './ring.ts';
import { findVictims } from './victims.ts';

/** One finder for each kind of hop. */
const finders: Record<HopKind, (context: ChainContext) => ChainHop[]> = {
  victim: findVictims, device: findDevices, card: findCards, outlet: findOutlets, merchant: findMerchants, pool: findPools, insider: findInsiders, account: findAccounts, bankCard: findBankCards,
};

/**
 * The chain behind a number, as far as the open records show it; null when none of them knows the number. A hop is only there when
 * some record says so, and where it accuses (a victim, a merchant, an insider, a mule's card) when chance alone would hardly do it.
 */
export function traceChain(dataset: ScoredDataset, { number }: { readonly number: string }): Chain | null {
  const key = findNumberKey(number, dataset.oddNumbers);
  if (key === NO_NUMBER) return null;
  const context = chainContext(dataset, key);
  const hops = hopKinds.flatMap((kind) => finders[kind](context));
  if (context.row < 0 && hops.length === 0) return null;
  return { number: context.number, hops, weakest: weakestOf(hops), missing: findMissing(context, hops), ring: findRing(context, hops) };
}

/** The least strong of each lane's strongest: where the chain would break first. */
function weakestOf(hops: readonly ChainHop[]): number | null {
  let weakest: number | null = null;
  for (const kind of hopKinds) {
    const place = hops.reduce((best, hop, i) => (hop.kind === kind && (best < 0 || hop.strength > hops[best]!.strength) ? i : best), -1);
    if (place >= 0 && (weakest === null || hops[place]!.strength < hops[weakest]!.strength)) weakest = place;
  }
  return weakest;
}
