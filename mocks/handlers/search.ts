import { http } from 'msw';
import { searchNumbers } from '../../src/analysis/searchNumbers.ts';
import { searchParameters } from '../../src/sources/api/search.ts';
import type { MockCase } from '../mockCase.ts';
import { answering, parametersOf } from './answering.ts';

export const searchHandlers = (mock: MockCase) => [
  http.get('*/api/search', answering(mock, async ({ url }) => searchNumbers(await mock.dataset(null), parametersOf(searchParameters, url)))),
];
