import kept from './evaluation.json' with { type: 'json' };

/** What `npm run evaluate` measured last: measure → value, intervals as `.low` and `.high` beside it. */
export interface Evaluation {
  /** ISO day. */
  readonly date: string;
  readonly commit: string | null;
  readonly measures: Readonly<Record<string, number>>;
}

export const evaluation: Evaluation = kept;

/** A measure with its interval, as far as there is one. */
export interface Figure {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** null for what was not measured. */
export function figureOf({ measures }: Evaluation, measure: string): Figure | null {
  const value = measures[measure];
  return value === undefined ? null : { value, low: measures[`${measure}.low`] ?? null, high: measures[`${measure}.high`] ?? null };
}

/** The names between a prefix and a suffix: the roles of which a recall was measured, the innocents of which a share is known. */
export function namesWithin({ measures }: Evaluation, prefix: string, suffix = ''): string[] {
  return Object.keys(measures).flatMap((measure) => {
    if (!measure.startsWith(prefix) || !measure.endsWith(suffix)) return [];
    const name = measure.slice(prefix.length, measure.length - suffix.length);
    return name === '' || name.includes('.') ? [] : [name];
  });
}
