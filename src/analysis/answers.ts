/**
 * What the screens are told: the answers of a case source, whichever of the three gives them.
 *
 * Everything here survives JSON. Numbers are text in their folded form (`numberText`); times are local with their
 * offset (`2016-09-01T06:01:12+08:00`); durations are seconds; shares are 0–1; scores are 0–100 = 100 × probability at
 * the stated base rate. null is "no evidence", never zero.
 */
import type { RejectedRow, SourceFile } from '../records/communication.ts';
import type { DayWindow } from '../records/days.ts';
import type { FeatureName } from '../features/featureNames.ts';
import type { TableKind } from '../records/recordKinds.ts';
import type { ListRole } from '../records/recordTables.ts';
import type { Refit } from './refit/refitAnswers.ts';
import type { DetectorId } from '../scoring/detectorIds.ts';
import type { GroupingKind, NetworkThing, ThingKind, ThingTie } from './things/thing.ts';

export const statuses = ['new', 'assigned', 'confirmed', 'dismissed'] as const;
export type Status = (typeof statuses)[number];

/** What an analyst decided about a number. */
export interface Decision {
  readonly number: string;
  readonly status: Status;
  /** Required to dismiss; '' otherwise when none was given. */
  readonly reason: string;
  /** Person's id, or null. */
  readonly assignee: string | null;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: 'analyst' | 'supervisor';
}

/** What one looks at: size, provenance, span. */
export interface CaseSummary {
  readonly name: string;
  readonly files: readonly SourceFile[];
  readonly numbers: number;
  readonly links: number;
  readonly records: number;
  readonly rejected: number;
  /** Records that stood in several files of the dataset and were counted once; absent for none. */
  readonly duplicates?: number | undefined;
  /** Number lists that were opened; absent for none. */
  readonly lists?: readonly { readonly name: string; readonly role: ListRole; readonly numbers: number }[] | undefined;
  /** First and last record; null in an empty dataset. */
  readonly first: string | null;
  readonly last: string | null;
  readonly zone: string;
  /** From choosing the files to the ranked queue; null where another machine did it. */
  readonly scoredInMs: number | null;
  /** The base rate the scores are stated at, 0–1. */
  readonly baseRate: number;
  /** Fingerprint of the shipped model (`modelFingerprint`). */
  readonly model: string;
  readonly evidence: EvidencePresent;
  /** What was learned from decisions and scores by; absent under the shipped model. */
  readonly refit?: Refit | undefined;
  /** Records by local day over the whole span, whatever the window; days without records are 0. */
  readonly activity: readonly DayCount[];
}

/** How much of the score's evidence there is. */
export interface EvidencePresent {
  /** Coverage, 0–1, that half of the numbers reach, and that of the number with the highest. */
  readonly median: number;
  readonly most: number;
  /** Features of the score that no number has. */
  readonly missing: readonly FeatureName[];
}

export interface DayCount {
  readonly day: string;
  readonly records: number;
}

export const suspectSorts = ['score', 'number', 'coverage', 'calls_per_contact', 'outgoing_share', 'imeis', 'last_seen'] as const;
export type SuspectSort = (typeof suspectSorts)[number];

export interface SuspectQuery {
  readonly window: DayWindow | null;
  /** Part of a number; '' for all. */
  readonly text: string;
  /** Any of these findings; empty for all. */
  readonly detectors: readonly DetectorId[];
  /** Any of these; empty for all. */
  readonly statuses: readonly Status[];
  readonly minScore: number;
  /** Only these numbers, at most 200; absent for all. */
  readonly among?: readonly string[] | undefined;
  readonly sort: SuspectSort;
  readonly descending: boolean;
  readonly offset: number;
  /** At most 500. */
  readonly limit: number;
}

/** One additive term of a score. The terms of a number and the base rate's log-odds add up to its log-odds. */
export interface Reason {
  /** A feature, or a detector whose evidence counts. */
  readonly feature: FeatureName | DetectorId;
  /** The feature's value; null when missing. For a detector, 1. */
  readonly value: number | null;
  /** In log-odds; above 0 speaks against the holder, below 0 for them. */
  readonly contribution: number;
  /** Share of the dataset's numbers with a lower value, 0–100; null where it means nothing. */
  readonly percentile: number | null;
}

