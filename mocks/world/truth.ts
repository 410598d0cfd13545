/** What really happened in a simulated world, to hold a judgement against. */
import { dayText } from '../../src/records/days.ts';
import { bankCardOf } from './bankCards.ts';
import type { InterventionKind } from './campaign.ts';
import type { Compound, Fate } from './compound.ts';
import type { BrokenRow } from './files/noise.ts';
import type { WrongLabel } from './files/numberLists.ts';
import { imsiOf } from './handsets.ts';
import type { Member, Side } from './member.ts';
import type { Stage } from './stage.ts';

export interface FraudTruth {
  readonly number: string;
  readonly role: string;
  readonly gang: string;
  readonly ring: string;
  /** Kept under what stands out. */
  readonly isLowVolume: boolean;
  /** Also lived, or seemed to live, an ordinary life. */
  readonly hasPersonalUse: boolean;
  readonly swapsHandset: boolean;
  /** Local days between which the card worked, both included. */
  readonly from: string;
  readonly to: string;
  /** The blocked number whose place it took. */
  readonly replaces: string | null;
  readonly replacedBy: string | null;
}

/** One number gave way to another, for whatever reason. */
export interface ReplacementTruth {
  readonly old: string;
  readonly new: string;
  /** First local day on which the old one is silent. */
  readonly cut: string;
  /** False for people who changed their number. */
  readonly isFraud: boolean;
}

export type HopKind = 'victim' | 'device' | 'card' | 'outlet' | 'merchant' | 'pool' | 'insider' | 'account' | 'bankCard';

/** A step of the chain behind a number. `from` and `to` as they stand in the files. */
export interface ChainHop {
  readonly kind: HopKind;
  readonly from: string;
  readonly to: string;
  /** Of a victim: calls after the first that was believed, and yuan paid. */
  readonly calls?: number;
  readonly paid?: number;
}

export interface ChainTruth {
  readonly number: string;
  readonly hops: readonly ChainHop[];
}

export interface RingTruth {
  readonly ring: string;
  readonly insider: string;
  readonly merchant: string;
  readonly outlets: readonly string[];
  readonly contracts: readonly string[];
}

export interface CompoundTruth {
  readonly gang: string;
  readonly place: string;
  readonly cells: readonly string[];
  /** Local times at which the shift begins and ends. */
  readonly shift: readonly [string, string];
  readonly members: readonly { readonly number: string; readonly afterCut: Fate | null }[];
}

export interface InterventionTruth {
  readonly date: string;
  readonly kind: InterventionKind;
  readonly place: string;
  readonly gangs: readonly string[];
  readonly numbers: readonly string[];
  /** Calls a day of these gangs in the week before, the three days from the day after, and the last week; null where the world does not reach. */
  readonly before: number | null;
  readonly during: number | null;
  readonly after: number | null;
  /** Calls of these gangs by day of the world. */
  readonly callsByDay: readonly number[];
  /** Days until a day with at least half of `before`; null if none came. */
  readonly reboundDays: number | null;
  /** Of the numbers met, how many went on elsewhere, and how many took another number. */
  readonly moved: number;
  readonly replaced: number;
}

export interface Truth {
  readonly seed: number;
  readonly zone: string;
  /** First and last local day. */
  readonly from: string;
  readonly to: string;
  /** Role of every number of the world. */
  readonly roles: ReadonlyMap<string, string>;
  /** Role names by side. */
  readonly sides: Readonly<Record<Side, readonly string[]>>;
  readonly fraud: readonly FraudTruth[];
  readonly replacements: readonly ReplacementTruth[];
  readonly rings: readonly RingTruth[];
  readonly compounds: readonly CompoundTruth[];
  // What follows is complete when all files have been read.
  readonly broken: readonly BrokenRow[];
  readonly wrongLabels: readonly WrongLabel[];
  /** Interventions with what they really did. */
  interventions(): InterventionTruth[];
  /** Calls that a fraud number made. */
  callsMadeBy(number: string): number;
  /** The chain behind each fraud number, hop by hop. */
  chains(): Generator<ChainTruth, void>;
}

export function truthOf(stage: Stage, zone: string, broken: readonly BrokenRow[], wrongLabels: readonly WrongLabel[]): Truth {
  const day = (index: number) => dayText(stage.startDay + Math.min(Math.max(index, 0), stage.days - 1));
  const replaces = new Map(stage.replacements.map((pair) => [pair.new, pair.old]));
  const sides: Record<Side, Set<string>> = { ordinary: new Set(), lookAlike: new Set(), accomplice: new Set(), fraud: new Set() };
  for (const member of stage.members) sides[member.side].add(member.role);
  let roles: Map<string, string> | null = null;
  return {
    seed: stage.seed, zone, from: day(0), to: day(stage.days - 1),
    // A world of a million numbers need not hold them twice unless somebody asks.
    get roles() {
      return (roles ??= new Map(stage.members.map(({ number, role }) => [number, role])));
    },
    sides: { ordinary: [...sides.ordinary], lookAlike: [...sides.lookAlike], accomplice: [...sides.accomplice], fraud: [...sides.fraud] },
    fraud: [...stage.fraudNotes].map(([member, { isLowVolume, hasPersonalUse, swapsHandset }]) => ({
      number: member.number, role: member.role, gang: member.gang!.name, ring: member.gang!.ring.name, isLowVolume, hasPersonalUse, swapsHandset,
      from: day(member.firstDay), to: day(member.lastDay), replaces: replaces.get(member)?.number ?? null, replacedBy: member.successor?.number ?? null,
    })),
    replacements: stage.replacements.map((pair) => ({ old: pair.old.number, new: pair.new.number, cut: day(pair.cut), isFraud: pair.isFraud })),
    rings: stage.supply.rings.map(({ name, insider, merchant, outlets, contracts }) => ({
      ring: name, insider: insider.id, merchant, outlets: outlets.map((outlet) => outlet.name), contracts: contracts.map(({ id }) => id),
    })),
    compounds: stage.compounds.map((compound) => compoundTruth(compound, stage)),
    broken,
    wrongLabels,
    interventions: () => interventionTruths(stage),
    callsMadeBy: (number) => [...stage.callsMade].find(([member]) => member.number === number)?.[1] ?? 0,
    chains: () => chainTruths(stage),
  };
}

