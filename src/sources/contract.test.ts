/**
 * Every source against one table: each method's answer fits the contract's schema, and equals what the questions give
 * when they are asked of the dataset directly. A source is plugged in by adding it to `sources`.
 */
import * as fakeIndexedDb from 'fake-indexeddb';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { buildDataset } from '../../mocks/buildDataset.ts';
import type { WrittenRecord } from '../../mocks/buildDataset.ts';
import { MockCase } from '../../mocks/mockCase.ts';
import { startServer } from '../../mocks/server.ts';
import { openTexts } from '../../mocks/openTexts.ts';
import type { Decision, SuspectQuery } from '../analysis/answers.ts';
import { traceChain } from '../analysis/chain/traceChain.ts';
import { countFacets } from '../analysis/countFacets.ts';
import { countTrends } from '../analysis/countTrends.ts';
import { describeBackground } from '../analysis/describeBackground.ts';
import { findNetwork } from '../analysis/findNetwork.ts';
import { findPath } from '../analysis/path/findPath.ts';
import { listContacts } from '../analysis/listContacts.ts';
import type { Note } from '../analysis/notes.ts';
import { findPlaces } from '../analysis/places/findPlaces.ts';
import { listStays } from '../analysis/places/listStays.ts';
import { cardsInDevices } from '../analysis/cards/cardsInDevices.ts';
import { moneyAroundCalls } from '../analysis/money/moneyAroundCalls.ts';
import { findSimilar } from '../analysis/similar/findSimilar.ts';
import { withLists } from '../analysis/numberMarks.ts';
import { listRecords } from '../analysis/listRecords.ts';
import { listSuspects } from '../analysis/listSuspects.ts';
import { openDossier } from '../analysis/openDossier.ts';
import type { ScoredDataset } from '../analysis/scoredDataset.ts';
import { searchNumbers } from '../analysis/searchNumbers.ts';
import { listRejected, summariseCase } from '../analysis/summariseCase.ts';
import { answerQuestion, windowOf } from '../engine/answerQuestion.ts';
import type { Question } from '../engine/protocol.ts';
import { windowDataset } from '../engine/windowDataset.ts';
import type { DayWindow } from '../records/days.ts';
import { atOnce } from '../records/steps.ts';
import { backgroundSchema } from './api/background.ts';
import { chainSchema } from './api/chain.ts';
import { createApiSource } from './api/apiSource.ts';
import { collisionSchema } from './api/collision.ts';
import { commonContactsSchema, companionsSchema, meetingsSchema, scenesSchema, successorsSchema } from './api/compare.ts';
import { decisionsSchema } from './api/decisions.ts';
import { refitPreviewSchema } from './api/refit.ts';
import { networkSchema, pathSchema } from './api/network.ts';
import { contactPageSchema, dossierSchema, recordPageSchema } from './api/numbers.ts';
import { notesSchema } from './api/notes.ts';
import { portraitSchema, sequencesSchema } from './api/pairs.ts';
import { personSchema } from './api/people.ts';
import { placesSchema, stayPageSchema } from './api/places.ts';
import { rejectedSchema } from './api/rejected.ts';
import { searchSchema } from './api/search.ts';
import { cardsSchema } from './api/cards.ts';
import { moneySchema } from './api/money.ts';
import { similarSchema } from './api/similar.ts';
import { summarySchema } from './api/summary.ts';
import { suspectFacetsSchema, suspectPageSchema } from './api/suspects.ts';
import { trendsSchema } from './api/trends.ts';
import { previewRefit } from '../analysis/refit/previewRefit.ts';
import type { Refit } from '../analysis/refit/refitAnswers.ts';
import { refitDataset } from '../analysis/refit/refitDataset.ts';
import type { CaseSource } from './caseSource.ts';
import { createLocalSource } from './local/localSource.ts';

const HUB = '13900000000';

const at = (day: number, s: number) => new Date(Date.UTC(2026, 4, 1 + day, 8) + s * 1000).toISOString().slice(0, 19);

