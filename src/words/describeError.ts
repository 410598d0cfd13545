import { engineFailureAdvice, engineFailureWhat, faultTexts, refusedWriteTexts, sourceErrorAdvice, sourceErrorWhat } from './errors.ts';
import { textsIn } from './language.tsx';
import type { Language, Texts } from './language.tsx';

export interface ErrorWords {
  readonly what: string;
  readonly advice: string;
  /** For a report: never translated, never shortened. */
  readonly details: string;
}

/**
 * The words for anything that was thrown: a `SourceError` (by its `kind`), an `EngineFailure` or an error that carries
 * one as `failure` (by its `code`), a chunk that could not be loaded, or a fault of the program. `doing` is what failed.
 */
export function describeError(error: unknown, language: Language, doing: 'read' | 'write' = 'read'): ErrorWords {
  const details = detailsOf(error);
  const code = textField(failureOf(error), 'code');
  if (code !== null && code in engineFailureWhat) {
    return { what: wordFor(engineFailureWhat, code, language), advice: wordFor(engineFailureAdvice, code, language), details };
  }
  const kind = textField(error, 'kind');
  if (kind === 'forbidden' && doing === 'write') return { ...textsIn(refusedWriteTexts, language), details };
  if (kind !== null && kind in sourceErrorWhat) {
    return { what: wordFor(sourceErrorWhat, kind, language), advice: wordFor(sourceErrorAdvice, kind, language), details };
  }
  const fault = textsIn(faultTexts, language);
  return isLoadFailure(error)
    ? { what: fault.staleWhat, advice: fault.staleAdvice, details }
    : { what: fault.what, advice: fault.advice, details };
}

/** True for a dynamic import that failed; the browsers' messages differ, so all are named. */
export function isLoadFailure(error: unknown): boolean {
  return error instanceof Error && /dynamically imported module|importing a module script|preload CSS/i.test(error.message);
}

function wordFor(texts: Texts, key: string, language: Language): string {
  return String(textsIn(texts, language)[key]);
}

/** The engine's own account: of the error, or of what caused it. */
function failureOf(error: unknown): unknown {
  if (!isObject(error)) return error;
  if ('failure' in error) return error['failure'];
  const { cause } = error;
  return isObject(cause) && 'failure' in cause ? cause['failure'] : error;
}

function textField(from: unknown, key: string): string | null {
  const value = isObject(from) ? from[key] : undefined;
  return typeof value === 'string' ? value : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function detailsOf(error: unknown): string {
  const lines = [
    error instanceof Error ? `${error.name}: ${error.message}` : '',
    textField(failureOf(error), 'file') ?? '',
    textField(failureOf(error), 'details') ?? '',
    error instanceof Error && textField(error, 'kind') === null ? (error.stack ?? '') : '',
  ];
  if (!isObject(error)) lines.push(String(error));
  return lines.filter((line, i) => line !== '' && lines.indexOf(line) === i).join('\n');
}
