/** All messages between the page and the engine's worker, both directions. */
import type {
  CommonContactQuery, CompanionQuery, ContactSort, DayWindow, Decision, MeetingQuery, NetworkQuery, Page, PathQuery, RecordFilter, SceneQuery, SuccessorQuery,
  SuspectQuery, TrendQuery,
} from '../analysis/answers.ts';
import type { Refit } from '../analysis/refit/refitAnswers.ts';
import type { MoneyQuery } from '../analysis/money/moneyAnswers.ts';
import type { StayKind } from '../analysis/places/placeAnswers.ts';
import type { PortraitQuery } from '../analysis/compare/portrait.ts';
import type { SequenceQuery } from '../analysis/compare/sequences.ts';
import type { CollisionQuery } from '../analysis/sets/collision.ts';
import type { ThingQuery } from '../analysis/things/thing.ts';
import type { Inspection } from '../ingest/inspection.ts';
import type { FileOptions } from '../ingest/inspectTables.ts';
import type { SourceFile, UnreadRows } from '../records/communication.ts';

/** What the user may set before a file is read; absent parts are recognised from the file. */
export type ReadOptions = FileOptions;

export interface OpenRequest {
  readonly files: readonly File[];
  /** One per file, same order. */
  readonly options: readonly ReadOptions[];
  /** 0–1; of a dataset that is added to, its own counts. */
  readonly baseRate: number;
  /** A dataset that the files are added to; what comes of both is a dataset of its own. */
  readonly addTo?: string;
  /** About so many records from the beginning of the files, where they do not all fit (`EngineFailure.room`). */
  readonly mostRecords?: number;
}

export type OpenPhase = 'reading' | 'scoring';

/** Why files are read once more from their beginning: a worker was lost midway, or they turned out to be readable only as one piece. */
export type WhyAnew = 'lost' | 'indivisible';

export interface OpenProgress {
  readonly phase: OpenPhase;
  /** The file being read. */
  readonly file: string;
  readonly bytes: number;
  readonly bytesTotal: number;
  readonly rows: number;
  readonly rejected: number;
  readonly rowsPerSecond: number;
  /** null until it can be told. */
  readonly secondsLeft: number | null;
  /** null while they are read for the first time. */
  readonly anew: WhyAnew | null;
}

/** A dataset that was opened here. */
export interface DatasetInfo {
  readonly id: string;
  readonly name: string;
  readonly files: readonly SourceFile[];
  readonly numbers: number;
  readonly links: number;
  readonly records: number;
  readonly rejected: number;
  /** Records that stood in several files and were counted once; absent in datasets of older versions. */
  readonly duplicates?: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly zone: string;
  /** Epoch ms. */
  readonly openedAt: number;
  readonly scoredInMs: number | null;
  /** Whether it outlasts the tab: `saving` may still, `refused` will not, as the browser's storage did not take it. */
  readonly storage: 'saving' | 'saved' | 'refused';
  /** `storage` is `saved`. */
  readonly isSaved: boolean;
}

/** A question to a dataset; the answers are the types of `analysis/answers.ts`. */
export type Question =
  | { readonly ask: 'summary'; readonly window: DayWindow | null }
  | { readonly ask: 'rejected'; readonly page: Page }
  | { readonly ask: 'suspects'; readonly query: SuspectQuery; readonly decisions: readonly Decision[] }
  | { readonly ask: 'facets'; readonly query: SuspectQuery; readonly decisions: readonly Decision[] }
  | { readonly ask: 'dossier'; readonly number: string; readonly window: DayWindow | null; readonly decisions: readonly Decision[] }
  | { readonly ask: 'background'; readonly number: string }
  | { readonly ask: 'chain'; readonly number: string }
  | { readonly ask: 'contacts'; readonly number: string; readonly window: DayWindow | null; readonly sort: ContactSort; readonly page: Page }
  | { readonly ask: 'records'; readonly number: string; readonly window: DayWindow | null; readonly filter: RecordFilter; readonly page: Page }
  | { readonly ask: 'places'; readonly number: string; readonly window: DayWindow | null }
  | { readonly ask: 'stays'; readonly number: string; readonly window: DayWindow | null; readonly kind: StayKind; readonly page: Page }
  | { readonly ask: 'similar'; readonly number: string; readonly window: DayWindow | null }
  | { readonly ask: 'cards'; readonly number: string; readonly window: DayWindow | null }
  | { readonly ask: 'money'; readonly query: MoneyQuery; readonly window: DayWindow | null }
  | { readonly ask: 'network'; readonly query: NetworkQuery }
  | { readonly ask: 'path'; readonly query: PathQuery }
  | { readonly ask: 'things'; readonly query: ThingQuery }
  | { readonly ask: 'trends'; readonly query: TrendQuery }
  | { readonly ask: 'successors'; readonly query: SuccessorQuery }
  | { readonly ask: 'companions'; readonly query: CompanionQuery }
  | { readonly ask: 'meetings'; readonly query: MeetingQuery }
  | { readonly ask: 'commonContacts'; readonly query: CommonContactQuery }
  | { readonly ask: 'scenes'; readonly query: SceneQuery }
  | { readonly ask: 'sequences'; readonly query: SequenceQuery }
  | { readonly ask: 'portrait'; readonly query: PortraitQuery }
  | { readonly ask: 'collision'; readonly query: CollisionQuery }
  | { readonly ask: 'refitPreview'; readonly decisions: readonly Decision[] }
  | { readonly ask: 'search'; readonly text: string; readonly limit: number };

