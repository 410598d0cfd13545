/** Numbers like a number, and by what. Shares and similarities are 0–1. */
import type { FeatureName } from '../../features/featureNames.ts';

interface Like {
  readonly number: string;
  readonly score: number | null;
  /** Devices and cells that both used. */
  readonly devices: readonly string[];
  readonly cells: readonly string[];
}

/** By how it behaves. */
export interface BehavesLike extends Like {
  /** 1 − the mean distance of the features' percentiles, weighted by how unusual the number is in each. */
  readonly similarity: number;
  /** In what they are most alike: what is unusual of both first. Percentiles 0–100. */
  readonly alike: readonly {
    readonly feature: FeatureName; readonly value: number; readonly otherValue: number; readonly percentile: number; readonly otherPercentile: number;
  }[];
}

/** By whom it has to do with. */
export interface SharesContacts extends Like {
  /** Contacts of both, rarest first: the first of `sharedCount`. */
  readonly shared: readonly string[];
  readonly sharedCount: number;
  /** Shared of all contacts of either (Jaccard). */
  readonly jaccard: number;
  /** Sum over the shared contacts of 1 ÷ ln(their own contacts) (Adamic & Adar 2003). */
  readonly weight: number;
}

/** By a device that both used. */
export interface SharesDevice extends Like {
  /** Numbers that used the most shared of the devices. */
  readonly users: number;
}

export interface SimilarNumbers {
  /** Each nearest first, contacts by weight ÷ √(the other's contacts); at most 10. */
  readonly behaviour: readonly BehavesLike[];
  readonly contacts: readonly SharesContacts[];
  readonly devices: readonly SharesDevice[];
  /** Contacts left out: services, and numbers that so many have to do with that sharing them says nothing. */
  readonly commonContacts: number;
}
