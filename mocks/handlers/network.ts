import { http } from 'msw';
import { findNetwork } from '../../src/analysis/findNetwork.ts';
import { networkParameters, toNetworkQuery } from '../../src/sources/api/network.ts';
import type { MockCase } from '../mockCase.ts';
import { answering, parametersOf } from './answering.ts';

export const networkHandlers = (mock: MockCase) => [
  http.get('*/api/network', answering(mock, async ({ url }) => {
    const query = toNetworkQuery(parametersOf(networkParameters, url));
    return findNetwork(await mock.dataset(query.window), query);
  })),
];
