import { http } from 'msw';
import { countTrends } from '../../src/analysis/countTrends.ts';
import { toTrendQuery, trendParameters } from '../../src/sources/api/trends.ts';
import type { MockCase } from '../mockCase.ts';
import { answering, parametersOf } from './answering.ts';
import { atOnce } from '../../src/records/steps.ts';

export const trendHandlers = (mock: MockCase) => [
  http.get('*/api/trends', answering(mock, async ({ url }) => {
    const query = toTrendQuery(parametersOf(trendParameters, url));
    return atOnce(countTrends(await mock.dataset(query.window), query));
  })),
];
