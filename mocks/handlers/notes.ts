import { http } from 'msw';
import * as z from 'zod/mini';
import type { Note } from '../../src/analysis/notes.ts';
import { applyNotes, inOrder } from '../../src/analysis/notes.ts';
import { numberOfRow, rowOfNumber } from '../../src/analysis/rowOfNumber.ts';
import type { ScoredDataset } from '../../src/analysis/scoredDataset.ts';
import { notesRequestSchema } from '../../src/sources/api/notes.ts';
import { problemText } from '../../src/sources/api/parameters.ts';
import type { MockCase } from '../mockCase.ts';
import { answering, Refusal } from './answering.ts';

/** All notes of a request are written, or none. */
export const noteHandlers = (mock: MockCase) => [
  http.get('*/api/numbers/:number/notes', answering(mock, async ({ params }) => {
    const number = spelled(await mock.dataset(null), String(params['number']));
    return inOrder([...mock.notes.values()].filter((note) => note.number === number));
  })),
  http.post('*/api/notes', answering(mock, async ({ request }) => {
    const dataset = await mock.dataset(null);
    return applyNotes(mock.notes, (await notesOf(request)).map((note) => ({ ...note, number: spelled(dataset, note.number) })));
  })),
];

/** A number as the dataset spells it; one that it does not hold stays as it is written. */
function spelled(dataset: ScoredDataset, number: string): string {
  const row = rowOfNumber(dataset, number);
  return row < 0 ? number : numberOfRow(dataset, row);
}

async function notesOf(request: Request): Promise<readonly Note[]> {
  const body: unknown = await request.json().catch(() => {
    throw new Refusal(400, 'badBody', 'The body is not JSON.');
  });
  const result = z.safeParse(notesRequestSchema, body);
  if (!result.success) throw new Refusal(400, 'badBody', problemText(result.error));
  return result.data;
}
