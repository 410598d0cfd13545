import { http } from 'msw';
import type { Decision, Person } from '../../src/analysis/answers.ts';
import { applyDecisions, decisionProblem } from '../../src/analysis/decisions.ts';
import { numberOfRow, rowOfNumber } from '../../src/analysis/rowOfNumber.ts';
import { decisionsRequestSchema } from '../../src/sources/api/decisions.ts';
import type { MockCase } from '../mockCase.ts';
import { answering, bodyOf, Refusal } from './answering.ts';

/** All decisions of a request are taken, or none. */
export const decisionHandlers = (mock: MockCase) => [
  http.post('*/api/decisions', answering(mock, async ({ request }) => {
    const dataset = await mock.dataset(null);
    const decisions = (await bodyOf(decisionsRequestSchema, request)).map((decision) => {
      const row = rowOfNumber(dataset, decision.number);
      if (row < 0) throw new Refusal(422, 'unknownNumber', `${decision.number} is not in these records.`);
      return { ...decision, number: numberOfRow(dataset, row) };
    });
    for (const decision of decisions) {
      if (decisionProblem(decision) !== null) throw new Refusal(422, 'reasonMissing', `${decision.number}: say why it is dismissed.`);
      if (!mayDecide(mock.person, mock.decisions.get(decision.number), decision)) {
        throw new Refusal(403, 'othersNumber', `${decision.number}: only a supervisor gives numbers to others or takes them.`);
      }
    }
    return applyDecisions(mock.decisions, decisions);
  })),
];

/** An analyst decides about numbers that are nobody's or their own, and gives them to nobody else. */
function mayDecide(person: Person, before: Decision | undefined, decision: Decision): boolean {
  if (person.role === 'supervisor') return true;
  return [before?.assignee ?? null, decision.assignee].every((assignee) => assignee === null || assignee === person.id);
}
