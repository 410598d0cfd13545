import { http } from 'msw';
import { summariseCase } from '../../src/analysis/summariseCase.ts';
import { toWindow } from '../../src/sources/api/common.ts';
import { summaryParameters } from '../../src/sources/api/summary.ts';
import type { MockCase } from '../mockCase.ts';
import { answering, parametersOf } from './answering.ts';

export const summaryHandlers = (mock: MockCase) => [
  http.get('*/api/summary', answering(mock, async ({ url }) =>
    summariseCase(await mock.dataset(toWindow(parametersOf(summaryParameters, url)))))),
];
