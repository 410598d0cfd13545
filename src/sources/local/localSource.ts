import type { Decision } from '../../analysis/answers.ts';
import { decisionProblem } from '../../analysis/decisions.ts';
import type { Refit } from '../../analysis/refit/refitAnswers.ts';
import type { EngineClient } from '../../engine/engineClient.ts';
import { EngineError } from '../../engine/engineError.ts';
import type { Question } from '../../engine/protocol.ts';
import type { CaseSource } from '../caseSource.ts';
import { shareName, tellShare } from '../answerShares.ts';
import { SourceError } from '../sourceError.ts';
import { readDecisions, writeDecisions } from './localDecisions.ts';
import { readNotes, writeNotes } from './localNotes.ts';
import { readRefit, writeRefit } from './localRefit.ts';

/** What the query cache knows a dataset by. */
export function localKey(dataset: string): string {
  return `local:${dataset}`;
}

/** Answers from a dataset that was opened here, scored by the engine in this browser. Nothing is sent anywhere. */
export function createLocalSource(engine: Pick<EngineClient, 'ask' | 'findLines' | 'reopenFile'>, dataset: string): CaseSource {
  // Read per question: another tab may have decided meanwhile. Where the browser refuses its storage, nothing is decided.
  const decided = () => readDecisions(dataset).catch((): readonly Decision[] => []);

  const learned = () => readRefit(dataset).catch((): Refit | null => null);

  const ask = async <Answer>(question: Question, signal?: AbortSignal): Promise<Answer> => {
    const name = shareName(localKey(dataset), question.ask);
    try {
      return await told(async () => engine.ask<Answer>(dataset, question, await learned(), signal, (share) => tellShare(name, share)), signal);
    } finally {
      tellShare(name, null);
    }
  };

  /** What the engine answers; its errors as those of a source. */
  async function told<Answer>(request: () => Promise<Answer>, signal?: AbortSignal): Promise<Answer> {
    try {
      return await request();
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      if (error instanceof EngineError) throw new SourceError('engine', error.message, error.failure.details, { cause: error });
      throw error;
    }
  }

  /** What the browser's own store gives or takes; its refusal as an error of a source. */
  async function kept<Answer>(request: () => Promise<Answer>, failed: string): Promise<Answer> {
    try {
      return await request();
    } catch (error) {
      throw new SourceError('engine', failed, String(error), { cause: error });
    }
  }

  return {
    kind: 'local',
    key: localKey(dataset),
    whoAmI: () => Promise.resolve({ id: 'me', name: '', role: 'analyst' }),
    summary: (window, signal) => ask({ ask: 'summary', window }, signal),
    rejected: (page, signal) => ask({ ask: 'rejected', page }, signal),
    suspects: async (query, signal) => ask({ ask: 'suspects', query, decisions: await decided() }, signal),
    facets: async (query, signal) => ask({ ask: 'facets', query, decisions: await decided() }, signal),
    dossier: async (number, window, signal) => ask({ ask: 'dossier', number, window, decisions: await decided() }, signal),
    background: (number, signal) => ask({ ask: 'background', number }, signal),
    chain: (number, signal) => ask({ ask: 'chain', number }, signal),
    contacts: (number, window, sort, page, signal) => ask({ ask: 'contacts', number, window, sort, page }, signal),
    records: (number, window, filter, page, signal) => ask({ ask: 'records', number, window, filter, page }, signal),
    places: (number, window, signal) => ask({ ask: 'places', number, window }, signal),
    stays: (number, window, kind, page, signal) => ask({ ask: 'stays', number, window, kind, page }, signal),
    similar: (number, window, signal) => ask({ ask: 'similar', number, window }, signal),
    cards: (number, window, signal) => ask({ ask: 'cards', number, window }, signal),
    money: (query, window, signal) => ask({ ask: 'money', query, window }, signal),
    notes: (number) => kept(() => readNotes(dataset, number), 'The browser did not give the notes.'),
    writeNotes: (notes) => kept(() => writeNotes(dataset, notes), 'The browser did not store the note.'),
    lines: {
      find: (file, line, signal) => told(() => engine.findLines(dataset, file, line, signal), signal),
      reopen: (file) => told(() => engine.reopenFile(dataset, file)),
    },
    network: (query, signal) => ask({ ask: 'network', query }, signal),
    path: (query, signal) => ask({ ask: 'path', query }, signal),
    things: (query, signal) => ask({ ask: 'things', query }, signal),
    trends: (query, signal) => ask({ ask: 'trends', query }, signal),
    successors: (query, signal) => ask({ ask: 'successors', query }, signal),
    companions: (query, signal) => ask({ ask: 'companions', query }, signal),
    meetings: (query, signal) => ask({ ask: 'meetings', query }, signal),
    commonContacts: (query, signal) => ask({ ask: 'commonContacts', query }, signal),
    scenes: (query, signal) => ask({ ask: 'scenes', query }, signal),
    sequences: (query, signal) => ask({ ask: 'sequences', query }, signal),
    portrait: (query, signal) => ask({ ask: 'portrait', query }, signal),
    collision: (query, signal) => ask({ ask: 'collision', query }, signal),
    search: (text, limit, signal) => ask({ ask: 'search', text, limit }, signal),
    refitPreview: async (signal) => ask({ ask: 'refitPreview', decisions: await decided() }, signal),
    applyRefit: (refit) => kept(() => writeRefit(dataset, refit), 'The browser did not store what was learned.'),
    async decide(changes) {
      const unexplained = changes.find((change) => decisionProblem(change) !== null);
      if (unexplained) throw new SourceError('badRequest', `${unexplained.number}: say why it is dismissed.`);
      return kept(() => writeDecisions(dataset, changes), 'The browser did not store the decision.');
    },
  };
}