export interface SuspectRow {
  readonly number: string;
  /** Place in the whole dataset by score, from 1. */
  readonly rank: number;
  readonly score: number;
  /** Share of the score's evidence that the files could give, 0–1. */
  readonly coverage: number;
  readonly detectors: readonly DetectorId[];
  /** Lists that hold the number. */
  readonly lists: readonly ListRole[];
  /** The three strongest reasons, strongest first: by size, whichever way they speak. */
  readonly reasons: readonly Reason[];
  /** Records in each week of the window, the last 12 at most, oldest first. */
  readonly weeks: readonly number[];
  readonly callsPerContact: number | null;
  readonly outgoingShare: number | null;
  readonly imeis: number | null;
  readonly lastSeen: string | null;
  readonly status: Status;
  readonly assignee: string | null;
}

export interface SuspectPage {
  /** Rows that match. */
  readonly total: number;
  /** Numbers in the dataset. */
  readonly of: number;
  readonly rows: readonly SuspectRow[];
}

/** Counts beside the filters. Each counts what its filter would show with the other filters as they are. */
export interface SuspectFacets {
  readonly detectors: readonly { readonly id: DetectorId; readonly count: number }[];
  readonly statuses: readonly { readonly status: Status; readonly count: number }[];
  /** Numbers by score: [0,10), [10,20) … [90,100]. */
  readonly scores: readonly number[];
}

/** A detector's finding about a number, with what it rests on. */
export interface Finding {
  readonly id: DetectorId;
  /** The measured values that made the finding, with the threshold each passed. */
  readonly evidence: readonly Evidence[];
  /** The same for what speaks against the finding. */
  readonly counterEvidence: readonly Evidence[];
}

export interface Evidence {
  readonly feature: FeatureName;
  readonly value: number;
  readonly threshold: number;
}

/** Features of findings that rest on other numbers. */
export const companyFeatures = ['flagged_on_device', 'flagged_in_block', 'flagged_in_room', 'seized_on_device', 'replacement_traits'] as const;

/** The other numbers that such a feature counts, or the one that was replaced: how many, and the first ten. */
export interface Company {
  readonly feature: (typeof companyFeatures)[number];
  readonly count: number;
  readonly numbers: readonly { readonly number: string; readonly score: number }[];
}

/** The smallest change of one feature that would drop the score below the line (50). */
export interface LeastChange {
  readonly feature: FeatureName;
  readonly value: number;
  readonly needed: number;
  /** The score it would leave. */
  readonly score: number;
}

export interface Dossier {
  readonly number: string;
  readonly rank: number;
  readonly of: number;
  readonly score: number;
  readonly coverage: number;
  readonly baseRate: number;
  /** Log-odds of the base rate, where the waterfall begins. */
  readonly baseLogOdds: number;
  /** Where it ends: baseLogOdds + the sum of all contributions. */
  readonly logOdds: number;
  /** All terms with a contribution other than 0, strongest first. */
  readonly contributions: readonly Reason[];
  readonly leastChange: LeastChange | null;
  readonly findings: readonly Finding[];
  /** Whom findings rest on that rest on other numbers. */
  readonly company: readonly Company[];
  /** Every feature that the files could give, in table order. */
  readonly features: readonly { readonly feature: FeatureName; readonly value: number | null; readonly percentile: number | null }[];
  readonly first: string | null;
  readonly last: string | null;
  readonly records: number;
  readonly contacts: number;
  /** Records by weekday (Monday first) × hour: 168 counts. */
  readonly heatmap: readonly number[];
  /** Every day from its first record to its last; days without records are 0. */
  readonly days: readonly { readonly day: string; readonly out: number; readonly in: number }[];
  readonly devices: readonly { readonly imei: string; readonly records: number; readonly first: string; readonly last: string; readonly numbers: number }[];
  readonly cells: readonly { readonly cell: string; readonly records: number; readonly nights: number; readonly first: string; readonly last: string }[];
  /** null when nothing was decided. */
  readonly decision: Decision | null;
}

