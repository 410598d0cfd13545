import { http } from 'msw';
import type { Person } from '../../src/analysis/answers.ts';
import type { MockCase } from '../mockCase.ts';
import { answering } from './answering.ts';

export const peopleHandlers = (mock: MockCase) => [
  http.get('*/api/me', answering(mock, () => Promise.resolve(mock.person satisfies Person))),
];
