import { traceChain } from '../analysis/chain/traceChain.ts';
import { collideScenes } from '../analysis/compare/collideScenes.ts';
import { drawPortrait } from '../analysis/compare/drawPortrait.ts';
import { findCommonContacts } from '../analysis/compare/findCommonContacts.ts';
import { findCompanions } from '../analysis/compare/findCompanions.ts';
import { findMeetings } from '../analysis/compare/findMeetings.ts';
import { findSequences } from '../analysis/compare/findSequences.ts';
import { findSuccessors } from '../analysis/compare/successors/findSuccessors.ts';
import { countFacets } from '../analysis/countFacets.ts';
import { countTrends } from '../analysis/countTrends.ts';
import { describeBackground } from '../analysis/describeBackground.ts';
import { findNetwork } from '../analysis/findNetwork.ts';
import { findPath } from '../analysis/path/findPath.ts';
import { listContacts } from '../analysis/listContacts.ts';
import { listRecords } from '../analysis/listRecords.ts';
import { listSuspects } from '../analysis/listSuspects.ts';
import { openDossier } from '../analysis/openDossier.ts';
import { findPlaces } from '../analysis/places/findPlaces.ts';
import { listStays } from '../analysis/places/listStays.ts';
import { cardsInDevices } from '../analysis/cards/cardsInDevices.ts';
import { moneyAroundCalls } from '../analysis/money/moneyAroundCalls.ts';
import { findSimilar } from '../analysis/similar/findSimilar.ts';
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import { previewRefit } from '../analysis/refit/previewRefit.ts';
import { searchNumbers } from '../analysis/searchNumbers.ts';
import { collideSets } from '../analysis/sets/collideSets.ts';
import { listRejected, summariseCase } from '../analysis/summariseCase.ts';
import { listThings } from '../analysis/things/listThings.ts';
import type { DayWindow } from '../records/days.ts';
import { atOnce } from '../records/steps.ts';
import type { Question } from './protocol.ts';

/** The window a question is about; null for the whole span. */
export function windowOf(question: Question): DayWindow | null {
  switch (question.ask) {
    case 'suspects':
    case 'facets':
    case 'network':
    case 'path':
    case 'things':
    case 'trends':
    case 'successors':
    case 'companions':
    case 'meetings':
    case 'commonContacts':
    case 'scenes':
    case 'sequences':
    case 'portrait':
    case 'collision':
      return question.query.window;
    case 'rejected':
    case 'background':
    case 'chain':
    case 'search':
    case 'refitPreview':
      return null;
    default:
      return question.window;
  }
}

/** Answers a question. The dataset must be the one of `windowOf(question)`. */
export function answerQuestion(dataset: ScoredDataset, question: Question): unknown {
  switch (question.ask) {
    case 'summary':
      return summariseCase(dataset);
    case 'rejected':
      return listRejected(dataset, question);
    case 'suspects':
      return listSuspects(dataset, question.query, question.decisions);
    case 'facets':
      return countFacets(dataset, question.query, question.decisions);
    case 'dossier':
      return openDossier(dataset, question, question.decisions);
    case 'background':
      return describeBackground(dataset, question);
    case 'chain':
      return traceChain(dataset, question);
    case 'contacts':
      return listContacts(dataset, question);
    case 'records':
      return listRecords(dataset, question);
    case 'places':
      return findPlaces(dataset, question);
    case 'stays':
      return listStays(dataset, question);
    case 'similar':
      return findSimilar(dataset, question);
    case 'cards':
      return cardsInDevices(dataset, question);
    case 'money':
      return moneyAroundCalls(dataset, question.query);
    case 'network':
      return findNetwork(dataset, question.query);
    case 'path':
      return findPath(dataset, question.query);
    case 'things':
      return listThings(dataset, question.query);
    case 'meetings':
      return findMeetings(dataset, question.query);
    case 'commonContacts':
      return findCommonContacts(dataset, question.query);
    case 'portrait':
      return drawPortrait(dataset, question.query);
    case 'collision':
      return collideSets(dataset, question.query);
    case 'search':
      return searchNumbers(dataset, question);
    case 'trends':
    case 'successors':
    case 'companions':
    case 'scenes':
    case 'sequences':
    case 'refitPreview':
      return atOnce(answerInSteps(dataset, question)!);
  }
}

/** The same for questions that take seconds: the share done, 0–1, from time to time, so that whoever waits can stop it. null for all others. */
export function answerInSteps(dataset: ScoredDataset, question: Question): Generator<number, unknown> | null {
  switch (question.ask) {
    case 'trends':
      return countTrends(dataset, question.query);
    case 'successors':
      return findSuccessors(dataset, question.query);
    case 'companions':
      return findCompanions(dataset, question.query);
    case 'scenes':
      return collideScenes(dataset, question.query);
    case 'refitPreview':
      return previewRefit(dataset, question);
    case 'sequences':
      return findSequences(dataset, question.query);
    default:
      return null;
  }
}