/** The truth as JSON, in pieces of bounded size. */
export function* truthJson(truth: Truth, eachRole: Iterable<readonly [string, string]> = truth.roles): Generator<string> {
  const { seed, zone, from, to, sides, fraud, replacements, rings, compounds, broken, wrongLabels } = truth;
  const head = { seed, zone, from, to, sides, fraud, replacements, rings, compounds, interventions: truth.interventions(), broken, wrongLabels };
  yield JSON.stringify(head, null, 1).slice(0, -2);
  yield* inPieces(',\n "chains": [', truth.chains(), (chain) => `  ${JSON.stringify(chain)}`, '\n ]');
  yield* inPieces(',\n "roles": {', eachRole, ([number, role]) => `  ${JSON.stringify(number)}: ${JSON.stringify(role)}`, '\n }\n}\n');
}

function* inPieces<T>(opening: string, items: Iterable<T>, write: (item: T) => string, closing: string): Generator<string> {
  let piece = opening;
  let separator = '\n';
  for (const item of items) {
    piece += separator + write(item);
    separator = ',\n';
    if (piece.length < 1_000_000) continue;
    yield piece;
    piece = '';
  }
  yield piece + closing;
}

function compoundTruth(compound: Compound, stage: Stage): CompoundTruth {
  const clock = (second: number) => `${String(Math.floor(second / 3600)).padStart(2, '0')}:00`;
  const isCut = compound.networkCut !== null || compound.powerCut !== null;
  const cells = new Set([0, 1, 2].map((index) => stage.places.text(stage.places.borderCell(compound.borderPlace, index))));
  return {
    gang: compound.gang.name, place: stage.places.borderName(compound.borderPlace), cells: [...cells], shift: [clock(compound.shift.from), clock(compound.shift.to)],
    members: compound.gang.members.map((member) => ({ number: member.number, afterCut: isCut ? compound.fateOf(member) : null })),
  };
}

function interventionTruths(stage: Stage): InterventionTruth[] {
  return stage.campaign.interventions.map((each) => {
    const mean = (from: number, to: number): number | null => {
      if (from < 0 || to > stage.days || to <= from) return null;
      let calls = 0;
      for (const gang of each.gangs) for (let day = from; day < to; day++) calls += gang.callsByDay[day]!;
      return Number((calls / (to - from)).toFixed(2));
    };
    const before = mean(Math.max(0, each.day - 7), each.day);
    const daysAfter = Array.from({ length: Math.max(0, stage.days - each.day - 1) }, (_, i) => i + 1);
    const reboundDays = before === null ? null : (daysAfter.find((days) => mean(each.day + days, each.day + days + 1)! >= before / 2) ?? null);
    const compounds = stage.compounds.filter(({ gang }) => each.gangs.has(gang));
    const moved = each.numbers.filter((number) => compounds.some((compound) => number.gang === compound.gang && compound.fateOf(number) === 'moves')).length;
    return {
      date: dayText(stage.startDay + each.day), kind: each.kind, place: each.place, gangs: [...each.gangs].map(({ name }) => name), numbers: each.numbers.map(({ number }) => number),
      callsByDay: Array.from({ length: stage.days }, (_, day) => [...each.gangs].reduce((sum, gang) => sum + gang.callsByDay[day]!, 0)),
      before, during: mean(each.day + 1, each.day + 4), after: mean(stage.days - 7, stage.days), reboundDays, moved,
      replaced: each.numbers.filter(({ successor, lastDay }) => successor !== null && lastDay < each.day + 1).length,
    };
  });
}

function* chainTruths(stage: Stage): Generator<ChainTruth, void> {
  for (const member of stage.fraudNotes.keys()) yield { number: member.number, hops: [...hopsOf(member, stage)] };
}

function* hopsOf(member: Member, stage: Stage): Generator<ChainHop> {
  const { number, gang } = member;
  for (const [victim, { calls, paid }] of stage.harms.get(member) ?? []) yield { kind: 'victim', from: victim.number, to: number, calls, paid };
  const devices = new Set<number>();
  for (let day = member.firstDay; day <= Math.min(member.lastDay, stage.days - 1); day++) devices.add(member.imeiOn(day));
  for (const imei of devices) if (imei !== 0) yield { kind: 'device', from: number, to: String(imei) };
  yield { kind: 'card', from: number, to: String(imsiOf(member.id)) };
  const { outlet, contract, isListedVacant } = stage.supply.factsOf(member);
  if (isListedVacant !== true) {
    yield { kind: 'outlet', from: number, to: outlet.name };
    if (gang!.ring.outlets.includes(outlet)) yield { kind: 'merchant', from: outlet.name, to: outlet.agent };
  }
  if (contract !== null) {
    yield { kind: 'pool', from: number, to: contract.id };
    yield { kind: 'insider', from: contract.id, to: gang!.ring.insider.id };
  }
  const isMule = gang!.ring.mules.includes(member);
  for (const platform of stage.fraudAccounts.get(member)?.keys() ?? []) yield { kind: 'account', from: number, to: platform.name };
  if (isMule) for (const n of [0, 1]) yield { kind: 'bankCard', from: number, to: bankCardOf(member, n) };
}
