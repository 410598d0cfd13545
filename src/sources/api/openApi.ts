/** The HTTP contract as an OpenAPI 3.1 document, made from the schemas that check requests and answers. */
import * as z from 'zod/mini';
import { backgroundSchema } from './background.ts';
import { chainSchema } from './chain.ts';
import { collisionRequestSchema, collisionSchema } from './collision.ts';
import {
  commonContactParameters, commonContactsSchema, companionParameters, companionsSchema, meetingParameters, meetingsSchema, sceneParameters, scenesSchema,
  successorParameters, successorsSchema,
} from './compare.ts';
import { decisionSchema, decisionsRequestSchema, decisionsSchema } from './decisions.ts';
import { errorBody } from './errorBody.ts';
import { networkParameters, networkSchema, pathParameters, pathSchema, thingsParameters, thingsSchema } from './network.ts';
import {
  contactPageSchema, contactParameters, dossierParameters, dossierSchema, recordPageSchema, recordParameters,
} from './numbers.ts';
import { noteSchema, notesRequestSchema, notesSchema } from './notes.ts';
import { kindOf } from './parameters.ts';
import { portraitParameters, portraitSchema, sequenceParameters, sequencesSchema } from './pairs.ts';
import { personSchema } from './people.ts';
import { placesParameters, placesSchema, stayPageSchema, stayParameters } from './places.ts';
import { refitAnswerSchema, refitPreviewSchema } from './refit.ts';
import { rejectedParameters, rejectedSchema } from './rejected.ts';
import { searchParameters, searchSchema } from './search.ts';
import { cardsParameters, cardsSchema } from './cards.ts';
import { moneyParameters, moneySchema } from './money.ts';
import { similarParameters, similarSchema } from './similar.ts';
import { summaryParameters, summarySchema } from './summary.ts';
import { facetParameters, suspectFacetsSchema, suspectPageSchema, suspectParameters } from './suspects.ts';
import { trendParameters, trendsSchema } from './trends.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

interface Operation {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly parameters?: z.ZodMiniObject;
  readonly request?: z.ZodMiniType;
  /** Name of the answer's schema in the document. */
  readonly answer: keyof typeof answers;
  /** What a 404 means, where it means something. */
  readonly notFound?: string;
}

/** Answers by their name in the document. */
const answers = {
  Person: personSchema,
  Summary: summarySchema,
  RejectedPage: rejectedSchema,
  SuspectPage: suspectPageSchema,
  SuspectFacets: suspectFacetsSchema,
  Dossier: dossierSchema,
  Background: backgroundSchema,
  Chain: chainSchema,
  ContactPage: contactPageSchema,
  RecordPage: recordPageSchema,
  Places: placesSchema,
  StayPage: stayPageSchema,
  Similar: similarSchema,
  Cards: cardsSchema,
  Money: moneySchema,
  Notes: notesSchema,
  Network: networkSchema,
  Path: pathSchema,
  Things: thingsSchema,
  Trends: trendsSchema,
  Successors: successorsSchema,
  Companions: companionsSchema,
  Meetings: meetingsSchema,
  CommonContacts: commonContactsSchema,
  Scenes: scenesSchema,
  Sequences: sequencesSchema,
  Portrait: portraitSchema,
  Collision: collisionSchema,
  SearchHits: searchSchema,
  Decisions: decisionsSchema,
  RefitPreview: refitPreviewSchema,
  Refit: refitAnswerSchema,
} as const;

