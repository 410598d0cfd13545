import type { HttpHandler } from 'msw';
import type { MockCase } from '../mockCase.ts';
import { compareHandlers } from './compare.ts';
import { decisionHandlers } from './decisions.ts';
import { networkHandlers } from './network.ts';
import { noteHandlers } from './notes.ts';
import { numberHandlers } from './numbers.ts';
import { peopleHandlers } from './people.ts';
import { refitHandlers } from './refit.ts';
import { rejectedHandlers } from './rejected.ts';
import { searchHandlers } from './search.ts';
import { suspectHandlers } from './suspects.ts';
import { summaryHandlers } from './summary.ts';
import { trendHandlers } from './trends.ts';

/** The whole contract, a file per resource. */
export function createHandlers(mock: MockCase): HttpHandler[] {
  return [
    peopleHandlers, summaryHandlers, rejectedHandlers, suspectHandlers, numberHandlers, networkHandlers, trendHandlers,
    compareHandlers, searchHandlers, decisionHandlers, refitHandlers, noteHandlers,
  ].flatMap((make) => make(mock));
}