/** Six weeks of a bulk caller in three handsets, a family, and numbers of every kind. */
function records(): WrittenRecord[] {
  const made: WrittenRecord[] = [];
  for (let i = 0; i < 900; i++) {
    made.push({ caller: HUB, callee: String(13_700_000_000 + i * 7), at: at(i % 42, i * 31), durationS: i % 50, answered: i % 3 > 0, imei: `3500000000000${i % 3}`, cell: `460-00-1-${i % 2}` });
  }
  for (let day = 0; day < 42; day++) {
    made.push(
      { caller: '+447700900123', callee: '01012345678', at: at(day, 7000), durationS: 240 },
      { caller: '01012345678', callee: '+447700900123', at: at(day, 39_000), type: 'text' },
      { caller: '*100#', callee: 'ALICE, BOB', at: at(day, 50), offsetS: 9 * 3600 },
      { caller: '7', callee: '7', at: at(day, 60) },
    );
  }
  return made;
}

const numbers = [HUB, '+447700900123', '01012345678', '*100#', 'ALICE, BOB', '7', '13700000007', 'nobody'];
const windows: readonly (DayWindow | null)[] = [null, { from: '2026-05-11', to: '2026-05-24' }, { from: '2025-01-01', to: '2025-01-02' }];
const base: SuspectQuery = { window: null, text: '', detectors: [], statuses: [], minScore: 0, sort: 'score', descending: true, offset: 0, limit: 40 };
const queries: readonly SuspectQuery[] = [
  base,
  { ...base, offset: 40, limit: 500 },
  { ...base, sort: 'last_seen', descending: false, offset: 880 },
  { ...base, sort: 'imeis', text: '137' },
  { ...base, detectors: ['bulkCaller', 'burner'], minScore: 10 },
  { ...base, statuses: ['confirmed', 'dismissed'] },
  { ...base, statuses: ['new'], sort: 'number', descending: false },
  { ...base, among: [HUB, '7', 'nobody'], statuses: ['new', 'confirmed'] },
];
const decisions: readonly Decision[] = [
  { number: HUB, status: 'confirmed', reason: '', assignee: null },
  { number: '7', status: 'dismissed', reason: 'tests its own line', assignee: null },
];

/** A source over the dataset on which the decisions above have been made. */
interface Plugged {
  readonly name: string;
  readonly open: (dataset: ScoredDataset) => Promise<CaseSource>;
  readonly close: () => void;
}

function apiSource(): Plugged {
  let server: { readonly close: () => void } | null = null;
  return {
    name: 'api',
    open: (dataset) => {
      server = startServer(new MockCase(() => Promise.resolve(dataset)));
      return Promise.resolve(createApiSource('http://localhost/api'));
    },
    close: () => server?.close(),
  };
}

/** The engine's answers without its worker: the worker adds only the messages. */
function localSource(): Plugged {
  return {
    name: 'local',
    open: (dataset) => {
      for (const [name, value] of Object.entries(fakeIndexedDb)) if (name.startsWith('IDB')) vi.stubGlobal(name, value);
      vi.stubGlobal('indexedDB', new fakeIndexedDb.IDBFactory());
      const ask = <Answer>(_id: string, question: Question, refit: Refit | null, signal?: AbortSignal): Promise<Answer> => {
        signal?.throwIfAborted();
        const answer = answerQuestion(refitDataset(windowDataset(dataset, windowOf(question)), refit), question) as Answer;
        return new Promise((resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason as Error));
          setTimeout(() => resolve(structuredClone(answer)));
        });
      };
      return Promise.resolve(createLocalSource({ ask, findLines: () => Promise.resolve([]), reopenFile: () => Promise.resolve(false) }, 'dataset'));
    },
    close: () => vi.unstubAllGlobals(),
  };
}

const sources: readonly Plugged[] = [apiSource(), localSource()];

