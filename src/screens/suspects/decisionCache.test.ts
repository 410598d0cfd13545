import { expect, it } from 'vitest';
import type { SuspectPage, SuspectRow } from '../../analysis/answers.ts';
import { verdictsIn, withVerdicts } from './decisionCache.ts';

const row = (number: string): SuspectRow => ({
  number, rank: 1, score: 90, coverage: 1, detectors: [], lists: [], reasons: [], weeks: [], callsPerContact: null, outgoingShare: null, imeis: null, lastSeen: null, status: 'new', assignee: null,
});
const page: SuspectPage = { total: 2, of: 2, rows: [row('1'), row('2')] };

it('shows a decision at once, and takes it back exactly when it could not be written', () => {
  const before = verdictsIn([page], new Set(['2']));
  const after = withVerdicts(page, new Map([['2', { status: 'confirmed', assignee: 'a' }]]));
  expect(after.rows.map(({ status }) => status)).toEqual(['new', 'confirmed']);
  expect(withVerdicts(after, before)).toEqual(page);
});

it('leaves a page alone that the decision does not concern', () => {
  expect(withVerdicts(page, new Map([['3', { status: 'confirmed', assignee: null }]]))).toBe(page);
});
