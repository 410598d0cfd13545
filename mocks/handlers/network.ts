import { http } from 'msw';
import { findNetwork } from '../../src/analysis/findNetwork.ts';
import { findPath } from '../../src/analysis/path/findPath.ts';
import { listThings } from '../../src/analysis/things/listThings.ts';
import { networkParameters, pathParameters, thingsParameters, toNetworkQuery, toPathQuery, toThingQuery } from '../../src/sources/api/network.ts';
import type { MockCase } from '../mockCase.ts';
import { answering, parametersOf } from './answering.ts';

export const networkHandlers = (mock: MockCase) => [
  http.get('*/api/network', answering(mock, async ({ url }) => {
    const query = toNetworkQuery(parametersOf(networkParameters, url));
    return findNetwork(await mock.dataset(query.window), query);
  })),
  http.get('*/api/network/path', answering(mock, async ({ url }) => {
    const query = toPathQuery(parametersOf(pathParameters, url));
    return findPath(await mock.dataset(query.window), query);
  })),
  http.get('*/api/network/things', answering(mock, async ({ url }) => {
    const query = toThingQuery(parametersOf(thingsParameters, url));
    return listThings(await mock.dataset(query.window), query);
  })),
];
