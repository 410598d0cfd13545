import type { CaseSource } from '../caseSource.ts';
import { backgroundSchema } from './background.ts';
import { chainSchema } from './chain.ts';
import { collisionSchema, fromCollisionQuery } from './collision.ts';
import { fromWindow } from './common.ts';
import {
  commonContactsSchema, companionsSchema, fromCommonContactQuery, fromCompanionQuery, fromMeetingQuery, fromSceneQuery, fromSuccessorQuery, meetingsSchema, scenesSchema, successorsSchema,
} from './compare.ts';
import { decisionsSchema } from './decisions.ts';
import { fromNetworkQuery, fromPathQuery, fromThingQuery, networkSchema, pathSchema, thingsSchema } from './network.ts';
import { contactPageSchema, dossierSchema, fromContactQuery, fromRecordQuery, recordPageSchema } from './numbers.ts';
import { writeParameters } from './parameters.ts';
import { notesSchema } from './notes.ts';
import { fromPortraitQuery, fromSequenceQuery, portraitSchema, sequencesSchema } from './pairs.ts';
import { personSchema } from './people.ts';
import { fromStayQuery, placesSchema, stayPageSchema } from './places.ts';
import { refitAnswerSchema, refitPreviewSchema } from './refit.ts';
import { rejectedSchema } from './rejected.ts';
import type { Fetch } from './request.ts';
import { asking } from './request.ts';
import { searchSchema } from './search.ts';
import { cardsSchema } from './cards.ts';
import { moneySchema } from './money.ts';
import { similarSchema } from './similar.ts';
import { summarySchema } from './summary.ts';
import { fromFacetQuery, fromSuspectQuery, suspectFacetsSchema, suspectPageSchema } from './suspects.ts';
import { fromTrendQuery, trendsSchema } from './trends.ts';

/**
 * The case source behind the HTTP contract (`openApi.ts`). Each answer is checked against the contract; nothing is asked
 * twice here: `retry.ts` says when the query cache may.
 * @param baseUrl where the contract's paths begin, without a slash at the end: `/api`
 * @param reach how it is asked, over the network unless told otherwise
 */
export function createApiSource(baseUrl: string, reach: Fetch = (url, init) => fetch(url, init)): CaseSource {
  const { ask, askOrNull } = asking(reach);
  const at = (path: string, parameters: Parameters<typeof writeParameters>[0] = {}) => `${baseUrl}${path}${writeParameters(parameters)}`;
  return {
    kind: 'api',
    key: `api ${baseUrl}`,
    whoAmI: (signal) => ask(at('/me'), personSchema, { signal }),
    summary: (window, signal) => ask(at('/summary', { ...fromWindow(window) }), summarySchema, { signal }),
    rejected: ({ offset, limit }, signal) => ask(at('/rejected', { offset, limit }), rejectedSchema, { signal }),
    suspects: (query, signal) => ask(at('/suspects', fromSuspectQuery(query)), suspectPageSchema, { signal }),
    facets: (query, signal) => ask(at('/suspects/facets', fromFacetQuery(query)), suspectFacetsSchema, { signal }),
    dossier: (number, window, signal) => askOrNull(at(numberPath(number), { ...fromWindow(window) }), dossierSchema, { signal }),
    background: (number, signal) => ask(at(numberPath(number, '/background')), backgroundSchema, { signal }),
    chain: (number, signal) => askOrNull(at(numberPath(number, '/chain')), chainSchema, { signal }),
    contacts: (number, window, sort, page, signal) =>
      ask(at(numberPath(number, '/contacts'), fromContactQuery(window, sort, page)), contactPageSchema, { signal }),
    records: (number, window, filter, page, signal) =>
      ask(at(numberPath(number, '/records'), fromRecordQuery(window, filter, page)), recordPageSchema, { signal }),
    places: (number, window, signal) => ask(at(numberPath(number, '/places'), { ...fromWindow(window) }), placesSchema, { signal }),
    stays: (number, window, kind, page, signal) => ask(at(numberPath(number, '/stays'), fromStayQuery(window, kind, page)), stayPageSchema, { signal }),
    similar: (number, window, signal) => ask(at(numberPath(number, '/similar'), { ...fromWindow(window) }), similarSchema, { signal }),
    cards: (number, window, signal) => ask(at(numberPath(number, '/cards'), { ...fromWindow(window) }), cardsSchema, { signal }),
    money: ({ number, withinMinutes }, window, signal) => ask(at(numberPath(number, '/money'), { ...fromWindow(window), within: withinMinutes }), moneySchema, { signal }),
    notes: (number, signal) => ask(at(numberPath(number, '/notes')), notesSchema, { signal }),
    writeNotes: (notes) => ask(at('/notes'), notesSchema, { signal: undefined, body: notes }),
    network: (query, signal) => ask(at('/network', fromNetworkQuery(query)), networkSchema, { signal }),
    path: (query, signal) => ask(at('/network/path', fromPathQuery(query)), pathSchema, { signal }),
    things: (query, signal) => ask(at('/network/things', fromThingQuery(query)), thingsSchema, { signal }),
    trends: (query, signal) => ask(at('/trends', fromTrendQuery(query)), trendsSchema, { signal }),
    successors: (query, signal) => ask(at('/successors', fromSuccessorQuery(query)), successorsSchema, { signal }),
    companions: (query, signal) => ask(at('/companions', fromCompanionQuery(query)), companionsSchema, { signal }),
    meetings: (query, signal) => ask(at('/meetings', fromMeetingQuery(query)), meetingsSchema, { signal }),
    commonContacts: (query, signal) => ask(at('/common-contacts', fromCommonContactQuery(query)), commonContactsSchema, { signal }),
    scenes: (query, signal) => ask(at('/scenes', fromSceneQuery(query)), scenesSchema, { signal }),
    sequences: (query, signal) => ask(at('/sequences', fromSequenceQuery(query)), sequencesSchema, { signal }),
    portrait: (query, signal) => ask(at('/portrait', fromPortraitQuery(query)), portraitSchema, { signal }),
    collision: (query, signal) => ask(at('/collisions'), collisionSchema, { signal, body: fromCollisionQuery(query) }),
    search: (text, limit, signal) => ask(at('/search', { text, limit }), searchSchema, { signal }),
    refitPreview: (signal) => ask(at('/refit/preview'), refitPreviewSchema, { signal }),
    applyRefit: (refit) => ask(at('/refit'), refitAnswerSchema, { signal: undefined, body: refit }),
    decide: (decisions) => ask(at('/decisions'), decisionsSchema, { signal: undefined, body: decisions }),
  };
}

function numberPath(number: string, rest = ''): string {
  return `/numbers/${encodeURIComponent(number)}${rest}`;
}
