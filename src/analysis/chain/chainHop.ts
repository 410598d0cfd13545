/** The typed chain behind a number, as it is answered: from its victims to whoever supplied it. */
import type { TableKind } from '../../records/recordKinds.ts';

/** Kinds of hop in the order of the lanes: upstream from the victim to the insider, then downstream to the money. */
export const hopKinds = ['victim', 'device', 'card', 'outlet', 'merchant', 'pool', 'insider', 'account', 'bankCard'] as const;
export type HopKind = (typeof hopKinds)[number];

/** What a hop's strength was measured against. The words are the caller's. */
export type HopTest =
  /** Payments that follow a talk within minutes, against the payer's usual payments. */
  | 'paidAfterTalk'
  /** Named as a victim by a list, and in contact. */
  | 'listedVictim'
  /** Called back a call that only rang. */
  | 'calledBack'
  /** Records that name the device or card, against one in a hundred being wrong. */
  | 'seenIn'
  /** The register says so, against one row in a hundred being wrong; more where its numbers went bad more often than others'. */
  | 'register'
  /** Numbers that went bad among all of the same origin. */
  | 'concentration'
  /** What the operator's log shows of the contract, against how such contracts usually go. */
  | 'procedure'
  /** The platform says so; more where a code came at the same time. */
  | 'registered'
  /** Money that comes in from several and goes on soon. */
  | 'passedOn';

export interface HopEvidence {
  readonly test: HopTest;
  /** Records behind the hop, and their span. */
  readonly count: number;
  readonly first: string | null;
  readonly last: string | null;
  /** The figures that the test rests on. */
  readonly facts: Readonly<Record<string, number | string>>;
  /** Some of the records, by file and line. */
  readonly records: readonly { readonly file: string; readonly line: number }[];
}

export interface ChainHop {
  readonly kind: HopKind;
  readonly from: string;
  readonly to: string;
  /** −log10 of the chance that this would be seen if there were nothing to it, at most 15. */
  readonly strength: number;
  readonly evidence: HopEvidence;
  /** Others that it could be, with less behind them. */
  readonly alternatives: readonly { readonly to: string; readonly strength: number }[];
}

/** A record to ask for, and from whom. */
export interface MissingHop {
  readonly kind: HopKind;
  /** What is lacking: a kind of record, or a column of the communications. */
  readonly record: TableKind | 'imei' | 'imsi' | 'communications';
  readonly from: 'operator' | 'bank' | 'platform' | 'police';
  /** Whose record: the number, the contract, the outlet, the platforms. */
  readonly about: string;
}

export interface Chain {
  readonly number: string;
  /** In the order of the lanes, strongest first in each. */
  readonly hops: readonly ChainHop[];
  /** Place in `hops` of the weakest link: the least strong of each lane's best; null without hops. */
  readonly weakest: number | null;
  readonly missing: readonly MissingHop[];
}