/** A row of another kind of record, and where it stands. */
interface Sourced {
  readonly file: string;
  readonly line: number;
}

/** A registration of the number's card. Counts are of numbers in the register, this one among them. */
export interface RegistrationRow extends Sourced {
  readonly document: string | null;
  readonly holder: string | null;
  readonly outlet: string | null;
  readonly agent: string | null;
  readonly operator: string | null;
  readonly contract: string | null;
  readonly status: string | null;
  readonly activated: string | null;
  readonly closed: string | null;
  readonly documentNumbers: number;
  readonly outletNumbers: number;
  readonly agentNumbers: number;
}

/** A number-pool contract whose range holds the number. */
export interface PoolRow extends Sourced {
  readonly contract: string;
  readonly first: string;
  readonly last: string;
  readonly customer: string | null;
  readonly clerk: string | null;
  readonly approver: string | null;
  readonly signed: string | null;
}

/** An account made with the number. */
export interface AccountRow extends Sourced {
  readonly platform: string | null;
  readonly type: string | null;
  readonly account: string | null;
  readonly at: string | null;
  readonly device: string | null;
  readonly ip: string | null;
  /** Numbers that made accounts in the same device. */
  readonly deviceNumbers: number;
}

/** Money to or from the number's cards. */
export interface TransferRow extends Sourced {
  readonly at: string;
  readonly direction: 'out' | 'in';
  readonly card: string | null;
  readonly otherCard: string | null;
  readonly otherHolder: string | null;
  readonly otherNumber: string | null;
  readonly amount: number;
  /** The number's last conversation that began in the hour before; null where there was none. */
  readonly call: { readonly other: string; readonly secondsBefore: number } | null;
}

/** What the records beside communications say of a number. */
export interface NumberBackground {
  /** Kinds of record that were opened: of the others, nothing can be said. */
  readonly opened: readonly TableKind[];
  readonly lists: readonly { readonly name: string; readonly role: ListRole; readonly label: string | null; readonly line: number | null }[];
  readonly registrations: readonly RegistrationRow[];
  readonly pools: readonly PoolRow[];
  /** The first of them; `accountCount` counts all. */
  readonly accounts: readonly AccountRow[];
  readonly accountCount: number;
  /** Oldest first, the first of them; `transferCount` counts all. */
  readonly transfers: readonly TransferRow[];
  readonly transferCount: number;
}

export interface Page {
  readonly offset: number;
  /** At most 500. */
  readonly limit: number;
}

export interface Contact {
  readonly number: string;
  /** null where the other end has no records of its own to score. */
  readonly score: number | null;
  readonly callsOut: number;
  readonly callsIn: number;
  readonly textsOut: number;
  readonly textsIn: number;
  readonly seconds: number;
  readonly first: string;
  readonly last: string;
}
export const contactSorts = ['interactions', 'seconds', 'first', 'last', 'score', 'number'] as const;
export type ContactSort = (typeof contactSorts)[number];

export interface ContactPage {
  readonly total: number;
  readonly rows: readonly Contact[];
}

/** Which of a number's records to show; null or absent parts do not restrict. */
export interface RecordFilter {
  readonly other: string | null;
  /** Weekday × hour cell, weekday × 24 + hour, Monday first; null for all. */
  readonly weekHour: number | null;
  readonly day: string | null;
  readonly imei: string | null;
  readonly cell: string | null;
  /** Local times `YYYY-MM-DDTHH:MM:SS`, both included. */
  readonly since?: string | null;
  readonly until?: string | null;
}

export interface RecordRow {
  readonly at: string;
  readonly direction: 'out' | 'in';
  readonly type: 'call' | 'text';
  readonly other: string;
  readonly durationS: number | null;
  readonly answered: boolean | null;
  readonly imei: string | null;
  readonly imsi: string | null;
  readonly cell: string | null;
  readonly file: string;
  readonly line: number;
}
/** A record's line as it stands in its file, or why it cannot be shown. `unplaced`: the format has no lines of text. */
export type FoundLine =
  | { readonly is: 'line'; readonly text: string; readonly isCut: boolean }
  | { readonly is: 'closed' }
  | { readonly is: 'changed' }
  | { readonly is: 'unplaced' };