/** Page → worker. `id` pairs a request with its replies. */
export type EngineRequest =
  | { readonly id: number; readonly do: 'inspect'; readonly file: File; readonly options: ReadOptions }
  | { readonly id: number; readonly do: 'open'; readonly request: OpenRequest }
  /** Gets readers ready, so that the next file is read at full speed. */
  | { readonly id: number; readonly do: 'warmUp' }
  | { readonly id: number; readonly do: 'list' }
  /** Names of files whose reading was interrupted by the end of a tab; told once. */
  | { readonly id: number; readonly do: 'takeInterrupted' }
  /** Tries anew to save a dataset that the browser's storage refused. */
  | { readonly id: number; readonly do: 'save'; readonly dataset: string }
  | { readonly id: number; readonly do: 'remove'; readonly dataset: string }
  /** Takes a removal back. */
  | { readonly id: number; readonly do: 'restore'; readonly dataset: string }
  | { readonly id: number; readonly do: 'setHash'; readonly dataset: string; readonly file: number; readonly sha256: string }
  /** `refit` is what was learned in the dataset; null asks for the shipped model's answers. */
  | { readonly id: number; readonly do: 'ask'; readonly dataset: string; readonly question: Question; readonly refit: Refit | null }
  /** A line of a file of the dataset, as it stands there. */
  | { readonly id: number; readonly do: 'findLines'; readonly dataset: string; readonly file: string; readonly line: number }
  /** A file of the dataset that was chosen anew, so that its lines can be shown. */
  | { readonly id: number; readonly do: 'reopenFile'; readonly dataset: string; readonly file: File }
  /** The numbers of a file, for a set of its own. */
  | { readonly id: number; readonly do: 'readNumbers'; readonly file: File }
  | { readonly id: number; readonly do: 'cancel'; readonly request: number };

/** Why the engine could not do it. The words are in `src/words/`. */
export interface EngineFailure {
  readonly code: 'cancelled' | 'fileGone' | 'unreadable' | 'noRecords' | 'outOfMemory' | 'tooLarge' | 'storage' | 'unknownDataset' | 'fault';
  readonly file: string | null;
  /** Where more would be read than there is room for: about how many records there are, and how many fit. */
  readonly room?: { readonly expected: number; readonly fits: number };
  /** Where rows were found and not one could be read. */
  readonly unread?: UnreadRows;
  /** For a report. */
  readonly details: string;
  /** The file's own problems, where it is unreadable. */
  readonly inspection: Inspection | null;
}

/** Worker → page. */
export type EngineReply =
  | { readonly id: number; readonly is: 'progress'; readonly progress: OpenProgress }
  /** Of a question that takes long: the share done, 0–1. */
  | { readonly id: number; readonly is: 'share'; readonly share: number }
  | { readonly id: number; readonly is: 'done'; readonly answer: unknown }
  | { readonly id: number; readonly is: 'failed'; readonly failure: EngineFailure }
  /** A dataset's details changed after it was ready: its hash became known, or it was saved. */
  | { readonly id: 0; readonly is: 'changed'; readonly dataset: DatasetInfo }
  /** A closer look was taken: questions asked before may be answered otherwise now. */
  | { readonly id: 0; readonly is: 'rescored'; readonly dataset: string };
