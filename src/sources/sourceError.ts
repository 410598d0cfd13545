/** What a person can be told when a source does not answer. The words for each are in `src/words/`. */
export type SourceErrorKind =
  /** Not signed in any more: sign in again. */
  | 'signedOut'
  /** Signed in, but not allowed. */
  | 'forbidden'
  /** No network, or the server cannot be reached. */
  | 'offline'
  /** The server failed. */
  | 'server'
  /** The request was refused as wrong. */
  | 'badRequest'
  /** The answer does not fit the contract. */
  | 'contract'
  /** The engine's worker died or the dataset's stored files are gone. */
  | 'engine';

export class SourceError extends Error {
  readonly kind: SourceErrorKind;
  /** What to copy into a report: status, address, the first lines of what came back. */
  readonly details: string;

  constructor(kind: SourceErrorKind, message: string, details = '', options?: ErrorOptions) {
    super(message, options);
    this.name = 'SourceError';
    this.kind = kind;
    this.details = details;
  }

  /** True when asking again may help. */
  get isPassing(): boolean {
    return this.kind === 'offline' || this.kind === 'server';
  }
}
