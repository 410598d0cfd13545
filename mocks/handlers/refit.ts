import { http } from 'msw';
import { previewRefit } from '../../src/analysis/refit/previewRefit.ts';
import { refitAnswerSchema } from '../../src/sources/api/refit.ts';
import type { MockCase } from '../mockCase.ts';
import { answering, bodyOf } from './answering.ts';
import { atOnce } from '../../src/records/steps.ts';

export const refitHandlers = (mock: MockCase) => [
  http.get('*/api/refit/preview', answering(mock, async () =>
    atOnce(previewRefit(await mock.dataset(null), { decisions: [...mock.decisions.values()] })))),
  http.post('*/api/refit', answering(mock, async ({ request }) => {
    const before = mock.refit;
    mock.refit = await bodyOf(refitAnswerSchema, request);
    return before;
  })),
];
