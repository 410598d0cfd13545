import { http } from 'msw';
import { describeBackground } from '../../src/analysis/describeBackground.ts';
import { traceChain } from '../../src/analysis/chain/traceChain.ts';
import { listContacts } from '../../src/analysis/listContacts.ts';
import { listRecords } from '../../src/analysis/listRecords.ts';
import { findPlaces } from '../../src/analysis/places/findPlaces.ts';
import { listStays } from '../../src/analysis/places/listStays.ts';
import { cardsInDevices } from '../../src/analysis/cards/cardsInDevices.ts';
import { moneyAroundCalls } from '../../src/analysis/money/moneyAroundCalls.ts';
import { findSimilar } from '../../src/analysis/similar/findSimilar.ts';
import { openDossier } from '../../src/analysis/openDossier.ts';
import { toPage, toWindow } from '../../src/sources/api/common.ts';
import { contactParameters, dossierParameters, recordParameters, toRecordFilter } from '../../src/sources/api/numbers.ts';
import { placesParameters, stayParameters } from '../../src/sources/api/places.ts';
import { cardsParameters } from '../../src/sources/api/cards.ts';
import { moneyParameters } from '../../src/sources/api/money.ts';
import { similarParameters } from '../../src/sources/api/similar.ts';
import type { MockCase } from '../mockCase.ts';
import { answering, parametersOf, Refusal } from './answering.ts';
import type { Asked } from './answering.ts';

function numberOf({ params }: Asked): string {
  return String(params['number']);
}

export const numberHandlers = (mock: MockCase) => [
  http.get('*/api/numbers/:number', answering(mock, async (asked) => {
    const dataset = await mock.dataset(toWindow(parametersOf(dossierParameters, asked.url)));
    const dossier = openDossier(dataset, { number: numberOf(asked) }, [...mock.decisions.values()]);
    if (dossier === null) throw new Refusal(404, 'unknownNumber', `${numberOf(asked)} is not in these records.`);
    return dossier;
  })),
  http.get('*/api/numbers/:number/background', answering(mock, async (asked) => describeBackground(await mock.dataset(null), { number: numberOf(asked) }))),
  http.get('*/api/numbers/:number/chain', answering(mock, async (asked) => {
    const chain = traceChain(await mock.dataset(null), { number: numberOf(asked) });
    if (chain === null) throw new Refusal(404, 'unknownNumber', `${numberOf(asked)} is not in these records.`);
    return chain;
  })),
  http.get('*/api/numbers/:number/contacts', answering(mock, async (asked) => {
    const parameters = parametersOf(contactParameters, asked.url);
    const dataset = await mock.dataset(toWindow(parameters));
    return listContacts(dataset, { number: numberOf(asked), sort: parameters.sort, page: toPage(parameters) });
  })),
  http.get('*/api/numbers/:number/records', answering(mock, async (asked) => {
    const parameters = parametersOf(recordParameters, asked.url);
    const dataset = await mock.dataset(toWindow(parameters));
    return listRecords(dataset, { number: numberOf(asked), filter: toRecordFilter(parameters), page: toPage(parameters) });
  })),
  http.get('*/api/numbers/:number/places', answering(mock, async (asked) =>
    findPlaces(await mock.dataset(toWindow(parametersOf(placesParameters, asked.url))), { number: numberOf(asked) }))),
  http.get('*/api/numbers/:number/stays', answering(mock, async (asked) => {
    const parameters = parametersOf(stayParameters, asked.url);
    return listStays(await mock.dataset(toWindow(parameters)), { number: numberOf(asked), kind: parameters.kind, page: toPage(parameters) });
  })),
  http.get('*/api/numbers/:number/similar', answering(mock, async (asked) =>
    findSimilar(await mock.dataset(toWindow(parametersOf(similarParameters, asked.url))), { number: numberOf(asked) }))),
  http.get('*/api/numbers/:number/cards', answering(mock, async (asked) =>
    cardsInDevices(await mock.dataset(toWindow(parametersOf(cardsParameters, asked.url))), { number: numberOf(asked) }))),
  http.get('*/api/numbers/:number/money', answering(mock, async (asked) => {
    const parameters = parametersOf(moneyParameters, asked.url);
    return moneyAroundCalls(await mock.dataset(toWindow(parameters)), { number: numberOf(asked), withinMinutes: parameters.within });
  })),
];
