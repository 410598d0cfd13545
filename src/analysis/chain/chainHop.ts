/** The typed chain behind a number, as it is answered: from its victims to whoever supplied it. */
/** Kinds of hop in the order of the lanes: upstream from the victim to the insider, then downstream to the money. */
export const hopKinds = ['victim', 'device', 'card', 'outlet', 'merchant', 'pool', 'insider', 'account', 'bankCard'] as const;
export type HopKind = (typeof hopKinds)[number];

/**
 * What a hop's strength was measured against. The words are the caller's.
 *
 * | test | says | against |
 * | --- | --- | --- |
 * | paidAfterTalk | payments follow a talk within minutes | the payer's usual payments |
 * | listedVictim | a list names a victim, who was in contact | how many on the list one would talk with |
 * | calledBack | a call that only rang was called back | one such call |
 * | seenIn | records name the device or card | one in a hundred being wrong |
 * | register | a register says so, and its numbers went bad | one row in a hundred being wrong; other origins |
 * | concentration | numbers of one origin went bad | as many drawn from all |
 * | procedure | how a contract came about, and what its numbers did | all other contracts |
 * | registered | a platform says so, and a code came at the time | one row in a hundred being wrong; codes at any time |
 * | passedOn | money comes in and goes on soon | how often ordinary money does |
 */
export const hopTests = ['paidAfterTalk', 'listedVictim', 'calledBack', 'seenIn', 'register', 'concentration', 'procedure', 'registered', 'passedOn'] as const;
export type HopTest = (typeof hopTests)[number];

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

/** Kinds of record, or columns of the communications, that can be asked for. */
export const missingRecords = ['communications', 'imei', 'imsi', 'subscriptions', 'pools', 'accessLog', 'registrations', 'transfers'] as const;
export const recordHolders = ['operator', 'bank', 'platform'] as const;

/** A record to ask for, and from whom. */
export interface MissingHop {
  readonly kind: HopKind;
  /** What is lacking: a kind of record, or a column of the communications. */
  readonly record: (typeof missingRecords)[number];
  readonly from: (typeof recordHolders)[number];
  /** Whose record: the number, the contract, the outlet, the platforms. */
  readonly about: string;
}

/** What two numbers of one chain share. */
export const tieKinds = ['device', 'document', 'bankCard', 'pool', 'merchant'] as const;
export type TieKind = (typeof tieKinds)[number];

/** Another number of the chain. */
export interface RingMember {
  readonly number: string;
  /** 0–100; null for one that the communications do not know. */
  readonly score: number | null;
  /** What it shares with the chain's number. */
  readonly ties: readonly { readonly kind: TieKind; readonly name: string }[];
  /** Its own victims, the surest first; the first of them. */
  readonly victims: readonly string[];
  readonly victimCount: number;
}

export interface Ring {
  /** The closest first; the first of them. */
  readonly members: readonly RingMember[];
  readonly memberCount: number;
  /** Victims of the chain's number and of the members told of, each once. */
  readonly victimCount: number;
}

export interface Chain {
  readonly number: string;
  /** In the order of the lanes, strongest first in each. */
  readonly hops: readonly ChainHop[];
  /** Place in `hops` of the weakest link: the least strong of each lane's best; null without hops. */
  readonly weakest: number | null;
  readonly missing: readonly MissingHop[];
  /** The other numbers that the same hands, contract or merchant are behind. */
  readonly ring: Ring;
}

/** Everyone of a chain, its own number first: to be looked at together. */
export function numbersOfRing({ number, ring }: Pick<Chain, 'number' | 'ring'>): readonly string[] {
  return [number, ...ring.members.map((member) => member.number)];
}
