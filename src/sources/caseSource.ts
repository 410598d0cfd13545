import type {
  CaseSummary, CommonContactQuery, CommonContacts, CompanionQuery, Companions, ContactPage, ContactSort, DayWindow, Decision, Dossier, FoundLine, MeetingQuery, Meetings, Network, NetworkQuery, NumberBackground, Page, PathAnswer, PathQuery, Person, RecordFilter,
  RecordPage, RejectedRow, SceneQuery, Scenes, SearchHit, SuccessorQuery, Successors, SuspectFacets, SuspectPage, SuspectQuery, TrendQuery, Trends,
} from '../analysis/answers.ts';

import type { Portrait, PortraitQuery } from '../analysis/compare/portrait.ts';
import type { SequenceQuery, Sequences } from '../analysis/compare/sequences.ts';
import type { Collision, CollisionQuery } from '../analysis/sets/collision.ts';
import type { Chain } from '../analysis/chain/chainHop.ts';
import type { Note } from '../analysis/notes.ts';
import type { NumberPlaces, StayKind, StayPage } from '../analysis/places/placeAnswers.ts';
import type { Refit, RefitPreview } from '../analysis/refit/refitAnswers.ts';
import type { CardsInDevices } from '../analysis/cards/cardAnswers.ts';
import type { MoneyAroundCalls, MoneyQuery } from '../analysis/money/moneyAnswers.ts';
import type { SimilarNumbers } from '../analysis/similar/similarAnswers.ts';
import type { ThingPage, ThingQuery } from '../analysis/things/thing.ts';

export interface SourceLines {
  /** Line `line` (from 1) of the files of that name: mostly one file. */
  find(file: string, line: number, signal?: AbortSignal): Promise<readonly FoundLine[]>;
  /** Takes a file that the user chose anew; false when the dataset has none of its name and size. */
  reopen(file: File): Promise<boolean>;
}

/**
 * What every screen reads, and all it knows of where answers come from.
 *
 * The same records give the same answers from every source. A call rejects with a `SourceError` that says what failed
 * and what to do; an aborted call rejects with the signal's reason.
 */
export interface CaseSource {
  readonly kind: 'api' | 'local';
  /** Tells answers of one source from another's in the query cache; changes when the source's records do. */
  readonly key: string;

  whoAmI(signal?: AbortSignal): Promise<Person>;
  summary(window: DayWindow | null, signal?: AbortSignal): Promise<CaseSummary>;
  rejected(page: Page, signal?: AbortSignal): Promise<{ readonly total: number; readonly rows: readonly RejectedRow[] }>;
  suspects(query: SuspectQuery, signal?: AbortSignal): Promise<SuspectPage>;
  /** `query`'s sort, offset and limit do not matter. */
  facets(query: SuspectQuery, signal?: AbortSignal): Promise<SuspectFacets>;
  /** null when the dataset does not hold the number. */
  dossier(number: string, window: DayWindow | null, signal?: AbortSignal): Promise<Dossier | null>;
  /** What the records beside communications say of the number; empty where there are none. Of all time, whatever the window. */
  background(number: string, signal?: AbortSignal): Promise<NumberBackground>;
  /** The chain behind the number, of all time; null when no record names it. */
  chain(number: string, signal?: AbortSignal): Promise<Chain | null>;
  contacts(number: string, window: DayWindow | null, sort: ContactSort, page: Page, signal?: AbortSignal): Promise<ContactPage>;
  /** Oldest first. */
  records(number: string, window: DayWindow | null, filter: RecordFilter, page: Page, signal?: AbortSignal): Promise<RecordPage>;
  /** Where the number was: cells, likely home and day place, moves. */
  places(number: string, window: DayWindow | null, signal?: AbortSignal): Promise<NumberPlaces>;
  /** Oldest first. */
  stays(number: string, window: DayWindow | null, kind: StayKind, page: Page, signal?: AbortSignal): Promise<StayPage>;
  /** The numbers most like it, by behaviour, contacts and devices. */
  similar(number: string, window: DayWindow | null, signal?: AbortSignal): Promise<SimilarNumbers>;
  /** Its devices and the cards in them, over time. */
  cards(number: string, window: DayWindow | null, signal?: AbortSignal): Promise<CardsInDevices>;
  /** Transfers around its calls. */
  money(query: MoneyQuery, window: DayWindow | null, signal?: AbortSignal): Promise<MoneyAroundCalls>;
  /** Notes on the number, oldest first. */
  notes(number: string, signal?: AbortSignal): Promise<readonly Note[]>;
  /** Writes each note; one without text is taken away. Answers what stood before, so that passing it back undoes this. */
  writeNotes(notes: readonly Note[]): Promise<readonly Note[]>;
  /** The lines that records were read from; absent where the source has no files. */
  readonly lines?: SourceLines;
  network(query: NetworkQuery, signal?: AbortSignal): Promise<Network>;
  path(query: PathQuery, signal?: AbortSignal): Promise<PathAnswer>;
  /** The devices, cells, accounts … of some numbers. */
  things(query: ThingQuery, signal?: AbortSignal): Promise<ThingPage>;
  trends(query: TrendQuery, signal?: AbortSignal): Promise<Trends>;
  /** Numbers that took the place of those that fell silent at a date. */
  successors(query: SuccessorQuery, signal?: AbortSignal): Promise<Successors>;
  companions(query: CompanionQuery, signal?: AbortSignal): Promise<Companions>;
  meetings(query: MeetingQuery, signal?: AbortSignal): Promise<Meetings>;
  commonContacts(query: CommonContactQuery, signal?: AbortSignal): Promise<CommonContacts>;
  scenes(query: SceneQuery, signal?: AbortSignal): Promise<Scenes>;
  /** Contacts that follow each other within minutes, again and again. */
  sequences(query: SequenceQuery, signal?: AbortSignal): Promise<Sequences>;
  /** Two numbers beside each other. */
  portrait(query: PortraitQuery, signal?: AbortSignal): Promise<Portrait>;
  /** What an expression over sets of numbers leaves. */
  collision(query: CollisionQuery, signal?: AbortSignal): Promise<Collision>;
  /** Numbers that contain `text`, highest score first. */
  search(text: string, limit: number, signal?: AbortSignal): Promise<readonly SearchHit[]>;
  /** Sets each number's decision; answers what stood before, so that passing it back undoes this. */
  decide(decisions: readonly Decision[]): Promise<readonly Decision[]>;
  /** What a refit on the decisions so far would do. */
  refitPreview(signal?: AbortSignal): Promise<RefitPreview>;
  /** Scores by what was learned; by the shipped model for null. Answers what stood before, so that passing it back undoes this. */
  applyRefit(refit: Refit | null): Promise<Refit | null>;
}
