import { http } from 'msw';
import { answerQuestion } from '../../src/engine/answerQuestion.ts';
import {
  commonContactParameters, companionParameters, meetingParameters, sceneParameters, successorParameters, toCommonContactQuery, toCompanionQuery, toMeetingQuery,
  toSceneQuery, toSuccessorQuery,
} from '../../src/sources/api/compare.ts';
import { collisionRequestSchema, toCollisionQuery } from '../../src/sources/api/collision.ts';
import { portraitParameters, sequenceParameters, toPortraitQuery, toSequenceQuery } from '../../src/sources/api/pairs.ts';
import type { MockCase } from '../mockCase.ts';
import { answering, bodyOf, parametersOf } from './answering.ts';

export const compareHandlers = (mock: MockCase) => [
  http.get('*/api/successors', answering(mock, async ({ url }) => {
    const query = toSuccessorQuery(parametersOf(successorParameters, url));
    return answerQuestion(await mock.dataset(query.window), { ask: 'successors', query });
  })),
  http.get('*/api/companions', answering(mock, async ({ url }) => {
    const query = toCompanionQuery(parametersOf(companionParameters, url));
    return answerQuestion(await mock.dataset(query.window), { ask: 'companions', query });
  })),
  http.get('*/api/meetings', answering(mock, async ({ url }) => {
    const query = toMeetingQuery(parametersOf(meetingParameters, url));
    return answerQuestion(await mock.dataset(query.window), { ask: 'meetings', query });
  })),
  http.get('*/api/common-contacts', answering(mock, async ({ url }) => {
    const query = toCommonContactQuery(parametersOf(commonContactParameters, url));
    return answerQuestion(await mock.dataset(query.window), { ask: 'commonContacts', query });
  })),
  http.get('*/api/scenes', answering(mock, async ({ url }) => {
    const query = toSceneQuery(parametersOf(sceneParameters, url));
    return answerQuestion(await mock.dataset(query.window), { ask: 'scenes', query });
  })),
  http.get('*/api/sequences', answering(mock, async ({ url }) => {
    const query = toSequenceQuery(parametersOf(sequenceParameters, url));
    return answerQuestion(await mock.dataset(query.window), { ask: 'sequences', query });
  })),
  http.get('*/api/portrait', answering(mock, async ({ url }) => {
    const query = toPortraitQuery(parametersOf(portraitParameters, url));
    return answerQuestion(await mock.dataset(query.window), { ask: 'portrait', query });
  })),
  http.post('*/api/collisions', answering(mock, async ({ request }) => {
    const query = toCollisionQuery(await bodyOf(collisionRequestSchema, request));
    return answerQuestion(await mock.dataset(query.window), { ask: 'collision', query });
  })),
];