describe.each(sources)('the $name source', ({ open, close }) => {
  let whole = buildDataset(records());
  const inWindow = (window: DayWindow | null) => windowDataset(whole, window);
  let source: CaseSource;
  beforeAll(async () => {
    const { tables } = await openTexts({
      'subs.csv': ['number,outlet,activated', `${HUB},Shop 1,2026-04-01`, '+447700900123,Shop 2,'],
      'pools.csv': ['contract,range', 'HT-1,1390000'],
      'accounts.csv': ['platform,kind,number,time', `Pay,finance,${HUB},2026-04-03 10:00:00`],
      'transfers.csv': ['from_card,from_phone,to_card,amount,time', `c1,${HUB},c2,5,2026-05-03 10:00:00`],
      'seized.csv': ['number,label', `${HUB},seized`],
      'cells.csv': ['cell,latitude,longitude,place,country', '460-00-1-1,30.66,104.06,四川成都,CN', '460-00-1-2,31.47,104.68,四川绵阳,CN'],
    });
    whole = withLists({ ...whole, tables });
    source = await open(whole);
    await source.decide(decisions);
  });
  afterAll(() => close());

  test('says who one is', async () => {
    expect(z.safeParse(personSchema, await source.whoAmI()).error).toBeUndefined();
  });

  test.each(windows)('sums up the window %j', async (window) => {
    const answer = await source.summary(window);
    expect(z.safeParse(summarySchema, answer).error).toBeUndefined();
    expect(answer).toEqual(summariseCase(inWindow(window)));
  });

  test('lists what was rejected', async () => {
    const answer = await source.rejected({ offset: 0, limit: 50 });
    expect(z.safeParse(rejectedSchema, answer).error).toBeUndefined();
    expect(answer).toEqual(listRejected(whole, { page: { offset: 0, limit: 50 } }));
  });

  test.each(windows.flatMap((window) => queries.map((query) => ({ ...query, window }))))('lists and counts the queue for %j', async (query) => {
    const [page, facets] = await Promise.all([source.suspects(query), source.facets(query)]);
    expect(z.safeParse(suspectPageSchema, page).error).toBeUndefined();
    expect(z.safeParse(suspectFacetsSchema, facets).error).toBeUndefined();
    expect(page).toEqual(listSuspects(inWindow(query.window), query, decisions));
    expect(facets).toEqual(countFacets(inWindow(query.window), query, decisions));
  });

  test.each(windows.flatMap((window) => numbers.map((number) => ({ number, window }))))('opens the dossier, contacts and records of %j', async ({ number, window }) => {
    const dataset = inWindow(window);
    const dossier = await source.dossier(number, window);
    expect(z.safeParse(z.nullable(dossierSchema), dossier).error).toBeUndefined();
    expect(dossier).toEqual(openDossier(dataset, { number }, decisions));

    const page = { offset: 2, limit: 20 };
    const contacts = await source.contacts(number, window, 'last', page);
    expect(z.safeParse(contactPageSchema, contacts).error).toBeUndefined();
    expect(contacts).toEqual(listContacts(dataset, { number, sort: 'last', page }));

    const filter = { other: null, weekHour: 8, day: '2026-05-11', imei: null, cell: null };
    for (const narrowed of [filter, { ...filter, weekHour: null, day: null, since: '2026-05-11T08:00:00', until: '2026-05-12T12:30:00' }, { ...filter, weekHour: null, day: null, imei: '35000000000001', cell: '460-00-1-1' }, { ...filter, weekHour: null, day: null, other: 'ALICE, BOB' }]) {
      const answer = await source.records(number, window, narrowed, page);
      expect(z.safeParse(recordPageSchema, answer).error).toBeUndefined();
      expect(answer).toEqual(listRecords(dataset, { number, filter: narrowed, page }));
    }
  });

  test.each(windows.flatMap((window) => numbers.map((number) => ({ number, window }))))('tells where $number was and whom it is like in $window', async ({ number, window }) => {
    const dataset = inWindow(window);
    const places = await source.places(number, window);
    expect(z.safeParse(placesSchema, places).error).toBeUndefined();
    expect(places).toEqual(findPlaces(dataset, { number }));

    const page = { offset: 1, limit: 20 };
    for (const kind of ['all', 'fast'] as const) {
      const stays = await source.stays(number, window, kind, page);
      expect(z.safeParse(stayPageSchema, stays).error).toBeUndefined();
      expect(stays).toEqual(listStays(dataset, { number, kind, page }));
    }

    const similar = await source.similar(number, window);
    expect(z.safeParse(similarSchema, similar).error).toBeUndefined();
    expect(similar).toEqual(findSimilar(dataset, { number }));
  });

  test.each(windows.flatMap((window) => numbers.map((number) => ({ number, window }))))('tells the cards and devices of $number and the money around its calls in $window', async ({ number, window }) => {
    const dataset = inWindow(window);
    const cards = await source.cards(number, window);
    expect(z.safeParse(cardsSchema, cards).error).toBeUndefined();
    expect(cards).toEqual(cardsInDevices(dataset, { number }));
    const query = { number, withinMinutes: 90 };
    const money = await source.money(query, window);
    expect(z.safeParse(moneySchema, money).error).toBeUndefined();
    expect(money).toEqual(moneyAroundCalls(dataset, query));
  });

  test('keeps notes on a number, and takes a change back', async () => {
    const first: Note = { id: 'a', number: HUB, text: 'Asked the operator for the card.', at: '2026-06-01T08:00:00.000Z', by: 'me' };
    const second: Note = { ...first, id: 'b', text: '网点已核实', at: '2026-06-01T09:00:00.000Z' };
    const before = await source.writeNotes([second, first]);
    expect(before).toEqual([{ ...second, text: '' }, { ...first, text: '' }]);
    expect(await source.notes(HUB)).toEqual([first, second]);
    expect(await source.notes('7')).toEqual([]);
    const changed = await source.writeNotes([{ ...first, text: 'The operator answered.' }, { ...second, text: ' ' }]);
    expect(await source.notes(HUB)).toEqual([{ ...first, text: 'The operator answered.' }]);
    await source.writeNotes(changed);
    const notes = await source.notes(HUB);
    expect(z.safeParse(notesSchema, notes).error).toBeUndefined();
    expect(notes).toEqual([first, second]);
    await source.writeNotes(before);
    expect(await source.notes(HUB)).toEqual([]);
  });

  test.each(numbers)('traces the chain behind %j', async (number) => {
    const answer = await source.chain(number);
    expect(z.safeParse(z.nullable(chainSchema), answer).error).toBeUndefined();
    expect(answer).toEqual(traceChain(whole, { number }));
  });

  test.each(numbers)('tells what stands behind %j', async (number) => {
    const answer = await source.background(number);
    expect(z.safeParse(backgroundSchema, answer).error).toBeUndefined();
    expect(answer).toEqual(describeBackground(whole, { number }));
  });

  test.each(windows)('shows the network in the window %j', async (window) => {
    const { rows } = await source.things({ window, numbers: numbers.slice(0, 6), kind: 'device', limit: 3 });
    const things = rows.map(({ name }) => `device:${name}`);
    const query = {
      window, numbers: numbers.slice(0, 6), also: numbers.slice(6), contactsEach: 5, openThings: things.slice(0, 1), things: things.slice(1), groupBy: 'cell' as const,
    };
    const answer = await source.network(query);
    expect(z.safeParse(networkSchema, answer).error).toBeUndefined();
    expect(answer).toEqual(findNetwork(inWindow(window), query));
  });

  test.each(windows)('finds paths in the window %j', async (window) => {
    for (const isInTime of [false, true]) {
      for (const [from, to] of [['13700000007', '13700000014'], [HUB, '7'], ['nobody', HUB]] as const) {
        const query = { window, from, to, isInTime };
        const answer = await source.path(query);
        expect(z.safeParse(pathSchema, answer).error).toBeUndefined();
        expect(answer).toEqual(findPath(inWindow(window), query));
      }
    }
  });

  test.each(windows)('counts trends in the window %j', async (window) => {
    for (const measure of ['numbers', 'records', 'newNumbers'] as const) {
      const query = { window, by: 'detector', measure } as const;
      const answer = await source.trends(query);
      expect(z.safeParse(trendsSchema, answer).error).toBeUndefined();
      expect(answer).toEqual(atOnce(countTrends(inWindow(window), query)));
    }
  });

  test.each(windows)('compares numbers in the window %j', async (window) => {
    const several = [HUB, '+447700900123', '13700000007', 'nobody'];
    const scene = { cells: ['460-00-1-1', 'a/b,c'], from: '2026-05-11T08:00', to: '2026-05-13' };
    const compared = [
      ['successors', { window, cut: '2026-05-15' }, successorsSchema],
      ['companions', { window, number: HUB, minutes: 30, metres: 0 }, companionsSchema],
      ['meetings', { window, numbers: several, minutes: 10, metres: 500 }, meetingsSchema],
      ['commonContacts', { window, numbers: several, least: 1, services: true }, commonContactsSchema],
      ['sequences', { window, numbers: several, minutes: 15 }, sequencesSchema],
      ['portrait', { window, a: HUB, b: '13700000007', minutes: 30, metres: 0 }, portraitSchema],
      ['portrait', { window, a: HUB, b: 'nobody', minutes: 30, metres: 0 }, portraitSchema],
      ['collision', { window, sets: [{ name: 'A', source: { is: 'scene', scene, metres: 0 } }, { name: 'B', source: { is: 'numbers', text: `${HUB}\nnobody 5` } }], expression: 'A | B', keepsLeftAlone: false, isWhole: true }, collisionSchema],
      ['scenes', { window, scenes: [scene, { ...scene, from: '2026-05-02T08:00' }], least: 1, metres: 0 }, scenesSchema],
    ] as const;
    for (const [ask, query, schema] of compared) {
      const answer = await source[ask](query as never);
      expect(z.safeParse(schema as z.ZodMiniType, answer).error).toBeUndefined();
      expect(answer).toEqual(answerQuestion(inWindow(window), { ask, query } as Question));
    }
  });

  test('finds numbers by a part', async () => {
    for (const text of ['1370', 'alice', '+44', 'nobody']) {
      const answer = await source.search(text, 8);
      expect(z.safeParse(searchSchema, answer).error).toBeUndefined();
      expect(answer).toEqual(searchNumbers(whole, { text, limit: 8 }));
    }
  });

  test('takes decisions, and takes them back', async () => {
    const change: Decision[] = [{ number: HUB, status: 'dismissed', reason: 'call centre', assignee: null }, { number: '13700000007', status: 'confirmed', reason: '', assignee: null }];
    const before = await source.decide(change);
    expect(z.safeParse(decisionsSchema, before).error).toBeUndefined();
    expect((await source.dossier(HUB, null))!.decision).toEqual(change[0]);
    expect(await source.decide(before)).toHaveLength(2);
    expect((await source.dossier(HUB, null))!.decision).toEqual(decisions[0]);
    expect((await source.suspects({ ...base, statuses: ['confirmed', 'dismissed'] })).total).toBe(2);
  });

  test('shows what would be learned, scores by it, and takes it back', async () => {
    const many = Array.from({ length: 30 }, (_, i): Decision => ({ number: String(13_700_000_000 + i * 7), status: 'dismissed', reason: 'called by the hub', assignee: null }));
    const before = await source.decide(many);
    const preview = await source.refitPreview();
    expect(z.safeParse(refitPreviewSchema, preview).error).toBeUndefined();
    expect(preview).toEqual(atOnce(previewRefit(whole, { decisions: [...decisions, ...many] })));
    expect(preview.confirmed + preview.dismissed + preview.unused).toBe(32);

    const refit: Refit = { confirmed: 2, dismissed: 30, at: '2026-06-01T08:00:00.000Z', model: '', factors: [{ term: 'bulkCaller', against: 0.5, inFavour: 1 }, { term: 'calls_per_contact', against: 0.75, inFavour: 1.2 }] };
    expect(await source.applyRefit(refit)).toBeNull();
    for (const window of windows) {
      const dataset = refitDataset(inWindow(window), refit);
      expect(z.safeParse(summarySchema, await source.summary(window)).error).toBeUndefined();
      expect((await source.summary(window)).refit).toEqual(refit);
      expect(await source.suspects({ ...base, window })).toEqual(listSuspects(dataset, { ...base, window }, [...decisions, ...many]));
      expect(await source.dossier(HUB, window)).toEqual(openDossier(dataset, { number: HUB }, [...decisions, ...many]));
    }
    expect((await source.dossier(HUB, null))!.logOdds).toBeLessThan(openDossier(whole, { number: HUB }, [])!.logOdds);
    expect(await source.applyRefit(null)).toEqual(refit);
    await source.decide(before);
    expect((await source.summary(null)).refit).toBeUndefined();
    expect(await source.suspects(base)).toEqual(listSuspects(whole, base, decisions));
  });

  test('does not take a dismissal without a reason, nor anything else of that request', async () => {
    const change: Decision[] = [{ number: '13700000007', status: 'confirmed', reason: '', assignee: null }, { number: HUB, status: 'dismissed', reason: ' ', assignee: null }];
    await expect(source.decide(change)).rejects.toMatchObject({ kind: 'badRequest' });
    expect((await source.suspects({ ...base, statuses: ['confirmed', 'dismissed'] })).total).toBe(2);
  });

  test('answers an aborted question with its reason', async () => {
    const controller = new AbortController();
    const reason = new Error('superseded');
    const answer = source.summary(null, controller.signal);
    controller.abort(reason);
    await expect(answer).rejects.toBe(reason);
  });
});
