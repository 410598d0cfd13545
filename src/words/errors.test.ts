import { expect, test } from 'vitest';
import type { EngineFailure } from '../engine/protocol.ts';
import { EngineError } from '../engine/engineError.ts';
import type { FileProblem } from '../ingest/inspection.ts';
import { rejectionReasons } from '../records/communication.ts';
import type { RejectionReason } from '../records/communication.ts';
import { SourceError } from '../sources/sourceError.ts';
import type { SourceErrorKind } from '../sources/sourceError.ts';
import { describeError } from './describeError.ts';
import { engineFailureAdvice, engineFailureWhat, sourceErrorAdvice, sourceErrorWhat } from './errors.ts';
import { fileProblemAdvice, fileProblemWhat, rejectionWhy } from './fileErrors.ts';
import type { Texts } from './language.tsx';

type Exactly<Code extends string> = Readonly<Record<Code, Texts[string]>>;

test('whatever goes wrong has its words in both languages, and no words are left over', () => {
  // The types fail to compile when a code has no words; the loop sees that no text is empty.
  const all = [
    sourceErrorWhat satisfies Exactly<SourceErrorKind>, sourceErrorAdvice satisfies Exactly<SourceErrorKind>,
    engineFailureWhat satisfies Exactly<EngineFailure['code']>, engineFailureAdvice satisfies Exactly<EngineFailure['code']>,
    fileProblemWhat satisfies Exactly<FileProblem['code']>, fileProblemAdvice satisfies Exactly<FileProblem['code']>,
    rejectionWhy satisfies Exactly<RejectionReason>,
  ];
  expect(Object.keys(rejectionWhy).toSorted()).toEqual(rejectionReasons.toSorted());
  for (const [en, zh] of all.flatMap((texts) => Object.values<readonly [string, string]>(texts))) {
    expect(en).toMatch(/^[A-Z]/);
    expect(zh).toMatch(/\p{Script=Han}/u);
  }
});

test('an error of the server is told by its kind, with its details to copy', () => {
  const words = describeError(new SourceError('forbidden', 'no', '403 /api/suspects'), 'en');
  expect(words.what).toBe('You may not see this');
  expect(words.details).toContain('403 /api/suspects');
});

test('a dataset that is gone is told as that, however deep the engine said it', () => {
  const cause = new EngineError({ code: 'unknownDataset', file: null, details: 'abc', inspection: null });
  const wrapped = new SourceError('engine', cause.message, 'abc', { cause });
  expect(describeError(wrapped, 'zh').what).toBe(describeError(cause, 'zh').what);
  expect(describeError(wrapped, 'en').what).toBe('This dataset is not on this machine any more');
});

test('a part that could not be loaded is told from a fault of the program', () => {
  expect(describeError(new TypeError('Failed to fetch dynamically imported module: /x.js'), 'en').advice).toMatch(/Reload/);
  expect(describeError(new TypeError('x is undefined'), 'en').what).toBe('This part of the program failed');
  expect(describeError('just a text', 'en').details).toBe('just a text');
});

test('says of a refused write that one may not change it, not that one may not see it', () => {
  const refused = Object.assign(new Error('403'), { kind: 'forbidden' });
  expect(describeError(refused, 'en', 'write').what).toBe('You may not change this');
  expect(describeError(refused, 'en').what).toBe('You may not see this');
});