export interface RecordPage {
  readonly total: number;
  readonly rows: readonly RecordRow[];
}

/** A number's surroundings: the numbers asked for, each with its most telling contacts. */
export interface NetworkQuery {
  readonly window: DayWindow | null;
  /** Numbers opened, each with its contacts. At most 50. */
  readonly numbers: readonly string[];
  /** Numbers shown without their contacts. At most 500. */
  readonly also: readonly string[];
  /** Contacts shown of each. */
  readonly contactsEach: number;
  /** Things opened, each with its numbers, and shown without them: `device:8674…` (`things/thing.ts`). At most 50 and 500. */
  readonly openThings?: readonly string[];
  readonly things?: readonly string[];
  /** Tells of each number the thing of this kind that it is most of. */
  readonly groupBy?: GroupingKind | null;
}
export interface NetworkNode {
  readonly number: string;
  readonly score: number | null;
  readonly detectors: readonly DetectorId[];
  /** All its contacts in the dataset. */
  readonly contacts: number;
  /** Contacts not shown. */
  readonly hidden: number;
  /** True for the numbers asked for. */
  readonly isOpen: boolean;
  /** Name of the thing that was asked for by `groupBy`; null for none. */
  readonly group: string | null;
}
export interface NetworkEdge {
  readonly from: string;
  readonly to: string;
  readonly calls: number;
  readonly texts: number;
  readonly seconds: number;
  readonly first: string;
  readonly last: string;
}
export interface Network {
  readonly nodes: readonly NetworkNode[];
  /** Directed; between all nodes shown, not just to the opened ones. `first` and `last` are the pair's, both directions. */
  readonly edges: readonly NetworkEdge[];
  /** Numbers and things asked for that the dataset does not hold. */
  readonly unknown: readonly string[];
  readonly things: readonly NetworkThing[];
  /** Between all numbers and things shown. */
  readonly ties: readonly ThingTie[];
  /** Kinds of thing that the dataset has anything of. */
  readonly kinds: readonly ThingKind[];
}

/** How one number leads to another. */
export interface PathQuery {
  readonly window: DayWindow | null;
  readonly from: string;
  readonly to: string;
  /** Each contact begins after the one before has ended, so that word could have passed from end to end. */
  readonly isInTime: boolean;
}
export interface PathStep {
  readonly from: string;
  readonly to: string;
  /** Calls and texts between the two, both directions. */
  readonly records: number;
  /** The contact that word would have passed in; null when the path need not be in time. */
  readonly at: string | null;
}
export interface PathAnswer {
  /** Of the two, those that the dataset does not hold. */
  readonly unknown: readonly string[];
  /** Fewest steps; null when nothing leads from one to the other. */
  readonly steps: readonly PathStep[] | null;
  /** Numbers between the two that so many call that meeting there says little; empty when the path avoids them. */
  readonly hubs: readonly string[];
}

export const trendMeasures = ['numbers', 'records', 'newNumbers'] as const;
/** Active numbers with the finding, records they started (so that none counts twice), or numbers seen for the first time. */
export type TrendMeasure = (typeof trendMeasures)[number];
export interface TrendQuery {
  readonly window: DayWindow | null;
  readonly by: 'detector';
  readonly measure: TrendMeasure;
}
export interface Trends {
  /** Mondays, `YYYY-MM-DD`, without gaps. */
  readonly weeks: readonly string[];
  /** True where the window covers only part of the week. */
  readonly isPartial: readonly boolean[];
  readonly series: readonly { readonly key: DetectorId | 'suspects'; readonly values: readonly number[] }[];
  /** All active numbers, records or new numbers of the week, flagged or not. */
  readonly all: readonly number[];
}