const operations: readonly Operation[] = [
  { method: 'get', path: '/me', id: 'whoAmI', summary: 'Who is signed in.', answer: 'Person' },
  { method: 'get', path: '/summary', id: 'summary', summary: 'Size, provenance and span of the dataset.', parameters: summaryParameters, answer: 'Summary' },
  { method: 'get', path: '/rejected', id: 'rejected', summary: 'Records that could not be taken, with file, line and reason.', parameters: rejectedParameters, answer: 'RejectedPage' },
  { method: 'get', path: '/suspects', id: 'suspects', summary: 'A page of the queue. Missing values sort last; ties go by score, then by number.', parameters: suspectParameters, answer: 'SuspectPage' },
  { method: 'get', path: '/suspects/facets', id: 'facets', summary: "Counts beside the filters, each with the other filters as they are.", parameters: facetParameters, answer: 'SuspectFacets' },
  { method: 'get', path: '/numbers/{number}', id: 'dossier', summary: 'All there is to say of one number.', parameters: dossierParameters, answer: 'Dossier', notFound: 'The dataset, or the window, does not hold the number.' },
  { method: 'get', path: '/numbers/{number}/background', id: 'background', summary: 'What the records beside communications say of a number: lists, registration and supply, accounts, transfers.', answer: 'Background' },
  { method: 'get', path: '/numbers/{number}/chain', id: 'chain', summary: 'The chain behind a number: from its victims to whoever supplied it, and to the money.', answer: 'Chain', notFound: 'No record names the number.' },
  { method: 'get', path: '/numbers/{number}/contacts', id: 'contacts', summary: "A page of a number's contacts.", parameters: contactParameters, answer: 'ContactPage' },
  { method: 'get', path: '/numbers/{number}/records', id: 'records', summary: "A page of a number's records, oldest first.", parameters: recordParameters, answer: 'RecordPage' },
  { method: 'get', path: '/numbers/{number}/places', id: 'places', summary: 'Where a number was: cells, likely home and day place, moves.', parameters: placesParameters, answer: 'Places' },
  { method: 'get', path: '/numbers/{number}/stays', id: 'stays', summary: "A page of a number's stays at places, oldest first, with how fast it came from the one before.", parameters: stayParameters, answer: 'StayPage' },
  { method: 'get', path: '/numbers/{number}/similar', id: 'similar', summary: 'The numbers most like a number, by behaviour, contacts and devices.', parameters: similarParameters, answer: 'Similar' },
  { method: 'get', path: '/numbers/{number}/cards', id: 'cards', summary: 'Devices of a number and the cards in them, over time.', parameters: cardsParameters, answer: 'Cards' },
  { method: 'get', path: '/numbers/{number}/money', id: 'money', summary: 'Transfers around the calls of a number.', parameters: moneyParameters, answer: 'Money' },
  { method: 'get', path: '/numbers/{number}/notes', id: 'notes', summary: 'Notes on a number, oldest first.', answer: 'Notes' },
  { method: 'get', path: '/network', id: 'network', summary: 'Some numbers, each with its most telling contacts, and all edges among the numbers shown; and things (`device:…`, `cell:…`, `outlet:…`, `contract:…`, `account:…`, `bankCard:…`) with what ties them to the numbers.', parameters: networkParameters, answer: 'Network' },
  { method: 'get', path: '/network/path', id: 'path', summary: 'The fewest contacts that lead from one number to another, avoiding hubs where it can; each after the one before if asked.', parameters: pathParameters, answer: 'Path' },
  { method: 'get', path: '/network/things', id: 'things', summary: 'The devices, cells, outlets, contracts, accounts or bank cards of some numbers.', parameters: thingsParameters, answer: 'Things' },
  { method: 'get', path: '/trends', id: 'trends', summary: 'Weekly series of suspects and findings beside the whole.', parameters: trendParameters, answer: 'Trends' },
  { method: 'get', path: '/successors', id: 'successors', summary: 'Numbers that took the place of those that fell silent at a date, surest first.', parameters: successorParameters, answer: 'Successors' },
  { method: 'get', path: '/companions', id: 'companions', summary: 'Others at the same place at the same time as a number, again and again, beside what habits alone would give.', parameters: companionParameters, answer: 'Companions' },
  { method: 'get', path: '/meetings', id: 'meetings', summary: 'When and where some numbers were at one place.', parameters: meetingParameters, answer: 'Meetings' },
  { method: 'get', path: '/common-contacts', id: 'commonContacts', summary: 'Whom several numbers have to do with in common.', parameters: commonContactParameters, answer: 'CommonContacts' },
  { method: 'get', path: '/scenes', id: 'scenes', summary: 'Who was at several scenes: cells and a stretch of time each, written `from/to/cell,cell`, commas in cells as %2C.', parameters: sceneParameters, answer: 'Scenes' },
  { method: 'get', path: '/sequences', id: 'sequences', summary: 'Contacts that follow each other within minutes, again and again, at each of some numbers, beside what chance would give.', parameters: sequenceParameters, answer: 'Sequences' },
  { method: 'get', path: '/portrait', id: 'portrait', summary: 'Two numbers beside each other: direct contact, what they have in common, and whether they look like one person\'s.', parameters: portraitParameters, answer: 'Portrait' },
  { method: 'post', path: '/collisions', id: 'collision', summary: 'The numbers that an expression over named sets leaves (`A & B - C`): lists, the dataset\'s lists, cells in a stretch of time, devices, findings.', request: collisionRequestSchema, answer: 'Collision' },
  { method: 'get', path: '/search', id: 'search', summary: 'Numbers that contain a text, highest score first.', parameters: searchParameters, answer: 'SearchHits' },
  { method: 'post', path: '/decisions', id: 'decide', summary: 'Sets decisions, all or none; answers what stood before, so that posting that undoes it.', request: decisionsRequestSchema, answer: 'Decisions' },
  { method: 'get', path: '/refit/preview', id: 'refitPreview', summary: 'What a refit of the score on the decisions so far would do: to the queue, and on decisions that it had not seen.', answer: 'RefitPreview' },
  { method: 'post', path: '/refit', id: 'applyRefit', summary: 'Scores by what was learned, or by the shipped model with null; answers what stood before, so that posting that undoes it.', request: refitAnswerSchema, answer: 'Refit' },
  { method: 'post', path: '/notes', id: 'writeNotes', summary: 'Writes notes by their ids, all or none; one without text is taken away. Answers what stood before, so that posting that undoes it.', request: notesRequestSchema, answer: 'Notes' },
];

