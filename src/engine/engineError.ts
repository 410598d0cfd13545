import type { EngineFailure } from './protocol.ts';

/** What the engine could not do; `failure` says why, which file, and its problems. */
export class EngineError extends Error {
  readonly failure: EngineFailure;

  constructor(failure: EngineFailure, options?: ErrorOptions) {
    super(`${failure.code}${failure.file === null ? '' : ` (${failure.file})`}: ${failure.details}`, options);
    this.name = 'EngineError';
    this.failure = failure;
  }
}