/** Which numbers took the place of those that fell silent at a date (换号). */
export interface SuccessorQuery {
  readonly window: DayWindow | null;
  /** Local day, `YYYY-MM-DD`. */
  readonly cut: string;
}
export interface Successors {
  readonly cut: string;
  /** Numbers that fell silent around the cut, and those that began around it or later. */
  readonly silent: number;
  readonly begun: number;
  /** Pairs below that are wrong, by their own probabilities. */
  readonly expectedFalse: number;
  /** Surest first. */
  readonly pairs: readonly SuccessorPair[];
}
export interface SuccessorPair {
  readonly old: string;
  readonly new: string;
  /** Probability that the new number took the old one's place rather than nobody or another that may have, 0–1. */
  readonly similarity: number;
  readonly evidence: SuccessorEvidence;
}
/**
 * What a pair rests on. Each `logRatio` is a log-likelihood ratio (natural logarithm): above 0 it speaks for one person with two
 * numbers, below 0 against. Pairs of figures are the old number's and the new one's.
 */
export interface SuccessorEvidence {
  /** Log-odds of `similarity`: the ratios against the numbers that might have been it, and less, as they are not independent. */
  readonly logOdds: number;
  readonly silentSince: string;
  readonly activeSince: string;
  readonly recordsBefore: number;
  /** Records of the old number after it fell silent, and of the new one before it began. */
  readonly strayAfter: number;
  readonly recordsAfter: number;
  readonly strayBefore: number;
  readonly contacts: {
    readonly logRatio: number;
    readonly old: number;
    readonly new: number;
    readonly sharedCount: number;
    /** The strongest; counts are records with the contact. */
    readonly shared: readonly { readonly number: string; readonly before: number; readonly after: number }[];
    readonly mappedCount: number;
    /** Contacts that changed their number too: the old number's contact and the one that the new number has in its place. */
    readonly mapped: readonly { readonly old: string; readonly new: string; readonly before: number; readonly after: number }[];
  };
  /** null where the records have none. Counts are half days in the cell. */
  readonly cells: {
    readonly logRatio: number;
    /** Share of the new number's half days that were in cells of the old one. */
    readonly knownShare: number;
    readonly sharedCount: number;
    readonly shared: readonly { readonly cell: string; readonly before: number; readonly after: number }[];
  } | null;
  readonly devices: { readonly logRatio: number; readonly shared: readonly string[] } | null;
  /** What both have in common in the registers, each null where it is not the same; null where the registers do not name both. */
  readonly registers: {
    readonly logRatio: number;
    readonly document: string | null;
    readonly outlet: string | null;
    readonly contract: string | null;
    /** When the new card was activated; null where nobody says. */
    readonly activated: string | null;
  } | null;
  readonly rhythm: {
    readonly logRatio: number;
    /** Share of the two distributions over the hours of the day that coincides, 0–1. */
    readonly hoursOverlap: number;
    readonly recordsPerDay: readonly [number, number];
    readonly outgoingShare: readonly [number, number];
    /** Geometric mean; null without durations. */
    readonly typicalTalkS: readonly [number, number] | null;
  };
  readonly timing: { readonly logRatio: number; readonly gapDays: number };
}

/** Others at the same place at the same time as a number, again and again (伴随). */
export interface CompanionQuery {
  readonly window: DayWindow | null;
  readonly number: string;
  /** Apart in time at most so much, and in space; 0 metres asks for the same cell. */
  readonly minutes: number;
  readonly metres: number;
}
export interface Companion {
  readonly number: string;
  readonly score: number | null;
  /** Hours in which the two were together. */
  readonly hours: number;
  /** Hours that their habits alone would give. */
  readonly expected: number;
  /** Days on which they were together where neither goes by habit, and so many to be expected. */
  readonly elsewhere: { readonly days: number; readonly expected: number };
  /** Chance of so many hours by habit alone, or of so many days elsewhere, 0–1. */
  readonly chance: number;
  /** Share of false ones among all that are as sure as this or surer, 0–1. */
  readonly falseDiscovery: number;
  readonly first: string;
  readonly last: string;
  /** Where they were together most. */
  readonly cells: readonly string[];
}
export interface Companions {
  /** False when no record names the number. */
  readonly isKnown: boolean;
  readonly number: string;
  /** True when the dataset knows where cells stand; without, metres mean nothing. */
  readonly hasSites: boolean;
  /** Records of the number that name a cell. */
  readonly sightings: number;
  /** Numbers that were at its places at any time. */
  readonly tested: number;
  /** Surest first; at most 200. */
  readonly rows: readonly Companion[];
}
/** The line below which companions count as found. */
export const FALSE_DISCOVERY_LINE = 0.05;