const refusals: Readonly<Record<string, string>> = {
  400: 'A parameter or the body is wrong; the message says which and why.',
  401: 'Not signed in.',
  403: 'Not allowed.',
  500: 'The server failed.',
};

/** The whole document. Same schemas, same document: keys come in a fixed order. */
export function openApiDocument(): Json {
  const schemas: Record<string, z.ZodMiniType> = { ...answers, Decision: decisionSchema, Note: noteSchema, Error: errorBody };
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const converted = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` }).schemas;
  return {
    openapi: '3.1.0',
    info: {
      title: 'Callchain case source',
      version: '1.0.0',
      description: 'What a server answers so that the dashboard can work on its records. Times are local with their offset, durations seconds, shares 0–1, scores 0–100; null is "no evidence".',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api' }],
    paths: Object.fromEntries(operations.map((operation) => [operation.path, { [operation.method]: operationObject(operation) }])),
    components: {
      schemas: Object.fromEntries(Object.entries(converted).map(([id, schema]) => [id, withoutIds(schema as Json)])),
      responses: Object.fromEntries(Object.entries(refusals).map(([status, description]) => [`Refusal${status}`, refusal(description)])),
    },
  };
}

function operationObject({ path, id, summary, parameters, request, answer, notFound }: Operation): Json {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name: name!, in: 'path', required: true, schema: { type: 'string' }, description: 'In any spelling; percent-encoded.',
  }));
  return {
    operationId: id,
    summary,
    ...(inPath.length + (parameters ? 1 : 0) === 0 ? {} : { parameters: [...inPath, ...(parameters ? queryParameters(parameters) : [])] }),
    ...(request === undefined ? {} : { requestBody: { required: true, content: { 'application/json': { schema: bareSchema(request) } } } }),
    responses: {
      200: { description: 'The answer.', content: { 'application/json': { schema: { $ref: `#/components/schemas/${answer}` } } } },
      ...Object.fromEntries(Object.keys(refusals).map((status) => [status, { $ref: `#/components/responses/Refusal${status}` }])),
      ...(notFound === undefined ? {} : { 404: refusal(notFound) }),
      ...(request === undefined ? {} : { 422: refusal('A dismissal without a reason, or a number that the dataset does not hold.') }),
    },
  };
}

function refusal(description: string): Json {
  return { description, content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } };
}

/** Lists are repeated parameters, which is OpenAPI's own default. */
function queryParameters(parameters: z.ZodMiniObject): Json[] {
  return Object.entries(parameters.shape).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !z.safeParse(schema as z.ZodMiniType, undefined).success,
    ...(kindOf(schema) === 'array' ? { style: 'form', explode: true } : {}),
    schema: bareSchema(schema as z.ZodMiniType),
  }));
}

function bareSchema(schema: z.ZodMiniType): Json {
  const { $schema: _, ...bare } = z.toJSONSchema(schema, { io: 'input' }) as Record<string, Json>;
  return bare;
}

function withoutIds(schema: Json): Json {
  const { $schema: _, $id: __, id: ___, ...bare } = schema as Record<string, Json>;
  return bare;
}
