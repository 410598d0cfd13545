import { http } from 'msw';
import { listRejected } from '../../src/analysis/summariseCase.ts';
import { rejectedParameters } from '../../src/sources/api/rejected.ts';
import type { MockCase } from '../mockCase.ts';
import { answering, parametersOf } from './answering.ts';

export const rejectedHandlers = (mock: MockCase) => [
  http.get('*/api/rejected', answering(mock, async ({ url }) => {
    const page = parametersOf(rejectedParameters, url);
    return listRejected(await mock.dataset(null), { page });
  })),
];