/** When and where some numbers were at one place (碰面). */
export interface MeetingQuery {
  readonly window: DayWindow | null;
  /** 2 to 50. */
  readonly numbers: readonly string[];
  readonly minutes: number;
  readonly metres: number;
}
export interface MeetingPair {
  readonly a: string;
  readonly b: string;
  readonly hours: number;
  readonly expected: number;
  readonly chance: number;
  readonly cells: readonly string[];
}
export interface Meeting {
  readonly at: string;
  readonly until: string;
  readonly cell: string;
  readonly numbers: readonly string[];
}
export interface Meetings {
  readonly hasSites: boolean;
  /** Numbers asked for that the dataset does not hold. */
  readonly unknown: readonly string[];
  /** Every two of them, most surprising first. */
  readonly pairs: readonly MeetingPair[];
  readonly total: number;
  /** Most numbers together first; at most 500. */
  readonly meetings: readonly Meeting[];
}

/** Whom several numbers have to do with in common. */
export interface CommonContactQuery {
  readonly window: DayWindow | null;
  /** 2 to 50. */
  readonly numbers: readonly string[];
  /** Of how many of them a contact must be one. */
  readonly least: number;
  /** Whether short codes and message services count. */
  readonly services: boolean;
}
export interface CommonContact {
  readonly number: string;
  readonly score: number | null;
  /** True for one of the numbers asked about. */
  readonly isAsked: boolean;
  /** All its contacts in the dataset. */
  readonly contacts: number;
  /** Records with the numbers asked about. */
  readonly records: number;
  /** Those of which it is a contact. */
  readonly numbers: readonly string[];
  /** Of how many of them it would be one by chance, having so many contacts. */
  readonly expected: number;
  readonly chance: number;
}
export interface CommonContacts {
  /** Numbers asked about that the dataset holds. */
  readonly asked: number;
  readonly unknown: readonly string[];
  readonly total: number;
  /** Of most numbers first, then most surprising; at most 500. */
  readonly rows: readonly CommonContact[];
}

/** Cells and a stretch of local time, `YYYY-MM-DDTHH:MM`; `to` is excluded. */
export interface Scene {
  readonly cells: readonly string[];
  readonly from: string;
  readonly to: string;
}
/** Who was at several scenes (基站碰撞). */
export interface SceneQuery {
  readonly window: DayWindow | null;
  /** 1 to 10. */
  readonly scenes: readonly Scene[];
  readonly least: number;
  /** Cells so near to the named ones count too. */
  readonly metres: number;
}
export interface SceneNumber {
  readonly number: string;
  readonly score: number | null;
  /** Indices of the scenes, and records at each scene. */
  readonly scenes: readonly number[];
  readonly records: readonly number[];
  /** Chance that its habits alone bring it to so many of the scenes. */
  readonly chance: number;
}
export interface Scenes {
  /** Cells that count at each scene, and those named that no record names. */
  readonly scenes: readonly { readonly cells: number; readonly unknown: readonly string[] }[];
  /** Numbers to be expected there by habit alone. */
  readonly expected: number;
  readonly total: number;
  /** At most scenes first, then least habitual; at most 500. */
  readonly rows: readonly SceneNumber[];
}

export interface SearchHit {
  readonly number: string;
  readonly score: number;
}

/** How a number of suspects is judged; the queue's line between "look" and "leave". */
export const SUSPECT_LINE = 50;

export type { RejectedRow, SourceFile, DayWindow };
