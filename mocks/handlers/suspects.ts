import { http } from 'msw';
import { countFacets } from '../../src/analysis/countFacets.ts';
import { listSuspects } from '../../src/analysis/listSuspects.ts';
import { facetParameters, suspectParameters, toFacetQuery, toSuspectQuery } from '../../src/sources/api/suspects.ts';
import type { MockCase } from '../mockCase.ts';
import { answering, parametersOf } from './answering.ts';

export const suspectHandlers = (mock: MockCase) => [
  http.get('*/api/suspects', answering(mock, async ({ url }) => {
    const query = toSuspectQuery(parametersOf(suspectParameters, url));
    return listSuspects(await mock.dataset(query.window), query, [...mock.decisions.values()]);
  })),
  http.get('*/api/suspects/facets', answering(mock, async ({ url }) => {
    const query = toFacetQuery(parametersOf(facetParameters, url));
    return countFacets(await mock.dataset(query.window), query, [...mock.decisions.values()]);
  })),
];
