import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { statuses } from './answers.ts';
import type { Decision } from './answers.ts';
import { applyDecisions, decisionProblem, undecided } from './decisions.ts';

const decision: fc.Arbitrary<Decision> = fc.record({
  number: fc.constantFrom('1', '2', '3'), status: fc.constantFrom(...statuses), reason: fc.constantFrom('', 'courier'), assignee: fc.constantFrom(null, 'me'),
});

test('applying what stood before undoes any change, even of a number decided twice at once', () => {
  fc.assert(
    fc.property(fc.array(decision), fc.array(decision), (first, second) => {
      const known = new Map<string, Decision>();
      applyDecisions(known, first);
      const before = new Map(known);
      applyDecisions(known, applyDecisions(known, second));
      expect(known).toEqual(before);
    }),
  );
});

test('a dismissal must say why', () => {
  expect(decisionProblem({ ...undecided('1'), status: 'dismissed', reason: '  ' })).toBe('reasonMissing');
  expect(decisionProblem({ ...undecided('1'), status: 'dismissed', reason: 'courier' })).toBeNull();
  expect(decisionProblem({ ...undecided('1'), status: 'confirmed' })).toBeNull();
});
